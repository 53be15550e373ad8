"""Units that do not match, and rates without their figures, in many ways of writing."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds, report

MIXED = [
    ["Hộ cài loa thông minh: 204/1.360 nhân khẩu, đạt 15%."],
    ["Toàn xã có 566 hộ trồng nho với 1.015 ha.", "Hộ trồng nho ghi nhật ký: 312/1.015 ha."],
    ["Nhận 1.094 hồ sơ mới.", "Hồ sơ chứng thực bản sao: 633/1.094 bản, đạt 57,86%."],
    ["Có 2.038 phụ nữ.", "Số hộ có phụ nữ làm chủ hộ: 216/2.038, chiếm 10,6%."],
    ["Xã có 5.200 nhân khẩu.", "Số hộ có cáp quang: 900/5.200."],
    ["Tỷ lệ hộ dùng nước sạch: 900/5.200 người."],
    ["Tổng số thủ tục hành chính đã giải quyết là 2.059 hồ sơ."],
    ["Số hộ được cấp thẻ là 812 người."],
    ["Dân số 7.412 người.", "Hộ có điện thoại thông minh 1.700/7.412, đạt 22,9%."],
    ["Cấp 300 thẻ cho người dân.", "Số văn bản ký số: 410/512 hồ sơ."],
    ["Toàn xã có 1.840 hộ.", "Số người có tài khoản: 1.100/1.840 hộ, đạt 59,8%."],
]
ALIKE = [
    ["Hộ cài loa thông minh: 204/1.360 hộ, đạt 15%."],
    ["Toàn xã có 566 hộ trồng nho với 1.015 ha.", "Hộ trồng nho ghi nhật ký: 312/566 hộ."],
    ["Nhận 1.094 hồ sơ mới.", "Bản sao chứng thực điện tử: 633/1.094 hồ sơ, đạt 57,86%."],
    ["Có 2.038 phụ nữ.", "Phụ nữ có tài khoản: 216/2.038 chị, chiếm 10,6%."],
    ["Người dân nộp hồ sơ trực tuyến: 300/400 hồ sơ."],
    ["Bà con đến Trung tâm lấy số: 240/288 lượt."],
    ["Số thủ tục hành chính có hồ sơ trực tuyến: 120/150 thủ tục."],
    ["Hộ nghèo được hỗ trợ 30/40 điện thoại."],
    ["Công an hướng dẫn hộ dân: 300/400 người có tài khoản."],
    ["Tổ có 7 người ở 7 thôn."],
    ["Đảng viên 44/105 người, 41,9%."],
    ["Có 12/14 tổ gửi báo cáo của 14 thôn."],
    ["Giám sát 06/09 xóm, gặp 54 hộ, 54 người trả lời."],
]


@pytest.mark.parametrize("lines", MIXED)
def test_a_part_of_other_things_than_its_whole_is_flagged(lines: list[str]) -> None:
    assert kinds(report(lines)) == [Fault.UNIT]


@pytest.mark.parametrize("lines", ALIKE)
def test_a_part_of_the_same_things_is_left_alone(lines: list[str]) -> None:
    assert kinds(report(lines)) == []


BARE = [
    "Về chữ ký số, tỉ lệ hội viên có chữ ký số cá nhân: 97 chị.",
    "Lau máy lấy số hằng ngày; tỷ lệ dùng máy lấy số: 240 lượt.",
    "Tỷ lệ người cao tuổi biết chặn số lạ là 1.150 người.",
    "Tỷ lệ sạp có mã QR hiện có 109 sạp.",
    "- Tỷ lệ biên lai điện tử: 1.530 biên lai",
    "Tỷ lệ khóm có loa thông minh đạt 12 khóm.",
    "Tỉ lệ chị em cài VNeID tại các xóm: 1.506 chị.",
    "Tỷ lệ người dân thanh toán không tiền mặt đạt 78,9%.",
    "Tỷ lệ người sẽ tự nộp lần sau: 64,7%",
    "Trong kỳ, tỷ lệ bà con tự nộp hồ sơ tại nhà là 43,25%.",
    "Mức độ hài lòng của bà con đạt 96,4%.",
    "Số hộ có mạng chiếm 88,3%.",
]
BASED = [
    "Tỷ lệ hội viên có chữ ký số: 97/1.655 chị (5,9%).",
    "Tỷ lệ chờ bình quân: 09 phút/lượt.",
    "Tỷ lệ dùng máy lấy số: 240 lượt trên 288 lượt.",
    "Tỷ lệ sạp có mã QR: 109 sạp trong tổng số 118 sạp, đạt 92,4%.",
    "Tỷ lệ trễ hạn 0%.",
    "Có 4.117 khách hàng trong 4.390 khách hàng trả qua tài khoản, tỷ lệ 93,8%.",
    "Lãi suất 0,55%/tháng, tỷ lệ nợ xấu theo quy định dưới 3,5%.",
    "Số vụ giảm 33,3% so với cùng kỳ (09 vụ).",
    "100% cán bộ, công chức có chữ ký số.",
]


@pytest.mark.parametrize("text", BARE)
def test_a_rate_without_its_figures_is_flagged(text: str) -> None:
    assert kinds(text) == [Fault.BASELESS]


@pytest.mark.parametrize("text", BASED)
def test_a_rate_with_its_figures_is_left_alone(text: str) -> None:
    assert kinds(text) == []
