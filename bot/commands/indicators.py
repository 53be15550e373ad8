"""`toso indicators`: every indicator with its n/N, units, sources and days, or why it has none."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.app import countable
from bot.commands.context import Context
from bot.commands.parsing import day
from bot.commands.tallying import how_far_as_json, refused
from bot.domain.clock import local_day
from bot.domain.errors import Damaged, Refused, Unclear
from bot.domain.indicators import Catalogue, Measure, Target, Value
from bot.domain.periods import Period, period
from bot.domain.quantities import Amount
from bot.domain.sheets import PlaceValues, Sheet, State, Status
from bot.domain.text import Phrase, Plain, _, lines, paragraphs
from bot.reports import lacks
from bot.reports.amounts import whose
from bot.reports.sheets import headed, listed_all
from bot.reports.states import founded
from bot.store import frozen, looks


def declare(to: ArgumentParser, told: Callable[[Phrase], str]) -> None:
    """Say which words the command takes."""
    when = to.add_mutually_exclusive_group()
    at = _("stocks as of this day, flows from 1 January of its year; else today")
    when.add_argument("--at", metavar="D", help=told(at))
    when.add_argument("--period", metavar="P", help=told(_("a period, written as for tally")))
    to.add_argument("--by", choices=("village",), help=told(_("also village by village")))
    to.set_defaults(run=indicators)


async def indicators(context: Context, args: Namespace) -> int:
    """Print the indicators of a day or a period, as they are or as they were closed."""
    declared = countable(context.content, context.overlay)
    today = local_day(context.clock.now())
    asked = _asked(args, today)
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        async with database.read() as tx:
            status = await looks.status(tx, commune.id, asked)
            try:
                sheet = await frozen.sheet(tx, commune, asked, declared.catalogue, today)
            except Damaged as damaged:
                raise refused(damaged) from None
    places = (sheet.whole, *sheet.villages) if args.by else (sheet.whole,)
    if args.json:
        context.give(
            _as_json(sheet, status, places, declared.catalogue, context, by_place=bool(args.by))
        )
        return 0
    context.say(lines(headed(sheet, status, declared.catalogue.deadlines), founded(status)))
    for place in places:
        name = Plain(f"\n{place.name}") if args.by else Plain("")
        values = listed_all(replace(sheet, whole=place), declared.catalogue)
        context.say(paragraphs(name, values))
    told = [one for place in places for one in place.values]
    if way := lacks.ways_out(told, declared.catalogue):
        context.say(paragraphs(Plain(""), way))
    return 0


def _asked(args: Namespace, today: date) -> Period:
    """Return the period of the command's words; raises Refused."""
    at = today if args.at is None else day(args.at)
    try:
        # Also a day may be out of every calendar that we know.
        return period(f"{at.year:04}-01-01..{at}" if args.period is None else args.period)
    except Unclear as unclear:
        raise Refused("TS-44", unclear.text) from None


def _as_json(
    sheet: Sheet,
    status: Status,
    places: Sequence[PlaceValues],
    catalogue: Catalogue,
    context: Context,
    *,
    by_place: bool,
) -> list[dict[str, Any]]:
    """Return the values as their JSON contract has them; both days of the period are inside it."""
    of = {
        "period": {
            "id": sheet.period.id,
            "scheme": sheet.period.scheme.value,
            "start": sheet.period.start.isoformat(),
            "end": sheet.period.last.isoformat(),
        }
    } | how_far_as_json(status)
    # What was closed does not speak with the words of a later catalogue.
    known = None if status.state is State.CLOSED else catalogue
    return [
        ({"place": place.name} if by_place else {}) | _value(one, known, context) | of
        for place in places
        for one in place.values
    ]


def _value(value: Value, catalogue: Catalogue | None, context: Context) -> dict[str, Any]:
    """Return one value: in percent (or per hundred) where it is a rate, else how many."""
    say, top, base = context.voice.say, value.numerator, value.denominator
    counted = top.value if top and value.measure is Measure.COUNT else None
    return {
        "id": value.id,
        "title": say(value.title),
        "group": value.group,
        "measure": value.measure.value,
        "unit": _unit(value),
        "value": counted if value.rounded is None else _number(value.rounded),
        "numerator": _amount(top, context) if top else None,
        "denominator": _amount(base, context) if base else None,
        "target": _target(value.target) if value.target else None,
        "why": say(lacks.explained(value, catalogue)) if value.why else None,
        "lack": value.why.value if value.why else None,
    }


def _unit(value: Value) -> str | None:
    """Return what a value is in: percent, so many of a unit, or a unit per hundred of another."""
    above, below = value.numerator_unit, value.denominator_unit
    match value.measure:
        case Measure.SHARE:
            return "%"
        case Measure.DENSITY:
            return f"{above}/100 {below}" if above and below else None
        case _:
            return above.value if above else None


def _amount(amount: Amount, context: Context) -> dict[str, Any]:
    coverage = amount.coverage
    return {
        "value": amount.value,
        "unit": amount.unit.value,
        "source": context.voice.say(whose(amount)),
        "as_of": amount.as_of.isoformat(),
        "since": amount.since.isoformat() if amount.since else None,
        "origin": amount.origin.value,
        "document": ", ".join(amount.documents) or None,
        "expired": amount.expired,
        "added": amount.added,
        "estimate": amount.estimate,
        "most": amount.most,
        "coverage": {"asked": coverage.asked, "households": coverage.households}
        if coverage
        else None,
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "value": _number(target.value),
        "by": target.by.isoformat(),
        "above": target.above,
        "document": target.document,
        "signed": target.signed.isoformat() if target.signed else None,
    }


def _number(number: Decimal) -> int | float:
    """Return a number as JSON has it; a rounded one is printed with no more digits than it has."""
    return int(number) if number == number.to_integral_value() else float(number)
