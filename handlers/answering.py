"""Answer one question: in the official's own words, by a guide, or kindly not at all."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import OFFICIALS
from bot.domain.questions import LONGEST_ANSWER, Answered, Means, Question, QuestionAnswered
from bot.domain.text import Words, _, lines, n_, paragraphs
from bot.reading.questions import answer as read_answer
from bot.reading.topics import topic
from bot.reports.questions import answered, asked_by, to_answer, told

flow = Flow("answering", _("Answer a question"), roles=OFFICIALS)
QUESTIONS = flow.door("questions")
_GUIDES = 5


@flow.step
async def one(turn: Turn) -> Screen:
    """Show a question, and the ways to answer it."""
    question = await _question(turn)
    if question is None:
        return _settled(turn)
    before = question.answer.guide if question.answer else None
    return Ask(
        text=to_answer(question, _title(turn, question.about), _title(turn, before)),
        choices=(
            Choice("words", _("Answer in my own words")),
            Choice("guide", _("A guide answers it")),
            Choice("cannot", _("I cannot answer it")),
            Choice("who", _("Who asks? I want to call")),
        ),
        then=how,
        resting=True,
    )


@flow.step
async def how(turn: Turn) -> Screen:
    """Go the way that was chosen."""
    match turn.answers["one"]:
        case "words":
            return go(words)
        case "guide":
            return go(topics)
        case "cannot":
            return go(shown)
    turn.say(asked_by(await turn.questions.askers(int(turn.answers.get("question", 0)))))
    return go(one, one=None)


@flow.step
async def words(turn: Turn) -> Screen:
    """Ask for the answer."""
    return Ask(
        text=lines(
            _("Type the answer as you would say it, at most {n} characters.", n=LONGEST_ANSWER),
            _("Others who ask the same may read it: no names or numbers of anybody, please."),
        ),
        reads=read_answer,
        then=shown,
    )


@flow.step
async def topics(turn: Turn) -> Screen:
    """Ask what the guide is about."""
    return Ask(text=_("Which guide? Type a few words of it."), reads=topic, then=guides)


@flow.step
async def guides(turn: Turn) -> Screen:
    """Offer the guides that are alike."""
    found = turn.library.find(str(turn.answers["topics"])).results[:_GUIDES]
    return Ask(
        text=_("Which one answers it?") if found else _("I find no such guide."),
        choices=(
            *(Choice(one.id, turn.library.guides[one.id].title) for one in found),
            Choice("", _("Other words")),
        ),
        then=picked,
    )


@flow.step
async def picked(turn: Turn) -> Screen:
    """Show the answer, or look again."""
    return go(shown) if turn.answers["guides"] else go(topics, guides=None)


@flow.step
async def shown(turn: Turn) -> Screen:
    """Show what will be sent, and to how many."""
    question, given = await _question(turn), _given(turn)
    if question is None:
        return _settled(turn)
    asking = await turn.questions.askers(question.id, unhelped=True)
    return Ask(
        text=paragraphs(
            n_("This goes to the one who asked:", "This goes to {n} who asked:", len(asking))
            if asking
            else _("Whoever asked has left; the answer is kept for others who ask the same."),
            answered(given, _title(turn, given.guide)),
        ),
        choices=(Choice("send", _("Send it")), Choice("no", _("Do not send"))),
        then=sent,
    )


@flow.step
async def sent(turn: Turn) -> Screen:
    """Send it to everybody who asked and was not helped yet, and close the question."""
    if turn.answers["shown"] != "send":
        turn.say(_("Good, nothing was sent."))
        return go(QUESTIONS)
    question, given = await _question(turn), _given(turn)
    if question is None:
        return _settled(turn)
    turn.record(QuestionAnswered(question.id, given))
    for who in await turn.questions.askers(question.id, unhelped=True):
        turn.tell(who.id, told(question, given, _title(turn, given.guide)))
    turn.say(_("Sent. Thank you; they will say whether it helped."))
    return Done()


async def _question(turn: Turn) -> Question | None:
    """Return the question, if it still waits."""
    found = await turn.questions.one(int(turn.answers.get("question", 0)))
    return found if found and found.open else None


def _settled(turn: Turn) -> Screen:
    turn.say(_("That question has its answer already."))
    return Done()


def _title(turn: Turn, name: str | None) -> Words | None:
    guide = turn.library.guides.get(name or "")
    return guide.title if guide else None


def _given(turn: Turn) -> Answered:
    match turn.answers["one"]:
        case "words":
            return Answered(Means.WORDS, words=str(turn.answers["words"]))
        case "guide":
            return Answered(Means.GUIDE, guide=str(turn.answers["guides"]))
        case _:
            return Answered(Means.CANNOT)
