"""Rates in the many ways officials write them: what is wrong is flagged, what is right is not."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds

WRONG = [
    "Diện tích gieo trồng 1.600 ha, trong đó tưới tự động 980 ha, bằng 61,2%.",
    "Cấp giấy chứng nhận 300 m² trên 480 m² đất, đạt 64,5%.",
    "Cáp quang kéo được 18 km/24 km, đạt 70%.",
    "Dự toán giao 480 triệu đồng, trong đó đã chi 366 triệu đồng, chiếm 76,5%.",
    "Trả kết quả 200 hồ sơ: sớm 150, đúng 46, muộn 04. Muộn chiếm 4%.",
    "Trong 300 phiếu có 213 phiếu rất hài lòng, tương đương 73%.",
    "Chị em dùng ví điện tử: 97/180 chị (53,8%).",
    "Số buôn có nhà văn hóa nối mạng là 9/14 buôn (tỷ lệ 63,4%).",
    "Camera: 63/68 mắt hoạt động tốt (đạt 95%).",
    "Đạt 87,5% (tương ứng 33/40 khóm).",
    "Có 12 chi hội trên 16 chi hội có nhóm Zalo, chiếm tỷ lệ 72%.",
    "Kết quả: 15 / 22 loa thông minh còn dùng tốt, chiếm 69%.",
    "Biên lai điện tử 1.530 biên lai/1.700 biên lai, bằng 91%.",
    "Tổng số 640 thuê bao; xác thực chính chủ 608 thuê bao, đạt 96%.",
    "Hội viên tham gia học: 88 người (bằng 45% trong tổng số 200 hội viên).",
    "Có 118 sạp, 109 sạp dán mã QR (93,4%).",
    "Mở 60 cuộc họp, trong đó 21 cuộc phát trực tuyến - 36%.",
    "Gắn thẻ tai 2.912 con trên tổng đàn 4.480 con, đạt 66%.",
    "Đã khai thác 44 lượt/51 lượt đăng ký máy tính bảng, đạt tỷ lệ 86,2%.",
    "Khảo sát 160 tiểu thương, 136 tiểu thương nhận chuyển khoản, chiếm 58%.",
    "Tổng thu 3.000.000 đồng, trong đó nộp qua mạng 2.700.000 đồng, đạt 95%.",
    "Doanh thu 4,0 tỷ đồng, trong đó bán qua mạng 1,2 tỷ đồng, chiếm 35%.",
    "Vốn đã giải ngân 210 triệu đồng/280 triệu đồng, đạt 57%.",
]
RIGHT = [
    "Diện tích gieo trồng 1.600 ha, trong đó tưới tự động 980 ha, bằng 61,3%.",
    "Cấp giấy chứng nhận 300 m² trên 480 m² đất, đạt 62,5%.",
    "Cáp quang kéo được 18 km/24 km, đạt 75%.",
    "Dự toán giao 480 triệu đồng, trong đó đã chi 366 triệu đồng, chiếm 76,3%.",
    "Trả kết quả 200 hồ sơ: sớm 150, đúng 46, muộn 04. Muộn chiếm 2%.",
    "Trong 300 phiếu có 213 phiếu rất hài lòng, tương đương 71%.",
    "Đã có 41 trong số 52 bà con tự nộp được hồ sơ, tức khoảng 80%.",
    "Chị em dùng ví điện tử: 97/180 chị (53,9%).",
    "Số buôn có nhà văn hóa nối mạng là 9/14 buôn (tỷ lệ 64,3%).",
    "Camera: 63/68 mắt hoạt động tốt (đạt 93%).",
    "Đạt 82,5% (tương ứng 33/40 khóm).",
    "Có 12 chi hội trên 16 chi hội có nhóm Zalo, chiếm tỷ lệ 75%.",
    "Kết quả: 15 / 22 loa thông minh còn dùng tốt, chiếm 68%.",
    "Biên lai điện tử 1.530 biên lai/1.700 biên lai, bằng 90%.",
    "Tổng số 640 thuê bao; xác thực chính chủ 608 thuê bao, đạt 95%.",
    "Hội viên tham gia học: 88 người (bằng 44% trong tổng số 200 hội viên).",
    "Có 118 sạp, 109 sạp dán mã QR (92,4%).",
    "Đàn bò 4.480 con, tăng 3,6% so với năm 2024 (4.325 con).",
    "Doanh thu qua sàn 3,86 tỷ đồng, đạt 128,7% kế hoạch (03 tỷ đồng).",
    "Doanh thu 4,0 tỷ đồng, trong đó bán qua mạng 1,2 tỷ đồng, chiếm 30%.",
    "Tổng thu 3.000.000 đồng, trong đó nộp qua mạng 2.700.000 đồng, đạt 90%.",
    "Vốn đã giải ngân 210 triệu đồng/280 triệu đồng, đạt 75%.",
    "Năm trước 5.012 bản, năm nay 3.759 bản, giảm 25%.",
    "Nợ quá hạn 64,4 triệu đồng, chiếm 0,3% dư nợ; dư nợ 21.480 triệu đồng.",
    "Thời gian chờ giảm từ 95 phút xuống 20 phút, giảm 78,9%.",
    "Hộ nghèo 120 hộ, hộ cận nghèo 80 hộ; tổng số hộ toàn xã 4.000 hộ.",
    "Bình quân 16,5 người/buổi, bằng 91,7% tổng số.",
    "Trồng 12 ha dưa, năng suất 30 tấn/ha, bằng 105% vụ trước.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_rate_is_flagged_however_it_is_written(text: str) -> None:
    assert kinds(text) == [Fault.RATIO]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_rate_is_left_alone_however_it_is_written(text: str) -> None:
    assert kinds(text) == []


BOUNDS = [
    "Đã có 41 trong số 52 bà con tự nộp được hồ sơ, tức khoảng 70%.",
    "Đến nay trên 60% hộ có mã QR (58/100 hộ).",
    "Có 45/100 hộ, đạt hơn 50%.",
    "Số máy còn tốt 19/20 máy, chiếm dưới 90%.",
    "Chị em tham gia vượt 80% (76/100 chị).",
    "Có 52/60 loa phát được, đạt gần 80%.",
    "Đã học xong: 19/18 tình nguyện viên (105,6%).",
    "Có 21/20 khóm có tổ, đạt 105%.",
    "Phủ trên 100% hộ gia đình.",
    "Tối thiểu 90% bà con có tài khoản (85/100 người).",
    "Không dưới 90% hồ sơ trả đúng hạn (85/100 hồ sơ).",
    "Có 85/100 hồ sơ, đạt từ 90% trở lên.",
    "Đạt xấp xỉ 90% (60/100 thẻ).",
]
KEPT = [
    "Đến nay trên 60% hộ có mã QR (61/100 hộ).",
    "Có 45/100 hộ, đạt hơn 40%.",
    "Số máy còn tốt 17/20 máy, chiếm dưới 90%.",
    "Có 47/60 loa phát được, đạt gần 80%.",
    "Không dưới 90% hồ sơ trả đúng hạn (95/100 hồ sơ).",
    "Có 95/100 hồ sơ, đạt từ 90% trở lên.",
    "Đạt xấp xỉ 90% (88/100 thẻ).",
    "Thu phí 107% kế hoạch quý.",
    "Kết nạp 06 hội viên, vượt 20% chỉ tiêu (05 hội viên).",
    "Lũy kế 214, đạt 107% chỉ tiêu quý (200).",
    "Số hồ sơ bằng 120% cùng kỳ.",
]


@pytest.mark.parametrize("text", BOUNDS)
def test_a_bound_that_is_not_kept_is_flagged(text: str) -> None:
    assert kinds(text) == [Fault.BOUND]


@pytest.mark.parametrize("text", KEPT)
def test_a_bound_that_is_kept_is_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_several_rates_belong_to_as_many_fractions_in_their_order() -> None:
    said = "Số hóa 12/12 hồ sơ, trả 29/30 hồ sơ, tương ứng 100% và "
    assert kinds(said + "96,7%.") == []
    assert kinds(said + "97,6%.") == [Fault.RATIO]
