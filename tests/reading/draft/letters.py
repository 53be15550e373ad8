"""A small invented report around the sentences that a test is about."""

from bot.reading.draft.checker import Checker, Context
from bot.reading.draft.text import draft

HEAD = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ HÒA MẪU\tĐộc lập - Tự do - Hạnh phúc
Số: …/BC-UBND\tHòa Mẫu, ngày … tháng … năm 2025

BÁO CÁO
Kết quả hoạt động năm 2025

UBND xã Hòa Mẫu báo cáo (từ ngày 15/12/2024 đến ngày 14/12/2025) như sau:
I. KẾT QUẢ
"""
TAIL = """
Trên đây là báo cáo của UBND xã Hòa Mẫu./.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Ký, ghi rõ họ tên)
…………………
"""


def found(checker: Checker, words: str, *, head: str = HEAD, own: str | None = None) -> list[str]:
    """Return what a checker points out in a report that says some words."""
    report = draft(f"{head}{words}\n{TAIL}")
    corrections = list(checker(report, Context(own)))
    for one in corrections:
        line = report.lines[one.line - 1].text
        assert one.quote in line
        assert len(one.quote) <= 80
    return [one.quote for one in corrections]
