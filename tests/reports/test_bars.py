"""Bars on a phone: they never say more, or less, than the number beside them."""

from decimal import Decimal

import pytest

from bot.reports.bars import bar, reached
from tests.reports.values import goal, said

BARS = [
    ("0", None, "░░░░░░░░░░"),
    ("0.01", None, "█░░░░░░░░░"),
    ("9.99", None, "█░░░░░░░░░"),
    ("20", None, "██░░░░░░░░"),
    ("82.92", None, "████████░░"),
    # Full is 100 %, and no less.
    ("99.999", None, "█████████░"),
    ("100", None, "██████████"),
    ("100.01", None, "██████████►"),
    ("1000", None, "██████████►"),
    ("82.92", "80", "████████|░░"),
    ("79.99", "80", "███████░|░░"),
    ("84.99", "85", "███████░|░░"),
    ("85", "85", "████████|░░"),
    ("96", "95", "██████████|"),
    ("94.99", "95", "█████████░|"),
    ("99", "100", "█████████░|"),
    ("103.3", "100", "██████████|►"),
    ("0.5", "1", "░|░░░░░░░░░"),
    ("1.5", "1", "█|░░░░░░░░░"),
]


@pytest.mark.parametrize(("share", "target", "drawn"), BARS)
def test_a_share_is_drawn_in_ten_cells(share: str, target: str | None, drawn: str) -> None:
    assert said(bar(Decimal(share), goal(target) if target else None)) == drawn


def test_no_share_is_no_empty_bar() -> None:
    assert said(bar(None)) == said(bar(None, goal("80"))) == "chưa có mẫu số"


@pytest.mark.parametrize("above", [False, True])
def test_a_bar_reaches_the_sign_of_its_target_exactly_where_the_number_does(*, above: bool) -> None:
    for tenths in range(1200):
        for aimed in ("1", "14", "15", "50", "80", "85", "95", "100"):
            share, target = Decimal(tenths) / 10, goal(aimed, above=above)
            before, __, behind = said(bar(share, target)).partition("|")
            assert ("░" not in before) == reached(share, target), (share, aimed)
            assert len(before + behind.rstrip("►")) == 10
            assert behind.endswith("►") == (share > 100)


def test_more_than_is_not_as_much_as() -> None:
    assert reached(Decimal(50), goal("50"))
    assert not reached(Decimal(50), goal("50", above=True))
    assert reached(Decimal("50.01"), goal("50", above=True))
