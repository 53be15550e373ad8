"""How high a row has to be for its words: not every program makes room for them by itself."""

import math
import textwrap

_LINE = 15.0  # points, at size 11
_TALLEST = 409.0  # Excel knows no taller row
# What the edges of a cell take of its width, in signs.
_EDGES = 2


def lines_of(words: str, width: float, *, bold: bool = False) -> int:
    """Return on how many lines words stand in a column that is so many signs wide."""
    room = max(int((width - _EDGES) * (1.0 if bold else 1.15)), 3)
    return sum(
        1 if len(line) <= room else len(textwrap.wrap(line, room)) for line in words.split("\n")
    )


def height(lines: int, size: int = 11) -> float:
    """Return the height of so many lines, in points."""
    return min(math.ceil(lines * _LINE * size / 11) + 1, _TALLEST)
