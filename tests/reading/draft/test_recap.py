"""Numbers that the shortcomings, or a whole named in passing, say otherwise than the results."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds

CONFLICTS = [
    ("- Có 14 tổ liên gia số ở các thôn.", "- Mới có 12 tổ liên gia số nên còn mỏng."),
    ("- Lắp 26 đèn đường thông minh.", "- Đèn đường thông minh mới có 21 đèn, chưa đủ."),
    ("- Đã mở 45 gian hàng, còn 72 hộ chưa mở gian hàng.", "- Vẫn còn 78 hộ chưa mở gian hàng."),
    ("- Số nhà thuốc bán hàng qua mạng: 11/13 nhà thuốc.", "- Chỉ 09 nhà thuốc bán hàng qua mạng."),
    ("- Số lớp: 30 lớp (mỗi tổ 03 lớp) cho 900 lượt học viên.", "- Mới có 27 lớp được mở."),
    ("- 06 trạm y tế lưu bệnh án điện tử.", "- Hiện có 08 trạm y tế lưu bệnh án điện tử."),
    ("- Xã có 08 thôn; 33 cán bộ, công chức.", "- Xã có 36 cán bộ, công chức, ít người giỏi máy."),
    ("- Quá hạn: 04 hồ sơ.", "- Có 06 hồ sơ quá hạn chưa gửi thư xin lỗi."),
]
WHOLES = [
    (
        "- Xã được cấp 40 máy quét căn cước.",
        "- 22 máy chạy tốt trong tổng số 44 máy quét căn cước.",
    ),
    (
        "- Đã quét vi-rút cho 18/35 máy tính của cơ quan.",
        "- Trong 29 máy tính của cơ quan còn 03 máy chậm.",
    ),
]
CONSISTENT = [
    # The same number; a part; another time; another place; others; what is far off.
    ("- Có 14 tổ liên gia số ở các thôn.", "- Mới có 14 tổ liên gia số nên còn mỏng."),
    ("- Có 14 tổ liên gia số ở các thôn.", "- Mới có 12 tổ liên gia số được cấp máy."),
    ("- Có 14 tổ liên gia số ở các thôn.", "- Năm trước chỉ có 12 tổ liên gia số."),
    ("- Có 14 tổ liên gia số (số của năm trước).", "- Hiện có 12 tổ liên gia số."),
    ("- 14 tổ liên gia số chưa có máy.", "- Hiện có 12 tổ liên gia số có máy."),
    ("- Thôn Mẫu Một có 14 tổ liên gia số.", "- Hiện có 12 tổ liên gia số."),
    ("- Có 14 tổ liên gia số ở các thôn.", "- Mới có 12 tổ tiết kiệm số."),
    ("- Có 14 tổ liên gia số ở các thôn.", "- Hiện có 05 tổ liên gia số."),
    # Two that make the number said again; two numbers, of which either may be meant.
    (
        "- Đã bàn giao 40 sổ cấp mới.\n- Trong kho 06 sổ cấp mới.",
        "- Còn 46 sổ cấp mới.",
    ),
    (
        "- Buổi sáng 20 quầy bán qua mạng.\n- Buổi chiều 24 quầy bán qua mạng.",
        "- Hiện có 22 quầy bán qua mạng.",
    ),
    ("- 72 hộ đã mở gian hàng.", "- Còn 78 hộ chưa mở gian hàng."),
    # Of one field; and with those still open.
    ("- Đất đai: quá hạn 04 hồ sơ.\n- Hộ tịch: quá hạn 01 hồ sơ.", "- Có 07 hồ sơ quá hạn."),
    ("- Xã được cấp 40 máy quét căn cước.", "- Tổng số 44 máy quét văn bản."),
]


def _report(result: str, weak: str) -> str:
    return f"BÁO CÁO\n\nI. KẾT QUẢ\n{result}\n\nIII. TỒN TẠI, HẠN CHẾ\n{weak}\n"


@pytest.mark.parametrize(("result", "weak"), CONFLICTS + WHOLES)
def test_what_is_said_again_otherwise_is_flagged(result: str, weak: str) -> None:
    assert kinds(_report(result, weak)) == [Fault.CONFLICT]


@pytest.mark.parametrize(("result", "weak"), WHOLES)
def test_a_whole_needs_no_heading_that_judges(result: str, weak: str) -> None:
    assert kinds(f"BÁO CÁO\n\nI. KẾT QUẢ\n{result}\n\nII. THIẾT BỊ\n{weak}\n") == [Fault.CONFLICT]


@pytest.mark.parametrize(("result", "again"), CONFLICTS)
def test_below_other_headings_it_may_be_a_second_thing(result: str, again: str) -> None:
    if "hồ sơ" not in again:
        text = f"BÁO CÁO\n\nI. THÔN MẪU MỘT\n{result}\n\nII. THÔN MẪU HAI\n{again}\n"
        assert kinds(text) == []


@pytest.mark.parametrize(("result", "weak"), CONSISTENT)
def test_other_things_times_and_parts_are_left(result: str, weak: str) -> None:
    assert kinds(_report(result, weak)) == []
