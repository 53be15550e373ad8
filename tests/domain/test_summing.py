"""Sums: parts of one day and one unit; what is missing is not zero."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.quantities import Amount, Coverage, Lack, Origin
from bot.domain.summing import total, whole
from bot.domain.units import Unit
from tests.declared import quantity

END = date(2025, 12, 31)
WHOLE = quantity("whole", origin=Origin.SUM, of=("one", "two"))
ONE = Amount(3, Unit.PERSON, Origin.FIGURE, END, givers=("Công an xã",), documents=("1/BC",))


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (ONE, replace(ONE, value=5), 8),
        (ONE, replace(ONE, value=0), 3),
        (ONE, Lack.MISSING, Lack.MISSING),
        (Lack.SILENT, ONE, Lack.SILENT),
        (ONE, replace(ONE, as_of=date(2025, 12, 30)), Lack.UNLIKE),
        (ONE, replace(ONE, since=date(2025, 1, 1)), Lack.UNLIKE),
        (ONE, replace(ONE, unit=Unit.HOUSEHOLD), Lack.UNLIKE),
        (replace(ONE, unit=Unit.CARD), replace(ONE, unit=Unit.CARD), Lack.UNLIKE),
    ],
)
def test_a_whole_is_known_where_all_its_parts_are_and_are_alike(
    one: Amount | Lack, two: Amount | Lack, expected: int | Lack
) -> None:
    found = whole(WHOLE, {"one": one, "two": two})
    assert (found if isinstance(found, Lack) else found.value) == expected


def test_a_whole_says_that_it_is_a_sum_and_where_its_parts_come_from() -> None:
    other = replace(ONE, value=4, givers=("Công an xã", "Trạm y tế"), documents=("2/BC", "1/BC"))
    assert whole(WHOLE, {"one": ONE, "two": other}) == Amount(
        7,
        Unit.PERSON,
        Origin.SUM,
        END,
        givers=("Công an xã", "Trạm y tế"),
        documents=("1/BC", "2/BC"),
    )


def test_a_whole_of_nothing_is_missing() -> None:
    assert whole(quantity("whole", origin=Origin.SUM), {}) is Lack.MISSING
    assert whole(WHOLE, {"one": ONE}) is Lack.MISSING


def test_a_total_is_as_old_as_the_oldest_and_as_uncertain_as_any() -> None:
    older = replace(ONE, as_of=date(2024, 12, 31), expired=True, added=2, most=9)
    found = total([replace(ONE, added=5), older], Origin.FIGURE)
    assert (found.as_of, found.expired, found.added, found.most) == (older.as_of, True, 7, 12)
    assert (found.value, found.estimate) == (6, 13)
    plain = total([ONE, ONE], Origin.FIGURE)
    assert (plain.added, plain.most, plain.estimate, plain.coverage) == (None, None, None, None)


def test_a_total_is_covered_as_far_as_the_part_that_is_covered_least() -> None:
    parts = [replace(ONE, coverage=Coverage(asked, 40)) for asked in (30, 20)]
    assert total(parts, Origin.SURVEY).coverage == Coverage(20, 40)
