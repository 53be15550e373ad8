"""At one door: the questions of the household survey, each of which can be left and taken up."""

from datetime import date

from bot.dialogue.flow import Ask, Flow, Screen, Step, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import HouseholdSurveyed
from bot.domain.people import MEMBERS
from bot.domain.survey import Outcome
from bot.domain.survey_questions import QUESTIONS, THINGS, Question, ended, known, next_question
from bot.domain.text import Lines, Plain, Text, _, lines
from bot.domain.units import Unit
from bot.reading import household as read
from bot.reports.survey import so_far

flow = Flow("survey_questions", _("Household survey"), roles=MEMBERS)
ROUND = flow.door("survey_round")


@flow.step
async def onward(turn: Turn) -> Screen:
    """Go on with what is not known yet; keep the round where everything is, or the call ended."""
    answers = turn.answers
    if ended(answers) is not Outcome.ASKED:
        return go(keep)
    question = next_question(answers)
    untouched = "alike" not in answers and not any(one.id in answers for one in THINGS)
    if question in THINGS and untouched and answers["people_15"]:
        return go(alike)
    if question is None:
        return go(keep)
    if question.id in answers:
        turn.say(_("The number of people has changed, so I ask this once more."))
    return go(STEPS[question.id])


def _step(question: Question) -> Step:
    """Make the step that asks a question; the answer is kept under the question's id."""

    async def ask(turn: Turn) -> Screen:
        return _asked(turn, question)

    ask.__name__ = question.id
    return flow.step(ask)


STEPS = {question.id: _step(question) for question in QUESTIONS}


@flow.step
async def alike(turn: Turn) -> Screen:
    """Ask for all that everybody in the house has in common, in one answer."""
    ids = tuple(one.id for one in THINGS)
    return Ask(
        text=lines(
            _header(turn, THINGS[0], THINGS[-1]),
            so_far(turn.answers),
            _("What does everybody in this house have?"),
            *(_numbered(nth, one) for nth, one in enumerate(THINGS, start=1)),
            _("Type the numbers, for example 1 2 4 (nobody has what is left out), or choose:"),
        ),
        choices=(
            Choice(" ".join(ids), _("All {n} of them", n=len(ids))),
            Choice("", _("None of them")),
            Choice(read.EACH, _("Ask one by one")),
            *_later(turn),
        ),
        reads=lambda said: _ended(turn, said) or read.things(said, ids),
        numbers=True,
        then=spread,
    )


@flow.step
async def spread(turn: Turn) -> Screen:
    """Give everybody what the whole house has in common."""
    answer = str(turn.answers["alike"])
    if answer in {read.EACH, Outcome.LATER.value}:
        return go(onward)
    having = answer.split()
    common = {one.id: one.out_of(turn.answers) if one.id in having else 0 for one in THINGS}
    return go(onward, **common)


@flow.step
async def keep(turn: Turn) -> Screen:
    """Write the round into the ledger; a corrected one keeps its day."""
    day = turn.answers.get("day")
    entry = turn.record(
        HouseholdSurveyed(
            str(turn.answers["household"]),
            date.fromisoformat(str(day)) if day else turn.today,
            ended(turn.answers),
            known(turn.answers),
        )
    )
    return go(ROUND, round=entry.code)


def _asked(turn: Turn, question: Question) -> Ask:
    out_of = question.out_of(turn.answers) or 0
    one_person = bool(question.among) and out_of == 1
    return Ask(
        text=lines(
            _header(turn, question),
            so_far(turn.answers),
            _("{thing}: does this person have it?", thing=question.title)
            if one_person
            else question.ask(out_of),
        ),
        choices=(*question.offered(out_of), *_later(turn, question)),
        reads=lambda said: (
            _ended(turn, said, question) or read.people(said, out_of, base=question.is_base)
        ),
        numbers=question.unit is Unit.PERSON and not one_person,
        then=onward,
    )


def _later(turn: Turn, question: Question | None = None) -> tuple[Choice, ...]:
    """Offer to end the call here; not where the household has answers that stand already."""
    if "again" in turn.answers:
        return ()
    if question is not QUESTIONS[0]:
        return (Choice(Outcome.LATER.value, _("Ask the rest later")),)
    return (
        Choice(Outcome.ABSENT.value, _("Nobody at home")),
        Choice(Outcome.REFUSED.value, _("Does not wish to answer")),
        Choice(Outcome.LATER.value, _("Asked to come back later")),
    )


def _ended(turn: Turn, said: str, question: Question | None = None) -> str | None:
    """Return how the call ended, where that was typed and is offered at this question."""
    offered = [str(choice.value) for choice in _later(turn, question)]
    return next((one for one in offered if one == read.ending(said)), None)


def _header(turn: Turn, *questions: Question) -> Text:
    which = "–".join(str(QUESTIONS.index(one) + 1) for one in questions)
    label = str(turn.answers["household"])
    return _("Household {label} – question {n}/{all}", label=label, n=which, all=len(QUESTIONS))


def _numbered(nth: int, question: Question) -> Text:
    return Lines((Plain(f"{nth}. "), question.title), gap="")
