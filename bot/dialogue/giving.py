"""What stands in a commune's places, and the figures that an official is about to give there."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from bot.dialogue.flow import Gone
from bot.dialogue.turn import Turn
from bot.domain.asking import asked, missing, needed
from bot.domain.facts import FigureGiven
from bot.domain.figures import Figure
from bot.domain.giving import Known, Standing, expires
from bot.domain.places import Place
from bot.domain.quantities import Quantity

# Answers that are no words of a giver or a document.
USUAL, NONE = "usual:", "none:"
_DOCUMENTS = 2


def outside(turn: Turn) -> dict[str, Quantity]:
    """Return the quantities that are given as figures, by id, in the order of their groups."""
    ones = (one for group in asked(turn.library.catalogue).values() for one in group)
    return {one.id: one for one in ones}


async def lacking(turn: Turn) -> tuple[Quantity, ...]:
    """Return what indicators ask for and nobody has given of late, this very turn included."""
    catalogue = turn.library.catalogue
    known = {getattr(one.fact, "name", "") for one in turn.recorded}
    for one in await turn.records.figures():
        declared = catalogue.quantities.get(one.name)
        day = expires(declared, one.as_of) if declared else None
        if day is None or day > turn.today:
            known.add(one.name)
    return missing(catalogue, known.__contains__)


def quantity(turn: Turn, wanted: str) -> Quantity:
    """Return a quantity; raises Gone where the catalogue no longer has it."""
    found = turn.library.catalogue.quantities.get(wanted)
    if found is None:
        raise Gone
    return found


async def place(turn: Turn) -> Place:
    """Return the place of this conversation; raises Gone where it is no longer on the map."""
    found = [one for one in await turn.numbers.places() if one.id == turn.answers["place"]]
    if not found:
        raise Gone
    return found[0]


async def standing(turn: Turn, wanted: str) -> Sequence[Standing]:
    """Return a quantity's figures in the commune and then in each of its villages."""
    return [
        Standing(one, await turn.numbers.figures(wanted, one))
        for one in await turn.numbers.places()
    ]


async def around(turn: Turn, quantities: Iterable[str], where: Place) -> Known:
    """Return what is known in a place of some quantities and of those they are held against."""
    catalogue = turn.library.catalogue
    wanted = sorted({one for each in quantities for one in needed(catalogue, each)})
    return {one: await turn.numbers.figures(one, where) for one in wanted}


def news(turn: Turn, given: Iterable[tuple[str, int]]) -> list[Figure]:
    """Return figures (quantity and value) with day, giver and document as they were answered."""
    answers = turn.answers
    since, __, last = str(answers.get("window", "")).partition("..")
    made = []
    for name, value in given:
        wanted = quantity(turn, name)
        usual = wanted.giver.of("vi") if wanted.giver else ""
        made.append(
            Figure(
                name=name,
                value=Decimal(value),
                unit=wanted.unit.value,
                as_of=date.fromisoformat(last if wanted.flow else str(answers["day"])),
                giver=usual if answers["giver"] == USUAL else str(answers["giver"]),
                document=None if answers["document"] == NONE else str(answers["document"]),
                since=date.fromisoformat(since) if wanted.flow else None,
            )
        )
    return made


async def givers(turn: Turn, wanted: Sequence[Quantity]) -> tuple[bool, tuple[str, ...]]:
    """Return whether each has a usual giver of its own, and whose name is likely for all."""
    usual = dict.fromkeys(one.giver.of("vi") if one.giver else "" for one in wanted)
    names = {one.id for one in wanted}
    before = [one.giver for one in await turn.records.figures() if one.name in names]
    alike = list(usual) if len(usual) == 1 else []
    offices = dict.fromkeys(one for one in (*alike, *before) if one)
    return len(usual) > 1 and all(usual), tuple(offices)


async def documents(turn: Turn, giver: str) -> tuple[str, ...]:
    """Return the newest documents of a giver: one often holds several figures."""
    same = [one for one in await turn.records.figures() if one.giver == giver]
    return tuple(dict.fromkeys(one.document for one in same if one.document))[:_DOCUMENTS]


def keep(turn: Turn, one: Figure, where: Place) -> str:
    """Record a figure of a place; return its code."""
    given = FigureGiven(
        one.name, one.value, one.unit, one.as_of, one.giver, one.document, one.since
    )
    village = where if where != turn.member.commune else None
    return turn.record(given, village=village).code
