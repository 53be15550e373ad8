"""Going away and coming back: what was begun, what is finished, what was settled meanwhile."""

import dataclasses
import json

import pytest

from bot.dialogue.flow import Done, Flow, Screen
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.facts import AssistanceGiven, AssistanceVoided, MemberLeft
from bot.domain.session import Frame, Session
from bot.domain.text import _
from tests.dialogue.jokes import FLOWS, MENU
from tests.dialogue.talk import AT, Talk, talked

RESUME = f"{MENU}\n4. Continue: Cross the bridge"
SWALLOW = "How fast is a swallow?\n1. 11\n2. 24\n8. Back\n0. Menu"
LOST = "Camelot!\n1. Cross the bridge\n2. The cheese shop"


@pytest.mark.parametrize("away", ["0", "menu", "/start", "/cheese", "The cheese shop", "/castle"])
async def test_what_was_begun_can_be_taken_up_again(away: str) -> None:
    talk = await talked("/cau", "Arthur", "1", away, "/menu")
    assert await talk.say("tiếp") != SWALLOW
    await talk.say("/menu")
    assert await talk.say("4") == SWALLOW
    assert talk.session.parked == ()
    await talk.say("11")
    assert talk.facts == [AssistanceGiven("crossing", 11, AT.date())]


async def test_taking_up_again_keeps_the_way_back() -> None:
    talk = await talked("/cau", "Arthur", "1", "0", "4", "quay lại", "8")
    assert talk.session.frames == (Frame("home.menu"), Frame("bridge.name"))


@pytest.mark.parametrize("how", ["press", "label"])
async def test_a_menu_button_or_its_words_keep_what_was_begun(how: str) -> None:
    talk = await talked("/cau", "Arthur")
    assert await (talk.press(0) if how == "press" else talk.say("Menu")) == RESUME


async def test_what_was_begun_is_given_up_with_a_word() -> None:
    talk = await talked("/cau", "Arthur", "0")
    assert await talk.say("huỷ") == MENU
    assert talk.session.parked == ()


async def test_a_question_that_has_no_answer_yet_is_nothing_begun() -> None:
    talk = await talked("/cau")
    assert await talk.say("0") == MENU


async def test_going_back_from_where_a_door_led_keeps_what_was_said_at_the_door() -> None:
    talk = await talked("this parrot is dead")
    assert await talk.say("quay lại") == RESUME


async def test_opening_the_same_flow_begins_it_anew() -> None:
    talk = await talked("/cau", "Arthur", "/cau")
    assert talk.session.parked == ()


async def test_a_matter_that_is_closed_is_not_offered_again() -> None:
    talk = await talked("/cau", "Arthur", "1", "11")
    assert await talk.say("0") == MENU


async def test_giving_up_after_the_receipt_does_not_deny_the_fact() -> None:
    talk = await talked("/cau", "Arthur", "1", "11")
    assert await talk.say("huỷ") == MENU
    assert len(talk.facts) == 1


async def test_words_that_fit_nothing_on_a_resting_screen_are_said_at_home() -> None:
    talk = await talked("/cau", "Arthur", "1", "11")
    assert await talk.say("my parrot is dead") == (
        "What is your quest, Polly?\n1. To seek the Grail\n2. I do not recall\n0. Menu"
    )


async def test_a_digit_that_fits_nothing_on_a_resting_screen_picks_nothing_at_home() -> None:
    talk = await talked("/cau", "Arthur", "1", "11")
    assert await talk.say("3") == f"I did not understand that.\n\n{MENU}"


async def test_words_that_fit_a_resting_screen_are_said_there() -> None:
    talk = await talked("/cau", "Arthur", "1", "11")
    assert await talk.say("once more") == "What is your name?\n8. Back\n0. Menu"


@pytest.mark.parametrize("said", ["what?", "1", "", "menu", "/start"])
async def test_a_step_that_no_longer_exists_leads_home(said: str) -> None:
    talk = await talked("/cau", "Arthur")
    kept = json.loads(talk.kept)
    kept["frames"][-1][0] = "bridge.larch"
    talk.kept = json.dumps(kept)
    await talk.say(said)
    assert talk.session.frames[0] == Frame("home.menu")
    assert not any(frame.at.startswith("bridge.") for frame in talk.session.frames)
    assert talk.facts == []


async def test_a_press_on_a_screen_of_a_step_that_is_gone_is_an_old_button() -> None:
    talk = await talked("/cau", "Arthur")
    talk.kept = talk.kept.replace("bridge.quest", "bridge.larch")
    assert (await talk.press(1)).endswith(f"This is where we are:\n\n{MENU}")


async def test_what_was_left_at_a_step_that_is_gone_is_not_offered() -> None:
    talk = await talked("/cau", "Arthur", "0")
    talk.kept = talk.kept.replace("bridge.name", "bridge.larch")
    assert await talk.say("") == MENU


async def test_what_was_left_is_not_offered_to_whom_it_is_closed() -> None:
    talk = await talked("/knights", "2", "0")
    assert (await talk.say("")).endswith("4. Continue: The Round Table")
    talk.person = None
    assert await talk.say("") == LOST
    assert await talk.say("4") == f"I did not understand that.\n\n{LOST}"


async def test_leaving_in_this_very_turn_closes_what_was_left_too() -> None:
    leaving = Flow("leaving", _("Leave"), command="leave")

    @leaving.step
    async def gone(turn: Turn) -> Screen:
        turn.record(MemberLeft(turn.member.id))
        turn.person = None
        return Done()

    talk = Talk(Flows([*FLOWS, leaving]))
    for said in ("/knights", "2"):
        await talk.say(said)
    assert await talk.say("/leave") == LOST
    assert talk.session.parked == ()


@pytest.mark.parametrize("said", ["1", "2", ""])
async def test_a_question_that_was_settled_meanwhile_leads_on(said: str) -> None:
    talk = await talked("/cau", "Arthur", "1", "11")
    await _taken_back_elsewhere(talk)
    assert await talk.say(said) == f"You never crossed.\n\n{MENU}"
    assert await talk.say("1") == "What is your name?\n0. Menu"


async def test_words_below_what_was_settled_meanwhile_are_read_as_if_said_at_home() -> None:
    talk = await talked("/cau", "Arthur", "1", "11")
    await _taken_back_elsewhere(talk)
    shown = await talk.say("this parrot is no more")
    assert shown.startswith("You never crossed.")
    assert talk.session.frames[-1].at.startswith("parrot.")


async def test_a_press_on_what_was_settled_meanwhile_leads_on() -> None:
    talk = await talked("/cau", "Arthur", "1", "11")
    await _taken_back_elsewhere(talk)
    assert await talk.press(1) == f"You never crossed.\n\n{MENU}"
    assert len(talk.facts) == 1


async def test_going_back_to_what_was_settled_meanwhile_leads_on() -> None:
    talk = await talked("/cau", "Arthur", "1", "11", "2")
    await _taken_back_elsewhere(talk)
    assert await talk.say("8") == f"You never crossed.\n\n{MENU}"


async def test_a_fault_of_a_step_does_not_bar_the_way_to_the_menu() -> None:
    broken = Flow("broken", _("Broken"), command="broken")

    @broken.step
    async def larch(turn: Turn) -> Screen:
        raise KeyError(turn.message)

    talk = Talk(Flows([*FLOWS, broken]))
    talk.kept = json.dumps(Session(frames=(Frame("home.menu"), Frame("broken.larch"))).to_json())
    with pytest.raises(KeyError):
        await talk.say("spam")
    for way in ("0", "/start", "/cau"):
        before = talk.kept
        assert await talk.say(way) in (MENU, "What is your name?\n0. Menu")
        talk.kept = before


async def _taken_back_elsewhere(talk: Talk) -> None:
    """Take the last entry back, as the same person can from another chat."""
    entry = talk.records.all[-1]
    talk.records.all.append(dataclasses.replace(entry, code="?", fact=AssistanceVoided(entry)))
