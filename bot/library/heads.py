"""Reads TOML with care: every wrong field becomes a problem with its line, none an exception."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import tomli

from bot.domain.problems import Problem
from bot.domain.text import Phrase, Words, _

Kind = TypeVar("Kind", bound=StrEnum)


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

    def complain(self, key: str, text: Phrase, nth: int = 0) -> None:
        """Add a problem at the (nth) line of a key, or at the head's first line."""
        pattern = re.compile(rf"\s*(\[\[)?{re.escape(key)}\b")
        found = [n for n, words in enumerate(self._lines) if pattern.match(words)]
        line = found[min(nth, len(found) - 1)] if found else 0
        self._problems.append(Problem(self._file, line + self._offset, text))

    def words(self, key: str, *, most: int) -> str:
        """Return a text of at most so many characters."""
        value = self._table.get(key)
        if not isinstance(value, str) or not value.strip():
            self.complain(key, _("“{key}” is missing: write one short text.", key=key))
            return ""
        if len(value) > most:
            self.complain(key, _("“{key}” is too long: at most {n} characters.", key=key, n=most))
        return value.strip()

    def many(self, key: str, *, most: int) -> tuple[str, ...]:
        """Return a list of texts; it may be empty, but it must be there."""
        value = self._table.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.complain(key, _("“{key}” must be a list of texts, [] for none.", key=key))
            return ()
        if any(len(item) > most for item in value):
            self.complain(key, _("“{key}” is too long: at most {n} characters.", key=key, n=most))
        return tuple(value)

    def day(self, key: str) -> date:
        """Return a date."""
        value = self._table.get(key)
        if not isinstance(value, date):
            self.complain(key, _("“{key}” must be a date such as 2026-11-21.", key=key))
            return date.min
        return value

    def one_of(self, key: str, kind: Callable[[str], Kind], default: Kind) -> Kind:
        """Return one of the values of an enumeration."""
        value = self._table.get(key)
        try:
            return kind(str(value))
        except ValueError:
            allowed = ", ".join(member.value for member in type(default))
            self.complain(key, _("“{key}” must be one of: {allowed}.", key=key, allowed=allowed))
            return default

    def both(self, key: str, *, most: int) -> Words:
        """Return a text in Vietnamese and English, written `key.vi` and `key.en`."""
        value = self._table.get(key)
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
        return self._table.get(key)


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
    path: Path, key: str, problems: list[Problem]
) -> tuple[tuple[Head, Mapping[str, Any]], ...]:
    """Return the `[[key]]` tables of a file, each with its own place."""
    file = path.name
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
