"""More than there are in all, another number for each, and what only looks so."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds, report

CONFLICTS = [
    ["Xã có 9 xóm, 1.900 hộ với 7.600 nhân khẩu.", "Đã có 2.300 hộ cài VNeID."],
    ["Toàn xã 1.900 hộ, 7.600 khẩu.", "Có 1.950 hộ dùng mạng."],
    ["Địa bàn gồm 8 ấp, 2.145 hộ và 8.400 nhân khẩu.", "Dân cư thưa với 2.154 hộ ở 8 ấp."],
    ["Xã có 1.900 hộ dân với 7.600 nhân khẩu.", "Tuyên truyền đến 2.000 hộ gia đình."],
    ["Xã có 1.900 hộ với 7.600 nhân khẩu.", "- Phát tờ rơi: 1.990 hộ."],
    [
        "Đã cấp thư cho 24 cán bộ, công chức của xã.",
        "Còn 03/19 cán bộ, công chức của xã chưa dùng.",
    ],
    ["Tập huấn 20 cán bộ, công chức của xã.", "Đạt 15/18 cán bộ, công chức xã."],
    ["Có 11 tổ, mỗi tổ 06 người.", "Lực lượng mỏng, mỗi tổ chỉ có 04 người."],
    ["Mỗi thôn có 02 loa.", "Thiết bị thiếu, mỗi thôn mới có 01 loa."],
    ["Mỗi tổ công nghệ số 05 thành viên.", "Mỗi tổ có 07 thành viên."],
    ["Cấp cho mỗi ấp 03 máy.", "Mỗi ấp được 02 máy."],
    ["- 15/15 tổ công nghệ số, mỗi thôn 01 tổ.", "- Mới có 13 thôn thành lập tổ."],
    ["- Có 15 tổ công nghệ số, mỗi ấp một tổ.", "- Hiện 14 ấp đã có tổ công nghệ số."],
    ["- Có 05 sản phẩm chè lên sàn.", "- Cả xã mới có 03 sản phẩm chè lên sàn."],
    ["- Có 06 điểm chợ dùng mã QR.", "- Chỉ có 04 điểm chợ dùng mã QR."],
    ["- 09 nhà văn hóa có wifi miễn phí.", "- Toàn xã mới có 07 nhà văn hóa có wifi."],
]
CONSISTENT = [
    ["Xã có 1.900 hộ với 7.600 nhân khẩu.", "Đã có 1.800 hộ cài VNeID."],
    ["Xã có 1.900 hộ với 7.600 nhân khẩu.", "Hỗ trợ 2.300 lượt hộ."],
    ["Trước đây xã có 1.900 hộ với 7.600 nhân khẩu.", "Nay có 2.300 hộ."],
    ["Thôn Một có 190 hộ với 760 nhân khẩu.", "Toàn xã có 1.900 hộ."],
    ["Xã có 1.900 hộ với 7.600 nhân khẩu.", "Toàn huyện có 30.000 hộ dùng mạng."],
    ["Xã có 1.900 hộ với 7.600 nhân khẩu.", "Cùng kỳ năm trước có 1.920 hộ."],
    ["Tập huấn cho 12 cán bộ, công chức của xã.", "Còn 03/19 cán bộ, công chức của xã chưa dùng."],
    [
        "Có mặt 24 cán bộ, công chức, người lao động.",
        "Còn 03/19 cán bộ, công chức của xã chưa dùng.",
    ],
    ["Tập huấn 20 lượt cán bộ, công chức của xã.", "Đạt 15/18 cán bộ, công chức xã."],
    ["Có 11 tổ, mỗi tổ 06 người.", "Mỗi tổ có 02 nữ."],
    ["Mỗi tổ 06 người.", "Mỗi thôn 04 người trực."],
    ["Mỗi tổ 06 thành viên.", "Mỗi tổ trực 02 buổi/tuần."],
    ["Mỗi tổ 5 đến 7 người.", "Mỗi tổ 6 người."],
    ["Năm trước mỗi tổ 05 người.", "Nay mỗi tổ 07 người."],
    ["- Có 15 tổ công nghệ số, mỗi thôn 01 tổ.", "- 13 thôn có tổ trưởng là đảng viên."],
    ["- Có 05 sản phẩm chè lên sàn.", "- Mới có 03 sản phẩm chè đạt 4 sao."],
    ["- Có 05 sản phẩm chè.", "- Mới có 03 sản phẩm chè lên sàn."],
    ["- Dự kiến 05 sản phẩm chè lên sàn.", "- Mới có 03 sản phẩm chè lên sàn."],
]


@pytest.mark.parametrize("lines", CONFLICTS)
def test_numbers_that_cannot_both_be_are_flagged(lines: list[str]) -> None:
    assert kinds(report(lines)) == [Fault.CONFLICT]


@pytest.mark.parametrize("lines", CONSISTENT)
def test_other_places_times_and_groups_are_left(lines: list[str]) -> None:
    assert kinds(report(lines)) == []
