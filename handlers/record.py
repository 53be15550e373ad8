"""Record help given: what, how many, and it is kept; the receipt can take it back."""

from datetime import date, timedelta

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.activities import Activity, counted, entitled, units
from bot.domain.chat import Choice
from bot.domain.facts import AssistanceGiven, AssistanceVoided, Entry
from bot.domain.people import MEMBERS
from bot.domain.periods import week
from bot.domain.text import Plain, _, lines, near
from bot.reading.count import count as read_count
from bot.reading.days import day as read_day

flow = Flow("record", _("Record help given"), command="ghi", menu=10, roles=MEMBERS)

# From here on a number is worth a second look (30 for 3); smaller ones are kept at once.
_MANY = 10
_AT_HAND = 5
_DAYS_BACK = 31
_DAYS_OFFERED = 6


@flow.step
async def activity(turn: Turn) -> Screen:
    """Ask what kind of help it was; the member's own usual ones come first."""
    every = turn.library.activities
    usual = [every[name] for name in await turn.records.usual() if name in every]
    rest = [one for one in every.values() if one not in usual]
    return Ask(
        text=_("What did you help with?"),
        choices=tuple(Choice(one.id, one.title) for one in usual + rest),
        then=count,
    )


@flow.step
async def count(turn: Turn) -> Screen:
    """Ask how many; a typed digit is the number itself."""
    one = _activity(turn)
    question = _("How many {units}? Type a number, for example 3.", units=units(one.unit))
    return Ask(
        text=lines(one.title, question),
        choices=tuple(Choice(n, Plain(str(n))) for n in range(1, _AT_HAND + 1)),
        reads=read_count,
        numbers=True,
        then=large,
    )


@flow.step
async def large(turn: Turn) -> Screen:
    """Look twice at a large number; an ordinary one goes straight into the book."""
    number = int(turn.answers["count"])
    if number < _MANY:
        return go(keep)
    one = _activity(turn)
    return Ask(
        text=_("That is many: {what}. Is it right?", what=entitled(one, number)),
        choices=(Choice("yes", _("Yes, record it")), Choice("no", _("No, change it"))),
        then=looked_twice,
    )


@flow.step
async def looked_twice(turn: Turn) -> Screen:
    """Keep the number, or ask for it again."""
    return go(keep) if turn.answers["large"] == "yes" else go(count, large=None)


@flow.step
async def keep(turn: Turn) -> Screen:
    """Write it into the ledger."""
    service = turn.answers.get("service")
    given = AssistanceGiven(
        activity=str(turn.answers["activity"]),
        count=int(turn.answers["count"]),
        day=turn.today,
        service=str(service) if service else None,
    )
    entry = turn.record(given)
    return go(receipt, entry=entry.code)


@flow.step
async def receipt(turn: Turn) -> Screen:
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
        choices=(
            Choice("undo", _("Undo")),
            Choice("again", _("Record more")),
            Choice("day", _("Change the day")),
        ),
        then=after,
        resting=True,
    )


@flow.step
async def after(turn: Turn) -> Screen:
    """Do what was chosen below the receipt."""
    match turn.answers["receipt"]:
        case "undo":
            return go(undo)
        case "day":
            return go(day)
        case _:
            return go(activity, count=None, large=None, service=None, receipt=None, entry=None)


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
    return go(receipt, entry=moved.code, day=None)


def _moved(turn: Turn, entry: Entry, given: AssistanceGiven, to: date) -> Entry:
    if given.day == to:
        return entry
    turn.record(AssistanceVoided(entry))
    turn.say(_("The day is changed."))
    return turn.record(AssistanceGiven(given.activity, given.count, to, given.service))


def _activity(turn: Turn) -> Activity:
    return turn.library.activities[str(turn.answers["activity"])]
