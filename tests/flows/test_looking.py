"""From a leader's look to the official's lock, a late correction, and a second closing."""

import re
from collections.abc import Callable
from typing import Any

from tests.chat import Chat
from tests.flows.books import added, later, problems

SUNDAY = "[chủ nhật 15/11: {n} tài khoản – Kích hoạt VNeID mức 2]"
OWN = ("/so", "[Các lần ghi gần đây]")
LAST_WEEK = ("/tonghop", "[Kỳ trước]")
LOOKED = "[Tôi đã xem, đúng]"
_CODE = re.compile(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}")


async def test_a_leader_looks_and_is_told_what_came_after_it(
    chat_as: Callable[[str], Chat],
) -> None:
    leader, member = chat_as("leader"), chat_as("member")
    shown = await _say(leader, *LAST_WEEK)
    assert shown[:4] == [
        "Tổ An Khương",
        "Tuần 46 năm 2026 (09/11/2026 – 15/11/2026)",
        "Nháp, chưa chốt.",
        "So với kỳ trước",
    ]
    shown = await leader.say(LOOKED)
    assert shown[0] == (
        "Đã ghi: ông đã xem số của Tổ An Khương, 09/11/2026 – 15/11/2026, và thấy đúng."
    )
    assert re.fullmatch(r"Mã: \w+\.", shown[1])
    shown = await _say(leader, *LAST_WEEK)
    assert shown[3] == "Ông đã xem số này ngày 21/11/2026."
    assert f"  {LOOKED}" not in shown
    await _correct(member, "1", "4")
    shown = await _say(leader, *LAST_WEEK)
    assert shown[3] == (
        "Ông đã xem số này ngày 21/11/2026. Sau đó có 2 việc ghi thêm. Ông xem lại nhé."
    )
    await leader.say(LOOKED)
    shown = await _say(leader, *LAST_WEEK)
    assert shown[3] == "Ông đã xem số này ngày 21/11/2026."
    assert [one for one in await added(leader.house) if one == "PeriodSeen"] == ["PeriodSeen"] * 2
    assert await problems(leader.house) == []


async def test_a_look_is_at_the_numbers_that_were_on_the_screen(
    chat_as: Callable[[str], Chat],
) -> None:
    leader, member = chat_as("leader"), chat_as("member")
    await _say(leader, *LAST_WEEK)
    await _correct(member, "1", "4")
    shown = await leader.say(LOOKED)
    assert shown[0] == "Vừa có việc ghi thêm. Ông xem lại số một lần nữa nhé."
    assert "– Kích hoạt VNeID mức 2: 13 tài khoản (kỳ trước: 12)" in shown
    assert "PeriodSeen" not in await added(leader.house)
    await leader.say(LOOKED)
    assert "PeriodSeen" in await added(leader.house)


async def test_only_a_leader_looks_and_practice_is_no_look(
    chat_as: Callable[[str], Chat],
) -> None:
    leader = chat_as("leader")
    assert f"  {LOOKED}" not in await _say(chat_as("official"), *LAST_WEEK)
    await _say(leader, "/tapthu", "[Bắt đầu tập]")
    assert f"  {LOOKED}" not in await _say(leader, *LAST_WEEK)


async def test_from_the_look_to_the_second_closing(chat_as: Callable[[str], Chat]) -> None:
    leader, member, official = chat_as("leader"), chat_as("member"), chat_as("official")
    await _say(leader, *LAST_WEEK, LOOKED)
    await _say(official, *LAST_WEEK)
    await official.follow("""
        > [Chốt kỳ này]
        Đã xem: Tổ An Khương
        Chưa xem: Tổ Thọ An, Tổ Tây Phước, Tổ An Bình, Tổ Gò Đá
        Còn 3 điểm cần kiểm tra.

        Chốt kỳ 09/11/2026 – 15/11/2026? Chốt rồi thì số của kỳ này giữ nguyên; ai sửa sau sẽ …
          [Chốt]
          [Chưa chốt]
          (Quay lại) (Menu)
    """)
    shown = await official.say("[Chốt]")
    first = _code(shown[1])
    assert shown[:2] == ["Đã chốt kỳ 09/11/2026 – 15/11/2026.", f"Mã số liệu: {first}."]
    closed = await _say(official, *LAST_WEEK)
    assert closed[2] == f"Đã chốt ngày 21/11/2026, mã số liệu {first}"
    assert (await _say(leader, *LAST_WEEK))[2:4] == [closed[2], "So với kỳ trước"]
    assert f"  {LOOKED}" not in leader.seen()
    # A late correction is an adjustment of this week, told as a line of its own.
    await _correct(member, "1", "4", "ghi thiếu 3 người")
    shown = await official.say("/tonghop")
    place = shown.index("Điều chỉnh cho kỳ trước đã chốt (đã cộng vào số ở trên):")
    assert shown[place + 1] == "– Kích hoạt VNeID mức 2: +3 tài khoản (việc ngày 15/11/2026)"
    assert "– Kích hoạt VNeID mức 2: 29 tài khoản (kỳ trước: 32)" in shown
    assert await _say(official, *LAST_WEEK) == closed
    # In the month that holds both days nothing is moved.
    shown = await _say(official, "/tonghop", "[Kỳ khác]", "2026-11")
    assert not any(line.startswith("Điều chỉnh") for line in shown)
    # Opened again, corrected on its own day, and closed once more.
    shown = await _say(official, *LAST_WEEK, "[Mở lại kỳ này]")
    assert shown[0] == closed[2]
    shown = await official.say("tổ nộp muộn")
    assert shown[0] == "Đã mở lại kỳ 09/11/2026 – 15/11/2026."
    await _say(member, *OWN, "[thứ hai 9/11: 5 lượt – Sổ sức khoẻ, bảo hiểm y tế]")
    await _say(member, "[Sửa lại]", "[Sai số]", "7")
    later(official.house, hours=30)
    shown = await _say(official, "/tonghop", "[Kỳ khác]", "2026-W46", "[Chốt kỳ này]")
    assert shown[2] == "Có việc ghi thêm sau khi xem: Tổ An Khương (2)"
    shown = await official.say("[Chốt]")
    second = _code(shown[1])
    assert second != first
    assert shown[3:6] == [
        "Khác với lần chốt trước:",
        "– Sổ sức khoẻ, bảo hiểm y tế: 12 → 14",
        "– An Khương, Sổ sức khoẻ, bảo hiểm y tế: 5 → 7",
    ]
    rows = await _closings(official)
    assert [(row[0], row[1] is None) for row in rows] == [(first, False), (second, True)]
    shown = await _say(official, "/tonghop", "[Kỳ khác]", "2026-W46")
    assert shown[2] == f"Đã chốt ngày 22/11/2026, mã số liệu {second}"
    assert await problems(official.house) == []


async def test_a_second_press_closes_nothing_twice(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    await _say(official, *LAST_WEEK, "[Chốt kỳ này]")
    other = Chat(official.house, "terminal" if official.channel == "telegram" else "telegram",
                 "official")  # fmt: skip
    await _say(other, *LAST_WEEK, "[Chốt kỳ này]", "[Chốt]")
    shown = await official.say("[Chốt]")
    assert len(await _closings(official)) == 1
    assert "đã chốt. Muốn mở lại phải có lý do" in shown[1] or shown[0] == "Kỳ này đã chốt rồi."


async def test_days_of_another_closed_period_stay_closed(chat_as: Callable[[str], Chat]) -> None:
    official, member = chat_as("official"), chat_as("member")
    for one in ("2026-W46", "2026-11@nd09"):
        await _say(official, "/tonghop", "[Kỳ khác]", one, "[Chốt kỳ này]", "[Chốt]")
    await _say(official, "/tonghop", "[Kỳ khác]", "2026-W46", "[Mở lại kỳ này]")
    shown = await official.say("tổ nộp muộn")
    assert shown[:3] == [
        "Đã mở lại kỳ 09/11/2026 – 15/11/2026.",
        "",
        "Những ngày cũng nằm trong kỳ này thì vẫn đã chốt: 15/10/2026 – 14/11/2026.",
    ]
    # Sunday is open again; Monday lies in the month that is still closed.
    await _correct(member, "1", "4")
    assert "Ngày: chủ nhật 15/11." in member.seen()
    await _say(member, *OWN, "[thứ hai 9/11: 5 lượt – Sổ sức khoẻ, bảo hiểm y tế]")
    shown = await _say(member, "[Sửa lại]", "[Sai số]", "7")
    assert shown[0].startswith("Kỳ đó đã chốt nên số giữ nguyên")


async def _correct(member: Chat, was: str, now: str, *why: str) -> None:
    await _say(member, *OWN, SUNDAY.format(n=was), "[Sửa lại]", "[Sai số]", now, *why)


async def _closings(chat: Chat) -> list[tuple[Any, ...]]:
    rows = await chat.house.ask("SELECT fingerprint, reopened FROM closings ORDER BY id")
    return [(f"{one[:4]}-{one[4:8]}-{one[8:12]}".upper(), reopened) for one, reopened in rows]


def _code(line: str) -> str:
    found = _CODE.search(line)
    assert found
    return found[0]


async def _say(chat: Chat, *words: str) -> list[str]:
    shown: list[str] = []
    for said in words:
        shown = await chat.say(said)
    return shown
