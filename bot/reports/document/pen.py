"""How texts and numbers are written in an official report: one line, no sign that XML forbids."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from bot.domain.text import Lines, Number, Phrase, Plain, Text, Value

Say: TypeAlias = Callable[[Text], str]

# XML 1.0, production [2]: every other sign makes a file that Word refuses.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Pen:
    """Writes in the language of `say`; the same thing is always written the same."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def cell(self, text: Text | int) -> str:
        """Write as in a table: a number as it is."""
        return clean(self._say(_number(text) if isinstance(text, int) else text))

    def line(self, text: Text | int) -> str:
        """Write as in a sentence: a count below ten with a zero before it, as in "05 thôn"."""
        return clean(self._say(_padded(_number(text) if isinstance(text, int) else text)))

    def sentences(self, text: Text) -> str:
        """Write as in a table, each of its lines as a sentence of its own."""
        said = (clean(line).rstrip(".") for line in self._say(text).split("\n"))
        return " ".join(f"{line}." for line in said if line)


def clean(words: str) -> str:
    """Return words on one line, without what XML forbids.

    >>> clean("Gò\\x07 Đá\\n <3")
    'Gò Đá <3'
    """
    return " ".join(_FORBIDDEN.sub("", words).split())


def _number(count: int) -> Number:
    return Number(Decimal(count))


def _padded(text: Text) -> Text:
    """Put a zero before the counts from 1 to 9 that stand in a text."""
    match text:
        case Phrase():
            return replace(text, values={name: _value(one) for name, one in text.values.items()})
        case Lines():
            return replace(text, parts=tuple(map(_padded, text.parts)))
        case Number(number, 0) if 0 < number < 10 and number == number.to_integral_value():
            return Plain(f"0{int(number)}")
        case _:
            return text


def _value(value: Value) -> Value:
    if isinstance(value, int):
        return Plain(f"0{value}") if 0 < value < 10 else value
    return value if not isinstance(value, _TEXTS) else _padded(value)


_TEXTS = (Phrase, Lines, Number)
