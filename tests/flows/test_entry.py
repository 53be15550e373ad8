"""Quick entries: one typed line is recorded where it is sure, whatever stands on the screen."""

from collections.abc import Callable

import pytest

from tests.chat import Chat
from tests.flows.books import added, book, entries
from tests.flows.screens import HOME, RECEIPT, YES


@pytest.mark.parametrize("resting", [(), ("1 dvc",), ("/ghi",), ("/so",)])
async def test_a_sure_line_is_recorded_and_answered_in_one_message(
    chat: Chat, resting: tuple[str, ...]
) -> None:
    for words in resting:
        await chat.say(words)
    before = await book(chat.house)
    await chat.follow(f"""
        > 3 vneid cho bà con
        Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 5 tài khoản.
        Mã: …
          {RECEIPT}
          (Menu)
    """)
    assert await book(chat.house) == [*before, ("vneid_kich_hoat", "2026-11-21", 3)]


@pytest.mark.parametrize("resting", [("/ghi",), ("/so", "[Các lần ghi gần đây]")])
async def test_a_sure_line_is_recorded_also_where_labels_are_alike(
    chat: Chat, resting: tuple[str, ...]
) -> None:
    for words in resting:
        await chat.say(words)
    assert (await chat.say("2 vneid"))[0] == "Đã ghi: Kích hoạt VNeID mức 2: 2 tài khoản."


async def test_several_kinds_of_help_in_one_line_have_one_receipt(chat: Chat) -> None:
    await chat.follow(f"""
        > 2 vneid, 3 dvc ở Gò Đá
        Đã ghi:
        – Kích hoạt VNeID mức 2: 2 tài khoản, hôm nay, thứ bảy 21/11, Gò Đá
        – Hướng dẫn dịch vụ công: 3 lượt, hôm nay, thứ bảy 21/11, Gò Đá
          [Ghi tiếp]
          [Hoàn tác cả]
          [Sửa một việc]
          (Menu)
        > [Sửa một việc]
        Việc nào?
          [hôm nay: 2 tài khoản – Kích hoạt VNeID mức 2]
          [hôm nay: 3 lượt – Hướng dẫn dịch vụ công]
          (Quay lại) (Menu)
        > [hôm nay: 3 lượt – Hướng dẫn dịch vụ công]
        Đã ghi: Hướng dẫn dịch vụ công: 3 lượt.
        Thôn: Gò Đá.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 4 lượt.
        Mã: …
          {RECEIPT}
          (Quay lại) (Menu)
        > 4 thôi, không phải 3
        Đã sửa. Trước đó: Hướng dẫn dịch vụ công: 3 lượt, hôm nay, thứ bảy 21/11, Gò Đá.

        Đã ghi: Hướng dẫn dịch vụ công: 4 lượt.
        Thôn: Gò Đá.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 5 lượt.
        Mã: …
          {RECEIPT}
          (Menu)
        > hôm qua 1 vneid, hôm nay 1 căn cước
        Tôi hiểu là:
        – Kích hoạt VNeID mức 2: 1 tài khoản, hôm qua, thứ sáu 20/11
        – Vận động làm căn cước: 1 người, hôm nay, thứ bảy 21/11
        Ghi như vậy nhé?
          [Đúng, ghi vào sổ]
          [Không]
          (Menu)
        > [Đúng, ghi vào sổ]
        Đã ghi:
        – Kích hoạt VNeID mức 2: 1 tài khoản, hôm qua, thứ sáu 20/11, An Khương
        – Vận động làm căn cước: 1 người, hôm nay, thứ bảy 21/11, An Khương
          [Ghi tiếp]
          [Hoàn tác cả]
          [Sửa một việc]
          (Menu)
        > [Hoàn tác cả]
        Đã bỏ hết mấy việc vừa ghi. Không còn tính nữa.

        Bà muốn làm gì tiếp?
          {HOME}
    """)
    assert [one[1:5] for one in await entries(chat.house)] == [
        ("vneid_kich_hoat", "2026-11-21", 2, "Gò Đá"),
        ("dvc_huong_dan", "2026-11-21", 4, "Gò Đá"),
    ]


async def test_a_question_opens_a_guide_and_records_nothing(chat: Chat) -> None:
    for words, guide in (
        ("quên mật khẩu vneid thì làm sao", "Quên mật khẩu VNeID"),
        ("kích hoạt vneid mức 2", "Kích hoạt tài khoản định danh mức 2"),
    ):
        assert (await chat.say(words))[0] == guide
        await chat.say("0")
    assert await added(chat.house) == []


async def test_a_citizens_number_is_hidden_and_the_count_is_kept(chat: Chat) -> None:
    shown = await chat.say("2 vneid cho số 0900000000")
    assert shown[0].startswith("Tôi đã che chỗ riêng tư (số, mã, ngày sinh) trong tin vừa rồi")
    assert shown[2] == "Đã ghi: Kích hoạt VNeID mức 2: 2 tài khoản."
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-21", 2)]
    for table in ("inbox", "chats", "facts", "letters"):
        rows = await chat.house.ask(f"SELECT * FROM {table}")  # noqa: S608 - tables named above
        assert "0900000000" not in str(rows)


async def test_only_members_record_by_typing(chat_as: Callable[[str], Chat]) -> None:
    for role in ("official", "stranger"):
        shown = await chat_as(role).say("3 vneid")
        assert not shown[0].startswith("Đã ghi"), shown
        assert not any(YES in line for line in shown), shown
    assert (await chat_as("outsider").say("3 vneid"))[0].startswith("Đã ghi: ")
    (one,) = await entries(chat_as("member").house)
    assert one[1:6] == ("vneid_kich_hoat", "2026-11-21", 3, "Suối Cát", "Thạch Minh Trí")


async def test_an_ordinary_entry_takes_three_taps_or_one_message(chat: Chat) -> None:
    activities = await chat.house.ask(
        "SELECT activity FROM facts WHERE activity IS NOT NULL GROUP BY activity"
    )
    assert len(activities) == 16
    await chat.say("/start")
    for way in (
        ["[Ghi việc đã giúp]", "[Kích hoạt VNeID mức 2]", "[4]"],
        ["[Ghi tiếp]", "[Hướng dẫn dịch vụ công]", "[3]"],
        ["4 căn cước"],
    ):
        assert len(way) <= 3
        for said in way:
            shown = await chat.say(said)
        assert shown[0].startswith("Đã ghi: "), shown
    assert [count for __, __day, count in await book(chat.house)] == [4, 3, 4]
