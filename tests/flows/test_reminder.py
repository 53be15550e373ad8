"""The reminder: once, in one sentence, with buttons that work, and with a way to stop it."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.domain.chat import Address
from bot.store import chats, facts
from tests.chat import Chat
from tests.flows.weeks import FRIDAY, MONDAY, NUDGED, look, only
from tests.house import NUMBERS, House
from tests.store.people import helped

SENTENCE = "Sổ tuần này (30/11 – 06/12) của bà còn trống: bà có giúp bà con thì ghi một dòng là đủ."
ASKED = [
    SENTENCE,
    "  [Ghi việc đã giúp]",
    "  [Tuần này không có việc]",
    "  [Đừng nhắc nữa]",
    "  (Menu)",
]
HOA = ("Trần Thị Hoa", "2026-11-30", "reminder")


async def test_it_comes_once_whatever_is_restarted_or_set_to_another_time(
    chat_as: Callable[[str], Chat],
) -> None:
    member, official = chat_as("member"), chat_as("official")
    house = await only(member)
    house.clock.move(FRIDAY - timedelta(hours=1))
    for one in (member, official):
        await one.say("/start")
    home, other = member.seen(), official.seen()
    await look(house, FRIDAY - timedelta(seconds=1))
    assert member.seen() == home
    await look(house, FRIDAY)
    assert member.seen() == ASKED
    assert HOA in await house.ask(NUDGED)
    told = await house.ask("SELECT count(*) FROM inbox")
    for seconds in (1, 60, 3 * 3600, 24 * 3600, 57 * 3600, -2 * 3600, 0):
        await look(house, FRIDAY + timedelta(seconds=seconds))
        await house.restart()
    await look(house, FRIDAY + timedelta(minutes=5))
    assert await house.ask("SELECT count(*) FROM inbox") == told
    assert (member.seen(), official.seen()) == (ASKED, other)
    await look(house, FRIDAY + timedelta(days=7))
    assert member.seen()[0].startswith("Sổ tuần này (07/12 – 13/12)")


async def test_its_first_button_records(chat: Chat) -> None:
    house = await only(chat)
    await chat.say("/start")
    await look(house, FRIDAY)
    assert (await chat.say("[Ghi việc đã giúp]"))[0] == "Bà vừa giúp việc gì?"
    await chat.say("[Kích hoạt VNeID mức 2]")
    assert (await chat.say("3"))[0] == "Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản."


async def test_its_second_button_is_about_the_week_it_asked_about(chat: Chat) -> None:
    house = await only(chat)
    await chat.say("/start")
    await look(house, FRIDAY)
    # She reads it on Monday.
    house.clock.move(MONDAY)
    said = (await chat.say("[Tuần này không có việc]"))[0]
    assert "30/11/2026" in said
    kept = await house.ask("SELECT day FROM facts WHERE kind = 'NothingToReport'")
    assert kept == [("2026-11-30",)]


async def test_it_is_stopped_and_switched_on_again(chat: Chat) -> None:
    house = await only(chat)
    await chat.say("/start")
    await look(house, FRIDAY)
    stopped = await chat.say("[Đừng nhắc nữa]")
    assert stopped[0] == "Vâng, từ nay tôi không nhắc bà nữa. Muốn nhắc lại thì gõ /toi."
    for weeks in (1, 2):
        await look(house, FRIDAY + timedelta(weeks=weeks))
    assert [one for one in await house.ask(NUDGED) if one[0] == HOA[0]] == [HOA]
    assert "  [Nhắc lại tôi]" in await chat.say("/toi")
    shown = await chat.say("[Nhắc lại tôi]")
    assert shown[0] == "Vâng, tôi lại nhắc bà, mỗi tuần nhiều nhất một lần."
    assert "  [Đừng nhắc nữa]" in shown
    await look(house, FRIDAY + timedelta(weeks=2, hours=1))
    assert chat.seen()[0].startswith("Sổ tuần này (14/12 – 20/12)")
    kept = await house.ask("SELECT body FROM facts WHERE kind = 'RemindersChosen' ORDER BY id")
    assert kept == [('{"wanted": false}',), ('{"wanted": true}',)]


async def test_who_recorded_or_practises_is_left_alone(chat: Chat) -> None:
    house = await only(chat)
    house.clock.move(FRIDAY - timedelta(minutes=30))
    for said in ("/tapthu", "[Bắt đầu tập]", "/start"):
        await chat.say(said)
    home = chat.seen()
    await look(house, FRIDAY)
    await look(house, FRIDAY + timedelta(hours=1))
    assert (chat.seen(), HOA in await house.ask(NUDGED)) == (home, False)
    house.clock.move(FRIDAY + timedelta(hours=2))
    for said in ("/start", "3 vneid"):
        await chat.say(said)
    receipt = chat.seen()
    assert receipt[0].startswith("Đã ghi")
    await look(house, FRIDAY + timedelta(hours=3))
    assert (chat.seen(), HOA in await house.ask(NUDGED)) == (receipt, False)


async def test_nobody_is_told_at_night_and_what_waited_comes_in_the_morning(chat: Chat) -> None:
    house = await only(chat)
    await chat.say("/start")
    home = chat.seen()
    # Put into the inbox, and then the program ends before it is answered.
    house.clock.move(FRIDAY)
    house.app.nudges._wake = lambda _address: None
    await house.app.nudges.look()
    assert HOA in await house.ask(NUDGED)
    house.clock.move(FRIDAY + timedelta(hours=10))
    await house.restart()
    await house.telegram_settles()
    assert (chat.seen(), await house.ask(NUDGED)) == (home, [])
    await look(house, FRIDAY + timedelta(hours=11))
    assert chat.seen() == home
    await look(house, FRIDAY + timedelta(hours=20))
    assert chat.seen() == ASKED


async def test_what_was_recorded_while_it_waited_is_not_asked_for(chat: Chat) -> None:
    house = await only(chat)
    await chat.say("/start")
    house.clock.move(FRIDAY)
    house.app.nudges._wake = lambda _address: None
    await house.app.nudges.look()
    await _record_elsewhere(house)
    await house.restart()
    await house.telegram_settles()
    assert SENTENCE not in chat.seen()
    assert HOA not in await house.ask(NUDGED)


async def test_somebody_in_the_middle_of_something_is_left_in_peace_and_can_go_on(
    chat: Chat,
) -> None:
    house = await only(chat)
    house.clock.move(FRIDAY - timedelta(minutes=1))
    for said in ("/ghi", "[Kích hoạt VNeID mức 2]"):
        await chat.say(said)
    question = chat.seen()
    await look(house, FRIDAY + timedelta(minutes=8))
    assert chat.seen() == question
    await look(house, FRIDAY + timedelta(minutes=10))
    assert chat.seen() == [
        SENTENCE,
        "",
        "Việc bà đang làm dở vẫn giữ nguyên.",
        "  [Làm tiếp: Ghi việc đã giúp]",
        "  [Trả lời việc này]",
        "  (Menu)",
    ]
    # A number that was about to be typed says nothing about the week.
    await chat.say("3")
    assert await house.ask("SELECT id FROM facts WHERE kind = 'NothingToReport'") == []
    await chat.say("menu")
    assert await chat.say("làm tiếp") == question


async def _record_elsewhere(house: House) -> None:
    """Have her record something from a chat that is not looked at."""
    async with house.database.write() as tx:
        whose = (await chats.visit(tx, Address("terminal", "member"))).person or (
            await chats.visit(tx, Address("telegram", str(NUMBERS["member"])))
        ).person
        assert whose is not None
        await facts.add(tx, helped("A0001", whose, "vneid_khac", 1, date(2026, 12, 1)), None)
