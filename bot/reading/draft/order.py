"""Documents of one series whose numbers and days cannot both be right, or a number used twice."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, Text, _
from bot.reading.draft.authors import author
from bot.reading.draft.checker import Context
from bot.reading.draft.dates import DAY, day
from bot.reading.draft.names import own_name
from bot.reading.draft.text import Draft, Item

_NUMBER = re.compile(
    r"(?<![\w/.])(?P<number>\d{1,4})\s?(?:/\d{4})?\s?[/–-]\s?"
    r"(?P<symbol>[A-ZĐ][A-ZĐa-zđ]{0,5}(?:\s?[-–/]\s?[A-ZĐa-zđ]{1,10}){1,2}|[A-ZĐ]{2,4}r?UBND)(?!\w)"
)
_BEHIND = re.compile(
    rf"(?:\s?[,(]?\s?(?:(?:được )?(?:ban hành|ký)(?: vào)? )?ngày\s|\s?[\t|]\s?)(?P<day>{DAY})",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"ngày\s(?P<day>{DAY})(?=[ ,])|(?P<cell>{DAY})\s?[\t|]\s?$", re.IGNORECASE)
# Between two documents of one list, whose author stands behind the last of them.
_NEXT = re.compile(
    r"[\s,]*(?:và\s)?(?:các\s)?(?:quyết định|kế hoạch|thông báo|công văn|tờ trình|báo cáo|"
    r"nghị quyết|"
    r"kết luận|giấy mời|hướng dẫn|chương trình)?\s?(?:số)?[:\s]*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[\s/–-]+")


# No report cites so many documents of one kind and year; comparing them takes their square.
_MOST = 300


@dataclass(frozen=True, slots=True)
class _Document:
    """One citation: its series, number, day, and where it stands."""

    series: tuple[str, str, int]
    number: int
    day: date
    item: Item
    start: int
    end: int

    @property
    def said(self) -> str:
        return self.item.text[self.start : self.end]


def order(draft: Draft, context: Context) -> Iterator[Correction]:
    """Find numbers used twice, and numbers that run against their days."""
    own = own_name(draft, context.own)
    series: dict[tuple[str, str, int], list[_Document]] = defaultdict(list)
    for item in draft.items:
        for document in _documents(item, own):
            series[document.series].append(document)
    for cited in series.values():
        if len(cited) > _MOST:
            continue
        yield from _twice(cited)
        yield from _backwards(cited)


def _documents(item: Item, own: str | None) -> Iterator[_Document]:
    text = item.text
    found = list(_NUMBER.finditer(text))
    dated = [_dated(text, found, nth) for nth in range(len(found))]
    behind = [
        (end, found[nth + 1].start() if nth + 1 < len(found) else len(text))
        for nth, (__, end) in enumerate(dated)
    ]
    # "Nos. 8 and 9 of the commune": who issued the last of a list issued them all.
    for nth in reversed(range(len(found) - 1)):
        if _NEXT.fullmatch(text, *behind[nth]):
            behind[nth] = behind[nth + 1]
    for one, (on, end), words in zip(found, dated, behind, strict=True):
        number = int(one["number"])
        if on is None or not number:
            continue
        by = author(item, one.start(), words, number, own)
        if by is None:
            continue
        # A body of the commune itself stands in the symbol.
        series = ("own" if by.endswith(" xa") else by, _symbol(one["symbol"]), on.year)
        yield _Document(series, number, on, item, one.start(), end)


def _dated(text: str, found: list[re.Match[str]], nth: int) -> tuple[date | None, int]:
    """Return the day of a document, and where its words end."""
    one = found[nth]
    stop = found[nth + 1].start() if nth + 1 < len(found) else len(text)
    written = _BEHIND.match(text, one.end(), stop)
    if written:
        return day(written["day"]), written.end()
    sentence = text.rfind(". ", max(0, one.start() - 160), one.start()) + 1
    begin = max(sentence, found[nth - 1].end() if nth else 0, one.start() - 160)
    written = _BEFORE.search(text, begin, one.start())
    return (day(written["day"] or written["cell"]) if written else None), one.end()


def _symbol(words: str) -> str:
    """Return a symbol as it is compared: KH-UBND, also where the stroke is left out."""
    parts = _PARTS.sub("-", words.upper())
    return parts if "-" in parts else f"{parts.removesuffix('UBND')}-UBND"


def _twice(cited: Sequence[_Document]) -> Iterator[Correction]:
    """Find a number that stands for two documents: two days, or two quite different subjects."""
    first: dict[int, _Document] = {}
    told: set[tuple[int, date]] = set()
    for one in cited:
        before = first.setdefault(one.number, one)
        if one.day == before.day or (one.number, one.day) in told:
            continue
        told.add((one.number, one.day))
        why = _(
            "Number {said} stands in this report with two different days; one number is one "
            "document.",
            said=Plain(f"{one.number}/{one.series[1]}"),
        )
        expected = _("look up the number and the day in the register")
        yield _correction(one, expected=expected, why=why)


def _backwards(cited: Sequence[_Document]) -> Iterator[Correction]:
    """Find as few documents as possible without which numbers grow with the days."""
    ones = sorted({(one.day, one.number): one for one in cited}.items(), key=lambda pair: pair[0])
    documents = [one for __, one in ones]
    kept = _longest(documents)
    for one in documents:
        if one in kept:
            continue
        against = next((other for other in documents if _against(one, other)), None)
        if against is None:
            continue
        why = _(
            "{said} is dated {day}, but number {other} is dated {other_day}; numbers of one year "
            "follow the days.",
            said=Plain(f"{one.number}/{one.series[1]}"),
            day=Plain(f"{one.day:%d/%m/%Y}"),
            other=Plain(str(against.number)),
            other_day=Plain(f"{against.day:%d/%m/%Y}"),
        )
        expected = _("look up the number and the day in the register")
        yield _correction(one, expected=expected, why=why)


def _against(one: _Document, other: _Document) -> bool:
    return (one.day < other.day and one.number > other.number) or (
        one.day > other.day and one.number < other.number
    )


def _longest(documents: Sequence[_Document]) -> list[_Document]:
    """Return the longest run, by day, in which no number is smaller than the one before."""
    best: list[tuple[int, int]] = []  # length of the run that ends here, and its last but one
    for nth, one in enumerate(documents):
        runs = [
            (best[before][0] + 1, before)
            for before in range(nth)
            if documents[before].number <= one.number
        ]
        best.append(max(runs, default=(1, -1)))
    at = max(range(len(best)), key=lambda nth: best[nth][0])
    run = []
    while at >= 0:
        run.append(documents[at])
        at = best[at][1]
    return run


def _correction(one: _Document, *, expected: Text, why: Text) -> Correction:
    line, quote = one.item.quote(one.start, one.end)
    return Correction(line, quote, Fault.ORDER, quote, expected, why)
