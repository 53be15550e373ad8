"""The fraction beside a rate that says what it is made of."""

import re

from bot.reading.draft.figure import Figure, Quotient, Read

GAP = 160  # characters between a fraction and its rate
_BOUND = r"(?:trên|hơn|vượt|dưới|gần|xấp xỉ|khoảng|chưa đến|chưa tới|ít nhất|tối thiểu|từ)"
# What links counts to the rate behind them: "…, đạt tỷ lệ trên ", "… (", "… = ".
LINK = re.compile(
    r"(?:(?:đạt|phủ|chiếm|bằng|là|tương ứng|tương đương|tức|t[ỷỉ] lệ|t[ỷỉ] trọng|=|\(|:|,|-|–)\s*)"
    rf"(?:(?:với|đạt|t[ỷỉ] lệ|khoảng|là|:|=)\s*){{0,3}}(?:{_BOUND}\s*)?$",
    re.IGNORECASE,
)
RATE_OF = re.compile(
    rf"t[ỷỉ] lệ\s+(?=[^\W\d_])(?!(?:là|đạt|chiếm|tương ứng|{_BOUND})\b)", re.IGNORECASE
)
# What links a rate to the fraction behind it: "95,5% (", "95,5% hồ sơ (tức ", "95,5%, ".
_BEHIND = re.compile(
    r"(?:[^\d;.()%]|\d{1,2} tuổi){0,90}\((?:[^\d()%]{0,40}[\s:])?"
    r"|[^\d;.()%]{0,90},\s(?:cụ thể|tương ứng|tức)(?: là| với)?:?\s|\s*(?:,|=|:|-|–)?\s*"
    r"(?:tương ứng|tương đương|tức(?: là)?|với|là|bằng|hay)?\s*(?:với )?",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,| và|, và) (?:(?:đạt|là) )?", re.IGNORECASE)
_AGAIN = re.compile(r";(?!\s*(?:đạt|chiếm|bằng|tương ứng))", re.IGNORECASE)


def behind(one: Read, rate: Figure, ceiling: int) -> Quotient | None:
    """Return the fraction behind a rate: "95,5% (21/22 hộ)"."""
    after = [quotient for quotient in one.quotients if rate.end <= quotient.start < ceiling]
    if not after:
        return None
    gap = one.text[rate.end : after[0].start]
    if not _BEHIND.fullmatch(gap):
        return None
    # "…, đạt 85%, 39/40 hộ, đạt 97,5%": the fraction has a rate of its own behind it.
    own = one.text[after[0].end : after[0].end + GAP]
    taken = ")" not in own.split("%")[0] and re.match(
        r"[^%.;)]{0,100}\b(?:đạt|chiếm|bằng)[^%.;)\d]{0,20}\d[\d,]* ?%", own
    )
    return None if taken and "(" not in gap else after[0]


def before(one: Read, rate: Figure, floor: int) -> Quotient | None:
    """Return the fraction before a rate: "21/22 hộ, đạt 95,5%"."""
    earlier = [
        quotient
        for quotient in one.quotients
        if floor <= quotient.start and quotient.end <= rate.start
    ]
    if not earlier:
        return None
    last = earlier[-1]
    gap = one.text[last.end : rate.start]
    between = any(last.end <= count.start < rate.start for count in one.amounts)
    if between or len(gap) > GAP or _AGAIN.search(gap) or not LINK.search(gap):
        return None
    return None if RATE_OF.search(gap) else last


def respective(one: Read, rate: Figure, start: int) -> Quotient | None:
    """Return the fraction of one of several rates: "1/2 hộ, 3/4 hộ, lần lượt đạt 50% và 75%"."""
    nth = one.rates.index(rate)
    first = last = nth
    while first and _AND.fullmatch(one.text, one.rates[first - 1].end, one.rates[first].start):
        first -= 1
    while last + 1 < len(one.rates) and _AND.fullmatch(
        one.text, one.rates[last].end, one.rates[last + 1].start
    ):
        last += 1
    before = [q for q in one.quotients if start <= q.start and q.end <= one.rates[first].start]
    rates = last - first + 1
    if rates < 2 or len(before) < rates:
        return None
    gap = one.text[before[-1].end : one.rates[first].start]
    return before[len(before) - rates + nth - first] if len(gap) < GAP else None
