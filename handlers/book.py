"""My book: what I recorded, this week and month beside the ones before; each can be taken back."""

from collections.abc import Mapping

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.activities import Activity
from bot.domain.chat import Choice
from bot.domain.people import MEMBERS
from bot.domain.periods import month, previous, week
from bot.domain.tally import Own
from bot.domain.text import Phrase, Text, _, lines, paragraphs
from bot.reports.entries import listed_as
from bot.reports.text import compared, unfinished

flow = Flow(
    "book",
    _("My book"),
    command="so",
    menu=30,
    roles=MEMBERS,
    called=frozenset({"so cua toi", "xem so", "my book"}),
)
RECEIPT = flow.door("receipt")
NOTHING = flow.door("nothing")

_LATEST = 20


@flow.step
async def summary(turn: Turn) -> Screen:
    """Show the week and the month, each beside the one before."""
    this_week, this_month = week(turn.today), month(turn.today)
    in_week, week_before, in_month, month_before = await turn.records.own(
        this_week, previous(this_week), this_month, previous(this_month)
    )
    silent = not in_week.given
    told = silent and await turn.records.told_nothing(this_week.start)
    in_the_week = _("Your week, from {start}", start=this_week.start)
    in_the_month = _("Your month, from {start}", start=this_month.start)
    return Ask(
        text=paragraphs(
            _beside(in_the_week, in_week, week_before, turn.library.activities),
            _beside(in_the_month, in_month, month_before, turn.library.activities),
            _("You said that there is nothing this week.") if told else None,
        ),
        choices=(
            Choice("latest", _("My latest records")),
            *((Choice("nothing", _("Nothing this week")),) if silent and not told else ()),
        ),
        then=opened,
        resting=True,
    )


@flow.step
async def opened(turn: Turn) -> Screen:
    """Open the list of records, if there are any, or say that the week is empty."""
    if turn.answers["summary"] == "nothing":
        return go(NOTHING)
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
        choices=tuple(
            Choice(entry.code, listed_as(entry, turn.library.activities, turn.today))
            for entry in entries
        ),
        then=chosen,
        resting=True,
    )


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Show the receipt of a record, where it can be taken back."""
    return go(RECEIPT, entry=turn.answers["latest"])


def _beside(title: Phrase, now: Own, before: Own, activities: Mapping[str, Activity]) -> Text:
    return lines(
        title,
        compared(now.given, before.given, activities),
        unfinished(now.tried) if now.tried else None,
    )
