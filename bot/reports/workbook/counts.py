"""The tally: villages as rows, activities as columns, each in its own unit, with what changed."""

import math
from collections.abc import Sequence

from bot.domain.tally import Quiet, Tally
from bot.domain.text import Lines, Plain, Text, _, fold
from bot.reports.text import span as days
from bot.reports.workbook import beside_counts
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import Cell, Formula
from bot.reports.workbook.naming import with_unit
from bot.reports.workbook.page import Page, at, total
from bot.reports.workbook.styles import (
    CHANGE,
    COUNT,
    COUNT_OR_DASH,
    GROUP,
    LABEL,
    MARKED,
    SUM,
    WORDS,
    Style,
)

_FIRST = 2  # the first column of counts, behind the village and whether it reported
_VILLAGE, _REPORTED, _KIND = 31, 16, 12.5
# More kinds beside each other would be too small to be read on paper; fewer would leave it empty.
_MOST, _LEAST = 11, 8


def add(book: Book) -> None:
    """Add the sheet of the tally, or several where there are more kinds than fit on paper."""
    dossier = book.dossier
    tally, before = dossier.sheet.by_village, dossier.before
    blocks = _blocks(_occurring(book, tally, before))
    for nth, kinds in enumerate(blocks, start=1):
        widths = (_VILLAGE, _REPORTED, *[_KIND] * max(len(kinds), _LEAST))
        page = Page(
            book, _name(nth), _("Help given, by village and kind"), widths, kept=_FIRST
        )  # fmt: skip
        if nth < len(blocks):
            page.note(_("The other kinds of help are on the sheet “{name}”.", name=_name(nth + 1)))
        _page(page, tally, before, kinds)
        if nth == 1:
            beside_counts.add(page, book)
        page.done()


def _page(page: Page, tally: Tally, before: Tally, kinds: Sequence[str]) -> None:
    if not kinds:
        page.note(_("Nothing was recorded in this period or in the one before."))
        page.blank()
    if kinds or _villages(page.book, tally):
        _table(page, tally, before, kinds)
        page.note(_("Each column has its own unit; units are never added together."))
        page.note(_("“Not reported yet” does not mean that nothing was done: ask the team."))
    else:
        page.note(_("This commune has no villages on that day."))


def _name(nth: int) -> Text:
    name: Text = _("Tally")
    return name if nth == 1 else Lines((name, Plain(f"({nth})")), gap=" ")


def _blocks(kinds: Sequence[str]) -> list[Sequence[str]]:
    """Return the activities of each sheet, as even as may be; of none, one sheet without any."""
    sheets = max(math.ceil(len(kinds) / _MOST), 1)
    each = math.ceil(len(kinds) / sheets)
    return [kinds[nth * each : (nth + 1) * each] for nth in range(sheets)]


def _table(page: Page, tally: Tally, before: Tally, occurring: Sequence[str]) -> None:
    book = page.book
    page.head(
        _("Village"),
        _("Reported?"),
        *(with_unit(book, one) for one in occurring),
    )
    first = page.next
    counts = {(row.name, row.activity): 0 for row in tally.rows}
    for row in tally.rows:
        counts[row.name, row.activity] += row.count
    quiet = {one.name: one for one in tally.quiet}
    having = {name for name, __ in counts}
    for name in _villages(book, tally):
        if name in having:
            numbers = [Cell(counts.get((name, one), 0), COUNT_OR_DASH) for one in occurring]
            page.row(_village(name), _("reported"), *numbers)
        else:
            said = Cell(*_silence(quiet.get(name or "")))
            page.row(_village(name), said, *[Cell(None, said.style)] * len(occurring))
    _totals(page, first, tally, before, occurring)


def _totals(page: Page, first: int, tally: Tally, before: Tally, occurring: Sequence[str]) -> None:
    """Write the sums, the period before and the difference, as formulas with their values."""
    last = page.next - 1
    sums = {one: sum(row.count for row in tally.rows if row.activity == one) for one in occurring}
    row = page.row(
        Cell(_("Whole commune"), GROUP),
        Cell(None, SUM),
        *(
            Cell(total(first, last, _FIRST + nth, sums[one]) if last >= first else 0, SUM)
            for nth, one in enumerate(occurring)
        ),
    )
    earlier = {one: before.totals.get(one, 0) for one in occurring} if before.totals else {}
    page.row(
        Cell(_("Period before"), LABEL),
        days(before.period),
        *(Cell(earlier.get(one), COUNT) for one in occurring),
    )
    if not earlier:
        # Silence is not zero: nothing is more than what nobody wrote down.
        page.note(_("In the period before nothing was recorded, so there is nothing to compare."))
        return
    changes = (
        Formula(
            f"={at(row, column)}-{at(row + 1, column)}",
            sums[one] - earlier[one],
        )
        for column, one in enumerate(occurring, start=_FIRST)
    )
    page.row(Cell(_("More or less"), LABEL), None, *(Cell(one, CHANGE) for one in changes))


def _occurring(book: Book, tally: Tally, before: Tally) -> tuple[str, ...]:
    """Return the activities of either period, in the order of the reports."""
    there = {row.activity for row in tally.rows} | {one for one, n in before.totals.items() if n}
    known = [one for one in book.activities if one in there]
    return (*known, *sorted(there - set(known)))


def _villages(book: Book, tally: Tally) -> tuple[str | None, ...]:
    """Return the names of the map's villages and of those that have a count; None comes last."""
    names: set[str | None] = {one.name for one in book.dossier.sheet.villages}
    names |= {row.name for row in tally.rows} | {one.name for one in tally.quiet}
    return tuple(sorted(names, key=lambda name: (name is None, fold(name or ""), name or "")))


def _village(name: str | None) -> Text:
    return _("No village named") if name is None else Plain(name)


def _silence(quiet: Quiet | None) -> tuple[Text, Style]:
    if quiet is None:
        return _("no team yet"), WORDS
    return (_("nothing to report"), WORDS) if quiet.told else (_("not reported yet"), MARKED)
