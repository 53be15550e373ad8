"""The receipt of a record: what was kept, and the ways to take it back or correct its day."""

from datetime import date, timedelta

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.activities import counted, entitled
from bot.domain.chat import Choice
from bot.domain.facts import AssistanceGiven, AssistanceVoided, Entry
from bot.domain.people import MEMBERS
from bot.domain.periods import week
from bot.domain.text import _, lines, near
from bot.reading.days import day as read_day

flow = Flow("receipt", _("Receipt"), roles=MEMBERS)
RECORD = flow.door("record")

_DAYS_BACK = 31
_DAYS_OFFERED = 6


@flow.step
async def shown(turn: Turn) -> Screen:
    """Say what was kept, for which day, this week's total, and the code."""
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None or not isinstance(given := entry.fact, AssistanceGiven):
        turn.say(_("That record was already taken back."))
        return Done()
    one = turn.library.activities[given.activity]
    total = await turn.this_week(given.activity)
    this_week = given.day in week(turn.today)
    return Ask(
        text=lines(
            _("Recorded: {what}.", what=entitled(one, given.count)),
            _("Day: {day}.", day=near(given.day, turn.today)),
            _("Your week so far: {total}.", total=counted(total, one.unit)) if this_week else None,
            _("Code: {code}.", code=entry.code),
        ),
        choices=_below(given.count),
        then=after,
        resting=True,
    )


def _below(count: int) -> tuple[Choice, ...]:
    """Keep Undo off the digit just typed as the count: on a bad line people type it again."""
    again, undone = Choice("again", _("Record more")), Choice("undo", _("Undo"))
    day_wrong = Choice("day", _("Change the day"))
    return (again, undone, day_wrong) if count != 2 else (again, day_wrong, undone)


@flow.step
async def after(turn: Turn) -> Screen:
    """Do what was chosen below the receipt."""
    match turn.answers["shown"]:
        case "undo":
            return go(undo)
        case "day":
            return go(day)
        case _:
            return go(RECORD)


@flow.step
async def undo(turn: Turn) -> Screen:
    """Take the record back."""
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None or not isinstance(given := entry.fact, AssistanceGiven):
        turn.say(_("That record was already taken back."))
        return Done()
    turn.record(AssistanceVoided(entry))
    one = turn.library.activities[given.activity]
    turn.say(_("Taken back: {what}. It no longer counts.", what=entitled(one, given.count)))
    return Done()


@flow.step
async def day(turn: Turn) -> Screen:
    """Ask for another day, for help that is entered late."""
    today = turn.today
    offered = (today - timedelta(days=back) for back in range(_DAYS_OFFERED + 1))
    return Ask(
        text=_("On which day was it? Choose, or type it, for example 15/11."),
        choices=tuple(Choice(one.isoformat(), near(one, today)) for one in offered),
        reads=lambda said: read_day(said, today, back=_DAYS_BACK).isoformat(),
        then=move,
    )


@flow.step
async def move(turn: Turn) -> Screen:
    """Take the record back and write it again for the other day."""
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None or not isinstance(entry.fact, AssistanceGiven):
        turn.say(_("That record was already taken back."))
        return Done()
    moved = _moved(turn, entry, entry.fact, date.fromisoformat(str(turn.answers["day"])))
    return go(shown, entry=moved.code, day=None)


def _moved(turn: Turn, entry: Entry, given: AssistanceGiven, to: date) -> Entry:
    if given.day == to:
        return entry
    turn.record(AssistanceVoided(entry))
    turn.say(_("The day is changed."))
    return turn.record(AssistanceGiven(given.activity, given.count, to, given.service))
