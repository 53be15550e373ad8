"""Opens workbooks (.xlsx) and lists (.csv) that somebody sent; nothing in them is trusted."""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, cast

from openpyxl import load_workbook

from bot.domain.errors import Refused
from bot.domain.text import Phrase, _
from bot.reading.workbook.cells import Cell
from bot.reading.workbook.columns import NAME, Row

# A commune with a hundred villages and every quantity fits ten times.
MOST_BYTES = 5_000_000
_MOST_UNPACKED = 60_000_000
_MOST_PARTS = 400
_MOST_ROWS = 5000
_MOST_COLUMNS = 30
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# A workbook declares no entities; whoever does wants the reader to unfold them.
_DECLARED = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le")
)


class _Worksheet(Protocol):
    """A sheet of openpyxl's that is read row by row."""

    title: str

    def reset_dimensions(self) -> None:
        """Forget what the file says about its size."""

    def iter_rows(self, *, max_row: int, max_col: int) -> Iterator[tuple[object, ...]]:
        """Return the cells of each row."""


def sheets(whole: bytes, *, listed: bool) -> dict[str, list[Row]]:
    """Return the rows of each sheet that has any; raises Refused with one sentence.

    `listed`: what is no workbook is a list (.csv), which is one sheet, the one of figures.
    """
    if len(whole) > MOST_BYTES:
        raise _refused("TS-81", _("The file is too large: at most 5 MB."))
    if whole.startswith(_OLE):
        raise _refused(
            "TS-82",
            _(
                "The file has a password, or is of the old kind (.xls). Save it as .xlsx without "
                "a password."
            ),
        )
    if whole.startswith(_ZIP):
        _harmless(whole)
        return _workbook(whole)
    if listed:
        return {NAME: _list(whole)}
    raise _broken()


def _harmless(whole: bytes) -> None:
    """Look into the packed file before it is unpacked for good; raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(whole)) as packed:
            wrong = _amiss(packed)
    except Exception:
        # A damaged archive makes zipfile fail in as many ways as there are bytes in it.
        raise _broken() from None
    if wrong:
        raise wrong


def _amiss(packed: zipfile.ZipFile) -> Refused | None:
    parts = packed.infolist()
    if len(parts) > _MOST_PARTS or sum(one.file_size for one in parts) > _MOST_UNPACKED:
        return _refused("TS-81", _("The file is too large once it is unpacked."))
    if any(one.flag_bits & 1 for one in parts):
        return _refused("TS-82", _("The file has a password. Save it without one."))
    contents = map(packed.read, parts)
    declared = (word in content for content in contents for word in _DECLARED)
    return _broken() if any(declared) else None


def _workbook(whole: bytes) -> dict[str, list[Row]]:
    """Read a workbook twice: its values, and where a formula stands without one."""
    try:
        with warnings.catch_warnings():
            # openpyxl warns of decorations that it does not keep; nothing is written back.
            warnings.simplefilter("ignore")
            valued = load_workbook(io.BytesIO(whole), read_only=True, data_only=True)
            typed = load_workbook(io.BytesIO(whole), read_only=True)
            pairs = zip(
                cast("list[_Worksheet]", valued.worksheets),
                cast("list[_Worksheet]", typed.worksheets),
                strict=True,
            )
            found: dict[str, list[Row]] = {
                sheet.title: [
                    [_cell(one, two) for one, two in zip(row, said, strict=False)]
                    for row, said in zip(_rows(sheet), _rows(twin), strict=False)
                ]
                for sheet, twin in pairs
            }
    except Refused:
        raise
    except Exception:
        # A damaged workbook makes openpyxl fail in a dozen ways, all of which mean this.
        raise _broken() from None
    return {name: rows for name, rows in found.items() if any(map(_filled, rows))}


def _rows(sheet: _Worksheet) -> Iterator[tuple[object, ...]]:
    # What a file says about its own size is not to be believed.
    sheet.reset_dimensions()
    for nth, row in enumerate(sheet.iter_rows(max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS)):
        if nth == _MOST_ROWS:
            raise _refused("TS-81", _("The sheet has too many rows: at most {n}.", n=_MOST_ROWS))
        yield row


def _cell(read: object, typed: object) -> Cell:
    value, said = getattr(read, "value", None), getattr(typed, "value", None)
    formula = value is None and isinstance(said, str) and said.startswith("=")
    if not isinstance(value, str | int | float | bool | date):
        value = None if value is None else str(value)
    percent = "%" in str(getattr(read, "number_format", "")) and isinstance(value, int | float)
    return Cell(value, percent=percent, formula=formula)


def _list(whole: bytes) -> list[Row]:
    """Read a list whose columns are parted by commas, semicolons or tabs."""
    text = _decoded(whole)
    first = text.partition("\n")[0]
    parting = max(";,\t", key=first.count)
    rows: list[Row] = []
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=parting, strict=True):
            if len(rows) == _MOST_ROWS or len(line) > 1000:
                raise _refused(
                    "TS-81", _("The sheet has too many rows: at most {n}.", n=_MOST_ROWS)
                )
            rows.append([_typed(said) for said in line[:_MOST_COLUMNS]])
    except csv.Error:
        raise _broken() from None
    return rows


def _typed(said: str) -> Cell:
    return Cell(said or None, formula=said.startswith("="))


def _decoded(whole: bytes) -> str:
    for code in ("utf-16",) if whole[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",):
        try:
            text = whole.decode(code)
        except UnicodeDecodeError:
            break
        if "\0" not in text:
            return text
    raise _refused("TS-83", _("This list is not written in UTF-8. Save it as “CSV UTF-8”."))


def _filled(row: Iterable[Cell]) -> bool:
    return any(not cell.empty for cell in row)


def _broken() -> Refused:
    return _refused("TS-83", _("This is no sheet that can be read: send an .xlsx or a .csv file."))


def _refused(code: str, text: Phrase) -> Refused:
    return Refused(code, text)
