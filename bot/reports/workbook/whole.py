"""The whole spreadsheet of a period, sheet by sheet, from the dossier alone."""

from collections.abc import Callable, Mapping

from bot.domain.activities import Activity
from bot.domain.dossiers import Dossier
from bot.domain.text import Text
from bot.reports.workbook import (
    charts,
    counts,
    findings,
    indicators,
    notes,
    presence,
    survey,
    villages,
    worked,
)
from bot.reports.workbook.book import Book


def workbook(
    dossier: Dossier, activities: Mapping[str, Activity], say: Callable[[Text], str]
) -> bytes:
    """Return the spreadsheet (.xlsx) of a period; the same dossier gives the same bytes.

    `activities`: the present ones, by id. `say`: a voice of the language that it is to be in.
    """
    book = Book(dossier, activities, say)
    counts.add(book)
    stands = indicators.add(book)
    villages.add(book)
    survey.add(book)
    presence.add(book)
    worked.add(book)
    findings.add(book)
    charts.add(book, stands)
    notes.add(book)
    return book.done()
