"""Rates that are not the quotient of their counts are flagged, all others are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.claims import rate
from bot.domain.drafts import Fault
from tests.reading.draft.figures import flagged, kinds

WRONG = [
    "Có 39/40 hộ dùng mạng, đạt 97,4%.",
    "Có 97,4% (39/40) hộ dùng mạng.",
    "Gần như đủ: 97,4% hộ (tức 39/40 hộ) dùng mạng.",
    "Tổng số 40 hộ, trong đó 39 hộ dùng mạng, chiếm 97,4%.",
    "Đã đến 39 trên tổng số 40 hộ, bằng 97,4%.",
    "Đã đến 39 hộ trong tổng số 40 hộ của thôn, đạt tỷ lệ 97,4%.",
    "Trong 40 hộ có 39 hộ dùng mạng, chiếm 97,4%.",
    "Có 1.708/1.711 hồ sơ trước hạn, đạt tỉ lệ 99,8%; quá hạn 03/1.711 hồ sơ, chiếm 0,17%.",
    "Tổng số 640 hộ đã được nhắc, nộp đủ có 600 hộ, đạt 93,7%.",
    "- Tổng số: 400 hồ sơ, gồm:\n+ Qua mạng: 301 hồ sơ, đạt 75,2%;\n+ Tại chỗ: 99 hồ sơ.",
    "Số hộ có mạng là 39/40 hộ (đạt tỷ lệ 0,98%).",
    "Có trên 95,4% (21/22) người dự họp.",
    "Có 7 máy hỏng trên 8 máy, chiếm 87%.",
]
RIGHT = [
    "Có 39/40 hộ dùng mạng, đạt 97,5%.",
    "Có 39/40 hộ dùng mạng, đạt 98%.",
    "Có 3/8 hộ dùng mạng, đạt 38%; 1/32 hộ mới lắp, chiếm 3,13%.",
    "Doanh thu đạt 97,4% kế hoạch (39/40 triệu đồng).",
    "Số lượt hướng dẫn tăng 12,5% so với cùng kỳ (40 lượt).",
    "Phấn đấu 97,4% hộ dùng mạng (39/40 hộ).",
    "Tỷ lệ nộp trực tuyến tăng 7,4 điểm phần trăm.",
    "100% cán bộ, công chức có máy tính; 21/22 người có thư công vụ.",
    "Bình quân 4,1 người/hộ, 63 thuê bao/100 dân, trực 24/7.",
    "Có 43 nhiệm vụ (trước hạn 12, đúng hạn 31) trên 46 nhiệm vụ được giao.",
    "Nhiệm vụ được giao: 46 nhiệm vụ, đã xong 43 nhiệm vụ (trước hạn 12, đúng hạn 31), đạt 93,5%.",
    "Rà soát 28 văn bản: giữ 17 văn bản, chiếm 60,7%; bỏ 11 văn bản, chiếm 39,3%.",
    "Ngày 39/40 là lỗi gõ; văn bản số 39/KH-UBND ngày 05/4/2025 đạt yêu cầu.",
    "Đến 143 hộ, gặp 128 hộ (89,5%), vắng 15 hộ (10,5%).",
    "Tỷ lệ 2/3 lãnh đạo đồng ý; 100% thành viên dự.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_rate_is_flagged_once(text: str) -> None:
    assert kinds(text) == [Fault.RATIO]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_or_no_share_is_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_wishes_below_a_heading_of_plans_are_left_alone() -> None:
    body = "- Có 39/40 hộ dùng mạng, đạt 90,0%."
    assert kinds(f"I. KẾT QUẢ NĂM 2025\n{body}") == [Fault.RATIO]
    assert kinds(f"II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026\n{body}") == []
    assert kinds(f"I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025\n{body}") == [Fault.RATIO]


def test_the_quote_is_in_the_line_of_the_rate() -> None:
    text = "Xã có 40 hộ, trong đó 39 hộ đã lắp đặt đường truyền mạng tốc độ cao, đạt\n97,4%."
    assert flagged(text) == [(Fault.RATIO, "97,4%")]


BOUNDS = [
    ("Có trên 96% (21/22) người dự họp.", Fault.BOUND),
    ("Đã lập cho 83/100 người, đạt gần 90%.", Fault.BOUND),
    ("Mạng phủ trên 100% hộ gia đình.", Fault.BOUND),
    ("Có 105/100 lượt khám, đạt 105%.", Fault.BOUND),
    ("Khám bằng thẻ 620 lượt, đạt 104,2% tổng số lượt khám.", Fault.BOUND),
    ("Có trên 95% (21/22) người dự họp.", None),
    ("Đã lập cho 86/100 người, đạt gần 90%.", None),
    ("Có khoảng 65% số máy cần thay (33/52 máy).", None),
    ("Đạt từ 95% trở lên (95/100 hộ).", None),
    ("Thu ngân sách đạt 104,2% dự toán được giao.", None),
    ("Sáng kiến được công nhận đạt 200% chỉ tiêu (01 sáng kiến).", None),
]


@pytest.mark.parametrize(("text", "fault"), BOUNDS)
def test_bounds_must_hold_and_shares_end_at_everything(text: str, fault: Fault | None) -> None:
    assert kinds(text) == ([fault] if fault else [])


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 2), st.booleans())
def test_every_rounded_rate_is_right_and_its_neighbour_wrong(
    part: int, whole: int, decimals: int, behind: bool
) -> None:
    part, whole = sorted((part, whole))
    right = rate(part, whole, decimals)
    for value, faults in ((right, []), (right + 1, [Fault.RATIO])):
        words = f"{value:f}".replace(".", ",")
        counts = f"{part:,}/{whole:,}".replace(",", ".")
        text = f"Có {words}% ({counts}) nơi." if behind else f"Có {counts}, đạt {words}%."
        if value <= 100:
            assert kinds(text) == faults
