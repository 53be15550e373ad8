"""Put a question to the commune office: typed, shown, and sent only after a yes."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import MEMBERS
from bot.domain.questions import LONGEST_QUESTION, Means, Question, QuestionAsked
from bot.domain.text import Plain, Text, _, lines, paragraphs
from bot.reading.questions import question as read_question
from bot.reports.questions import answered

flow = Flow("asking", _("Ask the commune office"), roles=MEMBERS)


@flow.step
async def begun(turn: Turn) -> Screen:
    """Begin, unless too many questions wait already."""
    if refused := await _refused(turn):
        turn.say(refused)
        return Done()
    return go(words, about=turn.answers.get("about"))


@flow.step
async def words(turn: Turn) -> Screen:
    """Ask for the question."""
    return Ask(
        text=lines(
            _(
                "What would you like to ask the office? One question, at most {n} characters.",
                n=LONGEST_QUESTION,
            ),
            _("Please no names, no phone or card numbers of anybody."),
        ),
        # Covered before anything keeps it, and shown so before it is sent.
        reads=lambda said: read_question(turn.library.unnamed(read_question(said))),
        then=shown,
    )


@flow.step
async def shown(turn: Turn) -> Screen:
    """Show what will be sent, and to whom."""
    return Ask(
        text=paragraphs(
            _("This is what I will send:"),
            Plain(f"“{turn.answers['words']}”"),
            _(
                "The office sees which team asks; your name only if they open it to call you. "
                "Names I recognised are covered with “…”."
            ),
        ),
        choices=(
            Choice("send", _("Send it")),
            Choice("again", _("Write it differently")),
            Choice("no", _("Do not send")),
        ),
        then=sent,
    )


@flow.step
async def sent(turn: Turn) -> Screen:
    """Send it; what was asked and answered already is answered at once."""
    match turn.answers["shown"]:
        case "again":
            return go(words, shown=None)
        case "no":
            turn.say(_("Good, nothing was sent."))
            return Done()
    said = str(turn.answers["words"])
    same = await turn.questions.same(said)
    if same and same.code and same.open:
        turn.say(
            _("You have asked that already, and it still waits. Code: {code}.", code=same.code)
        )
        return Done()
    if refused := await _refused(turn):
        turn.say(refused)
        return Done()
    about = turn.answers.get("about")
    entry = turn.record(QuestionAsked(said, str(about) if about else None))
    if same and same.answer and not same.open:
        guide = turn.library.guides.get(same.answer.guide or "")
        turn.say(
            paragraphs(
                None
                if same.answer.means is Means.CANNOT
                else _("The office has answered that already:"),
                answered(same.answer, guide.title if guide else None),
            )
        )
    turn.say(_receipt(entry.code, same))
    return Done()


def _receipt(code: str, same: Question | None) -> Text:
    """Say the code; what the office could not answer has helped nobody, and nobody is asked."""
    if same is None or same.open:
        return _("Sent. Code: {code}. The answer comes here.", code=code)
    if same.answer and same.answer.means is Means.CANNOT:
        return _("Code: {code}.", code=code)
    return _("Code: {code}. Did it help? Type /traloi and press yes or no.", code=code)


async def _refused(turn: Turn) -> Text | None:
    """Say why nothing can be asked now, or None."""
    if turn.practising:
        return _("That cannot be tried out. Stop practising first.")
    load = await turn.questions.load()
    if not load.full:
        return None
    return _(
        "{waiting} of your questions wait for an answer, {today} were sent today. Let us wait for "
        "the office first; what is urgent, please ask them in person.",
        waiting=load.waiting,
        today=load.today,
    )
