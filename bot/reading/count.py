"""Reads a number that somebody typed or dictated: "3", "ba", "mười lăm", "3 tài khoản"."""

import re
import unicodedata

from bot.domain.errors import Unclear
from bot.domain.text import MARK, _, fold

MOST = 999
# The most people that an outreach session may have had.
MOST_PEOPLE = 9999

_ONES = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_TENS = frozenset({"muoi", "chuc"})
# Behind a ten, 1 and 5 have words of their own, which are no numbers elsewhere ("mốt", "làm").
_BEHIND_TENS = _ONES | {"mốt": 1, "lam": 5, "nham": 5}
# Who writes accents means them: "bà", "tạm" and "bấy" are no numbers.
_ACCENTED = frozenset(
    {"không", "một", "bốn", "tư", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "lăm", "nhăm"}
    | {"mười", "mươi", "chục"}
)
# Words that may follow a number without changing it.
_UNITS = re.compile(
    r"\s*(nguoi|ho|luot|tai khoan|tk|ho so|hs|buoi|gian hang|cai|may|em|bac|"
    r"people|person|accounts?|times?|households?|dossiers?|sessions?|stalls?)"
)


def count(said: str, *, most: int = MOST) -> int:
    """Return the number of an answer, 1 to `most`; raises Unclear on anything that is not one.

    Nothing may stand beside the number but a unit: "3 hôm qua" is not simply three.
    """
    words = fold(said).strip(" .!")
    digits = re.match(r"[0-9]{1,6}(?![0-9])", words)
    number: int | None
    if digits:
        number, rest = int(digits[0]), words[digits.end() :]
    else:
        number, rest = _spelled(_meant(said))
    if number is None or (rest and not _UNITS.fullmatch(rest)):
        raise Unclear(_("Please send just a number, for example 3."))
    if not 1 <= number <= most:
        raise Unclear(_("Please send a number from 1 to {most}.", most=most))
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
    elif 1 <= _ONES.get(first, 0) <= 9 and rest[:1] and rest[0] in _TENS:
        value, rest = _ONES[first] * 10, rest[1:]
    elif first in _ONES:
        return _ONES[first], " ".join(rest)
    else:
        return None, ""
    if rest and 1 <= _BEHIND_TENS.get(rest[0], 0) <= 9:
        value, rest = value + _BEHIND_TENS[rest[0]], rest[1:]
    return value, " ".join(rest)


def _meant(said: str) -> list[str]:
    """Return the words without accents, but for those that look like a number only without."""
    words = unicodedata.normalize("NFC", said.replace(MARK, " ").casefold()).strip(" .!").split()
    like = _BEHIND_TENS.keys() | _TENS
    return [
        word if fold(word) in like and not word.isascii() and word not in _ACCENTED else fold(word)
        for word in words
    ]
