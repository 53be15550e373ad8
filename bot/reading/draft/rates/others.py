"""Rates that are said of somebody else, of another time, or of a plan: no shares of the report."""

import re

from bot.reading.draft.figure import Figure, Read

_GAP = 160  # characters before a rate that tell what it is
_CLOSED = re.compile(r"\([^()]*\)")
# "thấp hơn chỉ tiêu huyện giao (30%)": a rate alone in its bracket is of what stands before it.
_NAMED = re.compile(
    r"(?:\b(?:chỉ tiêu|mục tiêu|kế hoạch|yêu cầu|quy định|bình quân|trung bình|mặt bằng|định mức)\b"
    r"|\b(?:hơn|kém|sau|bằng|so với|đứng trên|đứng dưới) (?:mức )?(?:của )?"
    r"(?:các )?(?:xã|phường|huyện|tỉnh|thị trấn|thành phố|toàn quốc|cả nước|cụm)\b)"
    r"[^,;:.\d]{0,60}\($",
    re.IGNORECASE,
)
# "cao hơn tháng 7/2025 (58,9%)", "cao so với các xã (xã Phú Bình 97,1%; thị trấn 98,9%)".
_BESIDE = re.compile(
    r"\b(?:hơn|kém|bằng|so với)(?: mức)?(?: của)? (?:\d{1,2} )?(?:tháng|quý|năm|tuần|kỳ|đợt)"
    r"(?: (?:đầu|cuối))?(?: năm)?(?: [\d/]{1,7}| [ivx]{1,3})?(?: năm \d{4})? ?\($"
    r"|\b(?:hơn|kém|so với|bằng)\b[^();.]{0,60}\((?:[^()]*; ?)?"
    r"(?:xã|phường|thị trấn|huyện|tỉnh)(?: [^\s();,\d]+){0,5} $",
    re.IGNORECASE,
)
# "Ba tỷ lệ làm tròn nên cộng lại là 100,01%": what rounding makes of a whole.
_SUMMED = re.compile(r"làm tròn|cộng (?:các |lại|ba |hai )", re.IGNORECASE)
_TIME = r"(?:năm|kỳ|kì|quý|tháng|tuần|đợt) (?:trước|ngoái|liền trước|liền kề)"
# "Cùng thời điểm năm trước, tỷ lệ này là 84,6%": the whole statement is of then.
_THEN = re.compile(
    rf"(?:cùng (?:kỳ|thời điểm|thời gian|giai đoạn)|\b{_TIME})"
    r"(?: (?:năm|quý|tháng|tuần) [\d/]{1,7})?[^;.:()\d%]{0,90}$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:so với|tăng|giảm|hơn|chuyển|từ) (?:\S+ ){0,4}?$", re.IGNORECASE)
# "mức chung của tỉnh là 71,4%", "toàn huyện đạt 71,4%".
_ABOVE = re.compile(
    r"(?:bình quân|mức chung|mặt bằng|trung bình)(?: chung)? (?:của |toàn )?"
    r"(?:huyện|tỉnh|thành phố|cả nước|toàn quốc|cụm|thị xã)[^;.:()\d%]{0,40}$"
    r"|(?:^|[;,(] ?)(?:toàn |cả )(?:huyện|tỉnh|thị xã|thành phố|nước)(?: hiện)?(?: là| đạt)? ?$",
    re.IGNORECASE,
)


def of_others(one: Read, rate: Figure) -> bool:
    """Tell whether a rate is a target, another commune's or another time's.

    What these rest on is not the report's to say (rules: "Not ratios of the report").
    """
    start, _end = one.sentence(rate.start)
    said = _CLOSED.sub("", one.text[max(start, rate.start - _GAP) : rate.start])
    then = _THEN.search(said)
    if then and not _SINCE.search(said, 0, then.start()):
        return True
    return bool(_NAMED.search(said) or _BESIDE.search(said) or _ABOVE.search(said))


def of_everyone(one: Read, rate: Figure) -> bool:
    """Tell whether "100%" begins a statement of its own: "đã trả 62 hồ sơ, 100% đúng hạn"."""
    if rate.value != 100 or rate.bound:
        return False
    before = one.text[max(0, rate.start - 2) : rate.start]
    behind = re.match(r" (?!so |kế |tổng |số |trên )[^\W\d_]", one.text[rate.end : rate.end + 8])
    return before in {", ", "; "} and bool(behind)


def added_up(one: Read, rate: Figure) -> bool:
    """Tell whether a rate is what rounded rates make together; it need not be 100 (rules)."""
    start, end = one.sentence(rate.start)
    return abs(rate.value - 100) < 1 and bool(_SUMMED.search(one.text, start, end))
