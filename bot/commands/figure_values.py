"""What `toso import` says at the end of a table of figures, and the table as plain values."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from bot.domain.figures import Figure
from bot.domain.giving import Step
from bot.domain.text import Text, _
from bot.intake.previews import Row
from bot.reading.workbook.rows import Table
from bot.voices import Voice


def end(file: str, table: Table, rows: Sequence[Row], kept: int | None) -> Text:
    """Say how many were kept, or (None) how they would be."""
    if table.wrong:
        return _("Nothing was kept. Mend the rows named above, then try again.")
    if kept is not None:
        return _("Kept: {n} figures.", n=kept)
    if all(row.what is Step.SAME for row in rows):
        return _("There is nothing new to keep.")
    return _("Nothing was kept yet. To keep it: toso import {file} --yes", file=file)


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
