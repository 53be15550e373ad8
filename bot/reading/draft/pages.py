"""A whole report with its numbers read, and what may stand around a figure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Text
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.numbers import read, unread
from bot.reading.draft.text import Draft, Item

_NEAR = 8  # items above in which a whole is still looked for
_READ = 2_500  # items with figures; a report of a hundred pages has not half as many
_MANY = 60  # counts around a figure; more are no text that a reader could follow
# Headings of what is not yet done: their rates are wishes.
_AHEAD = re.compile(
    r"phương hướng|\bnhiệm vụ(?:,? giải pháp|,? trọng tâm| chủ yếu)*(?: công tác)?"
    r" (?:năm|quý|tháng|tuần|6|sáu|trong thời gian|thời gian|giải pháp)|^\W*(?:\w+[.)]\s)*nhiệm vụ"
    r"|mục tiêu|chỉ tiêu (?:năm|đề ra|chủ yếu)"
    r"|(?<!phản ánh )(?<!phản ánh, )(?<!phản ánh và )(?<!phản ánh - )kiến nghị"
    r"|đề xuất|thời gian tới"
    r"|^\W*(?:\w+[.)]\s)*giải pháp"
    r"|kế hoạch (?:năm|quý|tháng|công tác (?:năm|quý|tháng))",
    re.IGNORECASE,
)


# "Khó khăn, kiến nghị" also says how things are.
_NOW = re.compile(r"kết quả|khó khăn|tồn tại|hạn chế|vướng mắc|đánh giá", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pages:
    """All items of a report in their order, each with its numbers."""

    reads: tuple[Read, ...]
    _places: dict[int, int]

    def place(self, item: Item) -> int:
        """Return which item this is, counted from nought."""
        return self._places[id(item)]

    def heads(self, item: Item) -> Iterator[Read]:
        """Go through the headings and list heads above an item, innermost first."""
        for head in reversed(item.heads):
            yield self.reads[self._places[id(head)]]

    def above(self, item: Item, reach: int = _NEAR) -> Iterator[Read]:
        """Go through the items before an item, the nearest first."""
        place = self._places[id(item)]
        yield from reversed(self.reads[max(0, place - reach) : place])

    def around(self, item: Item, reach: int = 1) -> tuple[Read, ...]:
        """Return an item with its neighbours and what heads it."""
        place = self._places[id(item)]
        near = self.reads[max(0, place - reach) : place + reach + 1]
        return (*self.heads(item), *near)


def pages(draft: Draft) -> Pages:
    """Read the numbers of a report."""
    # What follows so many items with figures is no report any more: it is left unread.
    left = _READ
    reads: list[Read] = []
    for item in draft.items:
        reads.append(read(item) if left > 0 else unread(item))
        left -= bool(reads[-1].figures)
    return Pages(tuple(reads), {id(one.item): place for place, one in enumerate(reads)})


def ahead(item: Item) -> bool:
    """Tell whether an item stands where plans and wishes are: its rates say nothing of today."""
    return any(_plans(head.text) for head in item.heads if head.is_heading)


@lru_cache(maxsize=256)
def _plans(heading: str) -> bool:
    return bool(_AHEAD.search(heading)) and not _NOW.search(heading)


def counts(reads: Iterable[Read]) -> list[Figure]:
    """Return the counts of several items, not more than can matter."""
    found: list[Figure] = []
    for one in reads:
        found += one.counts
        if len(found) > _MANY:
            break
    return found[:_MANY]


def correction(
    item: Item, span: tuple[int, int], fault: Fault, expected: Text, why: Text, at: int = -1
) -> Correction:
    """Point at a span of an item; of several lines, at the one in which `at` stands (its end)."""
    start, end = span
    at = at if at >= 0 else end - 1
    lines = [begin for begin in item.starts if begin <= at]
    line, quote = item.quote(max(start, lines[-1] if lines else 0), end)
    return Correction(line, quote, fault, quote, expected, why)


def words_end(text: str, at: int, most: int = 3) -> int:
    """Return where the words from a place on end, of which there may be so many."""
    found = re.match(rf"(?: [^\W\d_]+){{0,{most}}}", text[at:])
    return at + (found.end() if found else 0)


def spelled(value: Decimal) -> str:
    """Write a number as it is written in Vietnamese: "1.711", "95,45"."""
    return f"{value:,f}".translate(str.maketrans(".,", ",."))
