"""Reads files of TOML into tables, each of which knows its own file and line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from bot.domain.problems import Problem
from bot.domain.text import _
from bot.library.heads import Head


@dataclass(frozen=True, slots=True)
class Page:
    """A file of tables that was read once; `whole` is what stands above and between them."""

    file: str
    text: str
    whole: Head
    table: Mapping[str, Any]
    problems: list[Problem]

    def tables(
        self, key: str, *, needed: bool = True
    ) -> tuple[tuple[Head, Mapping[str, Any]], ...]:
        """Return the `[[key]]` tables, each with its place; none is a problem where `needed`."""
        found = self.table.get(key)
        if not isinstance(found, list) or not found:
            if needed or found is not None:
                self.whole.complain(key, _("There is no [[{key}]] here.", key=key))
            return ()
        rows = self.text.splitlines()
        marks = [n for n, line in enumerate(rows) if line.strip() == f"[[{key}]]"]
        # A table ends where the next one of any kind begins: what it lacks is not looked for there.
        begins = [n for n, line in enumerate(rows) if line.startswith("[[")]
        ends = [next((n for n in begins if n > mark), len(rows)) for mark in marks]
        marks += [0] * (len(found) - len(marks))
        ends += [len(rows)] * (len(found) - len(ends))
        return tuple(
            (Head(self.file, "\n".join(rows[mark:end]), item, self.problems, mark + 1), item)
            for mark, end, item in zip(marks, ends, found, strict=False)
            if isinstance(item, dict)
        )


def page(path: Path, problems: list[Problem], file: str = "") -> Page | None:
    """Read a file of tables; None where it cannot be read.

    `file` is what problems call it, where that is not its name.
    """
    file = file or path.name
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(file, 0, _("This file is missing or cannot be read: put it back.")))
        return None
    known = len(problems)
    whole, table = parse(file, text, problems)
    return Page(file, text, whole, table, problems) if len(problems) == known else None


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
    """Return the `[[key]]` tables of a file, each with its own place."""
    found = page(path, problems, file)
    return found.tables(key) if found else ()


def heads(
    folder: Path, key: str, problems: list[Problem], overlay: Path | None = None
) -> list[Head]:
    """Return the tables of a file named like their key, and those that an overlay adds."""
    name = f"{key}.toml"
    heads = [head for head, __ in tables(folder / name, key, problems)]
    if overlay and (overlay / name).exists():
        heads += [head for head, __ in tables(overlay / name, key, problems, str(overlay / name))]
    seen: set[object] = set()
    for head in heads:
        if (one := head.get("id")) in seen:
            head.complain("id", _("“{words}” stands here twice.", words=str(one)))
        seen.add(one)
    return heads
