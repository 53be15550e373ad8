"""`toso findings`: what is to be checked, with its figures, and nobody's name."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.commands.conftest import Toso
from tests.house import NOW


@pytest.fixture(autouse=True)
def _morning(set_clock: Callable[[datetime], None]) -> None:
    """The morning on which the demo commune was made."""
    set_clock(NOW)


def test_the_points_of_a_period_are_printed(toso: Toso, commune: Path) -> None:
    ran = toso("findings", "--db", str(commune), "--period", "2026-W47")
    assert (ran.code, ran.err) == (0, "")
    assert "Bình An (xã mẫu)" in ran.out
    assert "Cộng lại 3.928 người, nhiều hơn 95 người so với số này:" in ran.out


def test_json_has_every_figure_with_unit_source_and_day(toso: Toso, commune: Path) -> None:
    found = toso("findings", "--db", str(commune), "--period", "2026-W47", "--json").json
    one = next(each for each in found if each["rule"] == "the_va_tre_em")
    assert [(each["value"], each["unit"]) for each in one["left"]] == [
        (3009, "thẻ"),
        (919, "người"),
    ]
    assert one["right"][0]["value"] == 3833
    assert (one["place"], one["expected"], one["answer"]) == (None, 3833, None)
    assert {each["as_of"] for each in (*one["left"], *one["right"])} == {"2026-09-30"}


def test_a_period_that_is_none_is_refused(toso: Toso, commune: Path) -> None:
    ran = toso("findings", "--db", str(commune), "--period", "2026-13")
    assert (ran.code, ran.out) == (1, "")
    assert "TS-44" in ran.err
