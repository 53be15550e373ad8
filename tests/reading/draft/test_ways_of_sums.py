"""Wholes and parts in the many ways officials write them."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds

WRONG = [
    "Trực tuyến 44 buổi trên tổng số 132 buổi, tỷ lệ 33,3%; còn lại 98 buổi trực tiếp.",
    "Đã tập huấn 180/250 hội viên, số còn lại là 60 hội viên.",
    "Hỏi 400 hộ, hài lòng 372 hộ, đạt 93%; không hài lòng 38 hộ.",
    "Sản phẩm OCOP: 12 sản phẩm (4 sao: 03, 3 sao: 08).",
    (
        "Đã chi 366 triệu đồng, đạt 76,3%: thiết bị 210 triệu đồng, tập huấn 96 triệu đồng, "
        "truyền thông 50 triệu đồng."
    ),
    "Phí thu 3.120.000 đ, qua mạng 2.964.000 đ, tiền mặt 165.000 đ.",
    "Mở lớp cho 615 chị, cụ thể: bán hàng 240 chị, chụp ảnh 155 chị, phòng lừa đảo 230 chị.",
    "Có 68 mắt camera: dân góp 52 mắt, ngân sách 18 mắt.",
    "Toàn xã 14 khóm, gồm 9 khóm loại khá và 6 khóm trung bình.",
    "Tổng cộng 1.700 biên lai (điện tử 1.530, giấy 180).",
    "Phát 120 cuốn sổ tay, chia cho ba buôn: Buôn Một 40 cuốn, Buôn Hai 45 cuốn, Buôn Ba 36 cuốn.",
    "Trong 52 nhóm Zalo, có 40 nhóm hoạt động thường xuyên, 13 nhóm hoạt động ít.",
    "Có 90 tiểu thương; đã dán mã QR 71 tiểu thương, chưa dán mã QR 20 tiểu thương.",
    "Tổ có 09 người: 05 nam, 03 nữ.",
    (
        "Kinh phí 73 triệu đồng gồm: bản quyền 38 triệu đồng, tường lửa 21 triệu đồng, "
        "tờ rơi 16 triệu đồng."
    ),
    "Sinh hoạt 40 buổi, trong đó trực tuyến 12 buổi, trực tiếp 29 buổi.",
    "Nhận 286 phản ánh, đã xử lý 270 phản ánh, còn 17 phản ánh.",
    "Kỳ trước chuyển sang 12 đơn, nhận mới 40 đơn, tổng cộng 53 đơn.",
    "25 máy tính bảng + 14 máy in = 40 thiết bị.",
    "Tổng hồ sơ phải giải quyết: 500 hồ sơ = 440 hồ sơ mới + 50 hồ sơ kỳ trước.",
    "Thu từ xã 30 triệu đồng, từ dân 15 triệu đồng, tổng cộng 46 triệu đồng.",
    "Đoàn có 08 người, trong đó 03 người của tỉnh, còn lại 06 người của xã.",
    "Đánh giá 150 phiếu: rất tốt 90 phiếu, tốt 50 phiếu, chưa tốt 12 phiếu.",
    "Trong số 64 loa, 50 loa còn tốt, 16 loa hỏng.",
    "Đã cấp 300 thẻ, chưa cấp 45 thẻ trên tổng số 350 thẻ.",
]
RIGHT = [
    "Trực tuyến 44 buổi trên tổng số 132 buổi, tỷ lệ 33,3%; còn lại 88 buổi trực tiếp.",
    "Đã tập huấn 180/250 hội viên, số còn lại là 70 hội viên.",
    "Hỏi 400 hộ, hài lòng 372 hộ, đạt 93%; không hài lòng 28 hộ.",
    "Sản phẩm OCOP: 12 sản phẩm (4 sao: 03, 3 sao: 09).",
    (
        "Đã chi 366 triệu đồng, đạt 76,3%: thiết bị 210 triệu đồng, tập huấn 96 triệu đồng, "
        "truyền thông 60 triệu đồng."
    ),
    "Phí thu 3.120.000 đ, qua mạng 2.964.000 đ, tiền mặt 156.000 đ.",
    "Mở lớp cho 615 chị, cụ thể: bán hàng 240 chị, chụp ảnh 155 chị, phòng lừa đảo 220 chị.",
    "Có 68 mắt camera: dân góp 52 mắt, ngân sách 16 mắt.",
    "Tổng cộng 1.700 biên lai (điện tử 1.530, giấy 170).",
    "Có 90 tiểu thương; đã dán mã QR 71 tiểu thương, chưa dán mã QR 19 tiểu thương.",
    "Hỏi 400 hộ: hài lòng 360 hộ, không hài lòng 25 hộ, không trả lời 15 hộ.",
    "Tổ có 09 người: 05 nam, 04 nữ.",
    "Sinh hoạt 40 buổi, trong đó trực tuyến 12 buổi, trực tiếp 28 buổi.",
    "Kỳ trước chuyển sang 12 đơn, nhận mới 40 đơn, tổng cộng 52 đơn.",
    "25 máy tính bảng + 15 máy in = 40 thiết bị.",
    "Thu từ xã 30 triệu đồng, từ dân 15 triệu đồng, tổng cộng 45 triệu đồng.",
    "Đoàn có 08 người, trong đó 03 người của tỉnh, còn lại 05 người của xã.",
    "Trong số 64 loa, 50 loa còn tốt, 14 loa hỏng.",
    "Đến từng nhà 300 hộ; trong đó 120 hộ nghèo, 40 hộ có người già.",
    "Mở 20 lớp cho 615 chị; riêng lớp bán hàng có 240 chị, lớp chụp ảnh 155 chị.",
    "Dạy 22 buổi: buổi đông nhất 60 người, buổi vắng nhất 12 người.",
    (
        "Tập huấn 105 người: đảng viên 44 người, nữ 49 người, dân tộc 21 người; "
        "một người có thể thuộc nhiều nhóm."
    ),
    "Có 12 máy, đã sửa 03 máy, còn 02 máy chờ linh kiện.",
    "Phát 4.200 tờ gấp (dự phòng 40 tờ), 28 bộ tranh.",
    "Tiếp 86 lượt công dân: hỏi thủ tục 50 lượt, nộp hồ sơ 30 lượt.",
    "Xã có 14 khóm; khóm 3 có 120 hộ, khóm 5 có 96 hộ.",
    "Lắp 12 loa ở 4 buôn, mỗi buôn 3 loa.",
    "Nhận 286 phản ánh, trả lời 270 phản ánh, bình quân 2 ngày.",
    "Sinh hoạt 40 buổi; 12 buổi có trên 50 người, còn lại dưới 50 người.",
    "Toàn xã 14 khóm, trong đó 9 khóm loại khá.",
]


@pytest.mark.parametrize("text", WRONG)
def test_parts_that_miss_their_whole_are_flagged(text: str) -> None:
    assert kinds(text) == [Fault.SUM]


@pytest.mark.parametrize("text", RIGHT)
def test_parts_that_make_their_whole_are_left_alone(text: str) -> None:
    assert kinds(text) == []
