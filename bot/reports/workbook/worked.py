"""The days on which each member worked, for stipends: counted by formula, each day once."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dossiers import Worked
from bot.domain.text import Plain, _
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import Cell, Formula, serial
from bot.reports.workbook.page import Page, span, total
from bot.reports.workbook.styles import CENTRED, COUNT, DAY, GROUP, HEAD, SUM, Style

_NUMBER, _FIRST = 3, 5
_LEADING = (6, 24, 28, 10, 22)
_DAY_WIDTH = 11.5
# So many days stand side by side on a sheet of paper; the others follow below.
_LEAST_ACROSS, _MOST_ACROSS = 3, 7
_ROOM_TO_SIGN = 24  # points
_AGAIN = Style(italic=True, color="#595959")


def add(book: Book) -> None:
    """Add the ledger of working days."""
    people = book.dossier.worked
    most = max((len(one.days) for one in people), default=0)
    across = max(_LEAST_ACROSS, min(_MOST_ACROSS, most))
    widths = (*_LEADING, *[_DAY_WIDTH] * across)
    page = Page(book, _("Working days"), _("Days on which each member worked"), widths, kept=3)
    if not people:
        page.note(_("This commune has no team members yet."))
        page.done()
        return
    titles = (_("No."), _("Team"), _("Member"), _("Number of days"), _("Signature"))
    head = page.head(*titles, *[""] * across)
    page.over(head, _FIRST, _FIRST + across - 1, Cell(_("On these days"), HEAD))
    first = page.next
    for nth, one in enumerate(people, start=1):
        _member(page, nth, one, across)
    days = sum(len(set(one.days)) for one in people)
    sum_of_days = Cell(total(first, page.next - 1, _NUMBER, days), SUM)
    rest = [Cell(None, SUM)] * (1 + across)
    page.row(*[Cell(None, SUM)] * 2, Cell(_("Together"), GROUP), sum_of_days, *rest)
    page.blank()
    page.note(_("A day counts once, whatever was done on it: help given or tried, doors asked."))
    page.note(_("The team is the one of today."))
    page.done()


def _member(page: Page, nth: int, one: Worked, across: int) -> None:
    """Write a member with their days, on as many rows as these need."""
    days = sorted(set(one.days))
    runs = [days[at : at + across] for at in range(0, len(days), across)] or [[]]
    row = page.next
    name = _("A member who has left") if one.name is None else Plain(one.name)
    block = span(row, _FIRST, row + len(runs) - 1, _FIRST + across - 1)
    page.row(
        Cell(nth, CENTRED),
        Plain(one.team or "–"),
        name,
        Cell(Formula(f"=COUNT({block})", len(days)), COUNT),
        None,
        least=_ROOM_TO_SIGN,
    )
    # A further line may begin a page: whoever is looked for there has to be found.
    again = _("{n}. {name}, {team} (continued)", n=nth, name=name, team=Plain(one.team or "–"))
    for further, run in enumerate(runs):
        if further:
            page.over(row + further, 0, _FIRST - 1, Cell(again, _AGAIN))
        _run(page, row + further, run, across)
    page.skip(len(runs) - 1)


def _run(page: Page, row: int, days: Sequence[date], across: int) -> None:
    """Write days side by side; there may be many thousands of them."""
    look, sheet = page.book.format(DAY), page.sheet
    for column, day in enumerate(days, start=_FIRST):
        sheet.write_number(row, column, serial(day), look)
    for column in range(_FIRST + len(days), _FIRST + across):
        sheet.write_blank(row, column, None, look)
