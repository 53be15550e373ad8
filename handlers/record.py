"""Record help given: what, how many, and it is kept; the receipt follows."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.activities import Activity, entitled, units
from bot.domain.chat import Choice
from bot.domain.facts import AssistanceGiven
from bot.domain.people import MEMBERS
from bot.domain.text import Plain, _, lines
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

# From here on a number is worth a second look (30 for 3); smaller ones are kept at once.
_MANY = 10
_AT_HAND = 5


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
    return go(keep) if answer == "yes" else go(count, large=None)


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
    return go(RECEIPT, entry=entry.code)


def _activity(turn: Turn) -> Activity:
    return turn.library.activities[str(turn.answers["activity"])]
