"""Where a report judges what it has reported: shortcomings, causes, what went well."""

import re

from bot.reading.draft.pages import Pages

_TITLE = 90  # characters of a heading
_JUDGING = re.compile(
    r"hạn chế|tồn tại|khó khăn|ưu điểm|đánh giá|nguyên nhân|kết luận|nhận xét|mặt được|thuận lợi"
    r"|bài học|nổi bật|vướng mắc|bất cập|chưa làm được|yếu kém|khuyết điểm",
    re.IGNORECASE,
)
# "III/ Hạn chế" is a heading as well, though no list is counted so.
_HEADED = re.compile(r"\W*(?:[IVX]{1,5}|[A-EĐ]|\d{1,2}(?:\.\d{1,2}){0,2})\s?[./)-]+\s?(?=[^\W\d_])")
_STOPPED = re.compile(r"[.;,]\W*$")
_RATED = re.compile(r"đánh giá (?:mức|sự|của|hài|chất lượng|xếp|hồ sơ|cán bộ)", re.IGNORECASE)


def judged(pages: Pages) -> frozenset[int]:
    """Return which items stand below a heading that judges, by their places."""
    found: set[int] = set()
    below = False
    for place, one in enumerate(pages.reads):
        text = one.text
        if one.item.cells:
            continue
        title = len(text) < _TITLE and not _STOPPED.search(text)
        if title and (one.item.is_heading or _HEADED.match(text)):
            below = _judges(text)
        if below or any(_judges(head.text) for head in one.item.heads):
            found.add(place)
    return frozenset(found)


def _judges(heading: str) -> bool:
    return len(heading) < _TITLE and bool(_JUDGING.search(_RATED.sub("", heading)))
