"""Values: n over N, rounded half up once; why there is none; more than 100 % stays."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.domain.indicators import Ladder, Measure, Target, Value
from bot.domain.quantities import Amount, Lack, Origin
from bot.domain.units import Unit
from bot.domain.valuing import climb, target, value
from tests.declared import catalogue, indicator, quantity, words
from tests.declared import target as aim

DAY = date(2026, 11, 22)
HERE = "Xã Hoà Bình"


def amount(count: int, unit: Unit = Unit.PERSON, *, expired: bool = False) -> Amount:
    return Amount(count, unit, Origin.FIGURE, date(2025, 12, 31), expired=expired)


def rate(
    over: Amount | Lack,
    under: Amount | Lack | None,
    *,
    measure: Measure | None = None,
    decimals: int = 2,
) -> Value:
    """Return what one over another comes to; None: no denominator is declared."""
    declared = indicator("rate", "over", "under" if under is not None else None, measure)
    known = catalogue([quantity("over"), quantity("under")], [declared], decimals=decimals)
    amounts = {"over": over} | ({"under": under} if under is not None else {})
    return value(declared, known, amounts, HERE, DAY)


@pytest.mark.parametrize(
    ("n", "of", "decimals", "printed"),
    [
        (3, 8, 1, "37.5"),
        (3, 8, 0, "38"),
        (1, 32, 2, "3.13"),
        (1, 3, 2, "33.33"),
        (2, 3, 2, "66.67"),
        (0, 7, 2, "0.00"),
        (2495, 3009, 2, "82.92"),
        (2570, 3009, 2, "85.41"),
        (1, 2108, 1, "0.0"),
        (21, 22, 1, "95.5"),
        # 1/800 is 0,125 %: half up, where half to even would give 0,12.
        (1, 800, 2, "0.13"),
        # Rounded once: by way of one decimal it would become 5.
        (4451, 99999, 0, "4"),
        (3009, 2914, 2, "103.26"),
        (10, 1, 2, "1000.00"),
    ],
)
def test_a_rate_is_rounded_half_up_once_and_never_capped(
    n: int, of: int, decimals: int, printed: str
) -> None:
    found = rate(amount(n), amount(of), decimals=decimals)
    assert (found.why, str(found.rounded)) == (None, printed)
    assert found.percent == Decimal(n) * 100 / of


@pytest.mark.parametrize(
    ("over", "under", "why"),
    [
        (amount(5), Lack.MISSING, Lack.MISSING),
        (amount(5), Lack.UNLIKE, Lack.UNLIKE),
        (amount(5), amount(0), Lack.ZERO),
        (amount(0), amount(0), Lack.ZERO),
        (amount(5), amount(9, expired=True), Lack.EXPIRED),
        (amount(5), amount(0, expired=True), Lack.ZERO),
        (amount(646, Unit.HOUSEHOLD), amount(3833), Lack.UNLIKE),
        (Lack.MISSING, amount(9), Lack.MISSING),
        (Lack.SILENT, amount(9), Lack.SILENT),
        # What the numerator lacks is told first: without it no denominator helps.
        (Lack.SILENT, Lack.MISSING, Lack.SILENT),
        (Lack.SILENT, amount(0), Lack.SILENT),
    ],
)
def test_where_something_is_lacking_there_is_no_rate(
    over: Amount | Lack, under: Amount | Lack, why: Lack
) -> None:
    found = rate(over, under)
    assert (found.why, found.percent, found.rounded) == (why, None, None)
    # What is known is told all the same.
    assert found.numerator == (over if isinstance(over, Amount) else None)
    assert found.denominator == (under if isinstance(under, Amount) else None)


def test_an_old_numerator_is_still_a_numerator() -> None:
    assert rate(amount(1, expired=True), amount(8)).rounded == Decimal("12.50")


@pytest.mark.parametrize("over", [Unit.ACCOUNT, Unit.CARD, Unit.CERTIFICATE, Unit.MAILBOX])
def test_what_a_person_has_one_of_is_a_share_of_people(over: Unit) -> None:
    assert rate(amount(3, over), amount(8)).rounded == Decimal("37.50")


def test_a_density_is_of_another_unit_and_per_hundred() -> None:
    found = rate(amount(676, Unit.SUBSCRIPTION), amount(3833), measure=Measure.DENSITY)
    assert (found.why, found.rounded) == (None, Decimal("17.64"))
    nobody = rate(amount(676, Unit.SUBSCRIPTION), amount(0), measure=Measure.DENSITY)
    assert (nobody.why, nobody.rounded) == (Lack.ZERO, None)


@pytest.mark.parametrize("told", [amount(0), amount(7), Lack.SILENT, Lack.MISSING])
def test_a_count_is_its_numerator_and_a_told_zero_is_not_silence(told: Amount | Lack) -> None:
    found = rate(told, None)
    lack = told if isinstance(told, Lack) else None
    assert (found.why, found.numerator) == (lack, None if lack else told)
    assert (found.percent, found.denominator_title) == (None, None)


def test_a_quantity_that_nobody_counted_is_missing() -> None:
    declared = indicator("rate", "over", "under")
    known = catalogue([quantity("over"), quantity("under")], [declared])
    assert value(declared, known, {}, HERE, DAY).why is Lack.MISSING


def test_a_value_carries_what_its_output_needs() -> None:
    found = replace(rate(amount(1), amount(8), decimals=1), numerator=None, denominator=None)
    assert found == Value(
        "rate", words("rate"), "group", Measure.SHARE, 1, words("over"), words("under"), None, None,
        numerator_unit=Unit.PERSON, denominator_unit=Unit.PERSON,
    )  # fmt: skip


YEAR, NEXT, LATER = date(2026, 12, 31), date(2027, 12, 31), date(2030, 12, 31)


@pytest.mark.parametrize(
    ("targets", "chosen"),
    [
        ((), None),
        ((aim("other", "1", YEAR),), None),
        ((aim("rate", "1", YEAR, commune="Xã Suối Đá"),), None),
        # The next one to be reached.
        ((aim("rate", "1", LATER), aim("rate", "2", YEAR), aim("rate", "3", NEXT)), "2"),
        ((aim("rate", "1", DAY), aim("rate", "2", YEAR)), "1"),
        # The last one that has passed, where none lies ahead.
        ((aim("rate", "1", date(2020, 1, 1)), aim("rate", "2", date(2025, 12, 31))), "2"),
        ((aim("rate", "1", date(2026, 11, 21)), aim("rate", "2", LATER)), "2"),
        # The commune's own.
        ((aim("rate", "1", YEAR, commune=HERE), aim("rate", "2", YEAR)), "1"),
        ((aim("rate", "1", LATER, commune=HERE), aim("rate", "2", YEAR)), "1"),
        # The one that was set last, but not after the day.
        (
            (
                aim("rate", "1", YEAR, signed=date(2026, 3, 1)),
                aim("rate", "2", YEAR, signed=date(2026, 1, 5)),
            ),
            "1",
        ),
        (
            (
                aim("rate", "1", YEAR, signed=date(2026, 12, 1)),
                aim("rate", "2", YEAR, signed=date(2026, 1, 5)),
            ),
            "2",
        ),
        ((aim("rate", "1", YEAR), aim("rate", "2", YEAR)), "2"),
    ],
)
def test_the_target_is_the_newest_one_that_applies(
    targets: tuple[Target, ...], chosen: str | None
) -> None:
    found = target(targets, "rate", HERE, DAY)
    assert (str(found.value) if found else None) == chosen


LADDER = Ladder("identity", words("identity"), ("people", "cards"), ("cards", "done", "active"))
KNOWN = catalogue(
    [quantity(one) for one in ("people", "cards", "done", "active")], ladders=(LADDER,)
)


@pytest.mark.parametrize(
    ("people", "cards", "base"),
    [
        (amount(9), amount(8), "people"),
        (Lack.MISSING, amount(8), "cards"),
        (amount(0), amount(8), "cards"),
        (amount(9, expired=True), amount(8), "cards"),
        (Lack.MISSING, Lack.MISSING, None),
        (amount(9, expired=True), amount(0), None),
    ],
)
def test_every_rung_of_a_ladder_stands_on_the_first_base_that_is_fit(
    people: Amount | Lack, cards: Amount | Lack, base: str | None
) -> None:
    amounts = {"people": people, "cards": cards, "done": amount(7), "active": Lack.MISSING}
    found = climb(LADDER, KNOWN, amounts)
    assert found.base_title == (words(base) if base else None)
    assert found.base == (amounts[base] if base else None)
    known = cards if isinstance(cards, Amount) else None
    assert [rung.amount for rung in found.rungs] == [known, amount(7), None]
    assert [rung.title for rung in found.rungs] == [words(rung) for rung in LADDER.rungs]
