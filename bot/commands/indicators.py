"""`toso indicators`: every indicator with its n/N, units, sources and days, or why it has none."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.app import sound
from bot.commands.context import Context
from bot.commands.parsing import day
from bot.commands.tallying import damaged
from bot.domain.clock import local_day
from bot.domain.errors import Refused, Unclear
from bot.domain.indicators import Catalogue, Measure, Target, Value
from bot.domain.periods import Period, period
from bot.domain.quantities import Amount
from bot.domain.sheets import PlaceValues, Sheet
from bot.domain.text import Phrase, Plain, _, paragraphs
from bot.reports import lacks
from bot.reports.amounts import whose
from bot.reports.sheets import headed, listed_all
from bot.store import frozen, looks
from bot.store.sealing import Damaged


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
    library = sound(context.content, context.overlay)
    today = local_day(context.clock.now())
    asked = _asked(args, today)
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        async with database.read() as tx:
            status = await looks.status(tx, commune.id, asked)
            try:
                sheet = await frozen.sheet(tx, commune, asked, library.catalogue, today)
            except Damaged:
                raise damaged() from None
    places = (sheet.whole, *sheet.villages) if args.by else (sheet.whole,)
    if args.json:
        context.give(_as_json(sheet, places, library.catalogue, context, by_place=bool(args.by)))
        return 0
    context.say(headed(sheet, status))
    for place in places:
        name = Plain(f"\n{place.name}") if args.by else Plain("")
        values = listed_all(replace(sheet, whole=place), library.catalogue)
        context.say(paragraphs(name, values))
    told = [one for place in places for one in place.values]
    if way := lacks.ways_out(told, library.catalogue):
        context.say(paragraphs(Plain(""), way))
    return 0


def _asked(args: Namespace, today: date) -> Period:
    """Return the period of the command's words; raises Refused."""
    if args.period is not None:
        try:
            return period(args.period)
        except Unclear as unclear:
            raise Refused("TS-44", unclear.text) from None
    at = today if args.at is None else day(args.at)
    return period(f"{at.year}-01-01..{at}")


def _as_json(
    sheet: Sheet,
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
    }
    return [
        ({"place": place.name} if by_place else {}) | _value(one, catalogue, context) | of
        for place in places
        for one in place.values
    ]


def _value(value: Value, catalogue: Catalogue, context: Context) -> dict[str, Any]:
    """Return one value: in percent (or per hundred) where it is a rate, else how many."""
    say, top, base = context.voice.say, value.numerator, value.denominator
    counted = top.value if top and value.measure is Measure.COUNT else None
    return {
        "id": value.id,
        "title": say(value.title),
        "group": value.group,
        "measure": value.measure.value,
        "unit": _unit(value, catalogue),
        "value": counted if value.rounded is None else _number(value.rounded),
        "numerator": _amount(top, context) if top else None,
        "denominator": _amount(base, context) if base else None,
        "target": _target(value.target) if value.target else None,
        "why": say(lacks.explained(value, catalogue)) if value.why else None,
        "lack": value.why.value if value.why else None,
    }


def _unit(value: Value, catalogue: Catalogue) -> str | None:
    """Return what a value is in: percent, so many of a unit, or a unit per hundred of another."""
    declared = catalogue.indicators.get(value.id)
    above = catalogue.quantities.get(declared.numerator) if declared else None
    below = catalogue.quantities.get(declared.denominator or "") if declared else None
    match value.measure:
        case Measure.SHARE:
            return "%"
        case Measure.DENSITY:
            return f"{above.unit}/100 {below.unit}" if above and below else None
        case _:
            return above.unit.value if above else None


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
