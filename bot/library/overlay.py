"""A folder that a commune or province lays over the content: guides and parts of them, numbers.

What is replaced is said to be wrong in the file of that folder, never in the one below it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.domain.problems import Problem
from bot.domain.text import Phrase, _
from bot.library.guide_file import Written, only_https, step
from bot.library.heads import Head, unknown
from bot.library.indicators import INDICATORS, TARGETS
from bot.library.pages import parse
from bot.library.rules import days

_LANGUAGES = ("vi", "en")
# What the folder may hold.
_PERMITTED = frozenset({"guides", "groups.toml", INDICATORS, TARGETS, "templates", "README.md"})
_TEXTS = ("fee", "time")
_LISTS = ("help", "bring")
_MORE = "more_"
# How a step that is replaced begins, in Vietnamese.
_NAMED = "instead_of"
_KEYS = (*_TEXTS, *_LISTS, *(f"{_MORE}{key}" for key in _LISTS), "steps", "checked", "review_by")


@dataclass(frozen=True, slots=True)
class Files:
    """Which file each part of the guides comes from, by its name; problems call it by the label.

    `own`: the ids of guides that stand in the overlay whole. `parts`: the overlay's files with
    parts of a guide, by the guide's id.
    """

    guides: Mapping[str, tuple[Path, str]]
    own: frozenset[str]
    parts: Mapping[str, tuple[Path, str]]


@dataclass(frozen=True, slots=True)
class Laid:
    """What was laid over a guide: the numbers of its steps (from 1), and the days of that."""

    steps: frozenset[int]
    checked: date
    review_by: date


def files(content: Path, overlay: Path | None, problems: list[Problem]) -> Files:
    """Return the files of all guides; one that is in the overlay hides the one below it whole."""
    below = {path.name: (path, f"guides/{path.name}") for path in _guides(content, "md")}
    _lonely(below, problems)
    if overlay is None:
        return Files(below, frozenset(), {})
    above = {path.name: (path, str(path)) for path in _guides(overlay, "md")}
    _lonely(above, problems)
    own = frozenset(name.removesuffix(".vi.md") for name in above if name.endswith(".vi.md"))
    merged = {name: file for name, file in below.items() if name.split(".")[0] not in own}
    merged |= {name: file for name, file in above.items() if name.split(".")[0] in own}
    problems.extend(
        Problem(str(path), 0, _("Nothing of this name can be laid over the content."))
        for path in sorted(overlay.glob("[!.]*"))
        if path.name not in _PERMITTED
    )
    parts = {path.stem: (path, str(path)) for path in _guides(overlay, "toml")}
    for guide_id, (__, label) in parts.items():
        if f"{guide_id}.vi.md" not in merged:
            problems.append(Problem(label, 0, _("There is no guide “{id}”.", id=guide_id)))
    return Files(merged, own, parts)


def lay(
    path: Path,
    file: str,
    spoken: Mapping[str, Written],
    problems: list[Problem],
    today: date | None,
) -> Laid | None:
    """Lay the parts of a file over a guide as it is written, by language."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(file, 0, _("This file is missing or cannot be read: put it back.")))
        return None
    known = len(problems)
    head, table = parse(file, text, problems)
    if len(problems) > known:
        return None
    head.only(*_KEYS)
    only_https(text, file, problems)
    checked, review_by = head.day("checked"), head.day("review_by")
    days(head, checked, review_by, today)
    for key in (*_TEXTS, *_LISTS, *(f"{_MORE}{key}" for key in _LISTS)):
        said = _by_language(head, key, 0, table.get(key), spoken) if key in table else {}
        for language, value in said.items():
            below = spoken[language].head
            target, part = key.removeprefix(_MORE), _Part(key, language, file, text, problems)
            if target == key:
                below.lay(key, value, part)
            elif isinstance(value, list) and isinstance(kept := below.get(target), list):
                below.lay(target, [*value, *kept], part)
            else:
                part.many(key, most=0)
    return Laid(_steps(head, table.get("steps", []), spoken, problems), checked, review_by)


def _steps(
    head: Head, given: object, spoken: Mapping[str, Written], problems: list[Problem]
) -> frozenset[int]:
    """Replace single steps, each named by its first words; return their numbers.

    A number would point at a neighbour as soon as the guide below gets one step more.
    """
    replaced: set[int] = set()
    below = [one.text for one in spoken["vi"].steps]
    tables = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    if not isinstance(given, list) or len(tables) < len(given):
        head.complain("steps", _("Each step is a table of its own: [[steps]]."))
    for place, one in enumerate(tables):
        file, line = head.place("steps", place)
        begins = str(one.get(_NAMED) or "")
        alike = [n for n, text in enumerate(below, 1) if begins and text.startswith(begins)]
        if len(alike) != 1:
            text = _(
                "{n} steps of the guide begin with “{words}”: name one.", n=len(alike), words=begins
            )
            head.complain("steps", text, place)
            continue
        nth = alike[0]
        if nth in replaced:
            head.complain("steps", _("“{words}” stands here twice.", words=begins), place)
        replaced.add(nth)
        words = {key: value for key, value in one.items() if key != _NAMED}
        for language, text in _by_language(head, "steps", place, words, spoken).items():
            if not isinstance(text, str):
                missing = _("“{key}” is missing: write one short text.", key=language)
                head.complain("steps", missing, place)
            elif nth <= len(spoken[language].steps):
                told = " ".join(text.split())
                spoken[language].steps[nth - 1] = step(told, language, file, line, problems)
    return frozenset(replaced)


def _by_language(
    head: Head, key: str, nth: int, value: object, spoken: Mapping[str, Written]
) -> Mapping[str, Any]:
    """Return a value in each language of the guide; one that is missing is a problem."""

    def complain(_key: str, text: Phrase) -> None:
        head.complain(key, text, nth)

    given = value if isinstance(value, dict) else {}
    unknown(given, _LANGUAGES, complain)
    for language in spoken:
        if not given.get(language):
            complain(key, _("“{key}.{language}” is missing.", key=key, language=language))
    return {language: given[language] for language in spoken if given.get(language)}


class _Part(Head):
    """A key of an overlay in one language: whatever is asked for, it stands at `key.language`."""

    def __init__(
        self, key: str, language: str, file: str, text: str, problems: list[Problem]
    ) -> None:
        super().__init__(file, text, {}, problems, 1)
        self._names = (f"{key}.{language}", key)

    def place(self, key: str, nth: int = 0) -> tuple[str, int]:
        """Return the line of the language, or of the whole key."""
        del key
        places = [super(_Part, self).place(name, nth) for name in self._names]
        return max(places, key=lambda place: place[1])


def _guides(folder: Path, kind: str) -> list[Path]:
    return sorted((folder / "guides").glob(f"*.{kind}"))


def _lonely(found: Mapping[str, tuple[Path, str]], problems: list[Problem]) -> None:
    """Complain of files without the Vietnamese one that every guide has."""
    ids = [name.removesuffix(".vi.md") for name in found if name.endswith(".vi.md")]
    known = {f"{guide_id}.{language}.md" for guide_id in ids for language in _LANGUAGES}
    problems.extend(
        Problem(label, 0, _("A guide needs a file named <id>.vi.md."))
        for name, (__, label) in found.items()
        if name not in known
    )
