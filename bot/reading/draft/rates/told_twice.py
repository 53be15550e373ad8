"""Bounds that the rate right before them, or the row of a table, does not keep."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.pages import Pages, ahead, correction, spelled
from bot.reading.draft.rates.tabled import TableRow, rows

_WORD = r"(?P<word>trên|hơn|vượt|dưới|chưa đến|chưa tới|không đến)"
# "đạt 76,5%, chưa đến 76%", "đạt 55,1%, như vậy không dưới 60%".
_AGAIN = re.compile(
    rf"\)?,? (?:(?:như vậy|tức là|tức|nghĩa là|vẫn|cũng|đã|mới|chỉ|là|đạt|còn|ở mức) )*"
    rf"(?P<not>không )?{_WORD} ",
    re.IGNORECASE,
)
_BELOW = frozenset({"dưới", "chưa đến", "chưa tới", "không đến"})
# "Ấp Bàu, Ấp Gò đạt chưa đến 73%", "có 03 xóm dưới 80% là Bản Một, Bản Hai".
_BEFORE = re.compile(rf"(?:đạt |đều |cũng |mới |chỉ |ở mức |còn ){{1,4}}{_WORD} $", re.IGNORECASE)
_LIST = re.compile(r"\s?(?:là|gồm|:|\()\s(?P<names>[^.;%\d]{3,160})")
_LISTED = re.compile(rf"\b{_WORD} $", re.IGNORECASE)
_WISH = re.compile(
    r"phấn đấu|mục tiêu|\bsẽ\b|đến (?:hết|cuối|tháng|quý|năm)|kế hoạch|đưa |nâng |cần|yêu cầu đạt|"
    r"phải đạt|đề nghị|nhằm",
    re.IGNORECASE,
)
_REACH = 110  # characters before a bound in which rows are named
_SHORT = 3  # letters; a row of a shorter name is not told from other words


def told_twice(pages: Pages) -> Iterable[Correction]:
    """Check bounds against the rate they are said of, where the report has it itself."""
    table = [row for row in rows(pages) if not row.total and len(row.name) >= _SHORT]
    for one in pages.reads:
        if one.item.cells or ahead(one.item):
            continue
        if _WISH.search(one.text):
            continue
        for nth, rate in enumerate(one.rates):
            if nth and (false := _beside(one, one.rates[nth - 1], rate)):
                yield false
            elif table:
                yield from _rows(one, rate, table)


def _beside(one: Read, exact: Figure, rate: Figure) -> Correction | None:
    found = _AGAIN.fullmatch(one.text, exact.end, rate.start)
    if not found or exact.bound or _kept(found["word"], exact.value, rate.value, found["not"]):
        return None
    span = exact.start, rate.end
    return _false(one, span, exact.value, rate)


def _rows(one: Read, rate: Figure, table: list[TableRow]) -> Iterator[Correction]:
    """Check a bound against the rows that are named before it, or listed behind it."""
    start, _end = one.sentence(rate.start)
    said = one.text[max(start, rate.start - _REACH) : rate.start]
    listed = _LIST.match(one.text, rate.end)
    before = _BEFORE.search(said)
    word = before or (_LISTED.search(said) if listed else None)
    if not word:
        return
    names = re.split(r"[;:(]", said[: word.start()])[-1] if before else ""
    names += f" {listed['names']}" if listed else ""
    for row in table:
        if not re.search(rf"(?<!\w){re.escape(row.name)}(?!\w)", names.lower()):
            continue
        if row.rates and not any(_kept(word["word"], own, rate.value, None) for own in row.rates):
            span = max(start, rate.start - 40), rate.end
            yield _false(one, span, row.rates[0], rate)
            return


def _kept(word: str, value: Decimal, limit: Decimal, denied: str | None) -> bool:
    below = word.lower() in _BELOW
    if denied:
        return value >= limit if below else value <= limit
    return value < limit if below else value > limit


def _false(one: Read, span: tuple[int, int], value: Decimal, rate: Figure) -> Correction:
    right = f"{spelled(value)}%"
    why = _("The report itself has {right} for this: the bound is false.", right=right)
    return correction(one.item, span, Fault.BOUND, Plain(right), why, rate.start)
