"""The receipt of one call on a household: what was kept, and the ways to correct or undo it."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Answer, Choice
from bot.domain.facts import HouseholdSurveyed, SurveyTakenBack
from bot.domain.people import LEADERS, MEMBERS
from bot.domain.survey import Outcome, Round
from bot.domain.survey_questions import QUESTIONS, UNKNOWN
from bot.domain.text import _, lines, listed
from bot.reading.household import label as read_label
from bot.reports.survey import answered, outcome

flow = Flow("survey_round", _("Household survey"), roles=MEMBERS)
SURVEY = flow.door("survey")
QUESTIONS_AGAIN = flow.door("survey_questions")
RESULTS = flow.door("survey_results")


@flow.step
async def shown(turn: Turn) -> Screen:
    """Say what was kept of a household; the next one's number can be typed right here."""
    one = await _round(turn)
    if one is None:
        turn.say(_("That household's answers were already taken back."))
        return Done()
    told = [answered(question, one.answers) for question in QUESTIONS if _told(question.id, one)]
    return Ask(
        text=lines(
            _(
                "Kept: household {label}, {outcome}.",
                label=one.household,
                outcome=outcome(one.outcome),
            ),
            listed(told) if told else None,
            _("Day: {day}.", day=one.day),
            _("Code: {code}.", code=one.code),
            _("Next household: just type its number."),
        ),
        choices=_below(turn, one),
        reads=read_label,
        numbers=True,
        then=after,
        resting=True,
    )


@flow.step
async def after(turn: Turn) -> Screen:
    """Correct, take back, look at the results, or go on with the next household."""
    match str(turn.answers["shown"]):
        case "fix:":
            return go(fix)
        case "undo:":
            return go(undo)
        case "results:":
            return go(RESULTS)
        case label:
            return go(SURVEY, household=label)


@flow.step
async def fix(turn: Turn) -> Screen:
    """Ask which answer is wrong."""
    one = await _round(turn)
    if one is None:
        return go(shown)
    return Ask(
        text=_("Household {label}: which answer is wrong?", label=one.household),
        choices=tuple(
            Choice(question.id, answered(question, one.answers))
            for question in QUESTIONS
            if _told(question.id, one)
        ),
        then=asked_again,
    )


@flow.step
async def asked_again(turn: Turn) -> Screen:
    """Ask that question again; every other answer, and the day, stay as they are."""
    one = await _round(turn)
    if one is None:
        return go(shown)
    known: dict[str, Answer] = {
        question.id: one.answers.get(question.id, UNKNOWN)
        for question in QUESTIONS
        if question.id != turn.answers["fix"]
    }
    return go(QUESTIONS_AGAIN, household=one.household, day=one.day.isoformat(), again=1, **known)


@flow.step
async def undo(turn: Turn) -> Screen:
    """Take the round back; the one before it, if any, stands again."""
    one = await _round(turn)
    if one is None:
        return go(shown)
    turn.record(SurveyTakenBack(one.code))
    turn.say(_("Taken back: household {label}. It no longer counts.", label=one.household))
    return Done()


def _told(question: str, one: Round) -> bool:
    """Tell whether a question was put: one that was not known was, of an answered household."""
    return question in one.answers or one.outcome is Outcome.ASKED


def _below(turn: Turn, one: Round) -> tuple[Choice, ...]:
    fixing = Choice("fix:", _("Correct one answer"))
    undoing = Choice("undo:", _("Undo"))
    person = turn.member
    led = person.role in LEADERS and person.team is not None and one.team == person.team.id
    mine = one.member == person.id or led
    return (
        *((fixing,) if one.outcome is Outcome.ASKED else ()),
        *((undoing,) if mine else ()),
        Choice("results:", _("Results so far")),
    )


async def _round(turn: Turn) -> Round | None:
    """Return the round of this receipt, kept in this very turn or before."""
    code = str(turn.answers["round"])
    for entry in turn.recorded:
        fact = entry.fact
        if entry.code == code and isinstance(fact, HouseholdSurveyed):
            return Round(
                code=code,
                household=fact.household,
                day=fact.day,
                outcome=fact.outcome,
                answers=fact.answers,
                member=entry.member,
                team=entry.team,
            )
    return await turn.surveys.round(code)
