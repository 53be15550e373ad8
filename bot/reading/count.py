"""Reads a number that somebody typed or dictated: "3", "ba", "mười lăm", "3 tài khoản"."""

import re

from bot.domain.errors import Unclear
from bot.domain.text import _, fold

MOST = 999

_ONES = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "lam": 5, "nham": 5,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_TENS = frozenset({"muoi", "chuc"})
# Words that may follow a number without changing it.
_UNITS = re.compile(
    r"\s*(nguoi|ho|luot|tai khoan|tk|ho so|hs|buoi|gian hang|cai|may|em|bac|"
    r"people|person|accounts?|times?|households?|dossiers?|sessions?|stalls?)"
)


def count(said: str) -> int:
    """Return the number of an answer, 1 to 999; raises Unclear on anything that is not one.

    Nothing may stand beside the number but a unit: "3 hôm qua" is not simply three.
    """
    words = fold(said).strip(" .!")
    digits = re.match(r"\d{1,6}(?!\d)", words)
    number: int | None
    if digits:
        number, rest = int(digits[0]), words[digits.end() :]
    else:
        number, rest = _spelled(words.split())
    if number is None or (rest and not _UNITS.fullmatch(rest)):
        raise Unclear(_("Please send just a number, for example 3."))
    if not 1 <= number <= MOST:
        raise Unclear(_("Please send a number from 1 to {most}.", most=MOST))
    return number


def _spelled(words: list[str]) -> tuple[int | None, str]:
    """Return the number that the words begin with, and what is left of them.

    1. "ba" is 3; "mười" is 10, "mười lăm" 15.
    2. "hai mươi", "hai chục" are 20; "hai mươi mốt" is 21.
    """
    if not words:
        return None, ""
    first, *rest = words
    if first in _TENS:
        value = 10
    elif first in _ONES and rest[:1] and rest[0] in _TENS:
        value, rest = _ONES[first] * 10, rest[1:]
    elif first in _ONES:
        return _ONES[first], " ".join(rest)
    else:
        return None, ""
    if rest and rest[0] in _ONES and _ONES[rest[0]]:
        value, rest = value + _ONES[rest[0]], rest[1:]
    return value, " ".join(rest)
