"""What a number in a report counts: people, households, files, procedures and so on."""

import re
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """Things that are counted; two of them are never parts of each other."""

    FILE = "file"
    PROCEDURE = "procedure"
    HOUSEHOLD = "household"
    PERSON = "person"
    VISIT = "visit"
    CARD = "card"
    ACCOUNT = "account"
    TEAM = "team"
    VILLAGE = "village"
    DOCUMENT = "document"
    BALLOT = "ballot"
    MACHINE = "machine"
    POST = "post"
    MEETING = "meeting"
    PAYMENT = "payment"
    BUSINESS = "business"
    SCHOOL = "school"
    PETITION = "petition"
    PAPER = "paper"
    MONEY = "money"
    SIZE = "size"
    MEASURE = "measure"


# What is counted, as it begins behind a number; a word that only begins alike is shut out.
_WORDS: dict[Unit, str] = {
    Unit.FILE: r"(?:bộ )?hồ sơ|hs",
    Unit.PROCEDURE: r"tthc|thủ tục|dvc\w{0,3}|dịch vụ công",
    Unit.HOUSEHOLD: r"hộ(?! (?:chiếu|khẩu|tịch|lý))",
    Unit.VISIT: r"(?:lượt|lần)",
    Unit.PERSON: (
        r"người(?! (?:có công với|việt))|nhân khẩu|khẩu|công dân|dân số|nhân dân|cán bộ|công chức"
        r"|cbcc\w{0,3}|viên chức|thành viên|đồng chí|đ/c|đảng viên|hội viên|đoàn viên|học sinh"
        r"|đối tượng|phụ huynh|lao động|trẻ em|biên chế|tuyên truyền viên|cộng tác viên"
        r"|thanh niên|phụ nữ|nông dân"
        r"|giáo viên|bà con|dân\b|chị|anh|em|cháu|tiểu thương|khách hàng|cử tri|học viên|nhân viên"
        r"|tình nguyện viên|tổ viên|tổ trưởng|tổ phó|ủy viên|uỷ viên|đại biểu|sinh viên|thí sinh"
        r"|cựu chiến binh|chiến sĩ|bệnh nhân"
    ),
    Unit.CARD: r"thẻ|cccd|căn cước",
    Unit.ACCOUNT: r"tài khoản|tk|hộp thư|chữ ký số|chứng thư",
    Unit.TEAM: r"tổ(?! (?:chức|dân phố|quốc))|đội|nhóm",
    Unit.VILLAGE: (
        r"thôn|ấp|bản(?! (?:sao|án|đồ|tin))|khu phố|tổ dân phố|xóm|buôn|khóm|làng|khu dân cư"
    ),
    Unit.DOCUMENT: r"văn bản|vb|công văn",
    Unit.BALLOT: r"phiếu",
    Unit.MACHINE: r"(?:bộ )?máy|thiết bị",
    Unit.POST: r"tin|bài",
    Unit.MEETING: r"buổi|cuộc|lớp|hội nghị|đợt",
    Unit.PAYMENT: r"giao dịch",
    Unit.BUSINESS: r"doanh nghiệp|cơ sở|hợp tác xã|htx",
    Unit.SCHOOL: r"trường(?! hợp)",
    Unit.PETITION: r"phản ánh|kiến nghị|pakn",
    Unit.PAPER: r"chứng chỉ|(?:giấy )?chứng nhận|hóa đơn|hoá đơn|biên lai",
    Unit.MONEY: (
        r"(?:nghìn |ngàn |triệu |tỷ |tỉ )?(?:đồng(?! (?:chí|bộ|thời|bào))|đ|vnđ|vnd)"
        r"|triệu|nghìn|ngàn|tỷ(?! lệ)|tỉ(?! lệ)"
    ),
    Unit.SIZE: r"km²|km2|km|m2|m²|m3|m³|ha|mét|m|kg|tấn|tạ|lít|kwh",
    Unit.MEASURE: (
        r"mb(?:ps)?|gb|kb|giờ|phút|giây|tuổi|ngày|tuần|tháng|năm|quý|%"
        r"|điểm(?! (?:cầu|trường|trực|chợ|bán|phục|giao|sáng|wifi|truy|tiếp|bưu"
        r"|kinh|có|đã|được|đặt|phát|thu|internet|cung|hỗ|niêm|lắp|du|dân|tập|bị|chưa|lõm|đen|sạt"
        r"|nhận|rửa|mua|thanh))"
    ),
}
_UNIT = re.compile(
    r"(?:" + "|".join(f"(?P<{unit}>{words})" for unit, words in _WORDS.items()) + r")(?!\w)",
    re.IGNORECASE,
)
# The head of a label: "Tổng số hồ sơ tiếp nhận", "Số lượng cán bộ", "Tỷ lệ hộ gia đình".
_LABEL = re.compile(
    r"(?:\btổng số(?: lượng)?|\bsố lượng|\bsố lượt|\bt[ỷỉ] lệ(?: số)?|\btổng|\bsố|\btoàn xã có)\s",
    re.IGNORECASE,
)
_STRICT = frozenset({Unit.FILE, Unit.PROCEDURE, Unit.HOUSEHOLD, Unit.PERSON, Unit.DOCUMENT})


def unit_at(text: str, at: int) -> Unit | None:
    """Return the unit whose word begins at a place of a text."""
    found = _UNIT.match(text, at)
    return Unit(found.lastgroup) if found and found.lastgroup else None


def unit_of_label(label: str) -> Unit | None:
    """Return what a label counts: that of its last "số …", "tổng …", "tỷ lệ …"."""
    unit = None
    for found in _LABEL.finditer(label):
        unit = unit_at(label, found.end()) or unit
    return unit


def differ(one: Unit | None, other: Unit | None) -> bool:
    """Tell whether two units surely count different things."""
    return one in _STRICT and other in _STRICT and one is not other


_SCALES = (("tỷ", 10**9), ("tỉ", 10**9), ("triệu", 10**6), ("nghìn", 1000), ("ngàn", 1000))


def scaled(value: Decimal, behind: str) -> Decimal:
    """Return an amount of money in đồng, by the words behind it: "1,2 tỷ đồng"."""
    low = behind[:8].lower().lstrip()
    value *= next((scale for word, scale in _SCALES if low.startswith(word)), 1)
    whole = value.to_integral_value()
    return whole if whole == value else value
