"""Days, money, levels and comparisons that only look like errors, and what is still found."""

import pytest

from bot.domain.drafts import Fault
from bot.reading.draft import check
from tests.reading.draft.figures import report

RIGHT = [
    ["- Tỷ lệ nộp qua mạng của xã cùng kỳ năm 2024 là 51,3%."],
    ["- Nộp qua mạng 71/90 hồ sơ, đạt 78,89%, cao hơn tháng 6/2025 (58,9%)."],
    ["- Ký số 71/90 văn bản, đạt 78,89%, cao so với các xã (xã Đồng Một 75,5%; phường Tân 77,1%)."],
    ["- Nộp qua mạng tăng nhanh so với trước 01/7 (từ 45,37% lên 78,89%)."],
    ["- Kinh phí được giao 150 triệu đồng, đã chi 138/150 triệu đồng, đạt 92%."],
    ["- Có 190 thủ tục, công khai 190/190; toàn trình 62, một phần 71, còn lại 57 thủ tục khác."],
    ["- Có 20 công chức, gồm sau đại học 02, đại học 17, trung cấp 01. Trình độ đạt chuẩn."],
    ["- Còn 09 hồ sơ trễ hẹn chưa có thư xin lỗi."],
    ["- Kế hoạch đã ban hành (nêu lại ở mục II)."],
    ["- Hài lòng 75,94%, bình thường 20,94%, chưa hài lòng 3,13%; làm tròn nên cộng lại 100,01%."],
    ["Nội dung\tTại xã\tLiên thông", "Hộ tịch\t58\t4"],
    ["- Xã có 10 thôn; mỗi thôn 1 tổ, cộng 10 tổ (6 tổ có 6 người, 4 tổ có 7 người)."],
    ["- Có 52 công chức, gồm lãnh đạo 3 người, ba phòng 41 người (10 + 19 + 12), trạm 8 người."],
    ["- Kinh phí cả năm 820 triệu đồng; đã chi 6 tháng 353 triệu đồng, đạt 43,05%."],
    ["- Kích hoạt 527 tài khoản, bằng 75,29% số người từ đủ 14 tuổi (527/700)."],
    [
        "- Trong 709 hồ sơ đã giải quyết:",
        "a) Trước hạn 612 hồ sơ;",
        "b) Đúng hạn 71 hồ sơ;",
        "c) Quá hạn 26 hồ sơ.",
        "- Họp 2 lần.",
        "- Trực 9 buổi.",
        "- Trước hạn và đúng hạn đạt 96,33%.",
    ],
]
WRONG = [
    (["- Tỷ lệ nộp qua mạng của xã năm 2025 là 51,3%."], Fault.BASELESS),
    (["- Kinh phí được giao 150 triệu đồng, đã chi 138/150 triệu đồng, đạt 96%."], Fault.RATIO),
    (
        ["- Tổng số 190 hồ sơ, trong đó trả sớm 120 hồ sơ, đúng hẹn 30 hồ sơ, còn lại 38 hồ sơ."],
        Fault.SUM,
    ),
    (["- Có 20 công chức, gồm sau đại học 02, đại học 17, trung cấp 02."], Fault.SUM),
    (["- Tỷ lệ hộ có loa đạt 100,01%."], Fault.BOUND),
    (["- Kinh phí cả năm 820 triệu đồng; đã chi 6 tháng 353 triệu đồng, đạt 34,05%."], Fault.RATIO),
    (["- UBND xã không để phát sinh hồ sơ trễ hẹn.", "- Trễ hẹn 09 hồ sơ."], Fault.CONFLICT),
    (["- Có 07 chứng thư số cá nhân.", "- 08 chứng thư số cá nhân đều dùng tốt."], Fault.CONFLICT),
    (["- Không có hồ sơ trễ hẹn.", "- Xin lỗi 09 hồ sơ trễ hẹn."], Fault.CONFLICT),
    (["- Kế hoạch đã ban hành (nêu rõ số kế hoạch)."], Fault.TEMPLATE),
]


@pytest.mark.parametrize("lines", RIGHT)
def test_what_is_right_is_left_alone(lines: list[str]) -> None:
    assert check(report(lines)) == ()


@pytest.mark.parametrize(("lines", "fault"), WRONG)
def test_what_is_like_it_and_wrong_is_found(lines: list[str], fault: Fault) -> None:
    assert [one.fault for one in check(report(lines))] == [fault]
