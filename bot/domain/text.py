"""What is said, before it is in a language: phrases with their values, words of the content."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

# What stands in a message where something personal was taken out.
MARK = "▒▒▒"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the program; `message` is its key in the catalogues and its English wording.

    `{name}` in the message stands for a value: another text, a number, a day or plain words.
    `{you}` and `{You}` are always known: how the reader is addressed.
    """

    message: str
    values: Mapping[str, "Value"] = field(default_factory=dict)
    plural: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the content, by language code; Vietnamese is always there."""

    by_language: Mapping[str, str]

    def of(self, language: str) -> str:
        """Return the words in a language, or in Vietnamese where it has none."""
        return self.by_language.get(language) or self.by_language["vi"]


@dataclass(frozen=True, slots=True)
class Plain:
    """Words that are the same in every language: a name, a code, what an official typed."""

    words: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day close to today, said with its weekday and without its year."""

    day: date


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in percent, said with so many decimals, rounded half up once."""

    share: Decimal
    decimals: int = 2


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is no count, said with so many decimals, rounded half up once."""

    number: Decimal
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Texts one below the other; `gap` is what stands between them."""

    parts: tuple["Text", ...]
    gap: str = "\n"


Text: TypeAlias = Phrase | Words | Plain | Day | Percent | Number | Lines
Value: TypeAlias = Text | str | int | date


def _(message: str, **values: Value) -> Phrase:
    """Mark a sentence for the catalogues."""
    return Phrase(message, values)


def n_(one: str, many: str, count: int, **values: Value) -> Phrase:
    """Mark a sentence that depends on a number; `{n}` is that number."""
    return Phrase(one, {"n": count, **values}, many, count)


def lines(*parts: Text | None) -> Lines:
    """Put texts one below the other, leaving out what is None."""
    return Lines(tuple(part for part in parts if part is not None))


def paragraphs(*parts: Text | None) -> Lines:
    """Put texts below each other with an empty line between them, leaving out what is None."""
    return Lines(tuple(part for part in parts if part is not None), gap="\n\n")


def listed(parts: Iterable[Text], bullet: str = "– ") -> Lines:
    """Put texts below each other, each behind a dash."""
    return Lines(tuple(Lines((Plain(bullet), part), gap="") for part in parts))


def near(day: date, today: date) -> Text:
    """Say a day as people do: "hôm nay", "hôm qua", or by its weekday; always with its date."""
    if day == today:
        return _("today, {day}", day=Day(day))
    if day == today - timedelta(days=1):
        return _("yesterday, {day}", day=Day(day))
    return Day(day)


def briefly(day: date, today: date) -> Text:
    """Say a day as short as it can be in a list: "hôm nay", "hôm qua", or weekday and date."""
    if day == today:
        return _("today")
    return _("yesterday") if day == today - timedelta(days=1) else Day(day)


def fold(words: str) -> str:
    """Reduce words to what is compared: no case, no accents, đ as d, single spaces, no marks.

    >>> fold("  Ghi VIỆC  đã làm ")
    'ghi viec da lam'
    """
    plain = words.casefold().replace("đ", "d").replace(MARK, " ")
    spread = unicodedata.normalize("NFD", plain)
    return " ".join(spread.translate(_BARE).split())


class _Bare(dict[int, int | None]):
    """A table that leaves out what stands above or below a letter, learnt sign by sign."""

    def __missing__(self, sign: int) -> int | None:
        self[sign] = kept = None if unicodedata.combining(chr(sign)) else sign
        return kept


_BARE = _Bare()
