"""Bounds on counts, bases by their name, and what was left in; with what is right beside it."""

import pytest

from bot.domain.drafts import Fault
from bot.reading.draft.checking import check
from tests.reading.draft.figures import report

WRONG = [
    ("Có tài khoản: hơn 3.900 người (3.864 người).", Fault.BOUND),
    ("Đã hướng dẫn trên 500 lượt (cụ thể 487 lượt).", Fault.BOUND),
    ("Vận động gần 200 hộ (206 hộ).", Fault.BOUND),
    ("Phát dưới 900 tờ rơi (910 tờ).", Fault.BOUND),
    ("Tiếp nhận hơn 700 hồ sơ, cụ thể là 690 hồ sơ.", Fault.BOUND),
    ("Số hóa: 306/312 hồ sơ, đạt vượt 99%.", Fault.BOUND),
    ("Số hồ sơ thu phí 210 hồ sơ, nộp trực tuyến 152 hồ sơ, đạt khoảng 80%.", Fault.BOUND),
    ("Trong số 900 hồ sơ đã trả, sớm hạn 830 hồ sơ, chiếm 93%.", Fault.RATIO),
    ((
        "Dân số 900 người; từ 15 tuổi trở lên 800; nối mạng 600 người, đạt 66,7% số người từ 15 "
        "tuổi trở lên."
    ), Fault.RATIO),
    ("Cấp cho 18 người, nâng tổng số lên … người.", Fault.TEMPLATE),
    ("Đường dẫn: https://xxx.gov.vn/tin.", Fault.TEMPLATE),
    ("Lượt nghe (thống kê theo phần mềm, nếu chưa có thì bỏ qua).", Fault.TEMPLATE),
    ("Đã cấp thẻ cho 20/20 trẻ, đạt 100%, %.", Fault.FORMAT),
]  # fmt: skip
RIGHT = [
    "Có tài khoản: hơn 3.900 người (3.964 người).",
    "Vận động gần 200 hộ (196 hộ).",
    "Hướng dẫn trên 500 lượt (120 lượt ở chợ).",
    "Tiếp nhận hơn 700 hồ sơ (690 lượt người).",
    "Số hóa: 306/312 hồ sơ, đạt vượt 98%.",
    "Trong số 900 hồ sơ đã trả, sớm hạn 830 hồ sơ, chiếm 92,2%.",
    (
        "Dân số 900 người; từ 15 tuổi trở lên 800 người; nối mạng 600 người, đạt 75% số người "
        "từ 15 tuổi trở lên."
    ),
    "Đường dẫn: https://dongmot.example.vn/tin.",
    "Phát 31 tin (thống kê theo phần mềm).",
    "Đã cấp thẻ cho 20/20 trẻ, đạt 100%, 5%/năm là mức tăng.",
]


@pytest.mark.parametrize(("words", "fault"), WRONG)
def test_it_is_found_once(words: str, fault: Fault) -> None:
    assert [one.fault for one in check(report([f"- {words}"]))] == [fault]


@pytest.mark.parametrize("words", RIGHT)
def test_what_is_right_is_left(words: str) -> None:
    assert not check(report([f"- {words}"]))
