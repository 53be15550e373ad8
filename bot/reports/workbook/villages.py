"""The indicators by village: a row each, so that they can be filtered, compared and printed."""

from collections.abc import Iterator

from bot.domain.indicators import Value
from bot.domain.text import Plain, _, n_
from bot.reports.workbook.book import Book
from bot.reports.workbook.page import Page, at
from bot.reports.workbook.rates import base, remark, top, worth

_WIDTHS = (46, 30, 24, 15, 15, 28)
_OVER, _UNDER = 3, 4


def add(book: Book) -> None:
    """Add the sheet of the villages' indicators."""
    page = Page(book, _("Indicators by village"), _("Indicators by village"), _WIDTHS, kept=2)
    shown = book.dossier.sheet
    found = tuple(_found(book))
    if not shown.villages:
        page.note(_("This commune has no villages on that day."))
    elif not found:
        page.note(_("No indicator has a number of a single village yet."))
    else:
        _table(page, found)
        _told(page, len(shown.whole.values) - len(found))
    page.done()


def _found(book: Book) -> Iterator[tuple[tuple[str, Value], ...]]:
    """Return each indicator that a village has a number of, with all villages."""
    shown = book.dossier.sheet
    by_id = [(place.name, {one.id: one for one in place.values}) for place in shown.villages]
    for one in shown.whole.values:
        there = tuple((name, values[one.id]) for name, values in by_id if one.id in values)
        if any(value.why is None and value.numerator for __, value in there):
            yield there


def _table(page: Page, found: tuple[tuple[tuple[str, Value], ...], ...]) -> None:
    book = page.book
    titles = (_("Indicator"), _("Village"), _("Value"), _("Numerator"), _("Denominator"))
    head = page.head(*titles, _("To note"))
    for places in found:
        for place, value in places:
            row = page.next
            page.row(
                value.title,
                Plain(place),
                worth(book, value, at(row, _OVER), at(row, _UNDER)),
                top(book, value),
                base(book, value),
                remark(value),
            )
    page.sheet.autofilter(head, 0, page.next - 1, len(_WIDTHS) - 1)
    page.blank()


def _told(page: Page, others: int) -> None:
    if others > 0:
        page.note(
            n_(
                "{n} indicator has no number of any village yet.",
                "{n} indicators have no number of any village yet.",
                others,
            )
        )
    page.note(_("Villages as they were on {day}.", day=page.book.dossier.sheet.map_day))
