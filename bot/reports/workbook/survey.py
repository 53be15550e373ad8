"""The household survey: what was answered, out of how many, and how many doors were knocked on."""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.indicators import Value
from bot.domain.quantities import Amount, Coverage, Origin
from bot.domain.text import Plain, Text, _
from bot.domain.units import Unit, units
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import Cell, Formula
from bot.reports.workbook.page import Page, at
from bot.reports.workbook.rates import base, top, worth
from bot.reports.workbook.styles import CENTRED, DAY, MARKED, SHARE, of_unit

_WIDTHS = (38, 20, 13, 15, 15, 14, 14, 12, 12, 28)
_OVER, _UNDER, _ASKED, _ALL = 3, 4, 5, 6


def add(book: Book) -> None:
    """Add the sheet of the survey."""
    page = Page(book, _("Household survey"), _("Household survey, and how far it got"), _WIDTHS,
                kept=2)  # fmt: skip
    found = tuple(_found(book))
    if not found:
        page.note(_("No household was asked yet: the teams ask with /rasoat, one door at a time."))
        page.done()
        return
    page.head(
        _("What was asked"),
        _("Where"),
        _("Rate"),
        _("Answered yes"),
        _("Out of"),
        _("Households asked"),
        _("All households"),
        _("Asked in %"),
        _("Up to"),
        _("To note"),
    )
    for place, value, known in found:
        _answer(page, place, value, known)
    page.blank()
    page.note(_("People and households are never mixed: each rate has its own unit."))
    page.note(_("A rate speaks of the households that were asked, not of the whole commune."))
    page.done()


def _answer(page: Page, place: Text, value: Value, known: Amount) -> None:
    book, row = page.book, page.next
    asked, share, note = _covered(book, known.coverage, row)
    page.row(
        value.title,
        place,
        worth(book, value, at(row, _OVER), at(row, _UNDER)),
        top(book, value),
        base(book, value),
        *asked,
        share,
        Cell(known.as_of, DAY),
        note,
    )


def _covered(
    book: Book, coverage: Coverage | None, row: int
) -> tuple[tuple[Cell, Cell], Cell, Text | None]:
    """Return how many households were asked, of how many, what share that is, and a doubt."""
    unknown = Cell(_("not known"), CENTRED)
    if coverage is None:
        return (unknown, unknown), Cell(None), None
    homes = of_unit(book.said(units(Unit.HOUSEHOLD)))
    asked, every = coverage.asked, coverage.households
    if not every:
        return (Cell(asked, homes), unknown), Cell(None), None
    share = Formula(f"={at(row, _ASKED)}/{at(row, _ALL)}", asked / every)
    numbers = (Cell(asked, homes), Cell(every, homes))
    if asked > every:
        doubt = _("That is more than there are: please check the number of all households.")
        return numbers, Cell(share, replace(SHARE, fill=MARKED.fill)), doubt
    return numbers, Cell(share, SHARE), None


def _found(book: Book) -> Iterator[tuple[Text, Value, Amount]]:
    """Return the values that were asked at the door, the commune's before its villages'."""
    shown = book.dossier.sheet
    places = [(Plain(one.name), {each.id: each for each in one.values}) for one in shown.villages]
    for one in shown.whole.values:
        everywhere: list[tuple[Text, Value]] = [(_("Whole commune"), one)]
        everywhere += [(where, values[one.id]) for where, values in places if one.id in values]
        for where, value in everywhere:
            if known := _at_the_door(value):
                yield where, value, known


def _at_the_door(value: Value) -> Amount | None:
    """Return what a rate of the survey speaks of; None where nobody was asked, or for a count."""
    known = (value.numerator, value.denominator)
    of_survey = [one for one in known if one and one.origin is Origin.SURVEY]
    if value.denominator_title is None or not any(one.value for one in of_survey):
        return None
    return of_survey[0]
