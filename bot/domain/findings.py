"""Findings (điểm cần kiểm tra): remarks about data that warn and ask, and never stop anything."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.domain.quantities import Amount
from bot.domain.text import Words


class Kind(StrEnum):
    """What a rule looks at."""

    PARTS = "parts"  # the parts (left) must add up to the whole (right)
    AT_MOST = "at_most"  # what is on the left, added up, is no more than what is on the right
    RATIO = "ratio"  # left over right lies between `low` and `high`
    OVER = "over"  # a share is more than 100 %
    HISTORY = "history"  # a village's count is far out of its own history
    BURST = "burst"  # many entries of one person within minutes
    SILENT = "silent"  # a team has not reported
    UNSOURCED = "unsourced"  # a figure names no document
    EXPIRED = "expired"  # a figure is too old
    TWICE = "twice"  # one figure was given twice for one day, differently


@dataclass(frozen=True, slots=True)
class Rule:
    """A declared rule; `left` and `right` are ids of quantities. `advice`: what can be done.

    `optional`: those of `left` that many communes do not give: where nobody gave one, the rule
    holds without it; where any other is not known, there is nothing to check.
    """

    id: str
    kind: Kind
    left: tuple[str, ...]
    right: tuple[str, ...]
    low: Decimal | None
    high: Decimal | None
    advice: Words
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Term:
    """A number of a finding, with what it is."""

    title: Words
    amount: Amount


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a finding is right as it is: the reason, who gave it (None: they left), on which day."""

    why: str
    by: str | None
    day: date


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with its figures; it stands by itself, so that it can be kept as it was.

    `key` is the same as long as the remark is: an answer belongs to it, and to other numbers no
    longer. `place`: the name of the village, team or (never in a report) member, None for the
    commune. `expected`: what it should be, or the nearer bound. `names`: others that it is about.
    """

    key: str
    rule: str
    kind: Kind
    place: str | None
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    expected: Decimal | None
    names: tuple[str, ...]
    advice: Words
    answer: Answer | None = None
