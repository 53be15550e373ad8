"""The charts with the numbers that they are drawn from: the weeks, and what aims at a target."""

from collections.abc import Mapping

from bot.domain.indicators import Measure, Value
from bot.domain.text import _
from bot.reports.workbook import trend
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import Cell, Formula
from bot.reports.workbook.page import Page
from bot.reports.workbook.styles import HEAD, STRONG, at_least, share

_WIDTHS = (23, 24, 15, 15, 15, 15, 26)
_PIXELS_A_ROW = 20


def add(book: Book, stands: Mapping[str, str]) -> None:
    """Add the sheet of charts; `stands`: where each indicator's value is."""
    page = Page(book, _("Charts"), _("Charts"), _WIDTHS, landscape=False)
    trend.add(page)
    page.blank()
    page.note(_("Indicators and their targets"), STRONG)
    aimed = [one for one in book.dossier.sheet.whole.values if _can_be_drawn(one)]
    if aimed:
        _aims(page, aimed, stands)
    else:
        page.note(_("No indicator in percent has both a number and a target yet."))
    page.done()


def _can_be_drawn(value: Value) -> bool:
    return value.measure is Measure.SHARE and value.rounded is not None and value.target is not None


def _aims(page: Page, aimed: list[Value], stands: Mapping[str, str]) -> None:
    """Write and draw what there is beside what is to be reached."""
    page.row(*(Cell(one, HEAD) for one in (_("Indicator"), _("Value"), _("Target"))))
    first = page.next
    for one in aimed:
        if one.rounded is None or one.target is None:
            continue
        page.row(
            one.title,
            Cell(Formula(f"={stands[one.id]}", float(one.rounded / 100)),
                 share(one.decimals)),
            Cell(one.target.value / 100, at_least(2, above=one.target.above, percent=True)),
        )  # fmt: skip
    last = page.next - 1
    page.blank()
    _bars(page, first, last)


def _bars(page: Page, first: int, last: int) -> None:
    book = page.book
    chart = book.file.add_chart({"type": "bar"})
    looks = (
        (1, _("Value"), {"fill": {"color": "#1F4E79"}}),
        (2, _("Target"), {"fill": {"color": "#F4B183"}}),
    )
    for column, name, look in looks:
        chart.add_series(
            {
                "name": book.said(name),
                "categories": [page.name, first, 0, last, 0],
                "values": [page.name, first, column, last, column],
                "data_labels": {"value": True, "num_format": "0.00%"},
                **look,
            }
        )
    chart.set_title(
        {"name": book.said(_("Indicators and their targets")), "name_font": {"size": 13}}
    )
    chart.set_legend({"position": "bottom"})
    # The first row of the table is drawn on top.
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"num_format": "0%", "min": 0, "label_position": "high"})
    height = 140 + 60 * (last - first + 1)
    chart.set_size({"width": 920, "height": height})
    page.sheet.insert_chart(page.next, 0, chart)
    page.skip(height // _PIXELS_A_ROW + 1)
