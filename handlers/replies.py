"""Answers of the commune office to one's own questions, and whether they helped."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import MEMBERS
from bot.domain.questions import AnswerJudged, Means, Question
from bot.domain.text import Lines, _, listed, n_, paragraphs
from bot.reports.questions import answered, quoted

flow = Flow(
    "replies",
    _("Answers to my questions"),
    command="traloi",
    roles=MEMBERS,
    called=frozenset({"tra loi", "cau tra loi", "cau hoi cua toi"}),
)
GUIDE = flow.door("guide")


@flow.step
async def newest(turn: Turn) -> Screen:
    """Show the answer that has waited longest for a yes or no, or what still waits."""
    to_judge = [one for one in await turn.questions.own() if _judgeable(one)]
    return go(answer, question=to_judge[0].id) if to_judge else go(nothing)


@flow.step
async def nothing(turn: Turn) -> Screen:
    """Say what still waits for an answer."""
    waits = [one for one in await turn.questions.own() if one.open]
    return Ask(
        text=Lines(
            (
                n_(
                    "{n} question of yours waits for an answer:",
                    "{n} questions of yours wait for an answer:",
                    len(waits),
                ),
                listed(map(quoted, waits)),
            )
        )
        if waits
        else _("None of your questions waits, and none has a new answer."),
        then=left,
        resting=True,
    )


@flow.step
async def left(turn: Turn) -> Screen:
    """Go home."""
    return Done()


@flow.step
async def answer(turn: Turn) -> Screen:
    """Show an answer, and ask whether it helped."""
    one = await _one(turn)
    if one is None or one.answer is None:
        return go(newest)
    guide = turn.library.guides.get(one.answer.guide or "")
    open_it = (Choice("guide", _("Open the guide")),) if guide else ()
    return Ask(
        text=paragraphs(
            quoted(one),
            answered(one.answer, guide.title if guide else None),
            _("Did it help?"),
        ),
        choices=(
            Choice("yes", _("Yes, it helped")),
            Choice("no", _("No, not yet")),
            *open_it,
        ),
        then=judged,
        resting=True,
    )


@flow.step
async def judged(turn: Turn) -> Screen:
    """Keep the yes or no; a no puts the question to the office once more."""
    one = await _one(turn)
    if one is None or one.answer is None or one.code is None:
        return go(newest)
    if turn.answers["answer"] == "guide":
        return go(GUIDE, guide=one.answer.guide)
    if turn.practising:
        turn.say(_("That cannot be tried out. Stop practising first."))
        return Done()
    helped = turn.answers["answer"] == "yes"
    turn.record(AnswerJudged(one.code, helped))
    if helped:
        turn.say(_("Good to hear, and thank you for telling."))
    elif one.reopened:
        turn.say(
            _(
                "Noted. Please ask at the commune's public service centre; there they can look at "
                "it together with you."
            )
        )
    else:
        turn.say(_("Noted. I have put it to the office once more; the answer comes here."))
    return Done()


async def _one(turn: Turn) -> Question | None:
    """Return the question of the screen, if its answer still waits for a yes or no."""
    every = await turn.questions.own()
    wanted = turn.answers.get("question")
    return next((one for one in every if one.id == wanted and _judgeable(one)), None)


def _judgeable(one: Question) -> bool:
    given = one.answer is not None and one.answer.means is not Means.CANNOT
    return given and not one.open and not one.judged
