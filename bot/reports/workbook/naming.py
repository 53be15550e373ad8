"""Activities by name, also those that the content no longer knows."""

from bot.domain.text import Lines, Plain, Text, _
from bot.domain.units import units
from bot.reports.workbook.book import Book


def entitled(book: Book, activity: str) -> Text:
    """Return the title of an activity, or its id where the content no longer knows it."""
    known = book.activities.get(activity)
    return known.title if known else Plain(activity)


def counted_in(book: Book, activity: str) -> Text:
    """Return the name of an activity's unit."""
    known = book.activities.get(activity)
    return units(known.unit) if known else _("unit not known")


def with_unit(book: Book, activity: str, gap: str = "\n") -> Text:
    """Return the title of an activity with its unit in brackets."""
    unit = Lines((Plain("("), counted_in(book, activity), Plain(")")), gap="")
    return Lines((entitled(book, activity), unit), gap)
