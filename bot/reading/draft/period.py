"""Periods without dates, and titles that the dates of the figures contradict."""

import re
from collections.abc import Iterator
from datetime import date

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.checker import Context
from bot.reading.draft.dates import DAY, Span, spans
from bot.reading.draft.parts import body, title
from bot.reading.draft.text import Draft, Item
from bot.reading.draft.titles import AHEAD, Named, first_of_title, word_of_title
from bot.reading.draft.windows import WORD, is_week

_UNTIL = re.compile(
    rf"(?:tính đến|đến|hết|trước)\s(?:hết\s)?(?:thời điểm\s)?"
    rf"(?:(?:ngày\s){DAY}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"\d[\d.,]*\s?(?:%|hồ sơ|người|hộ|lượt|văn bản|tài khoản|tthc|thủ tục|trường hợp)",
    re.IGNORECASE,
)
_OF_FIGURES = re.compile(
    r"số liệu|tổng|tiếp nhận|kết quả|kỳ báo cáo|báo cáo|trong kỳ|số văn bản|số hồ sơ|tính từ",
    re.IGNORECASE,
)
_NO_REPORT = re.compile(
    r"cao điểm|chiến dịch|đợt|giai đoạn|cùng kỳ|tập huấn|hội thi|ra quân|kế hoạch|thời gian từ",
    re.IGNORECASE,
)
_SHORTEST = 4  # days; shorter spans are events
_INTRO = 6  # items behind the title that still introduce the figures


def period(draft: Draft, _context: Context) -> Iterator[Correction]:
    """Find a title that the dates contradict, or a period that has none."""
    called, inside = title(draft), body(draft)
    found = [(item, span) for item in inside for span in spans(item.text)]
    windows = [(item, span) for item, span in found if (span.last - span.first).days >= _SHORTEST]
    if windows:
        yield from _disagreeing(called, windows, inside[: len(called) + _INTRO])
    elif not found and not any(_UNTIL.search(item.text) for item in inside):
        yield from _undated(called, inside)


def reported(draft: Draft) -> frozenset[tuple[date, date]]:
    """Return the days that a report may be about: those of its title in both schemes, or stated."""
    called, inside = title(draft), body(draft)
    named = first_of_title(called)
    found = [(item, span) for item in inside for span in spans(item.text)]
    main = _main(found, inside[: len(called) + _INTRO])
    stated = {(main.first, main.last)} if main else set(named.windows) if named else set()
    return frozenset(stated)


def _disagreeing(
    called: tuple[Item, ...], windows: list[tuple[Item, Span]], intro: tuple[Item, ...]
) -> Iterator[Correction]:
    named = first_of_title(called)
    told = list(_contradicted(named, windows, intro)) if named else []
    yield from told
    below = [(item, span) for item, span in windows if item not in called]
    for item, span in windows:
        if item in called and below and not told:
            of = Named(((span.first, span.last),), item, span.start, span.end, worded=False)
            yield from _contradicted(of, below, intro)
            return


def _undated(called: tuple[Item, ...], inside: tuple[Item, ...]) -> Iterator[Correction]:
    reported = (one for item in inside if item not in called for one in _reported(item))
    missing = next(reported, None) or word_of_title(called)
    if missing:
        item, start, end = missing
        line, quote = item.quote(start, end)
        expected = _("from which day to which day")
        why = _("This period stands nowhere with its first and its last day.")
        yield Correction(line, quote, Fault.PERIOD, quote, expected, why)


def _reported(item: Item) -> Iterator[tuple[Item, int, int]]:
    """Find periods for which an item reports figures."""
    if any(AHEAD.search(one.text) for one in item.heads):
        return
    for start, end in item.sentences():
        sentence = item.text[start:end]
        for found in WORD.finditer(item.text, start, end):
            before = item.text[max(start, found.start() - 24) : found.start()]
            if AHEAD.search(sentence) or not re.search(r"(?i)trong\s$|kết quả\s$", before):
                continue
            if (found["month"] or found["week"]) and not _FIGURES.search(sentence):
                continue
            yield item, found.start(), found.end()


def _contradicted(
    named: Named, windows: list[tuple[Item, Span]], intro: tuple[Item, ...]
) -> Iterator[Correction]:
    if any((span.first, span.last) in named.windows for __, span in windows):
        return
    main = _main(windows, intro)
    if main is None or not named.windows:
        return
    weekly = all((last - first).days == 6 for first, last in named.windows)
    if weekly and is_week(main.first, main.last) and named.worded:
        return
    wanted = min(named.windows, key=lambda one: abs((one[0] - main.first).days))
    line, quote = named.item.quote(named.start, named.end)
    expected = _(
        "{first} – {last}, or the title changed",
        first=_written(wanted[0]),
        last=_written(wanted[1]),
    )
    why = _(
        "The title says {period}, but the figures are from {first} to {last}.",
        period=Plain(quote),
        first=_written(main.first),
        last=_written(main.last),
    )
    yield Correction(line, quote, Fault.PERIOD, quote, expected, why)


def _main(windows: list[tuple[Item, Span]], intro: tuple[Item, ...]) -> Span | None:
    """Return the days of the figures: those of the introduction, or those named again and again."""
    stated = [
        (item, span)
        for item, span in windows
        if not _NO_REPORT.search(item.text[max(0, span.start - 60) : span.start])
        and not any(AHEAD.search(one.text) for one in item.heads)
    ]
    for item, span in stated:
        if item in intro:
            return span
    times: dict[tuple[date, date], int] = {}
    for item, span in stated:
        if _OF_FIGURES.search(item.text[max(0, span.start - 90) : span.end + 90]):
            times[span.first, span.last] = times.get((span.first, span.last), 0) + 1
            if times[span.first, span.last] > 1:
                return span
    return None


def _written(day: date) -> Plain:
    return Plain(f"{day:%d/%m/%Y}")
