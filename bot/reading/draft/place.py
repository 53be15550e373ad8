"""Another commune's name where the own one belongs: left over from a copied report."""

import re
from collections.abc import Iterator

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Plain, _
from bot.reading.draft.checker import Context
from bot.reading.draft.names import Mention, is_own, mentions, own_name, signed_at
from bot.reading.draft.parts import head
from bot.reading.draft.text import Draft, Item

# The own commune is meant behind these; behind "với", "giáp", "các xã" another may be.
_OWN_PLACE = re.compile(
    r"(?:địa bàn|của|cho|ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân|đảng ủy|"
    r"đảng uỷ|đảng bộ|toàn|tại|ở|nhân dân|người dân|nội bộ|công an|trạm y tế|"
    r"trang thông tin điện tử|cổng thông tin điện tử|trang ttđt|mặt trận|mttq|hội \w+(?: \w+)?|"
    r"đoàn \w+(?: \w+)?|bộ phận một cửa|một cửa|hành chính công|cộng đồng|chuyển đổi số|chỉ đạo|"
    r"đề án 06|trụ sở|số|dân cư|hành chính|"
    r"truyền thanh|quân sự|nông thôn mới|cán bộ|công chức|lãnh đạo|chủ tịch|năm|văn hóa|^)\s$",
    re.IGNORECASE,
)
# Who names a neighbour, a partner, a former commune or a visit says so.
_SAYS_OTHER = re.compile(
    r"\bgiáp\b|lân cận|láng giềng|\bcác (?:xã|phường)\b|(?:hai|ba|bốn|\d) (?:xã|phường)|xã bạn|"
    r"\bqua địa bàn|\bđặt tại\b|\btừ (?:ubnd|công an)|(?:đến|tới|về) dự|phát biểu|kính mời|"
    r"\bdự\b(?! (?:án|kiến|thảo|toán|phòng|báo))|chuyển (?:đến|\d)|bàn giao|"
    r"sáp nhập|sát nhập|hợp nhất|nhập vào|chia tách|tách ra|trước đây|\(cũ\)|\bcũ\b|trước sắp xếp|"
    r"sau sắp xếp|sắp xếp|nguyên trạng|tiền thân|trước khi|"
    r"(?<!đối )\bvới\b|giao lưu|học tập|học hỏi|kinh nghiệm|tham quan|thăm|trao đổi|phối hợp|"
    r"liên xã|liên kết|cụm|khu vực|huyện khác|địa phương khác|đơn vị bạn|\bđến từ\b|chuyển đến|"
    r"chuyển từ|"
    r"\btạm trú|thường trú|quê\b|kết nghĩa|tuyến đường|đường liên|\bđi xã\b|so sánh|"
    r"điểm sáng|mô hình của|"
    r"xếp (?:thứ|hạng)|hỗ trợ xã|giúp xã|nhân rộng|\bmượn\b|điều động|biệt phái|luân chuyển|"
    r"\bsang\b|\btừ xã\b|\bvề xã\b|\bthuộc xã\b|đấu mối|hội thi|\bgiúp\b|ủng hộ|cứu trợ|"
    r"do (?:ubnd )?(?:huyện|tỉnh|sở|phòng|cấp trên)\b.{0,40}tổ chức|giải (?:nhất|nhì|ba)|ngoài xã",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"sáp nhập|sát nhập|hợp nhất|nhập vào|\(cũ\)|\bcũ\b|sắp xếp|trước đây|tiền thân|thành lập",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"^\s?(?:\(cũ\)|cũ\b|trước|,|và|với|hoặc|;)?\s?(?:xã|phường|thị trấn)\s", re.IGNORECASE
)
_AROUND, _BEHIND = 120, 40


def place(draft: Draft, context: Context) -> Iterator[Correction]:
    """Find communes that are named as if they were the own one."""
    own = own_name(draft, context.own)
    if own is None:
        return
    named = [one for item in draft.items for one in mentions(item)]
    shown = _shown(named, own, context.own)
    former = {one.key for one in named if _JOINED.search(_sentence(one))}
    for one in named:
        if not is_own(one, own) and one.key not in former and _in_own_place(one):
            yield _correction(one, shown)
    for item in head(draft):
        signed = signed_at(item)
        if signed and not is_own(signed, own) and len(named) > 1:
            yield _correction(signed, shown)


def _in_own_place(one: Mention) -> bool:
    before = one.item.text[max(0, one.start - 40) : one.start]
    if not _OWN_PLACE.search(before):
        return False
    if _LISTED.match(one.item.text[one.end : one.end + 20]):
        return False
    return not _SAYS_OTHER.search(_around(one))


def _sentence(one: Mention) -> str:
    """Return the sentence in which a name stands, as far as it is near."""
    text = one.item.text
    end = text.find(". ", one.end, one.end + _AROUND)
    return text[_begin(one, 2 * _AROUND) : end if end > 0 else one.end + _AROUND]


def _around(one: Mention) -> str:
    """Return the words before a name in its clause, and the few behind it."""
    text, low = one.item.text, _begin(one, _AROUND)
    return text[max(low, text.rfind(";", low, one.start) + 1) : one.end + _BEHIND]


def _begin(one: Mention, reach: int) -> int:
    low = max(0, one.start - reach)
    return max(low, one.item.text.rfind(". ", low, one.start) + 1)


def _shown(named: list[Mention], own: str, given: str | None) -> str:
    """Return the own name as the report writes it most quietly."""
    written = [one.name for one in named if one.key == own]
    quiet = [name for name in written if not name.isupper()]
    return (quiet or written or [given or own])[0]


def _correction(one: Mention, own: str) -> Correction:
    item: Item = one.item
    line, quote = item.quote(one.start, one.end)
    printed = item.text[one.start : one.end]
    why = _("The report is of {own}, but {other} stands here.", own=own, other=one.name)
    return Correction(line, quote, Fault.PLACE, printed, Plain(own), why)
