"""Units that differ, rates without a base, and one quantity with two values."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds

UNITS = [
    "Xã có 500 hộ, 2.000 nhân khẩu.\n\n- Tỷ lệ hộ gia đình có mạng: 400/2.000, đạt 20%.",
    "Số thủ tục hành chính nộp trực tuyến là 250 hồ sơ.",
    "Người từ 14 tuổi trở lên: 2.000 người.\n\n- Hộ biết nộp hồ sơ: 400 hộ/2.000, đạt 20%.",
    "- Tỷ lệ người dùng mạng: 900/2.000, đạt 45%.\n- Tỷ lệ hộ có mạng: 400/2.000, đạt 20%.",
]
BASELESS = [
    "- Tỷ lệ người dân có tài khoản: 640 người.",
    "- Tỷ lệ trẻ em được tiêm chủng đạt 87,3%.",
    "- Số hóa kết quả: tỷ lệ đạt 42,67%.",
]
CONFLICTS = [
    "Xã có 14 thôn.\n\nTất cả 15 thôn đều có loa.",
    "Toàn xã có 09 tổ công nghệ số.\n\nRiêng 11 tổ vùng cao trực thứ bảy.",
    "Xã có 07 thôn, mỗi thôn có 01 tổ, tổng cộng 08 tổ.",
    "Quá hạn 09 hồ sơ.\n\nHạn chế: hồ sơ quá hạn 11 hồ sơ.",
    "Số cán bộ, công chức: 21 người.\n\n- Số cán bộ, công chức dự học: 19/22 người, đạt 86,36%.",
    "Đã cấp 900/2.134 người.\n\nCó mặt 800/2.134 người.\n\nĐã ký 700/2.143 người.",
]
QUIET = [
    "Xã có 500 hộ, 2.000 nhân khẩu; 400/500 hộ có mạng, 900/2.000 người dùng mạng.",
    "Số thủ tục hành chính nộp trực tuyến là 250 thủ tục, phát sinh 900 hồ sơ.",
    "- Tỷ lệ người dân có tài khoản: 640/800 người.",
    "- Trẻ được tiêm: 640 trẻ trên tổng số 800 trẻ.\n- Tỷ lệ trẻ được tiêm chủng đạt 80,0%.",
    "- Tỷ lệ hài lòng đạt trên 80%; 100% đảng viên tham gia.",
    "Học viên nữ 365 người, nam 253 người; tỷ lệ nữ 59,06%.",
    "Hai nhóm 108/188 và 20/81 đối tượng; chung cả hai đạt 47,58%.",
    "Xã có 14 thôn; 12 thôn có loa; 03/14 thôn có trạm phát sóng.",
    "Huyện có 120 thôn, xã có 14 thôn.",
    "Toàn xã có 10 tổ ở 10 ấp và 01 tổ cấp xã, tổng cộng 11 tổ.",
    "Quá hạn 55 hồ sơ.\n\nĐang giải quyết 30 hồ sơ, quá hạn 03 hồ sơ.\n\nCòn 58 hồ sơ quá hạn.",
]


@pytest.mark.parametrize(
    ("text", "fault"),
    [(text, Fault.UNIT) for text in UNITS]
    + [(text, Fault.BASELESS) for text in BASELESS]
    + [(text, Fault.CONFLICT) for text in CONFLICTS],
)
def test_what_does_not_fit_together_is_flagged_once(text: str, fault: Fault) -> None:
    assert kinds(text) == [fault]


@pytest.mark.parametrize("text", QUIET)
def test_what_fits_together_is_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_a_wrong_rate_is_called_wrong_and_not_a_wrong_unit() -> None:
    text = "Xã có 500 hộ, 2.000 nhân khẩu.\n\n- Tỷ lệ hộ gia đình có mạng: 400/2.000, đạt 30%."
    assert kinds(text) == [Fault.RATIO]
