"""What printed figures claim: read as they are written, and held against their numbers."""

import os
import re
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.checking_sums import makes
from bot.domain.claims import Bound, Fault, Oddity, Printed, holds, printed, rate
from bot.domain.units import Unit, comparable
from tests.words import ROOT

_SHARED = Path(os.environ.get("TOSO_SHARED", ROOT.parent / "shared"))
_FACTS = _SHARED / "facts" / "indicators.md"


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("98,%", Printed(Decimal(98), 0, odd=frozenset({Oddity.STRAY_COMMA}))),
        ("98.5", Printed(Decimal("98.5"), 1, odd=frozenset({Oddity.DOT_DECIMALS}))),
        ("0,04", Printed(Decimal("0.04"), 2)),
        ("0.041%", Printed(Decimal("0.041"), 3, odd=frozenset({Oddity.DOT_DECIMALS}))),
        ("trên 96", Printed(Decimal(96), 0, Bound.ABOVE)),
        ("Hơn 96%", Printed(Decimal(96), 0, Bound.ABOVE)),
        ("chưa đến 5,0%", Printed(Decimal("5.0"), 1, Bound.BELOW)),
        ("từ 90% trở lên", Printed(Decimal(90), 0, Bound.AT_LEAST)),
        ("gần 80%", Printed(Decimal(80), 0, Bound.NEAR)),
        ("khoảng 50 %", Printed(Decimal(50), 0, Bound.ABOUT, frozenset({Oddity.SPACED_SIGN}))),
        ("100% %", Printed(Decimal(100), 0, odd=frozenset({Oddity.DOUBLE_SIGN}))),
        ("2", Printed(Decimal(2), 0)),
        ("1.711", Printed(Decimal(1711), 0)),
        ("22.261.000", Printed(Decimal(22261000), 0)),
        ("1,711", Printed(Decimal("1.711"), 3)),
        ("1.711,50", Printed(Decimal("1711.50"), 2)),
        ("1,711.5", Printed(Decimal("1711.5"), 1, odd=frozenset({Oddity.DOT_DECIMALS}))),
        ("05", Printed(Decimal(5), 0)),
    ],
)
def test_a_figure_is_read_as_it_is_printed(words: str, read: Printed) -> None:
    assert printed(words) == read
    # Two Decimals of one value may differ in their digits.
    assert str(printed(words).value) == str(read.value)


@pytest.mark.parametrize(
    "words", ["– ", "%", "nhiều", "12.34.56", "1,2,3", "từ 90", "98 5", "-3", "٣"]
)
def test_what_is_no_figure_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        printed(words)


@pytest.mark.parametrize(
    ("n", "d", "decimals", "share"),
    [(3, 8, 0, "38"), (1, 32, 2, "3.13"), (1, 999, 1, "0.1"), (9, 9, 2, "100.00")],
)
def test_rates_are_rounded_half_up_once(n: int, d: int, decimals: int, share: str) -> None:
    assert str(rate(n, d, decimals)) == share
    # An exact half that no division to 28 digits can tell from a little less.
    tiny = 10**40
    assert rate(Decimal(3 * tiny - 1), Decimal(8 * tiny), 0) == 37


# Invented numbers: n, d, what is printed, what is wrong, what it should be at that precision.
_TABLE = [
    (39, 40, "97,5", None, "97.5"),
    (39, 40, "98%", None, "98"),
    (39, 40, "98,%", None, "98"),
    (32, 40, "80", None, "80"),
    (39, 40, "97,6", Fault.WRONG, "97.5"),
    (2, 3, "66,6", Fault.TRUNCATED, "66.7"),
    (2, 3, "66", Fault.TRUNCATED, "67"),
    (2, 3, "66.67", None, "66.67"),
    (9, 200, "0,05", Fault.FRACTION, "4.50"),
    (99, 100, "0,99", Fault.FRACTION, "99.00"),
    (99, 100, "1", Fault.WRONG, "99"),
    (1, 900, "0,0", Fault.WRONG, "0.1"),
    (1, 9999, "0,0", None, "0.0"),
    (99, 100, "trên 99", Fault.BOUND, "99"),
    (99, 100, "từ 99 trở lên", None, "99"),
    (99, 100, "ít nhất 99", None, "99"),
    (991, 1000, "trên 99", None, "99"),
    (99, 100, "dưới 99", Fault.BOUND, "99"),
    (989, 1000, "dưới 99", None, "99"),
    (94, 100, "gần 99", None, "94"),
    (93, 100, "gần 99", Fault.BOUND, "93"),
    (99, 100, "gần 99", Fault.BOUND, "99"),
    (45, 100, "khoảng 50", None, "45"),
    (55, 100, "khoảng 50", None, "55"),
    (56, 100, "khoảng 50", Fault.BOUND, "56"),
    (2, 3, "Trên 66,6", Fault.TRUNCATED, "66.7"),
    (2, 3, "trên 66", None, "67"),
    (41, 40, "102,5", Fault.OVER, "102.5"),
    (41, 40, "trên 100", Fault.OVER, "103"),
    (9, 9, "100", None, "100"),
]


@pytest.mark.parametrize(("n", "d", "words", "fault", "should"), _TABLE)
def test_a_printed_rate_holds_or_what_is_wrong_is_named(
    n: int, d: int, words: str, fault: Fault | None, should: str
) -> None:
    verdict = holds(n, d, printed(words))
    assert (verdict.fault, str(verdict.should)) == (fault, should)
    assert verdict.holds is (fault is None)


def test_a_bound_is_idle_where_a_closer_one_could_be_said() -> None:
    assert holds(999, 1000, printed("trên 95")).idle
    assert not holds(957, 1000, printed("trên 95")).idle
    assert not holds(91, 100, printed("gần 95")).idle


def test_nothing_is_a_share_of_nothing() -> None:
    with pytest.raises(ZeroDivisionError):
        holds(1, 0, printed("100"))


def test_parts_make_the_whole_or_it_is_said_what_is_missing() -> None:
    assert makes((9, 90, 900), 999).holds
    short = makes((9, Decimal(90)), 100)
    assert (short.total, short.off) == (Decimal(99), Decimal(1))
    assert not short.holds
    assert makes((9, 9), 9).off == -9


def test_households_are_no_share_of_people() -> None:
    assert not comparable(Unit.HOUSEHOLD, Unit.PERSON)
    assert comparable(Unit.ACCOUNT, Unit.CARD)
    assert not comparable(Unit.TIME, Unit.PERSON)


def _appendix() -> list[list[str]]:
    """Return the rows of the table of real reports: what they print, and what it comes to."""
    if not _FACTS.exists():
        return []
    text = _FACTS.read_text(encoding="utf-8").partition("## APPENDIX A")[2]
    table = text.partition("```csv")[2].partition("```")[0]
    return [line.split(";") for line in table.strip().splitlines()]


_ROWS = _appendix()


@pytest.mark.skipif(not _ROWS, reason="../shared/facts is not part of the project")
@pytest.mark.parametrize("row", _ROWS, ids=[row[0] for row in _ROWS])
def test_real_reports_are_recomputed(row: list[str]) -> None:
    _name, kind, left, right, said, recomputed, units, verdict = row
    wanted = printed(recomputed)
    if kind == "sum":
        added = makes((printed(part).value for part in left.split("+")), printed(right).value)
        assert added.total == wanted.value
        assert added.holds is (verdict == "OK")
        return
    n, d = printed(left).value, printed(right).value
    assert rate(n, d, wanted.decimals) == wanted.value
    numerator, denominator = map(Unit, units.split("/"))
    assert comparable(numerator, denominator) is (units != "hộ/người")
    if not said:
        return
    found = holds(n, d, printed(said))
    assert found.holds is (verdict != "BAD-CALC")


@pytest.mark.skipif(not _ROWS, reason="../shared/facts is not part of the project")
def test_the_table_of_real_reports_has_every_verdict() -> None:
    assert len(_ROWS) > 40
    found = {(row[1], row[-1]) for row in _ROWS}
    assert {("ratio", "BAD-CALC"), ("sum", "BAD-SUM"), ("ratio", "BAD-DEN")} <= found
    faults = {
        row[0]: holds(int(row[2]), int(row[3]), printed(row[4])).fault
        for row in _ROWS
        if row[1] == "ratio" and row[-1] == "BAD-CALC"
    }
    assert None not in faults.values()
    assert set(faults.values()) == {Fault.BOUND, Fault.FRACTION, Fault.WRONG, Fault.TRUNCATED}
