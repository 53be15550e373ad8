"""Silence is not zero: a number, “nothing this week”, and no word yet are three things."""

from collections.abc import Callable
from datetime import timedelta

from tests.chat import Chat
from tests.flows.books import added, later, problems

NOTHING = "[Tuần này không có việc]"


async def test_nothing_is_said_with_one_tap_and_kept_once(chat: Chat) -> None:
    later(chat.house, days=2)
    shown = await chat.say("/so")
    assert f"  {NOTHING}" in shown
    shown = await chat.say(NOTHING)
    assert shown[0] == ("Đã ghi: tuần từ 23/11/2026 không có việc. Có việc thì cứ ghi như thường.")
    shown = await chat.say("/so")
    assert "Bà đã báo: tuần này không có việc." in shown
    assert f"  {NOTHING}" not in shown
    await chat.say("không có")
    assert await added(chat.house) == ["NothingToReport"]
    # Help that comes up after all is recorded as ever, and then there is nothing more to say.
    assert (await chat.say("3 vneid"))[0].startswith("Đã ghi: ")
    assert "Bà đã báo: tuần này không có việc." not in await chat.say("/so")
    assert (await chat.say("/khongco"))[0] == (
        "Tuần này bà đã ghi việc rồi, nên không cần báo “không có”."
    )
    assert await added(chat.house) == ["NothingToReport", "AssistanceGiven"]


async def test_who_is_not_a_member_has_nothing_to_say(chat_as: Callable[[str], Chat]) -> None:
    for role in ("official", "stranger"):
        await chat_as(role).say("/khongco")
    assert await added(chat_as("member").house) == []


async def test_the_tally_tells_three_states_apart_in_that_week_only(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader, official = chat_as("member"), chat_as("leader"), chat_as("official")
    later(member.house, days=2)
    await member.say("/khongco")
    # Silence about one village, and a word from another.
    places = ("An Bình", "Gò Đá", "Tây Phước", "Thọ An")
    await official.say("/tonghop")
    shown = await official.say("[Theo thôn]")
    assert _silence(shown) == ["Báo không có việc: An Khương", f"Chưa báo: {', '.join(places)}"]
    shown = await official.say("[Theo tổ]")
    assert _silence(shown) == [
        "Báo không có việc: Tổ An Khương",
        f"Chưa báo: {', '.join(f'Tổ {place}' for place in places)}",
    ]
    await leader.say("3 vneid")
    shown = await official.say("[Theo thôn]")
    assert "An Khương" in shown
    assert _silence(shown) == [f"Chưa báo: {', '.join(places)}"]
    await leader.say("/tonghop")
    shown = await leader.say("[Theo thành viên]")
    assert shown[shown.index("Đỗ Văn Sáu") + 1] == (
        "– Kích hoạt VNeID mức 2: 3 tài khoản (kỳ trước: 5)"
    )
    assert _silence(shown) == [
        "Báo không có việc: Trần Thị Hoa",
        "Chưa báo: Lê Minh Tuấn, Ngô Thị Lành, Phạm Thu Hà, Võ Quốc Bảo",
    ]
    # The week before and the week after, she has not said so.
    shown = await leader.say("[Kỳ trước]")
    assert _silence(shown) == ["Chưa báo: Ngô Thị Lành"]
    member.house.clock.move(member.house.clock.now() + timedelta(days=7))
    await leader.say("/tonghop")
    shown = await leader.say("[Theo thành viên]")
    assert len(_silence(shown)) == 1
    assert "Trần Thị Hoa" in _silence(shown)[0]
    assert f"  {NOTHING}" in await member.say("/so")
    assert await problems(member.house) == []


async def test_what_is_taken_back_again_leaves_the_week_silent(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    later(member.house, days=2)
    for said in ("3 vneid", "[Hoàn tác]"):
        await member.say(said)
    await leader.say("/tonghop")
    assert "Trần Thị Hoa" in _silence(await leader.say("[Theo thành viên]"))[0]
    await member.say("/khongco")
    await leader.say("/tonghop")
    shown = await leader.say("[Theo thành viên]")
    assert _silence(shown)[0] == "Báo không có việc: Trần Thị Hoa"


def _silence(shown: list[str]) -> list[str]:
    return [line for line in shown if line.startswith(("Báo không có việc", "Chưa báo"))]
