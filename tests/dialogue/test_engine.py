"""How a talk moves: questions and answers, the way back, doors, commands, facts."""

import pytest

from bot.dialogue.flow import Ask, Flow, Screen
from bot.dialogue.flows import Flows
from bot.dialogue.runner import InCircles
from bot.dialogue.turn import Turn
from bot.domain.facts import AssistanceGiven, AssistanceVoided
from bot.domain.session import Frame
from bot.domain.text import Plain, _
from tests.dialogue.jokes import FLOWS, MENU
from tests.dialogue.talk import AT, Talk, talked

FACT = AssistanceGiven("crossing", 11, AT.date())
_BRIDGE = ("/cau", "Arthur", "1", "11")


async def test_three_questions_lead_across_the_bridge() -> None:
    talk = Talk()
    await talk.follow("""
        > hello
        Camelot!
        1. Cross the bridge
        2. The cheese shop
        3. The Round Table
        > 1
        What is your name?
        0. Menu
        > Arthur
        What is your quest, Arthur?
        1. To seek the Grail
        2. I do not recall
        8. Back
        0. Menu
        > [1]
        How fast is a swallow?
        1. 11
        2. 24
        8. Back
        0. Menu
        > 11
        Arthur is across.
        1. Go back over it
        2. Once more
        0. Menu
    """)
    assert talk.facts == [FACT]


async def test_back_restores_what_was_known_then() -> None:
    talk = await talked("/cau", "Arthur", "2", "quay lại", "8")
    await talk.say("Galahad")
    await talk.say("1")
    assert talk.session.frames == (
        Frame("home.menu"),
        Frame("bridge.name"),
        Frame("bridge.quest", {"name": "Galahad"}),
        Frame("bridge.swallow", {"name": "Galahad", "quest": "grail"}),
    )


async def test_there_is_no_way_back_behind_a_recorded_fact() -> None:
    talk = await talked(*_BRIDGE)
    assert [frame.at for frame in talk.session.frames] == ["home.menu", "bridge.far_side"]
    assert await talk.say("quay lại") == MENU
    assert talk.facts == [FACT]


async def test_a_fact_is_taken_back_in_the_turn_that_says_so() -> None:
    talk = await talked(*_BRIDGE)
    assert await talk.say("1") == f"You never crossed.\n\n{MENU}"
    assert talk.facts == [FACT, AssistanceVoided(talk.records.all[0])]


async def test_answers_that_are_forgotten_are_asked_for_again() -> None:
    talk = await talked(*_BRIDGE, "Once more", "Robin")
    assert talk.session.frames[-1] == Frame("bridge.quest", {"name": "Robin"})


@pytest.mark.parametrize("said", ["/cau", "/CAU", "/cau@camelot_bot", " /cau ", "/cau now"])
async def test_a_command_opens_its_flow(said: str) -> None:
    assert await Talk().say(said) == "What is your name?\n0. Menu"


@pytest.mark.parametrize("said", ["My book", "my BOOK", "Sổ của tôi", "so cua toi", "holy hand"])
async def test_a_title_or_command_word_opens_its_flow_from_anywhere(said: str) -> None:
    armaments = Flow("armaments", _("My book"), command="holyhand", menu=40)

    @armaments.step
    async def grenade(turn: Turn) -> Screen:
        del turn
        return Ask(text=Plain("Count to three!"), then=grenade)

    talk = Talk(Flows([*FLOWS, armaments]))
    await talk.say("/cheese")
    assert await talk.say(said) == "Count to three!\n0. Menu"


async def test_a_title_of_a_flow_outside_the_menu_is_ordinary_words() -> None:
    talk = await talked("/cau")
    await talk.say("The pet shop")
    assert talk.session.frames[-1] == Frame("bridge.quest", {"name": "The pet shop"})


@pytest.mark.parametrize("said", ["/start", "/menu", "/START", "/menu@camelot_bot"])
async def test_start_and_menu_show_the_menu(said: str) -> None:
    talk = await talked("/cheese")
    assert await talk.say(said) == MENU


async def test_an_unknown_command_is_named_and_changes_nothing() -> None:
    talk = await talked("/cau")
    assert await talk.say("/spam" + "m" * 40) == (
        f"I do not know the command /spam{'m' * 28}.\n\nWhat is your name?\n0. Menu"
    )


async def test_a_command_of_another_role_is_refused_kindly() -> None:
    talk = Talk(person=None)
    assert await talk.say("/knights") == (
        "“The Round Table” is not for your role.\n\n"
        "Camelot!\n1. Cross the bridge\n2. The cheese shop"
    )
    assert talk.session.frames == (Frame("home.menu"),)


async def test_a_start_link_brings_its_code_along() -> None:
    assert await Talk().say("/start Ecky-ecky") == f"Ecky-ecky! Now go away.\n\n{MENU}"


async def test_steps_that_never_ask_are_a_fault() -> None:
    with pytest.raises(InCircles):
        await Talk().say("/ni")
