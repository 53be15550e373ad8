"""What officials write rightly and what was once taken for an error."""

import pytest

from bot.reading.draft.checking import check
from tests.reading.draft.figures import report

RIGHT = [
    ["- Số hồ sơ mới bằng 108,5% tháng trước."],
    ["- Lượt truy cập bằng 91,2% quý trước."],
    ["- Số đơn đạt 87,3% của kỳ trước."],
    ["- 21/21 công chức có chứng chỉ; 09/13 người hoạt động không chuyên trách có chứng chỉ."],
    ["- 100% công chức có chữ ký số; 03 người không chuyên trách chưa có chữ ký số."],
    ["- Tổng 176 thủ tục, trong đó 62 thủ tục toàn trình, 71 thủ tục một phần, còn lại ở quầy."],
    ["- Tiếp nhận 90 hồ sơ, gồm 50 trực tuyến, 30 trực tiếp, số còn lại qua bưu chính."],
    [
        "- Tiếp nhận 278 hồ sơ.",
        "- Đã trả 270 hồ sơ, chưa trả 08 hồ sơ; trong 270 hồ sơ đã trả có 258 sớm.",
    ],
    ["- Đã giải quyết 900 hồ sơ, gồm sớm hạn 800, đúng hạn 97, quá hạn 03; còn 18 hồ sơ chờ."],
    [(
        "- Trước sắp xếp: xã Đồng Một ban hành Kế hoạch số 06/KH-UBND ngày 13/01/2025; xã Đồng "
        "Hai ban hành Kế hoạch số 06/KH-UBND ngày 21/01/2025; xã Đồng Ba đã ban hành Kế hoạch số "
        "19/KH-UBND ngày 08/01/2025."
    )],
]  # fmt: skip
WRONG = [
    ["- Tỷ lệ hồ sơ mới đạt 88,5%."],
    ["- 21/21 cán bộ, công chức có chứng chỉ; 03 công chức chưa có chứng chỉ."],
    ["- Tổng số 176 thủ tục, trong đó 62 thủ tục toàn trình, 71 thủ tục một phần."],
    ["- Tiếp nhận 278 hồ sơ, đã trả 260 hồ sơ, chưa trả 08 hồ sơ."],
    ["- Ban hành Kế hoạch số 06/KH-UBND ngày 13/01/2025 và số 06/KH-UBND ngày 21/01/2025."],
]


@pytest.mark.parametrize("lines", RIGHT)
def test_what_is_right_raises_no_alarm(lines: list[str]) -> None:
    assert not check(report(lines))


@pytest.mark.parametrize("lines", WRONG)
def test_what_is_like_it_and_wrong_is_still_found(lines: list[str]) -> None:
    assert len(check(report(lines))) == 1
