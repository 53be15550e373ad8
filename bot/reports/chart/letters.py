"""Letters: which there are, how wide words are, and where they are cut to fit."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

# A power of two: a size in dots comes out of inches as it went in.
DPI = 64
_FONTS = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
# The library measures letters in parts of a dot.
_PARTS = 64


@dataclass(frozen=True, slots=True)
class Type:
    """How words are printed; `size` in dots."""

    size: int
    bold: bool = False
    colour: str = "#111111"


def wrapped(said: str, of: Type, width: float, most: int) -> list[str]:
    """Cut words into lines that are no wider than that, at most so many."""
    rows: list[str] = []
    for word in said.split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and wide(longer, of) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    if len(rows) > most:
        rows = [*rows[: most - 1], " ".join(rows[most - 1 :])]
    return [fitting(one, of, width) for one in rows]


def fitting(said: str, of: Type, width: float) -> str:
    """Shorten words to a width; what was left out shows as "…"."""
    if wide(said, of) <= width:
        return said
    kept = said
    while kept and wide(f"{kept}…", of) > width:
        kept = kept[:-1].rstrip()
    return f"{kept}…"


@lru_cache(maxsize=1000)
def wide(said: str, of: Type) -> float:
    """Return how many dots words take from left to right."""
    letters = get_font(_file(bold=of.bold))
    letters.set_size(_points(of), DPI)
    letters.set_text(said, 0, flags=LoadFlags.FORCE_AUTOHINT)
    return letters.get_width_height()[0] / _PARTS


def clean(said: str) -> str:
    """Return words as they can be printed: accents in one sign with their letter, no unknown sign.

    >>> clean("Gò\\u0301")
    'Gò?'
    """
    whole = unicodedata.normalize("NFC", " ".join(said.split()))
    return "".join(sign if ord(sign) in known() else "?" for sign in whole)


@cache
def font(of: Type) -> FontProperties:
    """Return a font by its file: whichever fonts a machine has, the picture is the same."""
    return FontProperties(fname=_file(bold=of.bold), size=_points(of))


def _points(of: Type) -> float:
    return of.size * 72 / DPI


def _file(*, bold: bool) -> Path:
    return Path(mpl.get_data_path(), "fonts", "ttf", _FONTS[bold])


@cache
def known() -> frozenset[int]:
    """Return the signs that both fonts have."""
    return frozenset.intersection(
        *(frozenset(get_font(_file(bold=one)).get_charmap()) for one in _FONTS)
    )
