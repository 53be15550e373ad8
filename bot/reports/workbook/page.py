"""A page of the spreadsheet, written from the top down, and set up for printing on A4."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell

from bot.domain.text import Plain, Text, _, lines
from bot.reports.periods import called
from bot.reports.states import briefly, counted_so_far
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import (
    Cell,
    Content,
    Formula,
    is_like_formula,
    printed,
    serial,
    sheet_name,
)
from bot.reports.workbook.heights import height, lines_of
from bot.reports.workbook.styles import HEAD, PLAIN, SOFT, STRONG, TITLE, WARNING, WORDS, Style

_A4 = 9
# Behind each of the three parts of a margin stand its own signs; Excel takes 255 in all.
_MARGIN = 110


class Page:
    """One sheet with the block of titles that every sheet has; `widths`: in signs, a column each.

    It is printed one page wide. `kept`: how many columns stay in sight.
    """

    def __init__(
        self,
        book: Book,
        name: Text,
        title: Text,
        widths: Sequence[float],
        *,
        landscape: bool = True,
        kept: int = 0,
    ) -> None:
        self.book, self.widths = book, tuple(widths)
        self.name = sheet_name(book.said(name))
        self.sheet = book.file.add_worksheet(self.name)
        self._row, self._head, self._kept = 0, -1, kept
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        self.sheet.set_paper(_A4)
        self.sheet.set_margins(left=0.5, right=0.4, top=0.7, bottom=0.7)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.hide_gridlines(2)
        if landscape:
            self.sheet.set_landscape()
        self._titled(title)

    @property
    def next(self) -> int:
        """Return the number of the row that is written next, from zero."""
        return self._row

    def row(self, *cells: Cell | Content, least: float = 0) -> int:
        """Write a row of cells, at least so high (in points); returns its number, from zero."""
        needed = 1
        for column, one in enumerate(cells):
            cell = one if isinstance(one, Cell) else Cell(one)
            words = self.put(self._row, column, cell.content, cell.style)
            if words and column < len(self.widths):
                look, room = cell.style, self.widths[column]
                tall = lines_of(words, room, bold=look.bold, indented=look.indented)
                needed = max(needed, tall)
        if needed > 1 or least:
            self.sheet.set_row(self._row, max(height(needed), least))
        self._row += 1
        return self._row - 1

    def head(self, *titles: Text | str) -> int:
        """Write the titles of columns; the first ones stay in sight and on top of every page."""
        row = self.row(*(Cell(title, HEAD) for title in titles))
        if self._head < 0:
            self._head = row
            self.sheet.freeze_panes(row + 1, self._kept)
            self.sheet.repeat_rows(row)
        return row

    def blank(self) -> None:
        """Leave a row empty."""
        self.skip(1)

    def skip(self, rows: int) -> None:
        """Leave rows to whoever writes them cell by cell."""
        self._row += rows

    def note(self, text: Text | str, style: Style = PLAIN) -> None:
        """Write a sentence over the width of the page, a row for each of its lines."""
        for line in self.book.said(text).split("\n"):
            if line:
                self._across(line, style)

    def put(self, row: int, column: int, content: Content, style: Style = WORDS) -> str:
        """Write one cell: numbers and days as such, words always as words, which it returns."""
        look = self.book.format(style)
        match content:
            case None:
                self.sheet.write_blank(row, column, None, look)
            case Formula(text, value):
                self.sheet.write_formula(row, column, text, look, value)
            case int() | float() | Decimal():
                self.sheet.write_number(row, column, float(content), look)
            case date():
                self.sheet.write_number(row, column, serial(content), look)
            case _:
                words = self.book.said(content)
                if is_like_formula(words):
                    look = self.book.format(style, quoted=True)
                self.sheet.write_string(row, column, words, look)
                return words
        return ""

    def over(self, row: int, column: int, last: int, cell: Cell) -> None:
        """Write a cell over several columns of a row."""
        if last > column:
            self.sheet.merge_range(row, column, row, last, "", self.book.format(cell.style))
        self.put(row, column, cell.content, cell.style)

    def elsewhere(self, row: int, column: int) -> str:
        """Return the address of a cell for formulas of other sheets."""
        name = self.name.replace("'", "''")
        return f"'{name}'!{at(row, column)}"

    def done(self) -> None:
        """Set what is printed."""
        self.sheet.print_area(0, 0, max(self._row - 1, 0), len(self.widths) - 1)

    def _titled(self, title: Text) -> None:
        """Write whose numbers these are, of which days, and how far the period is."""
        dossier, book = self.book.dossier, self.book
        shown = dossier.sheet
        self.note(Plain(shown.commune), STRONG)
        self.note(title, TITLE)
        self.note(called(shown.period))
        how_far = briefly(dossier.status)
        self.note(lines(counted_so_far(shown.period, shown.day, dossier.status), how_far), SOFT)
        invented = book.said(_("DEMO COMMUNE: names and numbers are invented, not to be reported."))
        if dossier.demo:
            self.note(invented, WARNING)
        self.blank()
        left = printed(shown.commune, _MARGIN)
        right = printed(invented, _MARGIN) if dossier.demo else ""
        self.sheet.set_header(f"&L{left}&R{right}")
        state = f"{book.said(called(shown.period))}. {book.said(how_far)}"
        pages = printed(book.said(_("Page")), 20)
        self.sheet.set_footer(f"&L{printed(state, 2 * _MARGIN)}&R{pages} &P/&N")

    def _across(self, line: str, style: Style) -> None:
        """Write a line over all columns, as high as it needs: merged cells do not grow."""
        last, room = len(self.widths) - 1, sum(self.widths)
        needed = lines_of(line, room * 11 / style.size, bold=style.bold, indented=style.indented)
        self.sheet.set_row(self._row, height(needed, style.size))
        self.over(self._row, 0, last, Cell(line, style))
        self._row += 1


def at(row: int, column: int, *, fixed: bool = False) -> str:
    """Return the address of a cell, as in "B7", or as "B$7" where its row is `fixed`."""
    return str(xl_rowcol_to_cell(row, column, row_abs=fixed))


def span(row: int, column: int, last_row: int, last_column: int) -> str:
    """Return the address of a block of cells."""
    return f"{at(row, column)}:{at(last_row, last_column)}"


def total(row: int, last_row: int, column: int, value: float) -> Formula:
    """Return the sum of a run of cells of a column."""
    return Formula(f"=SUM({span(row, column, last_row, column)})", value)
