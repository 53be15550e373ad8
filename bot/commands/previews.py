"""What `toso import` says of a table: each figure beside what the ledger has, and what is wrong."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from bot.domain.figures import Figure
from bot.domain.giving import Step
from bot.domain.indicators import Catalogue
from bot.domain.places import Place
from bot.domain.text import Plain, Text, _, lines
from bot.reading.personal import mask
from bot.reading.workbook.rows import Found, Table, Wrong
from bot.reports.figures import named, relation, source, when
from bot.voices import Voice


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


def end(file: str, table: Table, rows: Sequence[Row], kept: int | None) -> Text:
    """Say how many were kept, or (None) how they would be."""
    if table.wrong:
        return _("Nothing was kept. Mend the rows named above, then try again.")
    if kept is not None:
        return _("Kept: {n} figures.", n=kept)
    if all(row.what is Step.SAME for row in rows):
        return _("There is nothing new to keep.")
    return _("Nothing was kept yet. To keep it: toso import {file} --yes", file=file)


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


def as_json(voice: Voice, table: Table, rows: Sequence[Row]) -> dict[str, object]:
    """Return the same as plain values."""
    return {
        "rows": [
            {"row": row.found.row, "place": row.found.place.name, "state": row.what.value}
            | _values(row.found.figure)
            | {"instead_of": _values(row.other) if row.other else None}
            for row in rows
        ],
        "problems": [
            {
                "row": one.row,
                "column": one.column.value if one.column else None,
                "text": voice.say(one.text),
            }
            for one in table.wrong
        ],
        "unknown_columns": [get_column_letter(number) for number in table.strange],
        "empty": table.blank,
    }


def _values(figure: Figure) -> dict[str, object]:
    return {
        "id": figure.name,
        "value": int(figure.value),
        "unit": figure.unit,
        "since": figure.since.isoformat() if figure.since else None,
        "as_of": figure.as_of.isoformat(),
        "giver": figure.giver,
        "document": figure.document,
    }


def short(name: str) -> str:
    """Return as much of a sheet's name as may be said."""
    return mask(name).text[:40]
