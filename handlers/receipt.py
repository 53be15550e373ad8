"""The receipt of a record: what was kept, whether it looks like a double, how to correct it."""

from bot.dialogue import sums
from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.activities import OF_PEOPLE
from bot.domain.chat import Choice
from bot.domain.facts import AssistanceGiven, AssistanceTried, Entry, Fact
from bot.domain.history import LOOKS_DOUBLE, Alike
from bot.domain.people import ROSTERED
from bot.domain.periods import week
from bot.domain.text import Text, _, lines, near
from bot.domain.units import counted
from bot.reading.changes import changed_count
from bot.reports.entries import repeated, told

flow = Flow("receipt", _("Receipt"), roles=ROSTERED)
RECORD = flow.door("record")
FIX = flow.door("fix")
UNDO = flow.door("undo")
FIRST = flow.door("first")


@flow.step
async def shown(turn: Turn) -> Screen:
    """Say what was kept, for which day, this week's total, and the code."""
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None:
        turn.say(_("That record was already taken back or corrected."))
        return Done()
    if turn.answers.get("fresh"):
        # Looked at once: what others do meanwhile must not change the buttons she is reading.
        return go(shown, fresh=None, asked=int(await _double(turn, entry) is not None) or None)
    asked = "asked" in turn.answers
    double = await _double(turn, entry) if asked else None
    return Ask(
        text=lines(
            _("Recorded: {what}.", what=told(entry, turn.library.activities)),
            *await _details(turn, entry),
            _("Code: {code}.", code=entry.code),
            repeated(double) if double else None,
        ),
        choices=_below(turn, entry, asked=asked),
        reads=_read_change if isinstance(entry.fact, AssistanceGiven) else None,
        then=after,
        resting=True,
    )


async def _double(turn: Turn, entry: Entry) -> Alike | None:
    """Return what says the same, written down not long before."""
    if not isinstance(entry.fact, AssistanceGiven):
        return None
    return await turn.records.alike(entry, entry.at - LOOKS_DOUBLE)


def _read_change(said: str) -> str:
    """Read a correction of the number: "2 thôi"."""
    return f"count:{changed_count(said)}"


async def _details(turn: Turn, entry: Entry) -> tuple[Text | None, ...]:
    """Say whose it is, where, on which day, and what it makes this week."""
    given = entry.fact
    if isinstance(given, AssistanceTried):
        return (
            _("Day: {day}.", day=near(given.day, turn.today)),
            _("It is not counted as help given."),
        )
    if not isinstance(given, AssistanceGiven):
        return ()
    mine = entry.member == turn.member.id
    first = await sums.first_told(turn, entry)
    return (
        None if mine else _("Recorded by {name}.", name=await _name(turn, entry)),
        await _elsewhere(turn, entry),
        _("People who came: {n}.", n=given.attendees) if given.attendees else None,
        _("For the first time: {n}.", n=first) if first is not None else None,
        _("Day: {day}.", day=near(given.adjusts or given.day, turn.today)),
        _("That period is closed: the difference counts today.") if given.adjusts else None,
        await _this_week(turn, given) if mine else None,
    )


async def _elsewhere(turn: Turn, entry: Entry) -> Text | None:
    """Name the village, where it is not the reader's own."""
    own = turn.member.village
    if entry.village is None or (own and own.id == entry.village):
        return None
    names = await turn.records.village_names()
    return _("Village: {name}.", name=names.get(entry.village, ""))


async def _this_week(turn: Turn, given: AssistanceGiven) -> Text | None:
    one = turn.library.activities.get(given.activity)
    if one is None or given.day not in week(turn.today):
        return None
    total = await sums.this_week(turn, given.activity)
    return _("Your week so far: {total}.", total=counted(total, one.unit))


async def _name(turn: Turn, entry: Entry) -> str:
    members = {person.id: person.name for person in await turn.records.members()}
    return members.get(entry.member or 0, "")


def _below(turn: Turn, entry: Entry, *, asked: bool) -> tuple[Choice, ...]:
    """Offer what can be done; `asked`, whether it was written down twice.

    Keep Undo off the digit just typed as the count: on a bad line people type it again.
    """
    given = entry.fact
    undone, fix = Choice("undo", _("Undo")), Choice("fix", _("Correct it"))
    if asked:
        both, drop = (
            Choice("both", _("One more: keep both")),
            Choice("undo", _("Twice: drop this one")),
        )
        return (both, fix, drop) if _two(given) else (both, drop, fix)
    if not isinstance(given, AssistanceGiven):
        return (undone,)
    again = (Choice("again", _("Record more")),) if entry.member == turn.member.id else ()
    one = turn.library.activities.get(given.activity)
    first = (Choice("first", _("Helped for the first time?")),)
    ways = (*again, fix, undone) if _two(given) else (*again, undone, fix)
    return (*ways, *(first if one and one.unit in OF_PEOPLE else ()))


def _two(fact: Fact) -> bool:
    return isinstance(fact, AssistanceGiven) and fact.count == 2


@flow.step
async def after(turn: Turn) -> Screen:
    """Do what was chosen below the receipt."""
    entry = str(turn.answers["entry"])
    match str(turn.answers["shown"]):
        case "undo":
            return go(UNDO, entry=entry)
        case "fix":
            return go(FIX, entry=entry)
        case "first":
            return go(FIRST, entry=entry)
        case "both":
            return go(shown, asked=None)
        case change if change.startswith("count:"):
            return go(FIX, entry=entry, what="count", count=int(change.removeprefix("count:")))
        case _:
            return go(RECORD)
