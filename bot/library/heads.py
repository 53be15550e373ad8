"""Reads TOML with care: every wrong field becomes a problem with its line, none an exception."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import takewhile
from typing import Any, TypeVar

from rapidfuzz import process

from bot.domain.problems import Problem
from bot.domain.text import Phrase, Words, _

Kind = TypeVar("Kind", bound=StrEnum)
# Where the value of one key ends and the next one, or a table, begins.
_NEXT = re.compile(r"[\w.]+\s*=|\[")
# No rate or count of a commune is larger.
_MOST = 10**9


class Head:
    """A table of TOML and where it stands; what is missing or wrong is added to `problems`."""

    def __init__(
        self, file: str, text: str, table: Mapping[str, Any], problems: list[Problem], offset: int
    ) -> None:
        self._file = file
        self._lines = text.splitlines()
        self._table = table
        self._problems = problems
        self._offset = offset
        self._laid: dict[str, tuple[Head, object]] = {}

    def lay(self, key: str, value: object, head: "Head") -> None:
        """Let another head's value stand for a key's; what is wrong with it is wrong there."""
        self._laid[key] = (head, value)

    def complain(self, key: str, text: Phrase, nth: int = 0) -> None:
        """Add a problem at the (nth) line of a key, or at the head's first line."""
        file, line = self.place(key, nth)
        self._problems.append(Problem(file, line, text))

    def place(self, key: str, nth: int = 0) -> tuple[str, int]:
        """Return the file and the (nth) line of a key, or the head's first line."""
        if key in self._laid:
            return self._laid[key][0].place(key, nth)
        pattern = re.compile(rf"\s*\[*{re.escape(key)}\b")
        found = [n for n, words in enumerate(self._lines) if pattern.match(words)]
        return self._file, (found[min(nth, len(found) - 1)] if found else 0) + self._offset

    def complain_of(self, value: str, key: str, text: Phrase) -> None:
        """Add a problem at the last line of a key on which a value of its list stands."""
        file, first = self.place(key)
        found = first
        if key not in self._laid:
            rest = enumerate(self._lines[first - self._offset :], first)
            own = takewhile(lambda one: one[0] == first or not _NEXT.match(one[1]), rest)
            found = max((n for n, words in own if f'"{value}"' in words), default=first)
        self._problems.append(Problem(file, found, text))

    def only(self, *known: str) -> None:
        """Complain of every key that is none of those known: it may be a slip of another."""
        unknown(self._table, known, self.complain)

    def words(self, key: str, *, most: int) -> str:
        """Return a text of at most so many characters."""
        value = self.get(key)
        if not isinstance(value, str) or not value.strip():
            self.complain(key, _("“{key}” is missing: write one short text.", key=key))
            return ""
        if len(value) > most:
            self.complain(key, _("“{key}” is too long: at most {n} characters.", key=key, n=most))
        return value.strip()

    def many(self, key: str, *, most: int, once: bool = False) -> tuple[str, ...]:
        """Return a list of texts; it may be empty, but it must be there. `once`: none twice."""
        value = self.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.complain(key, _("“{key}” must be a list of texts, [] for none.", key=key))
            return ()
        if any(len(item) > most for item in value):
            self.complain(key, _("“{key}” is too long: at most {n} characters.", key=key, n=most))
        if once:
            for words in twice(value):
                self.complain_of(words, key, _("“{words}” stands here twice.", words=words))
        return tuple(value)

    def day(self, key: str) -> date:
        """Return a date."""
        value = self.get(key)
        if not isinstance(value, date):
            self.complain(key, _("“{key}” must be a date such as 2026-11-21.", key=key))
            return date.min
        return value

    def flag(self, key: str) -> bool:
        """Return true or false; false where it is left out."""
        value = self.get(key)
        if value is not None and not isinstance(value, bool):
            self.complain(key, _("“{key}” is true or false.", key=key))
        return value is True

    def whole(self, key: str, least: int, most: int) -> int:
        """Return a whole number within bounds, `least` where it is none."""
        value = self.get(key)
        if type(value) is not int or not least <= value <= most:
            text = _(
                "“{key}” must be a whole number from {low} to {high}.",
                key=key,
                low=least,
                high=most,
            )
            self.complain(key, text)
            return least
        return value

    def decimal(self, key: str) -> Decimal:
        """Return a number that is not negative, nought where it is none."""
        value = self.get(key)
        if type(value) not in (int, float) or not 0 <= float(str(value)) < _MOST:
            self.complain(key, _("“{key}” must be a number such as 80 or 22.5.", key=key))
            return Decimal(0)
        return Decimal(str(value))

    def items(self, key: str) -> tuple["Head", ...]:
        """Return the tables of a list, each at its own line; none where the key is left out."""
        value = self.get(key)
        tables = value if isinstance(value, list) else []
        if value is not None and (not tables or not all(isinstance(one, dict) for one in tables)):
            self.complain(
                key,
                _(
                    "“{key}” must be a list of tables, each on a line: {form}",
                    key=key,
                    form="{ … }",
                ),
            )
            return ()
        file, first = self.place(key)
        below = enumerate(self._lines[first + 1 - self._offset :], first + 1)
        rows = [n for n, words in takewhile(lambda one: not one[1].startswith("]"), below)]
        lines = [*rows, *[first] * len(tables)]
        return tuple(
            Head(file, "", one, self._problems, line)
            for one, line in zip(tables, lines, strict=False)
        )

    def one_of(self, key: str, allowed: Iterable[Kind], default: Kind) -> Kind:
        """Return one of some values of an enumeration, `default` where it is none of them."""
        known = {member.value: member for member in allowed}
        found = known.get(str(self.get(key)))
        if found is None:
            names = ", ".join(known)
            self.complain(key, _("“{key}” must be one of: {allowed}.", key=key, allowed=names))
        return found or default

    def both(self, key: str, *, most: int) -> Words:
        """Return a text in Vietnamese and English, written `key.vi` and `key.en`."""
        value = self.get(key)
        spoken = value if isinstance(value, dict) else {}
        for language in ("vi", "en"):
            words = spoken.get(language)
            if not isinstance(words, str) or not words.strip():
                self.complain(key, _("“{key}.{language}” is missing.", key=key, language=language))
                spoken = {**spoken, language: ""}
            elif len(words) > most:
                text = _("“{key}” is too long: at most {n} characters.", key=key, n=most)
                self.complain(key, text)
        return Words(spoken)

    def get(self, key: str) -> object:
        """Return a value as it stands, None where it is missing."""
        return self._laid[key][1] if key in self._laid else self._table.get(key)


def twice(said: Iterable[str]) -> list[str]:
    """Return what stands twice in a list, whatever its capitals, as it stands the second time."""
    seen: set[str] = set()
    again = []
    for one in said:
        if one.casefold() in seen:
            again.append(one)
        seen.add(one.casefold())
    return again


def unknown(
    table: Mapping[str, Any], known: Sequence[str], complain: Callable[[str, Phrase], None]
) -> None:
    """Complain of the keys of a table that nobody reads, each with the one that may be meant."""
    for key in table:
        if key not in known:
            near = process.extractOne(key, known)
            meant = str(near[0]) if near else known[0]
            complain(key, _("“{key}” is not known here. Is “{meant}” meant?", key=key, meant=meant))
