"""From question to question, and through doors from flow to flow: what is known on the way."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import LanguageChosen
from bot.domain.session import Frame
from bot.domain.text import Plain, _
from tests.dialogue.jokes import FLOWS, MENU
from tests.dialogue.talk import Talk, talked


async def test_an_answer_given_at_a_door_is_not_asked_for() -> None:
    await Talk().follow("""
        > this parrot is dead
        What is your quest, Polly?
        1. To seek the Grail
        2. I do not recall
        0. Menu
    """)


async def test_an_answer_that_leads_back_to_its_question_is_asked_for_again() -> None:
    talk = Talk()
    for _nth in range(3):
        assert await talk.say("it does not move") == (
            "It is resting.\n\nWhat is wrong with it?\n0. Menu"
        )
    assert [frame.at for frame in talk.session.frames] == ["home.menu", "parrot.complaint"]


async def test_answers_stay_behind_when_a_door_closes() -> None:
    talk = await talked("this parrot is dead")
    assert talk.session.frames[-1] == Frame("bridge.quest", {"name": "Polly"})


def _inn(dish: Choice) -> Flow:
    """Return a flow of one question, whose step is called as the first page's is."""
    inn = Flow("inn", _("The inn"), command="inn")

    @inn.step
    async def menu(turn: Turn) -> Screen:
        del turn
        return Ask(text=Plain("What will it be?"), then=served, choices=(dish,))

    @inn.step
    async def served(turn: Turn) -> Screen:
        turn.say(Plain(f"One {turn.answers['menu']}."))
        return Done()

    return inn


async def test_a_choice_is_nearer_than_a_title() -> None:
    talk = Talk(Flows([*FLOWS, _inn(Choice("platter", _("The cheese shop")))]))
    await talk.say("/inn")
    assert await talk.say("the cheese shop") == f"One platter.\n\n{MENU}"


async def test_steps_of_two_flows_may_have_the_same_name() -> None:
    talk = Talk(Flows([*FLOWS, _inn(Choice("spam", Plain("Spam")))]))
    await talk.say("/inn")
    assert await talk.say("1") == f"One spam.\n\n{MENU}"


async def test_a_question_that_was_settled_meanwhile_is_not_on_the_way_back() -> None:
    duel = Flow("duel", _("A duel"), command="duel")

    @duel.step
    async def knight(turn: Turn) -> Screen:
        del turn
        return Ask(text=Plain("Who is it?"), then=fight, reads=str.strip)

    @duel.step
    async def fight(turn: Turn) -> Screen:
        if await turn.records.entries(1):
            return go(draw)
        return Ask(text=Plain("Fight?"), then=fight, choices=(Choice("on", Plain("Come on")),))

    @duel.step
    async def draw(turn: Turn) -> Screen:
        text = Plain(f"All right, {turn.answers['knight']}, call it a draw?")
        return Ask(text=text, then=draw, choices=(Choice("yes", Plain("Yes")),))

    talk = Talk(Flows([*FLOWS, duel]))
    await talk.say("/duel")
    assert await talk.say("Black") == "Fight?\n1. Come on\n8. Back\n0. Menu"
    talk.records.all.append(talk.turn().record(LanguageChosen("en")))
    assert await talk.say("1") == "All right, Black, call it a draw?\n1. Yes\n8. Back\n0. Menu"
    assert talk.session.frames == (
        Frame("home.menu"),
        Frame("duel.knight"),
        Frame("duel.draw", {"knight": "Black"}),
    )
