"""Which team reported in which week: words in every cell, and formulas that count them."""

import math
from collections.abc import Sequence

from bot.domain.dossiers import Report
from bot.domain.periods import Period
from bot.domain.text import Lines, Plain, Text, _
from bot.reports.text import span as days
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import Cell, Formula
from bot.reports.workbook.page import Page, at, span
from bot.reports.workbook.styles import CENTRED, COUNT, HEAD, SUM, Style

_TEAM, _WEEK = 26, 11.5
_COUNTED = (Report.GIVEN, Report.NOTHING, Report.SILENT)
_FIRST = 1 + len(_COUNTED)
_WEEKS_A_PAGE = 12
_LOOKS = {
    Report.GIVEN: CENTRED,
    Report.NOTHING: CENTRED,
    Report.SILENT: Style(align="center", bold=True, fill="#FFF2CC"),
    Report.AHEAD: Style(align="center", color="#7F7F7F"),
}


def add(book: Book) -> None:
    """Add the grid of teams and weeks."""
    grid = book.dossier.grid
    weeks = len(grid.weeks)
    widths = (_TEAM, *[9.0] * len(_COUNTED), *[_WEEK] * max(weeks, 5))
    across = max(1, math.ceil(weeks / _WEEKS_A_PAGE))
    page = Page(
        book, _("Who reported"), _("Which team reported in which week"), widths, across=across,
        kept=_FIRST,
    )  # fmt: skip
    if not grid.rows or not weeks:
        page.note(_("This commune has no teams yet, so nobody's report is missing."))
        page.done()
        return
    page.head(_("Team"), *map(_mark, _COUNTED), *map(_week, grid.weeks))
    first = page.next
    for team, reports in grid.rows:
        _team(page, first - 1, team, reports)
    _by_week(page, first, [reports for __, reports in grid.rows])
    page.blank()
    _legend(page)
    page.done()


def _team(page: Page, head: int, team: str, reports: Sequence[Report]) -> None:
    row, last = page.next, _FIRST + len(reports) - 1
    counted = (
        Formula(
            f"=COUNTIF({span(row, _FIRST, row, last)},{at(head, nth, fixed=True)})",
            reports.count(one),
        )
        for nth, one in enumerate(_COUNTED, start=1)
    )
    page.row(
        Plain(team),
        *(Cell(one, COUNT) for one in counted),
        *(Cell(_mark(one), _LOOKS[one]) for one in reports),
    )


def _by_week(page: Page, first: int, rows: Sequence[Sequence[Report]]) -> None:
    """Count the teams of every week, and of all weeks together."""
    head, last = first - 1, page.next - 1
    for nth, one in enumerate(_COUNTED, start=1):
        per_week = [column.count(one) for column in zip(*rows, strict=True)]
        told = [Cell(Lines((_("Teams:"), _mark(one)), gap=" "), SUM), *[Cell(None, SUM)] * 3]
        told[nth] = Cell(Formula(f"=SUM({span(first, nth, last, nth)})", sum(per_week)), SUM)
        sums = (
            Formula(f"=COUNTIF({span(first, column, last, column)},{_word(head, nth)})", number)
            for column, number in enumerate(per_week, start=_FIRST)
        )
        page.row(*told, *(Cell(total, SUM) for total in sums))


def _word(head: int, column: int) -> str:
    """Return where the word of a kind stands: in the title of its column of counts."""
    return f"${at(head, column, fixed=True)}"


def _legend(page: Page) -> None:
    page.row(Cell(_("What the words mean"), HEAD))
    for one, said in _MEANING.items():
        page.note(Lines((_mark(one), said), gap=": "))


def _mark(report: Report) -> Text:
    """Return the word for what a team did; it is short, for a year has 53 weeks."""
    words: dict[Report, Text] = {
        Report.GIVEN: _("Reported"),
        Report.NOTHING: _("Nothing"),
        Report.SILENT: _("Not yet"),
        Report.AHEAD: Plain("–"),
    }
    return words[report]


_MEANING = {
    Report.GIVEN: _("somebody of the team recorded work of that week"),
    Report.NOTHING: _("the team said that there was nothing to report"),
    Report.SILENT: _("nobody has reported; that does not mean that nothing was done"),
    Report.AHEAD: _("the week has not begun"),
}


def _week(week: Period) -> Text:
    number = str(int(week.id.rpartition("W")[2]))
    return Lines((_("Week {n}", n=number), days(week)))
