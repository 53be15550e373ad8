"""Parts of a whole as a report enumerates them: in a sentence, in brackets, in a list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.units import Unit, differ

_LABEL = 110  # characters before a part in which its name stands
# Who may be several of these at once: two such groups need not make the whole.
TRAIT = re.compile(
    r"\b(?:đảng viên|đoàn viên|hội viên|dân tộc|nghèo|người già|cao tuổi|khuyết tật|trẻ em|riêng"
    r"|tối đa|cao nhất|thấp nhất|nhiều nhất|ít nhất|dự phòng)\b",
    re.IGNORECASE,
)
BREAK = re.compile(r"[;:,.()]| và (?=\d|$)")
_GROWN = re.compile(r"\b(?:tăng|giảm|so với|bình quân|trung bình)\b", re.IGNORECASE)
_NO_PART = re.compile(
    r"\b(?:tăng|giảm|so với|bình quân|trung bình|trong số|trên tổng)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """A count with the words that name it, before and behind."""

    figure: Figure
    value: Decimal
    before: str
    behind: str

    @property
    def unit(self) -> Unit | None:
        """Return what it counts."""
        return self.figure.unit


def parts(one: Read) -> tuple[Part, ...]:
    """Return the counts and amounts of money of an item with their names; no fractions."""
    if not one.figures:
        return ()
    halves = one.halves
    found: list[Part] = []
    last = 0
    figures = one.figures
    for nth, figure in enumerate(figures):
        if (figure.counts or figure.sized) and figure.start not in halves:
            follow = figures[nth + 1].start if nth + 1 < len(figures) else len(one.text)
            before = one.text[max(last, figure.start - _LABEL) : figure.start]
            behind = one.text[figure.end : min(follow, figure.end + _LABEL)]
            found.append(Part(figure, figure.value, before, BREAK.split(behind)[0]))
        last = figure.end
    return tuple(found)


def alike(parts: Sequence[Part], whole: Part) -> bool:
    """Tell whether parts and whole may count the same things."""
    for part in parts:
        if differ(part.unit, whole.unit) or not part.figure.like(whole.figure):
            return False
    return True


def grown(part: Part) -> bool:
    """Tell whether a number is growth or an average, and so no whole."""
    return bool(_GROWN.search(part.before[-40:]))


def compared(part: Part) -> bool:
    """Tell whether a number is growth, an average or a base rather than a part."""
    return bool(_NO_PART.search(part.before[-40:]))


def depth(text: str, start: int, end: int) -> int:
    """Return how many more brackets are open at the end of a stretch than at its start."""
    return text.count("(", start, end) - text.count(")", start, end)
