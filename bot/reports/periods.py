"""Periods in words, always with both their days, and the ones that are offered to choose."""

from datetime import date

from bot.domain.chat import Choice
from bot.domain.periods import Period, PeriodKind, Scheme, around, in_scheme, period, previous
from bot.domain.text import Lines, Phrase, Plain, Text, _
from bot.reports.text import span

# The same days in either scheme.
_ALIKE = frozenset({PeriodKind.WEEK, PeriodKind.RANGE})


def called(shown: Period) -> Text:
    """Name a period with both its days, as in "Tháng 11/2026 theo NĐ 09 (15/10 – 14/11)"."""
    if shown.kind is PeriodKind.RANGE:
        return span(shown)
    name: Text = named(shown)
    if shown.scheme is Scheme.ND09 and shown.kind not in _ALIKE:
        name = _("{period} by Decree 09", period=name)
    return Lines((name, Plain(" ("), span(shown), Plain(")")), gap="")


def named(shown: Period) -> Text:
    """Name a period where its days stand beside it; a free range has no other name."""
    return span(shown) if shown.kind is PeriodKind.RANGE else _name(shown)


def offered(today: date, shown: Period) -> tuple[Choice, ...]:
    """Offer the periods that reports are usually about, each in both schemes.

    First the one that is shown in the other scheme, where that has other days.
    """
    wanted = [in_scheme(shown, scheme) for scheme in Scheme if shown.kind not in _ALIKE]
    this_week = around(today, PeriodKind.WEEK)
    wanted += [this_week, previous(this_week)]
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
        now = [around(today, kind, scheme) for scheme in Scheme]
        wanted += [*map(previous, now), *now]
    for scheme in Scheme:
        # Halves and nine months are reported when they are over.
        wanted += [previous(around(today, PeriodKind.HALF, scheme)), _nine_months(today, scheme)]
    for scheme in Scheme:
        year = around(today, PeriodKind.YEAR, scheme)
        wanted += [year, previous(year)]
    different = dict.fromkeys(one for one in wanted if one != shown)
    return tuple(Choice(one.id, called(one)) for one in different)


def _nine_months(today: date, scheme: Scheme) -> Period:
    """Return the last nine months that are over."""
    year = around(today, PeriodKind.YEAR, scheme).id[:4]
    found = in_scheme(period(f"{year}-9M"), scheme)
    return found if found.end <= today else previous(found)


def _name(shown: Period) -> Phrase:
    year, __, number = shown.id.removesuffix("@nd09").partition("-")
    match shown.kind:
        case PeriodKind.WEEK:
            return _("Week {n} of {year}", n=str(int(number[1:])), year=year)
        case PeriodKind.MONTH:
            return _("Month {n}/{year}", n=str(int(number)), year=year)
        case PeriodKind.QUARTER:
            return _("Quarter {n}/{year}", n=number[1:], year=year)
        case PeriodKind.HALF if number == "H1":
            return _("First six months of {year}", year=year)
        case PeriodKind.HALF:
            return _("Last six months of {year}", year=year)
        case PeriodKind.NINE_MONTHS:
            return _("Nine months of {year}", year=year)
        case _:
            return _("Year {year}", year=year)
