"""What stands below a tally: adjustments, what was tried in vain, and the people helped."""

from bot.domain.obstacles import named as obstacle
from bot.domain.tally import Helped
from bot.domain.text import _
from bot.domain.units import Unit, units
from bot.reports.text import people_helped
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import Cell
from bot.reports.workbook.naming import counted_in, entitled
from bot.reports.workbook.page import Page, total
from bot.reports.workbook.styles import CHANGE, COUNT, DAY, GROUP, HEAD, STRONG, SUM, of_unit


def add(page: Page, book: Book) -> None:
    """Add what is no part of the table above."""
    _adjustments(page, book)
    _in_vain(page, book)
    _people(page, book.dossier.helped)


def _adjustments(page: Page, book: Book) -> None:
    """List what of the totals belongs to days of closed periods."""
    changes = book.dossier.sheet.by_village.adjustments
    if not changes:
        return
    page.blank()
    page.note(_("Adjustments for closed periods (they are in the totals above):"), STRONG)
    page.row(*(Cell(one, HEAD) for one in (_("Kind of help"), _("Unit"), _("Change"), _("Day"))))
    for one in changes:
        page.row(
            entitled(book, one.activity),
            counted_in(book, one.activity),
            Cell(one.count, CHANGE),
            Cell(one.for_day, DAY),
        )


def _in_vain(page: Page, book: Book) -> None:
    tried = book.dossier.sheet.by_village.tried
    page.blank()
    if not tried:
        page.note(_("Nothing was written down as tried in vain."))
        return
    page.note(_("Tried in vain (in no total above):"), STRONG)
    page.row(*(Cell(one, HEAD) for one in (_("What stood in the way"), _("Times"))))
    first = page.next
    for one, number in tried.items():
        page.row(obstacle(one), Cell(number, COUNT))
    said = Cell(total(first, page.next - 1, 1, sum(tried.values())), SUM)
    page.row(Cell(_("Together"), GROUP), said)


def _people(page: Page, helped: Helped) -> None:
    """Write the estimate of people: who surely came, and how many more there may be."""
    page.blank()
    page.note(people_helped(helped) or _("People helped (estimate): nothing to count."), STRONG)
    if not helped.most:
        return
    people = of_unit(page.book.said(units(Unit.PERSON)))
    first = page.row(_("There for the first time"), Cell(helped.first, people))
    page.row(_("Nobody said whether for the first time"), Cell(helped.unknown, people))
    page.row(_("At most"), Cell(total(first, first + 1, 1, helped.most), people))
    page.note(_("An estimate, never exact: one person may have come more than once."))
