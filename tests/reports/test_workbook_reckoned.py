"""Every formula of the spreadsheet, reckoned anew by LibreOffice, gives the value beside it."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.periods import period
from bot.domain.sheets import PlaceValues
from tests.reports.book_dossiers import small, weeks
from tests.reports.books import SOFFICE, computed, made, reckoned
from tests.reports.values import amount, goal, share

# Halves of the last printed digit, which binary numbers are a hair off.
TIES = [(23, 160), (1, 32), (3, 32), (5, 32), (69, 160), (1, 1600), (37, 160), (2009, 20_000)]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_every_formula_gives_what_was_written_for_it(tmp_path: Path) -> None:
    shown = small()
    ties = tuple(
        share(amount(top), amount(base), id_=f"tie {top}/{base}", target=goal("14.375"))
        for top, base in TIES
    )
    whole = replace(shown.sheet.whole, values=(*shown.sheet.whole.values, *ties))
    year = period("2026")
    grid = replace(
        shown.grid,
        weeks=weeks(year, 53),
        rows=tuple((team, reports * 13 + reports[:1]) for team, reports in shown.grid.rows),
    )
    places = (PlaceValues("Cát 2", ties[:1], ()), *shown.sheet.villages)
    shown = replace(shown, sheet=replace(shown.sheet, whole=whole, villages=places), grid=grid)
    data = made(shown)
    anew = reckoned(data, tmp_path)
    found = list(computed(data))
    assert len(found) > 100
    for name, cell, text, value in found:
        assert isinstance(value, int | float), (name, cell, text)
        assert anew[name][cell].value == pytest.approx(value, abs=1e-9), (name, cell, text)
