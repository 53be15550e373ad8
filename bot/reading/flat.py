"""Flattens what people type, sign by sign, so that numbers are found however they are written.

The flat text has small ASCII letters and digits, one kind of blank and one kind of dash; signs that
nobody sees (zero-width, accents that stand alone) are left out. Each flat sign knows where it
stood, so that what is found in the flat text can be taken out of the words as they were typed.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# What a picture (emoji) and every other sign that is neither letter nor digit is flattened to.
PICTURE = "~"
_LEFT_OUT = "\0"
_KEPT = "\n\t▒"
# Letters of other scripts that look like the ones used for a nought or a one.
_LOOKALIKE = {"о": "o", "ο": "o", "ı": "i", "đ": "d", "•": ".", "∙": ".", "·": "."}
_BY_CATEGORY = {
    "Cf": _LEFT_OUT, "Cc": _LEFT_OUT, "Mn": _LEFT_OUT, "Me": _LEFT_OUT, "Mc": _LEFT_OUT,
    "Zs": " ", "Zl": "\n", "Zp": "\n", "Pd": "-",
    "So": PICTURE, "Sk": PICTURE, "Cs": PICTURE, "Co": PICTURE, "Cn": PICTURE,
}  # fmt: skip
# Most of what is ever typed; the rest is looked up each time, so that nobody can fill the memory.
_REMEMBERED = 16384

# Noughts and ones typed as letters: a word of nothing else with a digit in it, and o's behind it.
_LETTERS_FOR_DIGITS = re.compile(
    r"(?<![a-z0-9|])(?=[oil|]*[0-9])[0-9oil|]+(?:[ .\-]oo+)*(?![a-z0-9|])"
)
_AS_DIGITS = str.maketrans("oil|", "0111")


@dataclass(frozen=True, slots=True)
class Flat:
    """A flattened text; `origin[n]` is where its n-th sign stood, with the end behind the last."""

    text: str
    origin: Sequence[int]


def flatten(said: str) -> Flat:
    """Return the flat form of some words, in time linear in their length."""
    flat = said.translate(_SIGNS)
    if _LEFT_OUT in flat:
        seen = (n for n, sign in enumerate(flat) if sign != _LEFT_OUT)
        origin: Sequence[int] = (*seen, len(said))
        flat = flat.replace(_LEFT_OUT, "")
    else:
        origin = range(len(said) + 1)
    return Flat(_LETTERS_FOR_DIGITS.sub(_digits, flat), origin)


def _digits(found: re.Match[str]) -> str:
    return found[0].translate(_AS_DIGITS)


class _Signs(dict[int, str]):
    """The flat form of each sign, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        flat = _flat(chr(point))
        if len(self) < _REMEMBERED:
            self[point] = flat
        return flat


def _flat(sign: str) -> str:
    if sign in _KEPT:
        return sign
    if (digit := unicodedata.digit(sign, None)) is not None:
        return str(digit)
    lower = sign.lower()
    if lower in _LOOKALIKE:
        return _LOOKALIKE[lower]
    if (general := _BY_CATEGORY.get(unicodedata.category(sign))) is not None:
        return general
    plain = unicodedata.normalize("NFKD", lower)[:1].lower() or sign
    return _LOOKALIKE.get(plain, plain)


_SIGNS = _Signs()
