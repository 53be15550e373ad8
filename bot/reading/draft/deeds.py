"""Deeds that may be claimed of all: how they are claimed, and counted where they are not done."""

import re
from dataclasses import dataclass
from functools import cache

from bot.reading.draft.claims import COUNT, LATE

# What is said of things, each with the words for it; the name is for the reader alone.
DEEDS = (
    ("ký số", r"ký số"),
    ("chữ ký số", r"(?:chữ ký số|chứng thư số)"),
    ("số hóa", r"số h(?:óa|oá)"),
    ("trực tuyến", r"(?:nộp |tiếp nhận )?trực tuyến"),
    ("máy tính", r"(?:có |trang bị (?:đầy đủ )?)?máy (?:vi )?tính"),
    ("thư công vụ", r"(?:hộp )?thư (?:điện tử )?công vụ"),
    ("mã độc", r"(?:cài (?:đặt )?)?(?:phần mềm )?(?:phòng,? ?chống|diệt) (?:mã độc|vi ?rút|virus)"),
    ("internet", r"(?:kết nối |có )?(?:mạng )?(?:internet|cáp quang|wifi)"),
    ("tập huấn", r"(?:tham gia |được )?(?:tập huấn|bồi dưỡng|đào tạo)"),
    (
        "đúng hạn",
        (
            r"(?:trả |giải quyết |xử lý )?(?:(?:trước|sớm|đúng) (?:hạn )?(?:,|và|hoặc|hay) )?"
            r"(?:đúng|sớm|trước)(?: thời)? (?:hạn|hẹn)"
        ),
    ),
    ("niêm yết", r"niêm yết"),
    ("định danh", r"(?:kích hoạt )?(?:tài khoản )?định danh"),
    ("trả lời", r"(?:được )?(?:trả lời|xử lý|giải quyết) (?:xong|dứt điểm|kịp thời)"),
    ("sóng", r"(?:có |phủ )?sóng"),
    ("kiện toàn", r"kiện toàn|thành lập tổ"),
    ("camera", r"camera"),
)
_OF = rf"{COUNT}\s?/\s?(?P<whole>\d{{1,3}}(?:\.\d{{3}})+|\d+)(?![\d/])"
_NOT = r"(?:không|chưa)(?: (?:được|có|thực hiện|cài|qua|tham gia|kết nối|trả|thể))*"
# "Overdue: 07", "07 files of land are overdue"; not "overdue by 3 days".
_LATE_COUNTS = (
    (
        rf"(?:{LATE})(?: giải quyết)?[:,]? ?(?:là |có |còn )?{COUNT}"
        r"(?: (?:hồ sơ|trường hợp|hs)(?!\w)|(?!\s?/?\s?\d|[.,]\d|\s?%|\s(?:ngày|giờ|lần|tháng|năm|"
        r"phút)))"
    ),
    rf"(?<![\d/.,]){COUNT} (?:hồ sơ|trường hợp|hs)(?!\w)[^,;.:\d]{{0,30}}? (?:{LATE})",
)


@dataclass(frozen=True, slots=True)
class Shapes:
    """How a deed is claimed of all, and how it is counted where it was not done."""

    deed: re.Pattern[str]
    claims: tuple[re.Pattern[str], ...]
    counts: tuple[re.Pattern[str], ...]


@cache
def shapes(deed: str) -> Shapes:
    """Make the shapes of a deed; at the first draft, since hardly any command reads one."""
    done = rf"(?:đã |được |có |điều |đều )*(?:{deed})"
    every = r"(?:100\s?%(?: số)?|tất cả(?: các)?|toàn bộ(?: các| số)?|mọi)"
    unit = r"(?:văn bản|hồ sơ|người|cán bộ|công chức|hộ|thôn|bản|ấp|tổ|máy|tthc|phản ánh)"
    over = r"(?=\s?[.,;:()]|$)"
    late = "hạn" in deed
    counts = (
        rf"{_NOT} (?:{deed})[^,;.\d]{{0,12}}?[: ]\s?(?:là )?{COUNT}(?![\d/%]|,\d)",
        rf"(?<![\d/.,]){COUNT}(?: {unit})[^,;.:\d]{{0,30}}?,? {_NOT} (?:{deed})",
        rf"(?:{deed})(?: cho| được|:| là)?:? {_OF} {unit}",
        rf"(?<![\d/.,]){_OF} {unit}[^,;.:\d]{{0,20}}? (?:đã |được |có )+(?:{deed}){over}",
        *(_LATE_COUNTS if late else ()),
    )
    claims = (
        rf"{every} (?P<of>[^,;:%.]{{2,90}}?) {done}",
        rf"(?P<of>(?:^|(?<=[,;:.] ))[^,;:%.]{{2,90}}?) (?P<each>đều|điều) {done}",
        # Outgoing documents "được ký số 100%".
        (
            rf"(?P<of>(?:^|(?<=[,;:.] ))[^,;:%.\d]{{2,90}}?) (?:đã |được ){{1,2}}(?:{deed})"
            r" (?:đạt |đủ )?(?P<full>100\s?%)(?=\s?[,;.]|\s?$)"
        ),
    )
    whole = f"{deed}|{LATE}" if late else deed
    return Shapes(_compiled(whole), *(tuple(map(_compiled, ones)) for ones in (claims, counts)))


def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape, re.IGNORECASE)
