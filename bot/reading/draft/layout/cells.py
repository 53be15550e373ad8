"""Rows of tables: their cells parted in one line, or standing one a line."""

import re
from dataclasses import dataclass

from bot.reading.draft.layout.marks import bare

_SHORT = 80  # characters; a cell that stands in a line of its own is not longer
_ROW = 14  # cells of a row that stand one a line
_CELLS = 6  # fewer short lines in a row are no table
_FIGURE = re.compile(r"[\d.,/%\s]{1,20}")


@dataclass(frozen=True, slots=True)
class Group:
    """Lines (by index) that belong together; `joint` stands between them."""

    lines: tuple[int, ...]
    cells: tuple[str, ...] = ()
    joint: str = " "


def celled(line: str) -> bool:
    """Tell whether a line is a row of a table: its cells parted by tabs or by upright strokes."""
    return "\t" in line or line[0] == "|" or line.count(" | ") > 1


def cells(line: str) -> tuple[str, ...]:
    """Return the cells of a row."""
    parts = line.split("\t") if "\t" in line else line.strip("|").split("|")
    return tuple(bare(part) for part in parts)


def stacked(lines: list[str], at: int) -> list[Group]:
    """Return the rows of a table whose cells stand one a line, or nothing.

    The rows are told by the numbers 1, 2, 3 … that stand the same number of lines apart.
    """
    if lines[at].strip("0") != "1":
        return _unnumbered(lines, at)
    end = at
    while (
        end < min(len(lines), at + _ROW) and len(lines[end]) <= _SHORT and not _joined(lines[end])
    ):
        end += 1
    step = next((step for step in range(2, end - at) if _nth(lines[at + step]) == 2), 0)
    if not step or end - at < _CELLS:
        return []
    rows: list[Group] = []
    while at + step <= len(lines) and _nth(lines[at]) == len(rows) + 1:
        if any(len(line) > _SHORT for line in lines[at : at + step]):
            break
        rows.append(_stack(lines, at, step))
        at += step
    if (
        rows
        and at + step - 1 <= len(lines)
        and re.match(r"(?i)t[oôổ]ng|cộng", lines[min(at, len(lines) - 1)])
    ):
        rows.append(_stack(lines, at, step - 1))
    return rows


def _unnumbered(lines: list[str], at: int) -> list[Group]:
    """Return rows of a name and as many figures each, without numbers of their own."""
    figures = 0
    while at + figures + 1 < len(lines) and _FIGURE.fullmatch(lines[at + figures + 1]):
        figures += 1
        if figures > 12:
            return []
    step = figures + 1
    if figures < 2 or not _names(lines[at]):
        return []
    rows: list[Group] = []
    while at + step <= len(lines) and _names(lines[at]):
        if not all(_FIGURE.fullmatch(line) for line in lines[at + 1 : at + step]):
            break
        rows.append(_stack(lines, at, step))
        at += step
    return rows if len(rows) > 1 else []


def _names(line: str) -> bool:
    return len(line) <= _SHORT and not _FIGURE.fullmatch(line) and not _joined(line)


def _stack(lines: list[str], at: int, step: int) -> Group:
    row = tuple(bare(line) for line in lines[at : at + step])
    return Group(tuple(range(at, at + step)), row, "\t")


def _joined(line: str) -> bool:
    return "\t" in line or line[0] in "-+*#|" or line.endswith((".", ";"))


def _nth(line: str) -> int:
    return int(line) if line.isascii() and line.isdigit() and len(line) < 4 else 0
