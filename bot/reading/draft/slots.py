"""Brackets that ask the writer for something, and words that hold the place of a value."""

import re
from collections.abc import Iterator

_BRACKET = re.compile(r"\((?P<round>[^()]{1,300})\)|\{(?P<curly>[^{}]{1,80})\}")
_PART = re.compile(r"[^,;:]+")
_POLITE = (
    r"(?:(?:nếu (?:chưa |không )?có|thì|cần|phải|đề nghị|yêu cầu|các|đơn vị|xã|thôn|"
    r"địa phương|chú ý|lưu ý|gợi ý|"
    r"ghi chú|hướng dẫn|chỉ|số liệu|phần này|mục này|vd|ví dụ|xin|vui lòng|đính kèm|danh sách|"
    r"[-–]) )*"
)
# What is asked for; "(nêu trên)", "(ghi âm)", "(bổ sung 02 máy)" tell something.
_ASKS = re.compile(
    rf"\s*{_POLITE}(?:nêu (?:rõ |cụ thể )?+(?!trên|lại|tại|ở|trong|như|gương|cao|ra\b)|kể (?:tên|"
    rf"rõ|cụ thể)|liệt kê|"
    r"ghi (?:rõ |cụ thể )?+(?!âm|hình|nhận|nợ|chú|sổ|danh|công|điểm|tại|ở|trong|đông|bàn|vào|"
    r"theo|lại|được|trong|trên|số \d)|"
    r"điền (?!kinh)|điền$|chèn|dán (?:ảnh|hình)|trình bày (?:ngắn|rõ|cụ thể|tóm)|"
    r"mô tả (?:ngắn|cụ thể|rõ|tóm)|nhập (?:số|tên|nội dung|ngày|dữ liệu vào)|"
    r"viết (?:bằng chữ|rõ|ngắn|đầy|hoa)|bổ sung (?:sau|số liệu|ảnh|nội dung|danh sách)|"
    r"cập nhật (?:sau|số liệu$)|thuyết minh|làm rõ|phân tích (?:rõ|cụ thể)|đánh dấu|"
    r"chọn (?:một|1)\b|"
    r"(?:tối đa|không quá|khoảng) \d+(?: - \d+)? (?:từ|chữ|dòng|trang)|chờ (?:số|bổ|kết|xác)|"
    r"chưa (?:có số|điền|nhập)|(?:số liệu )?sẽ (?:bổ sung|cập nhật|điền)|xóa (?:dòng|mục|phần)|"
    r"xoá (?:dòng|mục|phần)|để trống|"
    r"(?:thì )?(?:bỏ qua|để trống|ghi (?:là )?(?:0|không))$)(?! (?:ở|tại|trong|trên|như|trước))",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\s*(?:đã )?ký", re.IGNORECASE)
_NOUN = (
    r"(?:họ(?: và|,)? tên|tên(?: (?:xã|thôn|đơn vị|người|cơ quan|tổ|mô hình|cán bộ))?|chức vụ|"
    r"chức danh|"
    r"số điện thoại|sđt|điện thoại|đơn vị(?: tính)?|địa chỉ|số lượng|số liệu|thời gian|địa điểm|"
    r"nội dung|nguyên nhân|tỷ lệ|tỉ lệ|ngày|tháng|năm|ngày,? tháng,? năm(?: sinh)?|email|số|"
    r"kết quả|"
    r"lý do|minh chứng)"
)
_NOUNS = re.compile(
    rf"\s*{_NOUN}(?:(?:, ?|; ?|/| và | - ){_NOUN})*(?:[,;]? ?(?:\.{{3}}|…))?\s*", re.IGNORECASE
)
# Behind these somebody or something is to be named.
_TO_NAME = re.compile(
    r"(?::|=|đồng chí|đ/c|\bông|\bbà|\banh|\bchị|ông \(bà\)|thôn|xóm|ấp|\bxã|do)\s$", re.IGNORECASE
)
_CODE = re.compile(
    r"\s*(?:[a-z]+(?:_[a-z0-9]+)+|\d|\w{1,3}|(?:nhập|điền|ghi|nêu|chèn)\b.*)\s*", re.IGNORECASE
)
_DOTTED = re.compile(r"\s*(?:…|\.{3})[….\s]*")
_HELD = re.compile(
    r"(?<!\w)(?:(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Đỗ|Phan|Vũ|Bùi) (?:Văn|Thị) [A-EXYZ](?!\w)"
    r"|[dD]{2}/[mM]{2}(?:/[yY]{2,4})?|nn/tt/nnnn"
    r"|(?:TODO|TBD|TBA|FIXME)(?!\w)"
    r"|(?i:[xy]{1,2}(?:[,.][xy]{1,2})?\s?%)"
    r"|(?i:số\s?:?\s?/\s?)[A-ZĐ]{2,6}-[A-ZĐ]{2,}"
    r"|(?i:(?:click|nhấn|bấm|chạm|nhấp) (?:vào )?(?:đây )?để (?:nhập|thêm|gõ|điền)[\w ]{0,30}))"
    r"|\?{1,3}\s?%"
)
_BEHIND_COLON = re.compile(
    r":\s?(?:nêu rõ|ghi rõ|nêu cụ thể|ghi cụ thể|nêu tóm tắt|liệt kê (?:các|cụ thể)|"
    r"điền (?:số|tên|vào|nội)|chưa (?:điền|nhập|có số liệu)|chờ số liệu|bổ sung sau|"
    r"cập nhật sau)(?!\w)"
    r"[^.;]{0,50}",
    re.IGNORECASE,
)


def slots(text: str) -> Iterator[tuple[int, int]]:
    """Find, from where to where, what asks for a value or holds its place."""
    for found in _BRACKET.finditer(text):
        if _is_slot(text, found):
            yield found.span()
    for shape in (_HELD, _BEHIND_COLON):
        for found in shape.finditer(text):
            yield found.span()


def _is_slot(text: str, found: re.Match[str]) -> bool:
    words = found["round"] or ""
    if found["curly"]:
        return bool(_NOUNS.fullmatch(found["curly"]) or _CODE.fullmatch(found["curly"]))
    if _SIGNED.match(words):
        return False
    if _DOTTED.fullmatch(words):
        return '"' not in text and "“" not in text
    if any(_ASKS.match(part[0]) for part in _PART.finditer(words)):
        return True
    before = text[max(0, found.start() - 12) : found.start()]
    return bool(_NOUNS.fullmatch(words) and _TO_NAME.search(before))
