"""The sheet of a period in words: whose it is, how far it is, its groups, and place by place."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from bot.domain.indicators import Catalogue, Deadline, Value
from bot.domain.periods import Period
from bot.domain.sheets import PlaceValues, Sheet, Status
from bot.domain.text import Lines, Plain, Text, Words, _, fold, lines, listed, paragraphs
from bot.reports.bars import bar, reached
from bot.reports.indicators import brief, line
from bot.reports.periods import called
from bot.reports.states import counted_so_far, state


def headed(sheet: Sheet, status: Status, deadlines: Iterable[Deadline] = ()) -> Text:
    """Say whose numbers these are, of which days, how far the period is, and its fingerprint.

    `deadlines`: when reports are to be sent, for the one of this kind of period.
    """
    return lines(
        Plain(sheet.commune),
        called(sheet.period),
        counted_so_far(sheet.period, sheet.day, status),
        state(status),
        *(_sent(one, sheet.period) for one in deadlines if one.kind == sheet.period.kind),
    )


def _sent(one: Deadline, asked: Period) -> Text:
    return _("To be sent: {day} ({document}).", day=one.of(asked), document=one.document)


def summed_up(values: Sequence[Value]) -> Text:
    """Say how many indicators reach their target, how many do not, how many have no number."""
    told = [
        reached(one.percent, one.target) for one in values if one.target and one.percent is not None
    ]
    lacking = _(
        "Without a number: {n}/{all}.",
        n=sum(one.why is not None for one in values),
        all=len(values),
    )
    if not told:
        return lacking
    aims = _(
        "Targets reached: {n}, not reached: {missed}.", n=sum(told), missed=len(told) - sum(told)
    )
    return Lines((aims, lacking), gap=" ")


def grouped(sheet: Sheet, groups: Mapping[str, Words]) -> dict[str, tuple[Value, ...]]:
    """Return the commune's values by group, in the order of the groups; empty ones left out."""
    found = {
        group: tuple(one for one in sheet.whole.values if one.group == group)
        for group in sheet.headings(groups)
    }
    return {group: values for group, values in found.items() if values}


def listed_all(sheet: Sheet, catalogue: Catalogue) -> Text:
    """Say every indicator of a sheet, group by group, each in a line that can stand alone."""
    titles = sheet.headings(catalogue.groups)
    return paragraphs(
        *(
            lines(titles[group], listed(line(one, catalogue) for one in values))
            for group, values in grouped(sheet, catalogue.groups).items()
        ),
    )


def by_village(sheet: Sheet, indicator: str, catalogue: Catalogue | None = None) -> Text:
    """Say an indicator village by village, the highest first, those without a number last."""
    found = [(place, _of(place, indicator)) for place in sheet.villages]
    known = sorted(
        ((place, one) for place, one in found if one and not one.why),
        key=lambda pair: (-_height(pair[1]), fold(pair[0].name)),
    )
    unknown = sorted(
        ((place, one) for place, one in found if not one or one.why),
        key=lambda pair: fold(pair[0].name),
    )
    if not found:
        return _("This commune has no villages on that day.")
    return lines(
        *(_row(place, one) for place, one in known),
        *(
            _("{place}: {value}", place=Plain(place.name), value=_unknown(one, catalogue))
            for place, one in unknown
        ),
        _("Villages as they were on {day}.", day=sheet.map_day),
    )


def value_of(sheet: Sheet, indicator: str) -> Value | None:
    """Return the commune's value of an indicator, None where the sheet has none."""
    return _of(sheet.whole, indicator)


def _of(place: PlaceValues, indicator: str) -> Value | None:
    return next((one for one in place.values if one.id == indicator), None)


def _height(value: Value) -> Decimal:
    if value.percent is not None:
        return value.percent
    return Decimal(value.numerator.value if value.numerator else 0)


def _row(place: PlaceValues, value: Value) -> Text:
    """Say a village's value, a rate with what it rests on and its bar."""
    top, base = value.numerator, value.denominator
    if value.percent is None or not top or not base:
        return _("{place}: {value}", place=Plain(place.name), value=brief(value))
    return lines(
        _(
            "{place}: {value} ({n}/{all})",
            place=Plain(place.name),
            value=brief(value),
            n=top.value,
            all=base.value,
        ),
        bar(value.percent, value.target),
    )


def _unknown(value: Value | None, catalogue: Catalogue | None) -> Text:
    return brief(value, catalogue) if value else _("no figure yet")
