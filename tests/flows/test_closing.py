"""Closed periods: their numbers stay for ever; what comes later is an adjustment with a reason."""

import re
from collections.abc import Callable

from sqlalchemy import text

from tests.chat import Chat
from tests.flows.books import Totals, added, entries, later, problems, totals
from tests.flows.screens import DAYS

LAST_WEEK, THIS_WEEK = "2026-W46", "2026-W47"
ON_SUNDAY = "[chủ nhật 15/11: 1 tài khoản – Kích hoạt VNeID mức 2]"
ON_FRIDAY = "[thứ sáu 13/11: 3 người – Mở tài khoản ngân hàng, ví]"
ON_MONDAY = "[thứ hai 9/11: 5 lượt – Sổ sức khoẻ, bảo hiểm y tế]"
OWN = ("/so", "[Các lần ghi gần đây]")
_CLOSED = re.compile(r"Đã chốt ngày 21/11/2026, mã số liệu (?:[0-9A-F]{4}-){2}[0-9A-F]{4}")
TO_CLOSE = ("/tonghop", "[Kỳ trước]", "[Chốt kỳ này]")


async def test_only_an_official_closes_and_only_what_is_over(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    assert "  [Chốt kỳ này]" not in await chat_as("leader").say("/tonghop")
    await official.say("/tonghop")
    shown = await official.say("[Chốt kỳ này]")
    assert shown[0] == "Kỳ này chưa hết. Từ 23/11/2026 mới chốt được."
    await official.say("[Kỳ trước]")
    await official.follow("""
        > [Chốt kỳ này]
        Chưa tổ trưởng nào xem.
        Chưa xem: Tổ An Khương, Tổ Thọ An, Tổ Tây Phước, Tổ An Bình, Tổ Gò Đá
        Còn 3 điểm cần kiểm tra.

        Chốt kỳ 09/11/2026 – 15/11/2026? Chốt rồi thì số của kỳ này giữ nguyên; ai sửa sau sẽ …
          [Chốt]
          [Chưa chốt]
          (Quay lại) (Menu)
    """)
    await official.say("[Chưa chốt]")
    assert await added(official.house) == []
    await official.say("[Chốt kỳ này]")
    assert (await official.say("[Chốt]"))[0] == "Đã chốt kỳ 09/11/2026 – 15/11/2026."
    await official.say("/tonghop")
    shown = await official.say("[Kỳ trước]")
    assert _CLOSED.fullmatch(shown[2])
    # What is closed is not offered to be closed.
    assert ("  [Mở lại kỳ này]" in shown, "  [Chốt kỳ này]" in shown) == (True, False)
    # In another commune nothing is closed.
    outsider = chat_as("outsider")
    await outsider.say("15/11 3 vneid")
    assert (await outsider.say("[Đúng, ghi vào sổ]"))[1] == "Ngày: chủ nhật 15/11."


async def test_after_closing_only_today_changes_and_the_reason_can_be_read(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    house = member.house
    await _say(chat_as("official"), *TO_CLOSE, "[Chốt]")
    before, now = await totals(house, LAST_WEEK), await totals(house, THIS_WEEK)
    await _say(member, *OWN, ON_SUNDAY, "[Sửa lại]", "[Sai số]")
    await member.say("4")
    assert await added(house) == ["PeriodClosed"]
    shown = await member.say("ghi thiếu 3 người")
    assert shown[0] == (
        "Đã sửa. Trước đó: Kích hoạt VNeID mức 2: 1 tài khoản, chủ nhật 15/11, An Khương."
    )
    assert shown[2:5] == [
        "Đã ghi: Kích hoạt VNeID mức 2: 4 tài khoản.",
        "Ngày: chủ nhật 15/11.",
        "Kỳ đó đã chốt: phần chênh tính vào hôm nay.",
    ]
    await _say(leader, "/soto", "[Trần Thị Hoa]", ON_MONDAY, "[Hoàn tác]")
    assert (await leader.say("[Ghi trùng]"))[0].startswith("Đã bỏ: Sổ sức khoẻ")
    assert (await totals(house, LAST_WEEK)).tallies == before.tallies
    after = await totals(house, THIS_WEEK)
    assert _net(now, after) == {"vneid_kich_hoat": 3, "suc_khoe_bao_hiem": -5}
    whys = await house.ask("SELECT kind, day, count, adjusts, why FROM facts WHERE why IS NOT NULL")
    assert whys == [
        ("AssistanceVoided", "2026-11-21", -1, "2026-11-15", "ghi thiếu 3 người"),
        ("AssistanceGiven", "2026-11-21", 4, "2026-11-15", "ghi thiếu 3 người"),
        ("AssistanceVoided", "2026-11-21", -5, "2026-11-09", "ghi trùng"),
    ]
    await _say(member, "/hoantac", "[Sửa lại]")
    shown = await member.say("[Xem đã sửa những gì]")
    assert shown[1].endswith("(lý do: ghi thiếu 3 người)")
    # Correcting it once more, and taking it back, moves today again and nothing else.
    await member.say("2 thôi")
    assert _net(now, await totals(house, THIS_WEEK))["vneid_kich_hoat"] == 1
    await member.say("[Hoàn tác]")
    assert _net(now, await totals(house, THIS_WEEK))["vneid_kich_hoat"] == -1
    assert (await totals(house, LAST_WEEK)).tallies == before.tallies
    assert await problems(house) == []


async def test_the_people_helped_in_a_closed_period_stay_the_same(
    chat_as: Callable[[str], Chat],
) -> None:
    member = chat_as("member")
    await _say(chat_as("official"), *TO_CLOSE, "[Chốt]")
    before = await totals(member.house, LAST_WEEK)
    await _say(member, *OWN, ON_FRIDAY, "[Hoàn tác]", "[Ghi trùng]")
    assert (await totals(member.house, LAST_WEEK)).helped == before.helped


async def test_the_receipt_of_an_adjustment_says_what_the_week_is(
    chat_as: Callable[[str], Chat],
) -> None:
    member = chat_as("member")
    await _say(chat_as("official"), *TO_CLOSE, "[Chốt]")
    await _say(member, *OWN, ON_SUNDAY, "[Sửa lại]", "[Sai số]", "4")
    # Two were of this week, and three more are the difference.
    assert "Tuần này của bà: 5 tài khoản." in await member.say("[Ghi nhầm số]")


async def test_a_day_chosen_for_what_was_in_a_closed_period_is_the_day_of_it(
    chat_as: Callable[[str], Chat],
) -> None:
    member = chat_as("member")
    await _say(chat_as("official"), *TO_CLOSE, "[Chốt]")
    await _say(member, *OWN, ON_SUNDAY, "[Sửa lại]", "[Sai ngày]", "thứ năm")
    shown = await member.say("nhầm ngày")
    assert "Ngày: thứ năm 19/11." in shown
    assert (await entries(member.house))[-1][1:4] == ("vneid_kich_hoat", "2026-11-19", 1)


async def test_days_of_a_closed_period_are_refused(chat_as: Callable[[str], Chat]) -> None:
    member = chat_as("member")
    await _say(chat_as("official"), *TO_CLOSE, "[Chốt]")
    await _say(member, "3 vneid", "[Sửa lại]", "[Sai ngày]")
    await member.follow(f"""
        > 14/11
        Ngày đó thuộc kỳ đã chốt. Bà chọn ngày khác.

        Việc này làm ngày nào? Chọn, hoặc gõ, ví dụ 15/11.
          {DAYS}
          (Quay lại) (Menu)
    """)
    await member.say("[thứ hai 16/11]")
    assert [one[1:4] for one in await entries(member.house)] == [
        ("vneid_kich_hoat", "2026-11-16", 3)
    ]


async def test_taking_back_everything_of_a_message_asks_why_too(
    chat_as: Callable[[str], Chat],
) -> None:
    member, official = chat_as("member"), chat_as("official")
    await _say(member, "15/11: 3 vneid, 2 dvc", "[Đúng, ghi vào sổ]")
    await _say(official, *TO_CLOSE, "[Chốt]")
    await member.say("[Hoàn tác cả]")
    rows = await member.house.ask("SELECT why FROM facts WHERE adjusts IS NOT NULL")
    assert None not in [why for (why,) in rows]


async def test_reopening_needs_a_reason_and_then_corrections_count_on_their_day(
    chat_as: Callable[[str], Chat],
) -> None:
    member, official = chat_as("member"), chat_as("official")
    house = member.house
    before = await totals(house, LAST_WEEK)
    await _say(official, *TO_CLOSE, "[Chốt]")
    await _say(official, *TO_CLOSE[:-1], "[Mở lại kỳ này]")
    assert _CLOSED.fullmatch(official.seen()[0])
    assert official.seen()[1] == (
        "Kỳ 09/11/2026 – 15/11/2026 đã chốt. Muốn mở lại phải có lý do: chị gõ vài chữ."
    )
    await official.say("12")
    assert await added(house) == ["PeriodClosed"]
    shown = await official.say("thôn An Bình nộp muộn")
    assert shown[0] == "Đã mở lại kỳ 09/11/2026 – 15/11/2026."
    opened = await house.ask("SELECT why FROM facts WHERE kind = 'PeriodReopened'")
    assert opened == [("thôn An Bình nộp muộn",)]
    await _say(member, *OWN, ON_SUNDAY, "[Sửa lại]", "[Sai số]")
    assert (await member.say("4"))[2:4] == [
        "Đã ghi: Kích hoạt VNeID mức 2: 4 tài khoản.",
        "Ngày: chủ nhật 15/11.",
    ]
    changed = await totals(house, LAST_WEEK)
    assert _net(before, changed) == {"vneid_kich_hoat": 3}
    # Closed once more it stays as it is then.
    await _say(official, *TO_CLOSE, "[Chốt]")
    await _say(member, "/hoantac", "[Hoàn tác]", "[Không có việc này]")
    assert (await totals(house, LAST_WEEK)).tallies == changed.tallies
    assert await problems(house) == []


async def test_a_month_can_be_closed_whose_first_week_is_closed(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    await _say(official, "/tonghop", "[Kỳ khác]", "2026-W44", "[Chốt kỳ này]", "[Chốt]")
    later(official.house, days=10)
    await _say(official, "/tonghop", "[Kỳ khác]", "2026-11")
    shown = await official.say("[Chốt kỳ này]")
    assert "  [Chốt]" in shown, shown


async def test_the_period_that_is_shown_is_the_one_opened_again(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    for one in ("2026-W43", "2026-10"):
        await _say(official, "/tonghop", "[Kỳ khác]", one, "[Chốt kỳ này]", "[Chốt]")
    await _say(official, "/tonghop", "[Kỳ khác]", "2026-W43", "[Mở lại kỳ này]")
    assert (await official.say("nộp muộn"))[0] == "Đã mở lại kỳ 19/10/2026 – 25/10/2026."


def _net(before: Totals, after: Totals) -> dict[str, int]:
    """Return by how much the totals differ."""
    earlier, now = before.tallies[0].totals, after.tallies[0].totals
    every = earlier.keys() | now.keys()
    net = {activity: now.get(activity, 0) - earlier.get(activity, 0) for activity in every}
    return {activity: number for activity, number in net.items() if number}


async def _say(chat: Chat, *words: str) -> None:
    for said in words:
        await chat.say(said)


async def test_a_damaged_sheet_is_told_in_one_sentence_everywhere(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    await _say(official, *TO_CLOSE, "[Chốt]")
    async with official.house.database.write() as tx:
        await tx.execute(text("UPDATE closings SET sheet = replace(sheet, 'An', 'Ân')"))
    told = (
        "Số đã chốt của kỳ 09/11/2026 – 15/11/2026 bị thay đổi sau khi chốt nên không hiện được. "
        "Chị báo người giữ máy giúp, mã TS-60."
    )
    for way in (("/tonghop", "[Kỳ trước]"), ("/kiemtra", "[Kỳ trước]"), ("/chitieu", "2026-W46")):
        await official.say("menu")
        for one in way:
            shown = await official.say(one)
            if shown[0] == told:
                break
        assert shown[0] == told, way
    # What can still be done is to open it again, and to close it anew.
    assert await added(official.house) == ["PeriodClosed"]
