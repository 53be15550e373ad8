"""Reads TOML with care: every wrong field becomes a problem with its line, none an exception."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeVar

import tomli
from rapidfuzz import process

from bot.domain.problems import Problem
from bot.domain.text import Phrase, Words, _

Kind = TypeVar("Kind", bound=StrEnum)
# Where the value of one key ends and the next one, or a table, begins.
_NEXT = re.compile(r"[\w.]+\s*=|\[")


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


def parse(
    file: str, text: str, problems: list[Problem], offset: int = 1
) -> tuple[Head, Mapping[str, Any]]:
    """Read TOML; what cannot be read is a problem at its line, and an empty table."""
    table: Mapping[str, Any] = {}
    try:
        table = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) - 1 + offset if found else offset
        problems.append(
            Problem(file, line, _("This is not TOML: a quote, comma or bracket is off."))
        )
    return Head(file, text, table, problems, offset), table


def tables(
    path: Path, key: str, problems: list[Problem], file: str = ""
) -> tuple[tuple[Head, Mapping[str, Any]], ...]:
    """Return the `[[key]]` tables of a file, each with its own place.

    `file` is what problems call it, where that is not its name.
    """
    file = file or path.name
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(file, 0, _("This file is missing or cannot be read: put it back.")))
        return ()
    known = len(problems)
    whole, table = parse(file, text, problems)
    if len(problems) > known:
        return ()
    found = table.get(key)
    if not isinstance(found, list) or not found:
        whole.complain(key, _("There is no [[{key}]] here.", key=key))
        return ()
    rows = text.splitlines()
    marks = [n for n, line in enumerate(rows) if line.strip() == f"[[{key}]]"]
    # A table ends where the next one of any kind begins: what it lacks is not looked for there.
    begins = [n for n, line in enumerate(rows) if line.startswith("[[")]
    ends = [next((n for n in begins if n > mark), len(rows)) for mark in marks]
    marks += [0] * (len(found) - len(marks))
    ends += [len(rows)] * (len(found) - len(ends))
    return tuple(
        (Head(file, "\n".join(rows[mark:end]), item, problems, mark + 1), item)
        for mark, end, item in zip(marks, ends, found, strict=False)
        if isinstance(item, dict)
    )
