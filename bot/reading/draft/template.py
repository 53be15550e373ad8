"""Prompts and placeholders that were left in a draft: brackets that ask, dots for a value, xxx."""

import re
from collections.abc import Iterator

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Phrase, _
from bot.reading.draft.checker import Context
from bot.reading.draft.parts import body
from bot.reading.draft.slots import slots
from bot.reading.draft.text import Draft, Item

# A run of dots begins where no other stands before it; so long ones are read once.
_DOTS = r"(?:(?<![….])(?:…[….]*+|\.{3,}+[….]*+)|(?<!\. )(?:\. ){3,}+\.?|(?<!_)_{3,}+)"
_ASKS = (
    r"nêu rõ|ghi rõ|nêu cụ thể|ghi cụ thể|nêu số|nêu tên|ghi số|ghi tên|nêu kết quả|nêu tóm tắt|"
    r"điền(?! kinh)|nhập số|nhập tên|nhập liệu|nhập nội dung|liệt kê|đề nghị (?:nêu|ghi|điền|"
    r"bổ sung)|"
    r"bổ sung (?:sau|số liệu|thêm)|cần bổ sung|chờ số liệu|chờ bổ sung|cập nhật (?:sau|số liệu)|"
    r"chưa có số liệu|mô tả (?:cụ thể|rõ|ngắn)|trình bày|tên (?:xã|đơn vị|cơ quan|thôn)\)|"
    r"số liệu cụ thể|xem lại|kiểm tra lại|đánh giá (?:cụ thể|rõ)|báo cáo (?:cụ thể|rõ)"
)
_ASKER = (
    r"(?:(?:đề nghị|yêu cầu|các|đơn vị|xã|địa phương|cần|phải|chú ý|lưu ý|"
    r"gợi ý|ghi chú|hướng dẫn|trong đó)[,:]? )+"
)
# What a bracket in a form asks for; "[1]" is a footnote.
_SLOT = (
    r"tên|số|ngày|tháng|năm|quý|điền|nhập|ghi|nêu|chèn|họ|đơn vị|địa chỉ|nội dung|bổ sung|"
    r"cập nhật|xã|huyện|tỉnh|thôn|tỷ lệ|tỉ lệ|kết quả|mô tả|liệt kê|x+|…|\.{3}|_{2}"
)
# Words behind which a value is due, and units before which one is.
_DUE = (
    r"là|đạt|tổng số|tổng|gồm|có|được|khoảng|hơn|trên|chiếm|tỷ lệ|tỉ lệ|với|cho|còn|ngày|tháng|"
    r"quý|đến|lên|xuống|từ|tại|bằng|lượng|thêm|mới|tiếp nhận|giải quyết|tổ chức|hướng dẫn|"
    r"cấp|kích hoạt"
)
_UNIT = (
    r"%|hồ sơ|người|hộ|lượt|văn bản|tài khoản|thủ tục|tttc|tthc|trường hợp|tin|bài|buổi|cuộc|lớp|"
    r"thôn|tổ|thành viên|máy|thẻ|cán bộ|công chức|đồng|triệu|tỷ|phiếu|điểm|đối tượng|giao dịch|"
    r"công dân|doanh nghiệp|hs"
)
_BID = "bổ sung|nêu|ghi|điền|cập nhật|làm rõ|rà soát|gửi"
_TELL = "phân tích|trình bày|thống kê|tóm tắt|làm rõ"
_TOLD = "nguyên nhân|kết quả|số liệu|khó khăn|tồn tại|lý do|nội dung|tình hình"
_DONE = r"(?! (?:ở|tại|trong|trên|như))"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # A bracket that asks the writer for something; the signer's "(ký, ghi rõ họ tên)" does not.
        rf"\((?!ký)(?:{_ASKER})?(?:{_ASKS}){_DONE}[^()]{{0,300}}\)?",
        rf"\((?:{_ASKER})(?:{_BID})(?!\w)[^()]{{0,300}}\)?",
        rf"\[\s*(?:{_SLOT})[^\[\]]{{0,120}}\](?!\()",
        r"\[\s{0,5}\](?=\s|[.;,%]|$)",
        r"\{\{[^{}]{0,80}\}\}|\$\{[^{}]{0,80}\}|«[^«»]{1,60}»",
        rf"<(?:{_SLOT})\b[^<>@/]{{0,60}}>",
        # Dots where a value is due.
        rf"(?:(?<!\w)(?:{_DUE})|[:=])\s?{_DOTS}(?=\s?(?:{_UNIT})(?!\w)|\s?[;.,)/]|\s*$)",
        rf"[:=]\s?{_DOTS}\s*(?:[;.,]\s*)?$",
        rf"{_DOTS}\s?%",
        # "kinh phí dự kiến ... triệu đồng"; behind a word and right at it, dots are "and so on".
        rf"(?<=[^\W\d_] ){_DOTS}\s?(?=(?:{_UNIT})(?!\w))",
        rf"\((?:{_TELL}) (?:rõ |cụ thể |các |những )*(?:{_TOLD})[^()]{{0,120}}\)",
        r"\([^()]{4,120}\b(?:tại đây|vào đây|ở đây)\)",
        rf"{_DOTS}\s?/\s?{_DOTS}(?:\s?/\s?(?:\d{{4}}|{_DOTS}))?",
        rf"\d\s?/\s?{_DOTS}|(?<![\w,]){_DOTS}\s?/\s?\d",
        rf"(?<=\bsố)[ :]{{1,3}}{_DOTS}\s?[/-]\s?[A-ZĐ]{{2,}}",
        rf"\b(?:ngày|tháng|quý|năm)\s{_DOTS}",
        # So many dots are no "and so on".
        r"(?<![….])(?:\.{6,}+|…{3,}+)[….]*+|(?<!_)_{5,}+",
        # Letters that hold a place.
        r"(?<!\w)(?:https?://|www\.)(?:[\w.-]{0,40}\.)?x{3,}+(?!\w)[\w./-]{0,60}",
        r"(?<![\w@./])x{3,}+(?!\w)[@\w.-]{0,60}",
        r"(?<![\w/])x{2}(?=\s?(?:%|/x{2}|/\d{2,4}|hồ sơ|người|hộ|lượt|văn bản))",
        r"(?<!\?)\?{3,}+|\(\s?\?{1,3}\s?\)",
        r"lorem ipsum[\w ]{0,40}",
        r"#(?:REF|DIV/0|VALUE|NAME|NUM)[!?]|Error! [A-Z][\w ]{0,40}",
        r"(?:Click or tap|Nhấp hoặc nhấn)[\w ]{0,40}",
    )
)
_ORDER = re.compile(r"(?:[-+*•]\s*)?(?:nêu rõ|ghi rõ|nêu cụ thể|ghi cụ thể)(?!\w)", re.IGNORECASE)
_DOTTED = re.compile(r"[\s.…_]{6,}$")
_CONTENTS = re.compile(rf"{_DOTS}\s*\d{{1,3}}$")
_COUNTED = re.compile(rf"\s?(?:{_UNIT})(?!\w)", re.IGNORECASE)
_ROMAN = re.compile(r"[XVI]+")
_PLACE_AND_DAY = re.compile(r"^[^,:;.…]{2,40}, ngày ?(?:[.…_ ]|\d)+tháng", re.IGNORECASE)
# Two pieces as close as this are one thing to fill in: "ngày …/…/2026".
_NEAR = 12


def template(draft: Draft, _context: Context) -> Iterator[Correction]:
    """Find what the form asks for and nobody wrote."""
    for item in body(draft):
        if _CONTENTS.search(item.text) or _PLACE_AND_DAY.match(item.text):
            continue
        for start, end in _spans(item):
            yield _correction(item, start, end)


def _spans(item: Item) -> list[tuple[int, int]]:
    """Return what was left in an item; pieces close to each other are one."""
    text = item.text
    found = [one.span() for shape in _SHAPES for one in shape.finditer(text) if _holds(one)]
    found += slots(text)
    if asked := _ORDER.match(text):
        found.append((asked.start(), min(len(text), asked.end() + 60)))
    if _DOTTED.match(text):
        found.append((0, len(text)))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start - merged[-1][1] < _NEAR and ";" not in text[merged[-1][1] : start]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _holds(found: re.Match[str]) -> bool:
    """Tell a placeholder from a Roman number, and from a list that goes on."""
    words = found[0].rstrip(".")
    if not (_ROMAN.fullmatch(words) and words.isupper() and len(words) < 4):
        return True
    return bool(_COUNTED.match(found.string, found.end()))


def _correction(item: Item, start: int, end: int) -> Correction:
    line, quote = item.quote(start, end)
    expected: Phrase = _("fill it in, or take it out")
    why = _("This is a prompt of the form; nobody has filled it in yet.")
    return Correction(line, quote, Fault.TEMPLATE, quote, expected, why)
