"""A draft report pasted into the chat: collected, looked through, and dropped."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

from tests.chat import Chat

DRAFT = """UBND XÃ HÒA MẪU
BÁO CÁO
Kết quả năm 2025
UBND xã Hòa Mẫu báo cáo (từ ngày 15/12/2024 đến ngày 14/12/2025) như sau:
- Đạt 100% % theo kế hoạch.
"""
# In the terminal each line is a message of its own; on Telegram a message has many.
LINES = tuple(DRAFT.splitlines())
SAID = "Zụ Zợ Zẹ"


def _kept(chat: Chat) -> str:
    """Return everything that the program's file holds."""
    with closing(sqlite3.connect(chat.house.where)) as tables:
        return "\n".join(tables.iterdump())


async def _paste(chat: Chat, *lines: str) -> list[str]:
    await chat.say("/kiemtrabaocao")
    for line in lines:
        await chat.say(line)
    return await chat.say("Xong")


async def test_a_draft_in_several_messages_is_looked_through(
    chat_as: Callable[[str], Chat],
) -> None:
    await chat_as("official").follow("""
        > /kiemtrabaocao
        Chị gửi tệp dự thảo báo cáo (.docx hoặc .txt), hoặc dán vào đây, …

        Nhờ chị bỏ ra những gì riêng của từng bà con. Soát xong, tôi không giữ lại bản dự thảo.
          (Menu)
        > BÁO CÁO
        Tôi đã nhận 1 dòng của dự thảo.
        Chị dán tiếp, hoặc gõ “xong”.
          [Xong, soát giúp tôi]
          (Menu)
        > - Đạt 100% % theo kế hoạch.
        Tôi đã nhận 2 dòng của dự thảo.
        Chị dán tiếp, hoặc gõ “xong”.
          [Xong, soát giúp tôi]
          (Menu)
        > [Xong, soát giúp tôi]
        Tôi thấy 1 chỗ cần xem lại, chắc chắn nhất xếp trước:

        Dòng 2: “100% %”
        Thừa một dấu %. Nên là: 100%.

        Tôi không giữ lại bản dự thảo. Chị sửa xong, cần thì dán lại để soát lần nữa.
          [Soát bản khác]
          (Menu)
    """)


async def test_nothing_to_mend_says_what_was_looked_at(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    shown = await _paste(official, *LINES[:-1], "- Đạt 100% theo kế hoạch.")
    assert shown[0].startswith("Tôi chưa thấy chỗ nào cần sửa. Tôi đã xem: tỷ lệ phần trăm")
    assert "chỉ chị mới biết." in shown[0]


async def test_many_corrections_come_seven_at_a_time(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    shown = await _paste(official, "BÁO CÁO", *(f"- Thôn {n} đạt 9{n}% %." for n in range(1, 10)))
    quotes = [line for line in shown if line.startswith("Dòng ")]
    assert len(quotes) == 7
    rest = await official.say("[Xem tiếp]")
    quotes += [line for line in rest if line.startswith("Dòng ")]
    assert quotes == [f"Dòng {n + 1}: “9{n}% %”" for n in range(1, 10)]


async def test_nothing_pasted_is_asked_for_again(chat_as: Callable[[str], Chat]) -> None:
    shown = await _paste(chat_as("official"))
    assert shown[0] == "Chị chưa dán gì cả."


async def test_the_draft_is_dropped_with_the_last_page_and_on_leaving(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    await official.say("/kiemtrabaocao")
    await official.say(f"- {SAID} chạy tốt.")
    assert SAID in _kept(official)
    await official.say("Xong")
    assert SAID not in _kept(official)
    await official.say("/kiemtrabaocao")
    await official.say(f"- {SAID} chạy tốt.")
    await official.say("/start")
    assert SAID not in _kept(official)


async def test_only_officials_may_have_a_draft_checked(chat_as: Callable[[str], Chat]) -> None:
    shown = await chat_as("member").say("/kiemtrabaocao")
    assert shown[0].startswith("Mục “Soát dự thảo báo cáo” không dành cho vai")
