"""Reads spreadsheets back, and has LibreOffice reckon their formulas anew."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.dossiers import Dossier
from bot.reports.workbook import workbook
from tests.reports.book_dossiers import ACTIVITIES
from tests.reports.values import VOICES

SOFFICE = shutil.which("soffice")


def made(dossier: Dossier, language: str = "vi") -> bytes:
    """Return the spreadsheet of a dossier."""
    return workbook(dossier, ACTIVITIES, VOICES.voice(language).say)


def values(data: bytes) -> Workbook:
    """Open a spreadsheet with the values that stand in it."""
    return load_workbook(io.BytesIO(data), data_only=True)


def formulas(data: bytes) -> Workbook:
    """Open a spreadsheet with its formulas."""
    return load_workbook(io.BytesIO(data))


def sheet(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def table(one: Worksheet) -> list[list[object]]:
    """Return the rows of a sheet that hold anything, without empty cells at their end."""
    rows = []
    for row in one.iter_rows(values_only=True):
        kept: list[object] = [cell.date() if isinstance(cell, datetime) else cell for cell in row]
        while kept and kept[-1] is None:
            kept.pop()
        if kept:
            rows.append(kept)
    return rows


def row(one: Worksheet, start: object) -> list[object]:
    """Return the first row that begins with something."""
    return next(found for found in table(one) if found[0] == start)


def margins(one: Worksheet) -> tuple[str, str, str]:
    """Return what is printed above a page on the right, and below it on both sides."""
    top, bottom = one.oddHeader, one.oddFooter
    assert top is not None
    assert bottom is not None
    assert top.right is not None
    assert bottom.left is not None
    assert bottom.right is not None
    return str(top.right.text), str(bottom.left.text), str(bottom.right.text)


def words(one: Worksheet) -> str:
    """Return all words of a sheet."""
    return "\n".join(str(cell) for found in table(one) for cell in found if isinstance(cell, str))


def reckoned(data: bytes, folder: Path) -> Workbook:
    """Have LibreOffice reckon every formula anew, without the values that were written."""
    assert SOFFICE
    bare = folder / "bare.xlsx"
    # Saved by openpyxl the formulas stand alone, so that nothing can be taken over.
    formulas(data).save(bare)
    out = folder / "reckoned"
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "xlsx", "--outdir", str(out), str(bare)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return load_workbook(out / "bare.xlsx", data_only=True)


def computed(data: bytes) -> Iterator[tuple[str, str, str, object]]:
    """Return every formula with its sheet, its cell and the value that was written for it."""
    told, known = formulas(data), values(data)
    for name in told.sheetnames:
        for cells in sheet(told, name).iter_rows():
            for cell in cells:
                if cell.data_type == "f":
                    yield name, cell.coordinate, str(cell.value), known[name][cell.coordinate].value
