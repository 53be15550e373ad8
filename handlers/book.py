"""My book: what I recorded, this week and month beside the ones before; each can be taken back."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.activities import entitled
from bot.domain.chat import Choice
from bot.domain.facts import AssistanceGiven, Entry
from bot.domain.people import MEMBERS
from bot.domain.periods import Period, month, previous, week
from bot.domain.text import Phrase, Text, _, lines, near, paragraphs
from bot.reports.text import compared

flow = Flow(
    "book",
    _("My book"),
    command="so",
    menu=30,
    roles=MEMBERS,
    called=frozenset({"so cua toi", "xem so", "my book"}),
)
RECEIPT = flow.door("receipt")

_LATEST = 20


@flow.step
async def summary(turn: Turn) -> Screen:
    """Show the week and the month, each beside the one before."""
    this_week, this_month = week(turn.today), month(turn.today)
    return Ask(
        text=paragraphs(
            await _period(turn, _("Your week, from {start}", start=this_week.start), this_week),
            await _period(turn, _("Your month, from {start}", start=this_month.start), this_month),
        ),
        choices=(Choice("latest", _("My latest records")),),
        then=opened,
        resting=True,
    )


@flow.step
async def opened(turn: Turn) -> Screen:
    """Open the list of records, if there are any."""
    if await turn.records.entries(1):
        return go(latest)
    turn.say(_("Nothing is recorded yet."))
    return Done()


@flow.step
async def latest(turn: Turn) -> Screen:
    """List the latest records, newest first."""
    entries = await turn.records.entries(_LATEST)
    return Ask(
        text=_("Your latest records. Choose one to look at it or correct it."),
        choices=tuple(Choice(entry.code, _line(turn, entry)) for entry in entries),
        then=chosen,
        resting=True,
    )


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Show the receipt of a record, where it can be taken back."""
    return go(RECEIPT, entry=turn.answers["latest"])


async def _period(turn: Turn, title: Phrase, period: Period) -> Text:
    now = await turn.records.own(period)
    before = await turn.records.own(previous(period))
    return lines(title, compared(now, before, turn.library.activities))


def _line(turn: Turn, entry: Entry) -> Text:
    if not isinstance(given := entry.fact, AssistanceGiven):
        raise TypeError(entry.code)
    one = turn.library.activities[given.activity]
    return _("{day}: {what}", day=near(given.day, turn.today), what=entitled(one, given.count))
