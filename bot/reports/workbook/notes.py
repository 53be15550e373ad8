"""The notes: what was counted, until when, by which catalogue, and what the words mean."""

from collections.abc import Iterator

from bot.domain.clock import VIET_NAM
from bot.domain.periods import PeriodKind, Scheme
from bot.domain.text import Phrase, Text, _
from bot.reports.periods import called
from bot.reports.states import state
from bot.reports.workbook.book import Book, frozen_at
from bot.reports.workbook.cells import Cell, Content
from bot.reports.workbook.page import Page
from bot.reports.workbook.styles import HEAD, LABEL, LEFT_COUNT, LEFT_DAY, WORDS

_WIDTHS = (30, 92)
_MEANINGS = (
    (
        _("Unit"),
        _("What one of a number is: a time, a person, a household, a dossier. Different units "
          "are never added together."),
    ),
    (
        _("Not reported yet"),
        _("Nobody of the village or team has recorded anything or said that there was nothing. "
          "It is no zero: ask before it is reported as none."),
    ),
    (_("Nothing to report"), _("The team said so itself: this is a true zero.")),
    (
        _("Estimate"),
        _("How many different people were helped is only known where it was asked whether "
          "somebody came for the first time; hence a range."),
    ),
    (
        _("Adjustment"),
        _("A correction of a closed period. The closed numbers stay; the difference is counted "
          "in the period in which it came in."),
    ),
    (
        _("No denominator yet"),
        _("Nobody has given the number that it would be a share of. It is not 0%."),
    ),
    (
        _("Code of the figures"),
        _("Two papers with the same code show the same figures of a closed period."),
    ),
)  # fmt: skip


def add(book: Book) -> None:
    """Add the sheet of notes."""
    page = Page(book, _("Notes"), _("Notes on these figures"), _WIDTHS, landscape=False)
    page.head(_("What"), _("How it is"))
    for label, cell in _facts(book):
        page.row(Cell(label, LABEL), cell)
    page.blank()
    page.row(Cell(_("Word"), HEAD), Cell(_("What it means here"), HEAD))
    for word, meaning in _MEANINGS:
        page.row(Cell(word, LABEL), meaning)
    page.done()


def _facts(book: Book) -> Iterator[tuple[Text, Cell | Content]]:
    """Return what a checker needs to come to the same figures."""
    dossier, shown = book.dossier, book.dossier.sheet
    seal = dossier.status.seal
    yield _("Commune"), Cell(shown.commune)
    yield _("Period"), called(shown.period)
    yield _("First day"), Cell(shown.period.start, LEFT_DAY)
    yield _("Last day"), Cell(shown.period.last, LEFT_DAY)
    yield _("How the period is cut"), _scheme(book)
    yield _("How far it is"), state(dossier.status)
    yield _("Counted until"), f"{frozen_at(dossier).astimezone(VIET_NAM):%H:%M %d/%m/%Y}"
    if seal:
        yield _("Whole code of the figures"), Cell(seal.fingerprint)
        yield _("Last line of the ledger"), Cell(seal.last_fact, LEFT_COUNT)
    catalogue = seal.catalogue if seal else shown.catalogue
    yield _("Version of the indicators"), Cell(catalogue, WORDS)
    yield _("Map of the places"), _("Places as they were on {day}.", day=shown.map_day)
    if dossier.demo:
        yield (
            _("Demo commune"),
            _("DEMO COMMUNE: names and numbers are invented, not to be reported."),
        )


def _scheme(book: Book) -> Phrase:
    if book.period.kind in {PeriodKind.WEEK, PeriodKind.RANGE}:
        return _("by its own days, both included")
    if book.period.scheme is Scheme.ND09:
        return _("by Decree 09/2019: from the 15th of the month before to the 14th")
    return _("by the calendar: from the first day of a month to the last one")
