"""Everything that a guide says in one language, part by part, each with its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from bot.domain.problems import Problem
from bot.domain.text import Phrase
from bot.library.cases import question_texts
from bot.library.guide_file import Written

_TEXTS = ("title", "for_whom", "time", "fee")
_LISTS = ("bring", "help")
# The same part has the same name in every language: a key of the head, or what and which.
Part: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and what knows where it stands: looking that up is left until something is wrong."""

    text: str
    _place: Callable[[], tuple[str, int]]

    def problem(self, text: Phrase) -> Problem:
        """Return what is wrong with it, with its file and line."""
        return Problem(*self._place(), text)


def said(written: Written) -> Mapping[Part, Said]:
    """Return the texts that are shown to people; what is no text is left to others to find."""
    return dict(_all(written))


def _all(written: Written) -> Iterator[tuple[Part, Said]]:
    head = written.head
    for key in _TEXTS:
        yield (key, 0), Said(str(head.get(key)), partial(head.place, key))
    for key in _LISTS:
        listed = head.get(key)
        for nth, words in enumerate(listed if isinstance(listed, list) else []):
            yield (key, nth), Said(str(words), partial(head.place, key))
    for nth, text in enumerate(question_texts(head)):
        yield ("cases", nth), Said(text, partial(head.place, "cases", nth))
    for nth, step in enumerate(written.steps):
        yield ("steps", nth), Said(step.text, partial(_at, step.file, step.line))
    for nth, one in enumerate(written.troubles):
        yield (
            ("troubles", nth),
            Said(f"{one.title}\n{one.fix}", partial(_at, written.file, one.line)),
        )


def _at(file: str, line: int) -> tuple[str, int]:
    return file, line
