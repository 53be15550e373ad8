"""Parts, wholes and labels that name different things, and those that only seem to."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds, report

UNLIKE = [
    # The label names one thing, the fraction another.
    ["- Tỷ lệ ấp có loa thông minh: 09/45 thành viên."],
    ["- Tỷ lệ công chức có máy quét: 18/18 máy."],
    ["- Tỷ lệ hộ dùng hóa đơn điện tử đạt 30/40 hóa đơn."],
    ["- Tỷ lệ văn bản đi được ký số (200/210 hồ sơ)."],
    ["- Tỷ lệ tổ được tập huấn là 50/60 người."],
    # The label names one thing, the number another.
    ["- Số công chức đã học lớp chuyển đổi số là 14 chứng chỉ."],
    ["- Số hộ kinh doanh dùng máy tính tiền: 310 hóa đơn."],
    ["- Số lượng cán bộ được bồi dưỡng là 05 lớp."],
    ["- Số thôn có nhóm Zalo: 940 thành viên."],
    ["- Tổng số thủ tục phát sinh là 412 hồ sơ."],
    # The rate is of other things.
    ["- Liên thông: 120 hồ sơ, chiếm 40% số thủ tục của xã."],
    ["- Kích hoạt 400 người, đạt 80% tổng số hộ."],
    ["- Nộp trực tuyến 60 thủ tục, bằng 20% số hồ sơ."],
    ["- Nộp qua mạng 90 hồ sơ (tương ứng 30% số văn bản)."],
    ["- Có mạng 250 hộ, chiếm tỷ lệ 25% số nhân khẩu."],
    # Part and whole in one sentence.
    ["- Trong 300 hồ sơ trực tuyến có 210 thủ tục toàn trình."],
    ["- Trong số 90 thủ tục có 75 hồ sơ một phần."],
    ["- Trong tổng số 500 hồ sơ, có 400 thủ tục toàn trình."],
    ["- Cấp bản sao 30/90 bản, trong đó 90 là số hồ sơ thu phí."],
    ["- Kích hoạt 300/900 người; 900 là tổng số hộ của xã."],
    # The rest has another name.
    ["- Đối tượng 200 người; có tài khoản 150 người, chưa có tài khoản 50 hộ."],
    ["- Tổng số 400 hồ sơ: toàn trình 330 hồ sơ, một phần 70 thủ tục."],
    ["- Rà soát 900 hộ, có mạng 780 hộ, còn lại 120 người."],
    ["- Có 14 thôn/70 thành viên, đạt 20%."],
]
SAME = [
    ["- Số trẻ em được cấp thẻ bảo hiểm y tế: 320/320 thẻ."],
    ["- Số hồ sơ cấp căn cước: 320 thẻ."],
    ["- Số lớp tập huấn: 03 lớp với 96 học viên."],
    ["- Tỷ lệ ấp có loa thông minh: 09/10 ấp."],
    ["- Tỷ lệ thôn có tổ công nghệ số: 12/12 tổ."],
    ["- Tỷ lệ văn bản được sao y điện tử: 40/50 bản."],
    ["- Tỷ lệ cán bộ, công chức dự học: 20/21 đồng chí."],
    ["- Tỷ lệ người dân hài lòng: 58/60 phiếu."],
    ["- Số lượt người được hướng dẫn là 300 người."],
    ["- Số người từ 15 tuổi trở lên có tài khoản: 900 người."],
    ["- Số cán bộ là 21 người, đã cấp 21 tài khoản."],
    ["- Số hộ là 400 hộ, số hóa đơn là 900 hóa đơn."],
    ["- Số hóa hồ sơ là 900 hồ sơ; số máy quét là 02 máy."],
    ["- Số thủ tục là 120 thủ tục, phát sinh 900 hồ sơ."],
    ["- Kích hoạt 400 người, đạt 80% số người từ 14 tuổi."],
    ["- Khai sinh 120 hồ sơ, chiếm 40% số hồ sơ của xã."],
    ["- Trong 300 hồ sơ trực tuyến có 210 hồ sơ toàn trình."],
    ["- Trong 120 thủ tục có 30 thủ tục phát sinh 900 hồ sơ."],
    ["- Trong 300 hồ sơ thuộc 12 thủ tục có 04 hồ sơ đất đai."],
    ["- Đối tượng 200 người; có tài khoản 150 người, chưa có tài khoản 50 người."],
    ["- Xã có 900 hộ; đã đến 780 hộ, gặp 2.120 người."],
    ["- Toàn xã có 12 tổ/84 thành viên."],
    ["- Cấp bảo hiểm y tế 800 thẻ/1.000 người, đạt 80%."],
    ["- Kích hoạt 300/900 người; 900 là số người từ 14 tuổi."],
    ["- Tỷ lệ thôn có nhóm Zalo đạt 100%; nhóm có 66 thành viên."],
]


@pytest.mark.parametrize("lines", UNLIKE)
def test_one_name_for_two_things_is_flagged_once(lines: list[str]) -> None:
    assert kinds(report(lines)) == [Fault.UNIT]


@pytest.mark.parametrize("lines", SAME)
def test_things_that_fit_together_are_left(lines: list[str]) -> None:
    assert kinds(report(lines)) == []
