"""The household survey: which household is asked now, and which ones to come back to."""

from bot.dialogue.flow import RESUME, Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import MEMBERS
from bot.domain.survey import Outcome, Round, Survey
from bot.domain.text import Text, _, lines, paragraphs
from bot.reading.household import label as read_label
from bot.reports.survey import coverage, outcome, so_far

flow = Flow("survey", _("Household survey"), command="rasoat", menu=60, roles=MEMBERS)
QUESTIONS = flow.door("survey_questions")
ROUND = flow.door("survey_round")
RESULTS = flow.door("survey_results")

# No label has a colon in it.
_WAITING, _RESULTS = "waiting:", "results:"


@flow.step
async def household(turn: Turn) -> Screen:
    """Ask for the household's number in the team's list; nothing else names it."""
    if turn.practising:
        turn.say(_("Households cannot be surveyed while you practise. Stop practising first."))
        return Done()
    survey = await turn.surveys.result()
    return Ask(
        text=paragraphs(
            coverage(survey),
            lines(
                _("Which household? Type its number in your team's list, for example 12 or 12A."),
                _("No names, no phone numbers, no addresses."),
            ),
        ),
        choices=_ways(turn, await turn.surveys.waiting(), survey),
        reads=read_label,
        numbers=True,
        then=opened,
    )


@flow.step
async def opened(turn: Turn) -> Screen:
    """Begin with a household, or say that it was called on before."""
    label = str(turn.answers["household"])
    if label == _WAITING:
        return go(waiting)
    if label == _RESULTS:
        return go(RESULTS)
    standing = await turn.surveys.standing(label)
    if standing is None:
        return go(QUESTIONS, household=label)
    if standing.outcome is Outcome.ASKED:
        return go(again)
    turn.say(
        _(
            "Last time, {day}: {outcome}.",
            day=standing.day,
            outcome=outcome(standing.outcome),
        )
    )
    return go(QUESTIONS, household=label, **standing.answers)


@flow.step
async def again(turn: Turn) -> Screen:
    """Notice a household that was asked before: ask anew, or was the number wrong?"""
    standing = await turn.surveys.standing(str(turn.answers["household"]))
    if standing is None:
        return go(household)
    return Ask(
        text=lines(
            _(
                "Household {label} was asked on {day}. Ask again, or is the number wrong?",
                label=standing.household,
                day=standing.day,
            ),
            so_far(standing.answers),
        ),
        choices=(
            Choice("wrong", _("Wrong number, type it again")),
            Choice("ask", _("Ask everything again")),
            Choice("fix", _("Correct one answer")),
        ),
        then=decided,
    )


@flow.step
async def decided(turn: Turn) -> Screen:
    """Ask anew, correct what there is, or go back to the number."""
    label = str(turn.answers["household"])
    standing = await turn.surveys.standing(label)
    match turn.answers["again"]:
        case "ask":
            return go(QUESTIONS, household=label, again=1)
        case "fix" if standing:
            return go(ROUND, round=standing.code)
        case _:
            return go(household, again=None)


@flow.step
async def waiting(turn: Turn) -> Screen:
    """List the households to come back to, those longest waiting first."""
    rounds = await turn.surveys.waiting()
    if not rounds:
        turn.say(_("There is no household to come back to."))
        return go(household)
    return Ask(
        text=_("Which household are you at now?"),
        choices=tuple(Choice(one.household, _line(one)) for one in rounds),
        then=picked,
    )


@flow.step
async def picked(turn: Turn) -> Screen:
    """Take up the household that was chosen."""
    return go(opened, household=str(turn.answers["waiting"]), waiting=None)


def _ways(turn: Turn, rounds: tuple[Round, ...], survey: Survey) -> tuple[Choice, ...]:
    """Offer what there is: a household left in the middle, those to come back to, the results."""
    begun = turn.parked is not None and turn.parked.name == QUESTIONS.flow
    offered = (
        Choice(RESUME, _("Go on with the unfinished household")) if begun else None,
        Choice(_WAITING, _("Come back to: {n} households", n=len(rounds))) if rounds else None,
        Choice(_RESULTS, _("Results so far")) if survey.asked else None,
    )
    return tuple(choice for choice in offered if choice)


def _line(one: Round) -> Text:
    return _(
        "Household {label}: {outcome}, {day}",
        label=one.household,
        outcome=outcome(one.outcome),
        day=one.day,
    )
