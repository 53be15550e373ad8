"""How high a row has to be for its words: not every program makes room for them by itself."""

import math
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_LINE = 15.0  # points, at size 11
_TALLEST = 409.0  # Excel knows no taller row
# Column widths are given in digits; at size 11 a digit is so many pixels wide, and an em so many.
_DIGIT, _EM = 7.0, 44 / 3
# What the edges of a cell take of its width, and the space before words on the left, in pixels.
_EDGES, _INDENT = 8.0, 10.0
# In thousandths of an em: letters of Times New Roman, signs above and below them left off.
_LETTERS: Mapping[str, int] = {
    letter: width
    for letters, width in (
        (" .,", 250), ("ijlt;:/'", 278), ("frI()[]-", 333), ("sJ", 389), ("acez", 444),
        ("bdghkđnopquvxy0123456789–“”", 500), ("PSF", 556), ("EZLT+=<≥", 611), ("BCR", 667),
        ("wADGHKNOQUVXYĐ", 722), ("m", 778), ("%", 833), ("M", 889), ("W@", 944),
    )
    for letter in letters
}  # fmt: skip
_OTHER, _WIDE, _FIRST_WIDE = 600, 1100, "⺀"
_BOLD = 1.07


@lru_cache(maxsize=20_000)
def lines_of(words: str, width: float, *, bold: bool = False, indented: bool = True) -> int:
    """Return on how many lines words stand in a column that is so many digits wide."""
    room = max(width * _DIGIT - _EDGES - (_INDENT if indented else 0), _EM)
    return sum(_wrapped(line, room, _BOLD if bold else 1.0) for line in words.split("\n"))


def height(lines: int, size: int = 11) -> float:
    """Return the height of so many lines, in points."""
    return min(math.ceil(lines * _LINE * size / 11) + 1, _TALLEST)


def _wrapped(line: str, room: float, bold: float) -> int:
    """Return on how many lines a paragraph stands; a word that is too long is broken."""
    lines, used = 1, 0.0
    blank = _pixels(" ") * bold
    for word in line.split(" "):
        wide = _pixels(word) * bold
        if used and used + blank + wide > room:
            lines, used = lines + 1, 0.0
        elif used:
            used += blank
        further = max(math.ceil((used + wide) / room) - 1, 0)
        lines, used = lines + further, used + wide - further * room
    return lines


@lru_cache(maxsize=20_000)
def _pixels(word: str) -> float:
    bare = (one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
    return sum(map(_wide, bare)) * _EM / 1000


def _wide(letter: str) -> int:
    return _LETTERS.get(letter, _WIDE if letter >= _FIRST_WIDE else _OTHER)
