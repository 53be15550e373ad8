"""Sums, bodies and totals that only look wrong."""

import pytest

from bot.reading.draft.checking import check
from tests.reading.draft.figures import report

RIGHT = [
    ["- Có 99 thủ tục, gồm: toàn trình 50 thủ tục; một phần 40 thủ tục; chưa cung cấp 09 thủ tục."],
    ["- Nhận mới 690 hồ sơ, kỳ trước chuyển sang 10 hồ sơ; đã trả 681 hồ sơ, đang xử lý 19 hồ sơ."],
    ["- 14/14 ấp có Tổ công nghệ số. Cấp xã có 01 tổ hỗ trợ; tính chung 15 tổ."],
    ["- Xã có 12 bản.", "- Chứng thực bản sao điện tử: 140 bản, vượt kế hoạch (100 bản)."],
    [
        "- Trong kỳ nhận 90 hồ sơ qua mạng.",
        "- Lĩnh vực hộ tịch nhiều nhất; lĩnh vực đất đai chưa có hồ sơ qua mạng.",
    ],
    [(
        "- Quyết định số 36/QĐ-UBND ngày 21/3/2025 của UBND xã Hòa Mẫu (cũ); sau sắp xếp, UBND "
        "xã Hòa Mẫu ban hành Quyết định số 36/QĐ-UBND ngày 25/7/2025."
    )],
]  # fmt: skip
WRONG = [
    ["- Có 99 thủ tục, gồm: toàn trình 50 thủ tục; một phần 40 thủ tục."],
    ["- Xã có 12 bản.", "- Đã mở lớp ở 14 bản."],
    ["- Trong kỳ nhận 90 hồ sơ qua mạng.", "- Chưa có hồ sơ qua mạng."],
    [(
        "- Quyết định số 36/QĐ-UBND ngày 21/3/2025 của UBND xã Hòa Mẫu; sau đó UBND "
        "xã Hòa Mẫu ban hành Quyết định số 36/QĐ-UBND ngày 25/7/2025."
    )],
]  # fmt: skip


@pytest.mark.parametrize("lines", RIGHT)
def test_what_is_right_raises_no_alarm(lines: list[str]) -> None:
    assert not check(report(lines), own="Hòa Mẫu")


@pytest.mark.parametrize("lines", WRONG)
def test_what_is_like_it_and_wrong_is_still_found(lines: list[str]) -> None:
    assert len(check(report(lines), own="Hòa Mẫu")) == 1
