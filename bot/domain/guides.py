"""A guide (bài hướng dẫn): a sourced, dated procedure, one short action a step."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.text import Words


class Confidence(StrEnum):
    """How sure the sources are."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a guide's statements come from; `date` as the page gives it."""

    url: str
    date: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """What goes wrong (chỗ vướng) and the fix; `step` counts from 1, None is anywhere.

    `see` names other guides that help on.
    """

    title: Words
    fix: Words
    step: int | None
    see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One answer to a question before the first step, and where it leads.

    To another `guide`, to a `step` (from 1), or to a piece of `advice`; with none of these, on.
    """

    say: Words
    guide: str | None = None
    step: int | None = None
    advice: Words | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A question that decides the way before the first step (trường hợp)."""

    ask: Words
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """One procedure in every language it was written in; `activity` is what finishing records.

    `local`: a commune or province wrote it or parts of it; `local_steps` are such steps, from 1.
    """

    id: str
    group: str
    title: Words
    for_whom: Words
    bring: tuple[Words, ...]
    time: Words
    fee: Words
    help: tuple[Words, ...]
    safety: tuple[Words, ...]
    steps: tuple[Words, ...]
    troubles: tuple[Trouble, ...]
    activity: str | None
    legal: tuple[str, ...]
    sources: tuple[Source, ...]
    confidence: Confidence
    checked: date
    review_by: date
    keywords: tuple[str, ...]
    phrases: tuple[str, ...]
    cases: tuple[Case, ...] = ()
    local: bool = False
    local_steps: frozenset[int] = frozenset()

    def troubles_at(self, step: int) -> tuple[Trouble, ...]:
        """Return the troubles of a step (from 1), its own first, then those of no certain step."""
        own = tuple(trouble for trouble in self.troubles if trouble.step == step)
        return own + tuple(trouble for trouble in self.troubles if trouble.step is None)


def overdue(guides: Iterable[Guide], today: date) -> tuple[Guide, ...]:
    """Return the guides that should have been looked at again before a day, longest due first."""
    due = (guide for guide in guides if guide.review_by < today)
    return tuple(sorted(due, key=lambda guide: (guide.review_by, guide.id)))


@dataclass(frozen=True, slots=True)
class Group:
    """A shelf of guides."""

    id: str
    title: Words


@dataclass(frozen=True, slots=True)
class Result:
    """A guide that a search came to, and how alike it is, 0 to 100.

    `trouble`: which of the guide's troubles (from 0) was named rather than the guide itself.
    """

    id: str
    score: float
    trouble: int | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Words for which there was no guide: how often they were looked for, and when last."""

    words: str
    times: int
    last: date


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to: the best results first; `sure` means the first is the one."""

    sure: bool
    results: tuple[Result, ...]
