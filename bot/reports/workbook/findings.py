"""What is to be checked before a report leaves: figures, advice, the answer, and room to write."""

from bot.domain.findings import Finding
from bot.domain.text import _
from bot.reports.findings import figures, headline, reply, summed_up
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import Cell
from bot.reports.workbook.page import Page
from bot.reports.workbook.styles import CENTRED

_WIDTHS = (6, 34, 52, 40, 30, 34)


def add(book: Book) -> None:
    """Add the sheet of findings."""
    page = Page(book, _("To check"), _("What to check before the report leaves"), _WIDTHS, kept=2)
    found = book.dossier.findings
    page.note(summed_up(found))
    if found:
        page.blank()
        page.head(
            _("No."), _("What"), _("Figures"), _("What can be done"), _("Answer"),
            _("What the commune found"),
        )  # fmt: skip
        for nth, one in enumerate(found, start=1):
            _finding(page, nth, one)
        page.blank()
        page.note(_("These are questions, not mistakes: nothing is stopped by them."))
    page.done()


def _finding(page: Page, nth: int, one: Finding) -> None:
    page.row(
        Cell(nth, CENTRED),
        headline(one),
        figures(one),
        one.advice,
        reply(one.answer) if one.answer else None,
        None,
    )
