"""Reads one guide: a TOML head between `+++` lines, then its steps and troubles in Markdown."""

import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from bot.domain.problems import Problem
from bot.domain.text import Phrase, _
from bot.library.heads import Head, parse

# A step must fit a phone's screen (UX rule: at most 300 characters and five short lines).
LONGEST_STEP = 300
LONGEST_TITLE = 60
# Troubles are buttons.
LONGEST_TROUBLE = 40

_HEAD = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", re.DOTALL)
_AT = re.compile(r"(.*?)\s*@(\d+)")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
# Blocks only: what stands within a line is read here, and reading it twice costs most of the time.
_BLOCKS = MarkdownIt("zero").enable(["heading", "list"])
_BLOCKS.core.ruler.disable("inline")
_OPENS_LIST = {"ordered_list_open": 1, "ordered_list_close": -1}
_STEPS = frozenset({"Các bước", "Steps"})
_TROUBLES = frozenset({"Chỗ vướng", "Troubles"})


@dataclass(slots=True)
class WrittenTrouble:
    """A trouble as a file has it; `links` are the ids of the guides it names."""

    title: str
    step: int | None
    line: int
    fix: str = ""
    links: tuple[str, ...] = ()


@dataclass(slots=True)
class Written:
    """A guide as one file has it, in one language."""

    file: str
    head: Head
    steps: list[str]
    troubles: list[WrittenTrouble]


def read(path: Path, problems: list[Problem]) -> Written | None:
    """Read a file; whatever is wrong with its form is added to `problems`."""
    file = f"guides/{path.name}"
    try:
        text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(file, 0, _("This file is missing or cannot be read: put it back.")))
        return None
    found = _HEAD.fullmatch(text)
    if not found:
        problems.append(Problem(file, 1, _("A guide begins with a head between two lines of +++.")))
        return None
    known = len(problems)
    head, __ = parse(file, found[1], problems, offset=2)
    if len(problems) > known:
        return None
    written = Written(file, head, [], [])
    _body(found[2], found[1].count("\n") + 4, written, problems)
    if not written.steps:
        problems.append(Problem(file, 0, _("There are no steps: write them as 1. 2. 3.")))
    return written


def _body(markdown: str, offset: int, written: Written, problems: list[Problem]) -> None:
    """Walk through the Markdown.

    1. A heading of the second level opens the steps or the troubles.
    2. Among the steps, each item of the numbered list is one.
    3. Among the troubles, a heading of the third level is a title, `@3` ties it to step 3, and
       the paragraphs below it are the fix.
    """
    part = ""
    # How many numbered lists are open around a token.
    lists = 0
    tokens = _BLOCKS.parse(markdown)
    for before, token in zip([None, *tokens], tokens, strict=False):
        lists += _OPENS_LIST.get(token.type, 0)
        if token.type != "inline" or before is None:
            continue
        line = (before.map or [0])[0] + offset
        text = " ".join(token.content.split())
        match before.tag, part:
            case "h2", _:
                part = _part(text)
                if not part:
                    problems.append(Problem(written.file, line, _unknown_part()))
            case "h3", "troubles":
                _open_trouble(text, line, written, problems)
            case "p", "troubles" if written.troubles:
                _add_fix(text, line, written, problems)
            case "p", "steps" if lists:
                _too_long(text, LONGEST_STEP, written.file, line, problems)
                written.steps.append(_LINK.sub(r"\1", text))
            case _:
                problems.append(Problem(written.file, line, _unknown_part()))


def _part(heading: str) -> str:
    if heading in _STEPS:
        return "steps"
    return "troubles" if heading in _TROUBLES else ""


def _unknown_part() -> Phrase:
    return _("Only “## Các bước” (1. 2. 3.) and “## Chỗ vướng” (### …) may stand here.")


def _open_trouble(text: str, line: int, written: Written, problems: list[Problem]) -> None:
    found = _AT.fullmatch(text)
    title, step = (found[1], int(found[2])) if found else (text, None)
    _too_long(title, LONGEST_TROUBLE, written.file, line, problems)
    if step is not None and not 1 <= step <= len(written.steps):
        problems.append(Problem(written.file, line, _("There is no step {n}.", n=step)))
    written.troubles.append(WrittenTrouble(title, step, line))


def _add_fix(text: str, line: int, written: Written, problems: list[Problem]) -> None:
    trouble = written.troubles[-1]
    trouble.links += tuple(link for __, link in _LINK.findall(text))
    trouble.fix = "\n".join(filter(None, (trouble.fix, _LINK.sub(r"“\1”", text))))
    _too_long(trouble.fix, LONGEST_STEP, written.file, line, problems)


def _too_long(text: str, most: int, file: str, line: int, problems: list[Problem]) -> None:
    if len(text) > most:
        excess = len(text) - most
        phrase = _("Too long by {excess} characters: at most {n}.", excess=excess, n=most)
        problems.append(Problem(file, line, phrase))
