"""What is said of a number that the report gives otherwise at another place."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.pages import Pages, correction, spelled

_BUSY = 200  # figures in one item; nobody writes more

# What is not this commune as it is now.
ELSEWHERE = re.compile(
    r"\b(?:huyện|tỉnh|cả nước|toàn quốc|cụm|trước đây|cũ|sáp nhập|dự kiến"
    r"|(?:năm|kỳ|quý|tháng|tuần) trước|cùng kỳ|so với"
    r"|tăng|giảm|lượt|các xã)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A number with where it stands; `total`: it is said of all."""

    one: Read
    figure: Figure
    span: tuple[int, int]
    total: bool


def sentences(pages: Pages) -> list[Read]:
    """Return the items of a report that are no rows of a table, and no heap of numbers."""
    return [one for one in pages.reads if not one.item.cells and len(one.figures) < _BUSY]


def conflict(one: Read, figure: Figure, other: Decimal, span: tuple[int, int]) -> Correction:
    """Point at a figure that is another number elsewhere in the report."""
    why = _(
        "Elsewhere the report has {other}, here it has {said}.",
        other=spelled(other),
        said=spelled(figure.value),
    )
    return correction(one.item, span, Fault.CONFLICT, Plain(spelled(other)), why, figure.start)
