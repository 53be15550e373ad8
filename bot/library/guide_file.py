"""Reads one guide: a TOML head between `+++` lines, then its steps and troubles in Markdown."""

import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from bot.domain.problems import Problem
from bot.domain.text import Phrase, _
from bot.library.certain import unmarked
from bot.library.heads import Head
from bot.library.pages import parse
from bot.library.sentences import sentences

# A step must fit a phone's screen (UX rule: at most 300 characters and five short lines).
LONGEST_STEP = 300
MOST_SENTENCES = 2
LONGEST_TITLE = 60
# Troubles are buttons.
LONGEST_TROUBLE = 40

_HEAD = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", re.DOTALL)
_AT = re.compile(r"(.*?)\s*@(\d+)")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
# Links of another kind of Markdown, which would be shown as they are.
_WIKI = re.compile(r"\[\[|\]\]|\[[^\]]*\]\[")
# Of the address of a source more can be said, and is.
# Looked for from its end, which is quick to find: there are hundreds of files to go through.
_ADDRESS = re.compile(r"://")
_SCHEME = re.compile(r"(?<!^url = \")\b(?!https$)[a-z]+$", re.IGNORECASE | re.MULTILINE)
# Blocks only: what stands within a line is read here, and reading it twice costs most of the time.
_BLOCKS = MarkdownIt("zero").enable(["heading", "list"])
_BLOCKS.core.ruler.disable("inline")
_OPENS_LIST = {"ordered_list_open": 1, "ordered_list_close": -1}
_STEPS = frozenset({"Các bước", "Steps"})
_TROUBLES = frozenset({"Chỗ vướng", "Troubles"})


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """A step as a file has it."""

    text: str
    file: str
    line: int


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
    steps: list[WrittenStep]
    troubles: list[WrittenTrouble]

    @property
    def language(self) -> str:
        """Return the language that the file's name says."""
        return "en" if self.file.endswith(".en.md") else "vi"


def read(path: Path, file: str, problems: list[Problem]) -> Written | None:
    """Read a file, which problems call `file`; what is wrong with its form is added to them."""
    try:
        text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(file, 0, _("This file is missing or cannot be read: put it back.")))
        return None
    found = _HEAD.fullmatch(text)
    if not found:
        problems.append(Problem(file, 1, _("A guide begins with a head between two lines of +++.")))
        return None
    only_https(text, file, problems)
    known = len(problems)
    head, __ = parse(file, found[1], problems, offset=2)
    if len(problems) > known:
        return None
    written = Written(file, head, [], [])
    _body(found[2], found[1].count("\n") + 4, written, problems)
    if not written.steps:
        problems.append(Problem(file, 0, _("There are no steps: write them as 1. 2. 3.")))
    return written


def only_https(text: str, file: str, problems: list[Problem]) -> None:
    """Complain of every address in a file that is not safe to open."""
    for found in _ADDRESS.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if _SCHEME.search(before):
            problems.append(Problem(file, line, _("A link begins with https://.")))


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
                written.steps.append(step(text, written.language, written.file, line, problems))
            case _:
                problems.append(Problem(written.file, line, _unknown_part()))


def step(text: str, language: str, file: str, line: int, problems: list[Problem]) -> WrittenStep:
    """Return a step; it is short, of few sentences, and leads nowhere: it is read out."""
    text = unmarked(text, language, file, line, problems)
    _too_long(text, LONGEST_STEP, file, line, problems)
    if sentences(text) > MOST_SENTENCES:
        most = _("A step has at most {n} sentences: make two steps of it.", n=MOST_SENTENCES)
        problems.append(Problem(file, line, most))
    if _LINK.search(text) or _WIKI.search(text):
        problems.append(Problem(file, line, _not_here()))
    return WrittenStep(text, file, line)


def _part(heading: str) -> str:
    if heading in _STEPS:
        return "steps"
    return "troubles" if heading in _TROUBLES else ""


def _unknown_part() -> Phrase:
    return _("Only “## Các bước” (1. 2. 3.) and “## Chỗ vướng” (### …) may stand here.")


def _not_here() -> Phrase:
    return _("A link stands in the fix of a trouble, as [words](id of a guide), and nowhere else.")


def _open_trouble(text: str, line: int, written: Written, problems: list[Problem]) -> None:
    found = _AT.fullmatch(text)
    title, at = (found[1], int(found[2])) if found else (text, None)
    _too_long(title, LONGEST_TROUBLE, written.file, line, problems)
    if _LINK.search(title) or _WIKI.search(title):
        problems.append(Problem(written.file, line, _not_here()))
    if title in {one.title for one in written.troubles}:
        twice = _("“{words}” stands here twice.", words=title)
        problems.append(Problem(written.file, line, twice))
    if at is not None and not 1 <= at <= len(written.steps):
        problems.append(Problem(written.file, line, _("There is no step {n}.", n=at)))
    written.troubles.append(WrittenTrouble(title, at, line))


def _add_fix(text: str, line: int, written: Written, problems: list[Problem]) -> None:
    trouble = written.troubles[-1]
    text = unmarked(text, written.language, written.file, line, problems)
    if _WIKI.search(text):
        problems.append(Problem(written.file, line, _not_here()))
    trouble.links += tuple(link for __, link in _LINK.findall(text))
    trouble.fix = "\n".join(filter(None, (trouble.fix, _LINK.sub(r"“\1”", text))))
    _too_long(trouble.fix, LONGEST_STEP, written.file, line, problems)


def _too_long(text: str, most: int, file: str, line: int, problems: list[Problem]) -> None:
    if len(text) > most:
        excess = len(text) - most
        phrase = _("Too long by {excess} characters: at most {n}.", excess=excess, n=most)
        problems.append(Problem(file, line, phrase))
