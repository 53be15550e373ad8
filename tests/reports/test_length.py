"""A screen of indicators is one message of the narrowest channel: 2 000 signs on Zalo."""

from datetime import date

import pytest

from bot.domain.indicators import Indicator, Measure, Target, Value
from bot.domain.periods import period
from bot.domain.quantities import Amount, Coverage, Lack, Origin
from bot.reports.indicators import brief, detailed
from bot.reports.periods import called, offered
from tests.house import LIBRARY
from tests.reports.values import goal, said

LONGEST = 2000
# The period, its state, and the choices with their digits, which stand on the same message.
AROUND = 300
CATALOGUE = LIBRARY.catalogue


def _full(of: str) -> Amount:
    """Return as much to say about a quantity as there can be."""
    one = CATALOGUE.quantities[of]
    givers = (one.giver.of("vi"),) if one.giver else ()
    coverage = Coverage(1234, 5678) if one.origin is Origin.SURVEY else None
    return Amount(
        12345, one.unit, one.origin, date(2026, 9, 30), date(2026, 1, 1), givers,
        ("1234/BC-UBND",), coverage, 999 if one.adds else None,
    )  # fmt: skip


def _value(one: Indicator, *, known: bool, target: Target | None = None) -> Value:
    below = CATALOGUE.quantities[one.denominator].title if one.denominator else None
    return Value(
        one.id, one.title, one.group, one.measure, CATALOGUE.decimals,
        CATALOGUE.quantities[one.numerator].title, below,
        _full(one.numerator) if known else None,
        _full(one.denominator) if known and one.denominator else None,
        None if known else Lack.MISSING,
        target,
    )  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("known", [True, False])
def test_every_indicator_of_the_catalogue_fits(*, known: bool, language: str) -> None:
    for one in CATALOGUE.indicators.values():
        target = goal("95") if one.measure is Measure.SHARE else None
        value = _value(one, known=known, target=target)
        told = said(detailed(value, _value(one, known=True), CATALOGUE), language)
        assert len(told) + AROUND <= LONGEST, told


@pytest.mark.parametrize("language", ["vi", "en"])
def test_seven_lines_of_a_group_fit(language: str) -> None:
    rows = sorted(
        (
            len(said(one.title, language)) + len(said(brief(_value(one, known=known)), language))
            for one in CATALOGUE.indicators.values()
            for known in (True, False)
        ),
        reverse=True,
    )
    assert sum(rows[:7]) + 7 * len("1. : \n") + AROUND <= LONGEST


def test_seven_periods_to_choose_from_fit() -> None:
    shown = period("2026-H2@nd09")
    rows = [len(said(one.label)) for one in offered(date(2026, 12, 31), shown)]
    assert len(said(called(shown))) <= 80
    assert sum(sorted(rows)[-7:]) + 7 * len("1. \n") + AROUND <= LONGEST
