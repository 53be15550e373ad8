"""Which team reported in which week: words in every cell, and formulas that count them."""

from collections.abc import Sequence

from bot.domain.dossiers import Report
from bot.domain.periods import Period
from bot.domain.text import Lines, Plain, Text, _
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import Cell, Formula
from bot.reports.workbook.page import Page, at, span, total
from bot.reports.workbook.styles import CENTRED, COUNT, GROUP, HEAD, STRONG, SUM, Style

_TEAM, _NUMBER, _WEEK = 31, 9.5, 9.0
_COUNTED = (Report.GIVEN, Report.NOTHING, Report.SILENT)
_FIRST = 1 + len(_COUNTED)
# The weeks of a quarter fit on a sheet of paper.
_WEEKS, _LEAST_WIDE = 14, 6
_LOOKS = {
    Report.GIVEN: CENTRED,
    Report.NOTHING: CENTRED,
    Report.SILENT: Style(align="center", bold=True, fill="#FFF2CC"),
    Report.AHEAD: Style(align="center", color="#7F7F7F"),
}
_MEANING = {
    Report.GIVEN: _("somebody of the team recorded work of that week"),
    Report.NOTHING: _("the team said that there was nothing to report"),
    Report.SILENT: _("nobody has reported; that does not mean that nothing was done"),
    Report.AHEAD: _("the week has not begun"),
}


def add(book: Book) -> None:
    """Add the grid of teams and weeks: on a sheet, or a sheet for each quarter of a long period."""
    grid = book.dossier.grid
    if not grid.rows or not grid.weeks:
        page = _page(book, 1, _LEAST_WIDE)
        page.note(_("This commune has no teams yet, so nobody's report is missing."))
        page.done()
        return
    stand: list[tuple[Page, int]] = []
    starts = range(0, len(grid.weeks), _WEEKS)
    for nth, first in enumerate(starts, start=1):
        weeks = grid.weeks[first : first + _WEEKS]
        page = _page(book, nth, len(weeks))
        rows = [(team, reports[first : first + _WEEKS]) for team, reports in grid.rows]
        start = _block(page, weeks, rows)
        stand.append((page, start))
        page.blank()
        if len(starts) > 1 and nth == len(starts):
            _together(page, stand)
        _legend(page)
        page.done()


def _page(book: Book, nth: int, weeks: int) -> Page:
    widths = (_TEAM, *[_NUMBER] * len(_COUNTED), *[_WEEK] * max(weeks, _LEAST_WIDE))
    name: Text = _("Who reported")
    if nth > 1:
        name = Lines((name, Plain(f"({nth})")), gap=" ")
    return Page(book, name, _("Which team reported in which week"), widths, kept=1)


def _block(
    page: Page, weeks: Sequence[Period], rows: Sequence[tuple[str, Sequence[Report]]]
) -> int:
    """Write some weeks of all teams; returns the row of the first team."""
    head = page.head(_("Team"), *map(_mark, _COUNTED), *map(_week, weeks))
    for team, reports in rows:
        row, last = page.next, _FIRST + len(reports) - 1
        where = span(row, _FIRST, row, last)
        page.row(
            Plain(team),
            *(
                Cell(Formula(f"=COUNTIF({where},{at(head, nth, fixed=True)})", number), COUNT)
                for nth, number in enumerate(map(reports.count, _COUNTED), start=1)
            ),
            *(Cell(_mark(one), _LOOKS[one]) for one in reports),
        )
    _by_week(page, head + 1, [reports for __, reports in rows])
    return head + 1


def _by_week(page: Page, first: int, rows: Sequence[Sequence[Report]]) -> None:
    """Count the teams of every week, and of all weeks of the block together."""
    last = page.next - 1
    for nth, one in enumerate(_COUNTED, start=1):
        per_week = [column.count(one) for column in zip(*rows, strict=True)]
        told = [Cell(Lines((_("Teams:"), _mark(one)), gap=" "), GROUP), *[Cell(None, SUM)] * 3]
        told[nth] = Cell(total(first, last, nth, sum(per_week)), SUM)
        # The word that is counted stands in the title of the column that counts it.
        word = f"${at(first - 1, nth, fixed=True)}"
        sums = (
            Formula(f"=COUNTIF({span(first, column, last, column)},{word})", number)
            for column, number in enumerate(per_week, start=_FIRST)
        )
        page.row(*told, *(Cell(one, SUM) for one in sums))


def _together(page: Page, stand: Sequence[tuple[Page, int]]) -> None:
    """Add the weeks of all sheets up, team by team; `stand`: where each one's first team is."""
    page.note(_("All weeks of the period together"), STRONG)
    page.row(Cell(_("Team"), HEAD), *(Cell(_mark(one), HEAD) for one in _COUNTED))
    for nth, (team, reports) in enumerate(page.book.dossier.grid.rows):
        sums = (
            Formula(
                "=" + "+".join(sheet.elsewhere(first + nth, column) for sheet, first in stand),
                reports.count(kind),
            )
            for column, kind in enumerate(_COUNTED, start=1)
        )
        page.row(Plain(team), *(Cell(one, COUNT) for one in sums))
    page.blank()


def _legend(page: Page) -> None:
    page.note(_("What the words mean"), STRONG)
    for one, said in _MEANING.items():
        page.note(Lines((_mark(one), said), gap=": "))


def _mark(report: Report) -> Text:
    """Return the word for what a team did; it is short, for a year has 53 weeks."""
    words: dict[Report, Text] = {
        Report.GIVEN: _("Reported"),
        Report.NOTHING: _("Nothing"),
        Report.SILENT: _("Silent"),
        Report.AHEAD: Plain("–"),
    }
    return words[report]


def _week(week: Period) -> Text:
    number = str(int(week.id.rpartition("W")[2]))
    # The year stands in the title; with it the weeks of a quarter would be too small to be read.
    return Lines((_("Week {n}", n=number), Plain(f"{week.start:%d/%m} – {week.last:%d/%m}")))
