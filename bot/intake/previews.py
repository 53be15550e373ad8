"""What is said of a table of figures: each beside what the ledger has, and what is wrong."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.figures import Figure
from bot.domain.giving import Step
from bot.domain.indicators import Catalogue
from bot.domain.places import Place
from bot.domain.text import Plain, Text, _, lines
from bot.reading.personal import mask
from bot.reading.workbook.rows import Found, Table, Wrong
from bot.reports.figures import named, relation, source, when


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of the table beside what the ledger has of it."""

    found: Found
    what: Step
    other: Figure | None


def preview(catalogue: Catalogue, commune: Place, table: Table, rows: Sequence[Row]) -> Text:
    """Say every figure of a table, and how many of each kind there are."""
    counted = Counter(row.what for row in rows)
    return lines(
        Plain(commune.name),
        *(line(row, catalogue) for row in rows),
        _(
            "New: {new}. Replacing or correcting: {replacing}. Older than what counts: {older}. "
            "There already: {same}. Left empty: {blank}. Wrong: {wrong}.",
            new=counted[Step.FIRST],
            replacing=counted[Step.REPLACES] + counted[Step.CORRECTS],
            older=counted[Step.OLDER],
            same=counted[Step.SAME],
            blank=table.blank,
            wrong=len({one.row for one in table.wrong}),
        ),
    )


def line(row: Row, catalogue: Catalogue) -> Text:
    """Say a figure, and what it does beside the one there is."""
    figure = row.found.figure
    return lines(
        _(
            "Row {row}: {figure}; {place}; {when}; {source}",
            row=row.found.row,
            figure=named(figure, catalogue.quantities[figure.name]),
            place=row.found.place.name,
            when=when(figure),
            source=source(figure),
        ),
        relation(row.what, row.other),
    )


def wrong(one: Wrong) -> Text:
    """Say what is wrong in a row."""
    if one.column is None:
        return _("Row {row}: {why}", row=one.row, why=one.text)
    return _(
        "Row {row}, column “{column}”: {why}",
        row=one.row,
        column=one.column.value,
        why=one.text,
    )


def short(name: str) -> str:
    """Return as much of a sheet's name as may be said."""
    return mask(name).text[:40]
