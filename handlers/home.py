"""The home menu: everything a person may open, and the place where free words are searched."""

from bot.dialogue import quick
from bot.dialogue.flow import RESUME, Ask, Door, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.codes import join_digest
from bot.domain.entries import as_guesses, written
from bot.domain.guides import overdue
from bot.domain.people import Role
from bot.domain.questions import late
from bot.domain.text import Text, _, lines, n_, paragraphs
from bot.reading.topics import is_refusal, is_small_talk, topic
from bot.reports.questions import waiting

flow = Flow("home", _("Menu"))
SEARCH = flow.door("search")
JOIN = flow.door("join")
ENTRY = flow.door("entry")
_OPEN = "open:"
# What is unfinished must be on the first page: a leader's list is as long as a screen.
_BEFORE_RESUME = 6


@flow.step
async def menu(turn: Turn) -> Screen:
    """Offer what this person may open; what was left unfinished is last: 1 is always the same."""
    unfinished = turn.parked
    resume = (Choice(RESUME, _("Continue: {title}", title=unfinished.title)),) if unfinished else ()
    listed = tuple(Choice(f"{_OPEN}{entry.name}", entry.title) for entry in turn.menu)
    return Ask(
        text=await _greeting(turn),
        choices=(*listed[:_BEFORE_RESUME], *resume, *listed[_BEFORE_RESUME:]),
        reads=topic,
        then=chosen,
        # The lasting keys are the same every time; what is unfinished is not.
        standing=not unfinished,
    )


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Open what was chosen; anything else is what a guide is wanted for."""
    wanted = str(turn.answers["menu"])
    for entry in turn.menu:
        if wanted == f"{_OPEN}{entry.name}":
            return go(Door(entry.name))
    if turn.role is Role.STRANGER and join_digest(wanted):
        return go(JOIN, code=wanted)
    if is_small_talk(wanted):
        turn.say(_("Any time. Type what you need."))
        return go(menu)
    if is_refusal(wanted):
        # Nothing was offered here that could be refused; looked for as words it would be nonsense.
        return go(SEARCH)
    if reading := await quick.reading(turn, wanted):
        read, found = written(as_guesses(reading, turn.today)), turn.library.find(wanted)
        if reading.doubt and reading.doubt.may_be_a_question and found.sure:
            # The guide offers to record it instead; the other way round is a longer way back.
            return go(SEARCH, words=wanted, read=read, doubt=reading.doubt)
        best = found.results[0].id if found.results else None
        return go(ENTRY, read=read, doubt=reading.doubt, guide=best)
    return go(SEARCH, words=wanted)


async def _greeting(turn: Turn) -> Text:
    turn.named = ()
    if turn.said:
        return _("What would you like to do next?")
    if turn.role is Role.STRANGER:
        return paragraphs(
            _(
                "Hello! I help the village digital teams: step-by-step guides for VNeID and "
                "online public services."
            ),
            _("Type what you need, for example “forgot VNeID password”, or choose:"),
        )
    hello = _("Hello {name}! What would you like to do?", name=turn.member.name)
    return lines(hello, _overdue(turn), await _waiting(turn))


def _overdue(turn: Turn) -> Text | None:
    """Say to an official how many guides wait to be looked at again; nothing where none does."""
    if turn.role is not Role.OFFICIAL:
        return None
    late = len(overdue(turn.library.guides.values(), turn.today))
    said = n_("{n} guide is overdue for review: /xemlai", "{n} guides are overdue: /xemlai", late)
    return said if late else None


async def _waiting(turn: Turn) -> Text | None:
    """Say to an official how many questions wait; those that wait too long are named once a day."""
    found = await turn.questions.waiting()
    long = late(found, turn.today)
    turn.named = tuple(one.id for one in long)
    return waiting(len(found), long)
