"""Record help given: what, how many, and it is kept; the receipt follows."""

from bot.dialogue import offers
from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.activities import OF_GATHERINGS, Activity, entitled
from bot.domain.chat import Choice
from bot.domain.facts import AssistanceGiven
from bot.domain.people import MEMBERS
from bot.domain.text import _, lines
from bot.domain.units import units
from bot.reading.count import MOST_PEOPLE
from bot.reading.count import count as read_count

flow = Flow(
    "record",
    _("Record help given"),
    command="ghi",
    menu=10,
    roles=MEMBERS,
    called=frozenset({"ghi viec", "ghi so", "bao cao viec", "record"}),
)
RECEIPT = flow.door("receipt")
UNFINISHED = flow.door("unfinished")

# From here on a number is worth a second look (30 for 3); smaller ones are kept at once.
_MANY = 10


@flow.step
async def activity(turn: Turn) -> Screen:
    """Ask what kind of help it was; the member's own usual ones come first."""
    return Ask(
        text=_("What did you help with?"),
        choices=await offers.activities(turn),
        then=count,
        # Nothing is begun yet: a whole sentence ("3 vneid hôm qua") is read as if said at home.
        resting=True,
    )


@flow.step
async def count(turn: Turn) -> Screen:
    """Ask how many; a typed digit is the number itself."""
    one = _activity(turn)
    question = _("How many {units}? Type a number, for example 3.", units=units(one.unit))
    return Ask(
        text=lines(one.title, question),
        choices=(*offers.numbers(), Choice("tried", _("Tried, but not finished"))),
        reads=read_count,
        numbers=True,
        then=large,
    )


@flow.step
async def large(turn: Turn) -> Screen:
    """Look twice at a large number; an ordinary one goes straight into the book."""
    if turn.answers["count"] == "tried":
        return go(UNFINISHED, activity=turn.answers["activity"])
    number = int(turn.answers["count"])
    if number < _MANY:
        return go(gathering)
    one = _activity(turn)
    return Ask(
        text=_("That is a lot: {what}. Is it right?", what=entitled(one, number)),
        # A corrected number that begins with 1 must not be taken for a yes.
        choices=(Choice("no", _("No, change it")), Choice("yes", _("Yes, record it"))),
        reads=read_count,
        digits=True,
        then=looked_twice,
    )


@flow.step
async def looked_twice(turn: Turn) -> Screen:
    """Keep the number, or ask for it again."""
    answer = turn.answers["large"]
    if isinstance(answer, int):
        return go(count, count=answer, large=None)
    return go(gathering) if answer == "yes" else go(count, large=None)


@flow.step
async def gathering(turn: Turn) -> Screen:
    """Of a gathering, ask how many people came; of other help, nothing more."""
    if _activity(turn).unit not in OF_GATHERINGS:
        return go(keep)
    return Ask(
        text=_("How many people came? Type a number, for example 30."),
        choices=(Choice("unknown", _("Nobody counted")),),
        reads=lambda said: read_count(said, most=MOST_PEOPLE),
        numbers=True,
        then=keep,
    )


@flow.step
async def keep(turn: Turn) -> Screen:
    """Write it into the ledger."""
    service = turn.answers.get("service")
    came = turn.answers.get("gathering")
    # Written before a period was closed and read after: it counts on the first open day.
    day = await turn.counts_on(turn.today)
    given = AssistanceGiven(
        activity=str(turn.answers["activity"]),
        count=int(turn.answers["count"]),
        day=day,
        adjusts=turn.today if day != turn.today else None,
        service=str(service) if service else None,
        attendees=came if isinstance(came, int) else None,
    )
    entry = turn.record(given)
    return go(RECEIPT, entry=entry.code, fresh=1)


def _activity(turn: Turn) -> Activity:
    return turn.library.activities[str(turn.answers["activity"])]
