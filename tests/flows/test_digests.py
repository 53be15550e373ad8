"""The card that comes by itself: once, with its buttons, between nobody's figures."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.domain.clock import VIET_NAM
from tests.chat import Chat
from tests.house import House

# The week after the one in which the house opens: its clock, once set back, catches up by itself.
FRIDAY = datetime(2026, 11, 27, 16, tzinfo=VIET_NAM)
SENT = "SELECT channel, chat, period FROM digests JOIN chats ON chats.id = chat_id ORDER BY chat_id"
BOTH = [("terminal", "official", "2026-W48"), ("telegram", "13", "2026-W48")]
TO_FIGURES = ("/solieu", "Dân số")


async def look(house: House, at: datetime) -> None:
    """Set the clock, and have it looked whether a card is due."""
    house.clock.move(at)
    await house.app.digests.look()
    await house.telegram_settles()


async def came(chat: Chat) -> bool:
    """Tell whether the card stands on the screen, with its buttons."""
    return "  [Bảng Excel]" in chat.seen()


async def test_on_friday_at_four_the_card_comes_into_every_chat_once(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    house = official.house
    house.clock.move(FRIDAY - timedelta(hours=1))
    for role in ("official", "member"):
        await chat_as(role).say("/start")
    home = official.seen()
    await look(house, FRIDAY - timedelta(seconds=1))
    assert official.seen() == home
    await look(house, FRIDAY)
    assert await came(official)
    assert await house.ask(SENT) == BOTH
    card = official.seen()
    said = await house.ask("SELECT count(*) FROM inbox")
    for at in (1, 60, 3 * 3600, 24 * 3600, 52 * 3600):
        await look(house, FRIDAY + timedelta(seconds=at))
    # Neither a restart nor a clock that is set back brings it again.
    await house.restart()
    await look(house, FRIDAY + timedelta(seconds=5))
    await look(house, FRIDAY - timedelta(hours=2))
    await look(house, FRIDAY)
    assert await house.ask("SELECT count(*) FROM inbox") == said
    assert official.seen() == card
    assert not await came(chat_as("member"))
    # Its buttons work, and so do digits.
    assert (await official.say("[Bảng Excel]"))[0].startswith("Bảng số: Tuần 48 năm 2026")
    assert official.asked()[0].startswith("Tôi đang soạn bảng Excel.")
    assert (await official.say("6"))[1] == "Tuần 48 năm 2026 (23/11/2026 – 29/11/2026)"
    assert await house.ask("SELECT count(*) FROM inbox WHERE state <> 'done'") == [(0,)]


async def test_a_program_that_slept_sends_it_on_the_weekend_and_never_at_night(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    house = official.house
    await official.say("/start")
    for hours in (5, 8, 14):
        await look(house, FRIDAY + timedelta(hours=hours))
        assert not await came(official)
    await look(house, FRIDAY + timedelta(hours=15))
    assert await came(official)


async def test_what_was_left_unanswered_at_night_comes_the_next_morning(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    house = official.house
    await official.say("/start")
    home = official.seen()
    # Put into the inbox, and then the program ends before it is answered.
    house.clock.move(FRIDAY)
    house.app.digests._wake = lambda _address: None
    await house.app.digests.look()
    assert await house.ask(SENT) == BOTH
    house.clock.move(FRIDAY + timedelta(hours=6))
    await house.restart()
    await house.telegram_settles()
    assert (official.seen(), await house.ask(SENT)) == (home, [])
    await look(house, FRIDAY + timedelta(hours=15))
    assert await came(official)
    assert await house.ask(SENT) == BOTH


async def test_somebody_who_is_typing_figures_is_left_in_peace_and_can_go_on(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    house = official.house
    house.clock.move(FRIDAY - timedelta(minutes=1))
    for said in TO_FIGURES:
        await official.say(said)
    question = official.seen()
    for minutes in (1, 5, 8):
        await look(house, FRIDAY + timedelta(minutes=minutes))
        assert official.seen() == question
    await look(house, FRIDAY + timedelta(minutes=9, seconds=30))
    shown = official.seen()
    assert shown[-5:] == [
        "",
        "Việc chị đang làm dở vẫn giữ nguyên.",
        "  [Làm tiếp: Số liệu của xã]",
        "  [Làm việc với thẻ này]",
        "  (Menu)",
    ]
    # A number that was about to be typed picks nothing here, and is not lost either.
    for number in ("4", "3.850"):
        await official.say(number)
        assert "Tôi đang soạn" not in "\n".join(official.seen()), number
        await official.say("menu")
        assert "  [Làm tiếp: Số liệu của xã]" in official.seen(), number
    assert await official.say("làm tiếp") == question
    assert (await official.say("3.850"))[0] == "Dân số: 3.850 người"
    assert await house.ask(SENT) == BOTH


async def test_the_card_between_figures_opens_with_all_its_buttons(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    for said in TO_FIGURES:
        await official.say(said)
    await look(official.house, FRIDAY + timedelta(days=1, minutes=0))
    await look(official.house, FRIDAY + timedelta(days=1, hours=3))
    assert not await came(official)
    await official.say("[Làm việc với thẻ này]")
    assert await came(official)
    assert "  [Làm tiếp: Số liệu của xã]" in await official.say("0")


async def test_at_eight_in_the_evening_it_comes_whatever_is_being_typed(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    house = official.house
    house.clock.move(FRIDAY.replace(hour=19, minute=55))
    for said in TO_FIGURES:
        await official.say(said)
    question = official.seen()
    await look(house, FRIDAY.replace(hour=19, minute=59, second=59))
    assert official.seen() == question
    await look(house, FRIDAY.replace(hour=20))
    assert "  [Làm việc với thẻ này]" in official.seen()


async def test_it_can_be_switched_off_and_on(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    house = official.house
    for said in ("/thetuan", "[Xem thêm]"):
        await official.say(said)
    shown = await official.say("[Thôi tự gửi]")
    assert shown[0] == "Từ nay thẻ không tự đến nữa. Khi nào cần, chị gõ /thetuan."
    await official.say("/start")
    await look(house, FRIDAY)
    assert await house.ask(SENT) == []
    await official.say("/thetuan")
    assert "  [Tự gửi thẻ]" in await official.say("[Xem thêm]")
    shown = await official.say("[Tự gửi thẻ]")
    assert shown[0] == "Từ nay thẻ lại tự đến, chị không phải gõ."
    assert "  [Thôi tự gửi]" in await official.say("[Xem thêm]")
    await look(house, FRIDAY + timedelta(hours=1))
    assert await house.ask(SENT) == BOTH
    kept = await house.ask("SELECT kind FROM facts WHERE kind = 'CardsChosen'")
    assert kept == [("CardsChosen",)] * 2


async def test_at_the_end_of_the_year_one_card_comes_and_then_that_of_the_week(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    house = official.house
    await official.say("/start")
    morning = datetime(2027, 1, 1, 8, tzinfo=VIET_NAM)
    await look(house, morning)
    assert "Năm 2026" in "\n".join(official.seen())
    await look(house, morning + timedelta(hours=8))
    assert "Tuần 53 năm 2026" in "\n".join(official.seen())
    sent = [one[2] for one in await house.ask(SENT)]
    assert sorted(sent) == ["2026", "2026", "2026-W53", "2026-W53"]


async def test_each_chat_gets_it_in_its_own_language(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    for said in ("/ngonngu", "English"):
        await official.say(said)
    await look(official.house, FRIDAY + timedelta(hours=20))
    assert "  [Excel sheet]" in official.seen()
