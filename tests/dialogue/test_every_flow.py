"""What every flow inherits without a line of its own: it survives whatever is said to it."""

import shutil
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

import handlers
from bot.dialogue.flow import Flow
from bot.dialogue.flows import discover
from bot.dialogue.screens import old_button
from tests.dialogue.guest import ONE_STROKE, Guest, without_codes
from tests.house import House

FLOWS = list(discover(handlers))
# Who visits a flow: the first of these for whom it is listed.
VISITORS = ("member", "official", "leader", "viewer", "stranger")
# Typed by nobody, but by everybody's grandchild.
NONSENSE = (
    *(
        "xyzzy 123 ???",
        "👍🏽",
        "👨‍👩‍👧‍👦 cảm ơn",
        "{you} %s %(n)d {0}",
        "/",
        "//ghi",
        "-1",
        "0,5",
        "9" * 50,
    ),
    *("٣", "１", "²", "<b>1</b> & co", "\u202emenu", "a\x00b", "#home", "#more", "open:record"),
    *("quay lại", "xem thêm", "8", "9", "mười ngàn chữ " * 1430),
)
_TURNS = 3
Disturb = Callable[[Guest], Awaitable[None]]


@pytest.fixture(params=FLOWS, ids=[flow.name for flow in FLOWS])
def flow(request: pytest.FixtureRequest) -> Flow:
    """Each flow there is."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
async def guest(house: House, channel: str, flow: Flow) -> Guest:
    """Somebody who has opened the flow."""
    guest = Guest(house, channel, _visitor(flow))
    await guest.open(flow, FLOWS)
    return guest


async def test_it_opens_by_its_command(guest: Guest, flow: Flow) -> None:
    if flow.name not in ONE_STROKE:
        assert (await guest.stands_at()).startswith(f"{flow.name}.")
    assert guest.ways_on() != []


async def test_an_empty_message_shows_the_question_again(guest: Guest) -> None:
    await guest.say("")
    question = guest.seen()
    assert await guest.say("") == question


async def test_nothing_that_is_typed_is_a_dead_end(guest: Guest, flow: Flow) -> None:
    for said in NONSENSE:
        await guest.open(flow, FLOWS)
        shown = await guest.say(said)
        assert guest.ways_on() != [], said
        assert len("\n".join(shown)) < 4000, said
        assert await guest.incidents() == [], said


async def test_the_menu_is_one_word_away(guest: Guest, flow: Flow) -> None:
    for said in ("0", "menu", "huỷ", "/start"):
        await guest.open(flow, FLOWS)
        await guest.say(guest.next_words(last=False))
        await guest.say(said)
        assert await guest.stands_at() == "home.menu", said


@pytest.mark.parametrize("channel", ["telegram"])
async def test_a_picture_is_explained_and_the_question_stays(guest: Guest) -> None:
    ways, stood = guest.ways_on(), await guest.stands_at()
    guest.house.people[guest.role].send_photo()
    await guest.house.telegram_settles()
    assert guest.seen()[2].startswith("Tôi chỉ đọc được chữ gõ.")
    assert (guest.ways_on(), await guest.stands_at()) == (ways, stood)


@pytest.mark.parametrize("channel", ["telegram"])
async def test_an_old_button_does_not_answer_a_new_question(
    house: House, channel: str, flow: Flow
) -> None:
    guest = Guest(house, channel, _visitor(flow))
    person = house.people[guest.role]
    await guest.say("/trogiup")
    old = person.screen[-1]
    await guest.open(flow, FLOWS)
    ways, stood, facts = guest.ways_on(), await guest.stands_at(), await guest.facts()
    person.press(old.buttons[0][0], message=old.message_id, stale=True)
    await house.telegram_settles()
    assert guest.seen()[0] == house.app.voices.voice("vi").say(old_button())
    assert (guest.ways_on(), await guest.stands_at(), await guest.facts()) == (ways, stood, facts)


async def test_a_walk_is_the_same_with_every_message_twice_and_a_restart_behind_every_one(
    ready_file: Path, tmp_path: Path, channel: str, flow: Flow
) -> None:
    async with AsyncExitStack() as stack:
        walks = []
        for disturb in (_nothing, _again, _restart):
            # Each in a folder of its own, for the files that it is handed.
            folder = tmp_path / disturb.__name__
            folder.mkdir()
            file = shutil.copy(ready_file, folder / "toso.db")
            house = House(str(file))
            await house.open()
            stack.push_async_callback(house.close)
            guest = Guest(house, channel, _visitor(flow))
            walks.append((await _walk(guest, flow, disturb), await guest.facts()))
            assert await guest.incidents() == []
    assert walks[1] == walks[0]
    assert walks[2] == walks[0]


async def _walk(guest: Guest, flow: Flow, disturb: Disturb) -> list[list[str]]:
    """Open a flow and take what is offered first, then again and what is offered last."""
    seen = []
    for last in (False, True):
        seen.append(without_codes(await guest.open(flow, FLOWS)))
        for _turn in range(_TURNS):
            await disturb(guest)
            said = guest.next_words(last=last)
            seen += [[said], without_codes(await guest.say(said))]
    await disturb(guest)
    return seen


async def _nothing(_guest: Guest) -> None:
    """Leave a walk in peace."""


async def _again(guest: Guest) -> None:
    before = guest.seen()
    assert await guest.say_again() == before


async def _restart(guest: Guest) -> None:
    await guest.house.restart()


def _visitor(flow: Flow) -> str:
    return next(role for role in VISITORS if role in flow.listed_for)
