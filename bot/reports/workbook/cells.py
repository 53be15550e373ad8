"""What stands in cells: words that are safe in any spreadsheet, days, formulas with their value."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from bot.domain.text import Text
from bot.reports.workbook.styles import WORDS, Style

_EPOCH = date(1899, 12, 30)
# What XML cannot say, or nobody can see.
_UNSAYABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Excel takes 32767 UTF-16 units in a cell; a sign has at most two.
_LONGEST_CELL = 16_000
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the value that it has, for viewers that do not reckon."""

    text: str
    value: float


Content: TypeAlias = Text | str | int | float | Decimal | date | Formula | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A content with its look."""

    content: Content
    style: Style = WORDS


def clean(words: str) -> str:
    """Return words as a cell can hold them, each letter as one sign."""
    kept = _UNSAYABLE.sub("", unicodedata.normalize("NFC", words))
    return kept if len(kept) <= _LONGEST_CELL else kept[: _LONGEST_CELL - 1] + "…"


def is_like_formula(words: str) -> bool:
    """Tell whether a spreadsheet would reckon with words if somebody typed them."""
    return words.startswith(_STARTS_FORMULA)


def serial(day: date) -> int:
    """Return a day as spreadsheets count them."""
    return (day - _EPOCH).days


def sheet_name(words: str) -> str:
    """Return words as a sheet can be called."""
    return _NOT_IN_NAMES.sub(" ", clean(words))[:_LONGEST_NAME].strip("' ")


def printed(words: str, most: int) -> str:
    """Return words as they may stand in the margin of a page, in at most so many signs."""
    flat = " ".join(clean(words).split())
    kept = flat
    # In a margin "&" begins a sign of its own, and is written twice to stand for itself.
    while len(kept.replace("&", "&&")) > most:
        kept = kept[: min(len(kept), most) - 2] + "…"
    return kept.replace("&", "&&")
