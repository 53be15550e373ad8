"""Which rates are growth, a comparison or a target, and so no share."""

import re

from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.rates.others import of_others

_GAP = 160  # characters before a rate that tell what it is
_HALF = 50  # percent; "vượt 20%" is by how much, "vượt 80%" is what was reached
_GROWTH = re.compile(
    r"\b(?:tăng|giảm|cao hơn|thấp hơn|vượt|phấn đấu|dự kiến|ước đạt|lãi suất|thuế|chỉ tiêu"
    r"|mục tiêu|kế hoạch|tốc độ|chênh|thêm|nhanh hơn|hoàn thành|dự toán|so với|yêu cầu"
    r"|quy định|bình quân)\b",
    re.IGNORECASE,
)
_WISH = re.compile(r"\b(?:phấn đấu|dự kiến|mục tiêu|nhằm|để đạt|đến hết năm)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:năm|quý|tháng|kỳ)(?: trước| \d{4}| [IV]{1,3}| \d{1,2})? ?\($", re.IGNORECASE
)
_CLOSED = re.compile(r"\([^()]*\)")
_COMPARED = re.compile(
    r"[^,;.(%]{0,50}\b(?:so với|kế hoạch|chỉ tiêu|cùng kỳ|dự toán|nghị quyết)\b|\s*\(?[+-]\d"
    r"|\s(?:của |mức |số )?(?:năm|quý|tháng|kỳ|tuần|đợt) (?:trước|ngoái|liền (?:trước|kề))\b",
    re.IGNORECASE,
)


def compared(one: Read, rate: Figure) -> bool:
    """Tell whether a rate is growth, a comparison or a target, and so no share."""
    start, _end = one.sentence(rate.start)
    said = one.text[start : rate.start]
    # "vượt chỉ tiêu giao (500 bản) 22,4%": a bracket that is closed parts nothing.
    clause = re.split(r"[,;:(]", _CLOSED.sub("", said[-_GAP:]))[-1]
    if _EARLIER.search(said[-_GAP:]) or of_others(one, rate):
        return True
    # "vượt 80% (76/100 chị)" is a bound, "vượt 20% chỉ tiêu" is not.
    if clause.rstrip().lower().endswith("vượt") and rate.value >= _HALF:
        clause = clause.rstrip()[:-4]
    return bool(_GROWTH.search(clause) or _WISH.search(said) or _COMPARED.match(one.text, rate.end))
