"""Rates said of other things than their two numbers count, and wholes that change their name."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds, report

OTHER = [
    ["- Wifi tại 17/19 nhà văn hóa, phủ 89,5% số hộ."],
    ["- 120/190 tiểu thương dùng mã QR, đạt 63,2% số chợ."],
    ["- Có tài khoản 900/1.480 người, đạt 60,8% số hộ."],
    ["- Trong 80 hồ sơ đất đai có 20 hồ sơ ký số, chiếm 25% người dân."],
    ["- Trạm khám 402 lượt, 371 lượt dùng căn cước, chiếm 92,3% số thẻ."],
    ["- Có 402 hồ sơ phải nộp phí; nộp qua mạng 366/402 thủ tục, đạt 91,0%."],
    ["- Mời đánh giá 488 lượt; hài lòng 481/488 hồ sơ, đạt 98,6%."],
]
SAME = [
    ["- Có tài khoản 900/1.480 người, đạt 60,8% số người."],
    ["- Xã có 1.480 hộ; dùng mã QR 900/1.480 hộ, đạt 60,8% số hộ."],
    ["- Có 12/14 tổ gửi báo cáo, đạt 85,7% số ấp."],
    ["- 371/402 lượt khám dùng căn cước, chiếm 92,3% người dân."],
    ["- Kiểm tra 28/40 tổ, 205 hộ, đạt 70% số tổ."],
    ["- Có 402 hồ sơ phải nộp phí; nộp qua mạng 366/402 hồ sơ, đạt 91,0%."],
]


@pytest.mark.parametrize("lines", OTHER)
def test_a_rate_of_other_things_is_flagged(lines: list[str]) -> None:
    assert kinds(report(lines)) == [Fault.UNIT]


@pytest.mark.parametrize("lines", SAME)
def test_a_rate_of_its_own_things_is_left_alone(lines: list[str]) -> None:
    assert kinds(report(lines)) == []
