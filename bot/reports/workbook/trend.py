"""Twelve weeks of the main kinds of help, as a table and a native chart of it."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.clock import local_day
from bot.domain.tally import Tally
from bot.domain.text import Text, _
from bot.reports.text import span as days
from bot.reports.workbook.book import Book, frozen_at
from bot.reports.workbook.cells import Cell
from bot.reports.workbook.naming import with_unit
from bot.reports.workbook.page import Page
from bot.reports.workbook.styles import COUNT, STRONG

_MOST = 4  # more lines than these nobody can tell apart
_FIRST = 2
_SIZE = {"width": 920, "height": 340}
_ROWS = 18  # that the chart covers
# Told apart on a black and white print too: by the shape of their points and by their dashes.
_LINES = (
    ("#1F4E79", "circle", "solid"),
    ("#C55A11", "square", "dash"),
    ("#548235", "triangle", "round_dot"),
    ("#7030A0", "diamond", "long_dash"),
)


def add(page: Page) -> None:
    """Add the table and the chart of the weeks up to the one in which the period ends."""
    book = page.book
    weeks, main = book.dossier.trend, _main(book)
    page.note(_("Help given, week by week"), STRONG)
    if not main:
        page.note(_("Nothing was recorded in these weeks."))
        return
    unused = [""] * (_MOST - len(main))
    head = page.head(
        _("Week"), _("From – to"), *(with_unit(book, one) for one in main), *unused, _("To note")
    )
    for one in weeks:
        _week(page, one, main)
    page.blank()
    _chart(page, main, head, len(weeks))


def _week(page: Page, one: Tally, main: Sequence[str]) -> None:
    """Write a week; of one without anything the cells stay empty, for silence is not zero."""
    counts = [Cell(one.totals.get(kind, 0) if one.totals else None, COUNT) for kind in main]
    unused = [None] * (_MOST - len(main))
    number = str(int(one.period.id.rpartition("W")[2]))
    noted = _noted(page.book, one)
    page.row(_("Week {n}", n=number), days(one.period), *counts, *unused, noted)


def _noted(book: Book, one: Tally) -> Text | None:
    """Say of a week why its numbers are fewer, or not there."""
    until = local_day(frozen_at(book.dossier))
    if one.period.start > until:
        return _("the week has not begun")
    if until < one.period.last:
        return _("Not over yet: counted up to {day}.", day=until)
    return None if one.totals else _("nothing was recorded")


def _chart(page: Page, main: Sequence[str], head: int, weeks: int) -> None:
    book, first, last = page.book, head + 1, head + weeks
    chart = book.file.add_chart({"type": "line"})
    for column, (kind, (color, shape, dash)) in enumerate(
        zip(main, _LINES, strict=False), start=_FIRST
    ):
        chart.add_series(
            {
                "name": book.said(with_unit(book, kind, gap=" ")),
                "categories": [page.name, first, 0, last, 0],
                "values": [page.name, first, column, last, column],
                "line": {"color": color, "width": 2.25, "dash_type": dash},
                "marker": {
                    "type": shape, "size": 7, "fill": {"color": color}, "border": {"color": color},
                },
            }
        )  # fmt: skip
    chart.set_title({"name": book.said(_("Help given, week by week")), "name_font": {"size": 13}})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"num_format": "#,##0", "min": 0, "major_gridlines": {"visible": True}})
    chart.show_blanks_as("gap")
    chart.set_size(_SIZE)
    page.sheet.insert_chart(page.next, 0, chart)
    page.skip(_ROWS)


def _main(book: Book) -> tuple[str, ...]:
    """Return the activities that there was most of, in the order of the reports."""
    sums: Counter[str] = Counter()
    for one in book.dossier.trend:
        sums.update(one.totals)
    order = {one: nth for nth, one in enumerate(book.activities)}
    there = sorted(
        (one for one, number in sums.items() if number > 0), key=lambda one: (-sums[one], one)
    )
    return tuple(sorted(there[:_MOST], key=lambda one: (order.get(one, len(order)), one)))
