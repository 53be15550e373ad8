"""What a session keeps: misses, a place that may be closed by now, and never more than enough."""

import dataclasses
import json

import pytest

from bot.dialogue.flow import Ask, Flow, Screen
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice, Unread
from bot.domain.people import Role
from bot.domain.session import Frame, Session
from bot.domain.text import Plain, _
from tests.dialogue.jokes import FLOWS
from tests.dialogue.talk import ARTHUR, Talk, talked

_READ = {
    Unread.MEDIA: "I can only read typed words. Pictures, voice and files are not kept.",
    Unread.EDIT: "I do not read a message again after it was changed. To correct a record, "
    "open “My book”.",
}


@pytest.mark.parametrize(("said", "answered"), _READ.items())
async def test_what_is_not_read_is_explained_and_the_question_stays(
    said: Unread, answered: str
) -> None:
    talk = await talked("/cau")
    assert await talk.say(said) == f"{answered}\n\nWhat is your name?\n0. Menu"


async def test_misses_are_counted_and_help_is_offered_at_the_third() -> None:
    talk = await talked("/cau", "Arthur")
    shown = (
        "What is your quest, Arthur?\n1. To seek the Grail\n2. I do not recall\n8. Back\n0. Menu"
    )
    stuck = "Stuck? Type 0 for the menu, or ask your team leader."
    assert await talk.say("spam") == f"I did not understand that.\n\n{shown}"
    assert await talk.say("7") == f"I did not understand that.\n\n{shown}"
    assert await talk.say("spam") == f"I did not understand that.\n\n{stuck}\n\n{shown}"
    assert await talk.say("spam") == f"I did not understand that.\n\n{stuck}\n\n{shown}"
    await talk.say("1")
    assert (await talk.say("spam")).startswith("Just the number.\n\nHow fast")


async def test_a_screens_number_does_not_come_again_after_starting_over() -> None:
    talk = await talked("/cau", "Arthur")
    old = talk.session.screen
    talk.kept = json.dumps(Session().to_json())
    await talk.say("/cheese")
    assert talk.session.screen > old
    assert (await talk.press(1, screen=old)).startswith("That button belongs to an earlier")


async def test_two_hundred_answers_do_not_make_a_session_grow() -> None:
    talk = await talked("/knights")
    sizes = []
    for _nth in range(100):
        await talk.say("2")
        await talk.press(1)
        sizes.append(len(talk.kept))
    assert max(sizes[20:]) - min(sizes[20:]) <= len("100")
    assert max(sizes) < 4000
    assert len(talk.session.frames) == 26
    assert talk.session.frames[0] == Frame("home.menu")
    for _nth in range(24):
        shown = await talk.say("8")
    assert "8. Back" not in shown
    assert json.loads(talk.kept)["frames"][0] == ["home.menu", {}]


async def test_a_role_that_is_lost_closes_what_it_had_opened() -> None:
    talk = await talked("/knights")
    talk.person = dataclasses.replace(ARTHUR, role=Role.OFFICIAL)
    assert await talk.say("1") == (
        "I did not understand that.\n\nCamelot!\n1. Cross the bridge\n2. The cheese shop"
    )


async def test_pages_are_of_one_question_only() -> None:
    flow = Flow("lists", _("Lists"), command="lists")
    ten = tuple(Choice(number, Plain(f"No. {number}")) for number in range(1, 11))

    @flow.step
    async def first(turn: Turn) -> Screen:
        del turn
        return Ask(text=Plain("First?"), then=second, choices=ten)

    @flow.step
    async def second(turn: Turn) -> Screen:
        del turn
        return Ask(text=Plain("Second?"), then=second, choices=ten)

    talk = Talk(Flows([*FLOWS, flow]))
    await talk.say("/lists")
    assert (await talk.say("9")).startswith("First?\n1. No. 8")
    assert (await talk.say("1")).startswith("Second?\n1. No. 1")
    assert (await talk.say("9")).startswith("Second?\n1. No. 8")
    assert (await talk.say("8")).startswith("First?\n1. No. 1")
    assert talk.session.frames == (Frame("home.menu"), Frame("lists.first"))
