"""One quantity with two values, and what only looks so."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds, report

CONFLICTS = [
    ["Xã có 11 chi hội ở 11 xóm.", "Toàn Hội có 12 chi hội nhưng chỉ 05 chi hội có máy tính."],
    ["Trung tâm có 12 quầy, 12 công chức; 11/13 công chức có chứng chỉ."],
    ["Dự án làm ở 6 ấp của xã.", "Cả 5 ấp đều muốn kéo dài."],
    ["Xã có 9 buôn.", "Tất cả 10 buôn đã có nhóm Zalo."],
    ["Toàn xã có 14 khóm.", "Đã lắp loa ở 13/15 khóm."],
    ["Dự án làm ở 6 ấp của xã.", "Mỗi ấp 1 máy in.", "Máy in còn tốt: 7/7 máy."],
    ["Camera hoạt động tốt 63/68 mắt.", "Khó khăn: camera hỏng 07 mắt."],
    ["Trong số 40 loa có 36 loa còn tốt: 36/40 loa.", "Hiện hỏng 06 loa."],
    ["Hội có 240 hội viên.", "Đã cài VNeID cho 200/260 hội viên (76,9%)."],
    ["Toàn xã có 3.322 hộ.", "Đến từng nhà 2.190/3.232 hộ."],
    ["Xã có 26 cán bộ, công chức.", "Đã cấp chữ ký số cho 25/27 cán bộ, công chức."],
    ["Xã có 8 trường học.", "Cả 9 trường học đã dùng học bạ số."],
    ["Chợ có 118 sạp.", "Tổng số 118 sạp; có mã QR 109/181 sạp."],
    ["Toàn xã có 15 tổ công nghệ số cộng đồng.", "16/16 tổ công nghệ số đã ra quân."],
    ["Tổ gồm 12 thành viên.", "Có 12 thành viên; 13/13 thành viên đã tập huấn."],
    ["12/14 tổ gửi báo cáo; chưa gửi: thôn Một Bông, thôn Hai Cây, thôn Ba Gò."],
    ["Có 3 buôn làm điểm: Buôn Cỏ, Buôn Lá, Buôn Hoa, Buôn Cành."],
    ["Ban có 07 biên chế, hiện có 06 người.", "Toàn xã có 9 bản.", "Cả 11 bản đều họp."],
]
CONSISTENT = [
    ["Xã có 11 chi hội ở 11 xóm.", "Toàn Hội có 11 chi hội nhưng chỉ 05 chi hội có máy tính."],
    ["Trung tâm có 12 quầy, 12 công chức; 11/12 công chức có chứng chỉ."],
    ["Dự án làm ở 6 ấp của xã.", "Cả 6 ấp đều muốn kéo dài."],
    ["Xã có 9 buôn.", "Cả 3 buôn vùng xa đã có sóng."],
    ["Toàn xã có 14 khóm.", "Đã lắp loa ở 13/14 khóm."],
    ["Dự án làm ở 6 ấp của xã.", "Mỗi ấp 1 máy in.", "Máy in còn tốt: 5/6 máy."],
    ["Camera hoạt động tốt 63/68 mắt.", "Khó khăn: camera hỏng 05 mắt."],
    ["Hội có 240 hội viên.", "Chi hội Một có 60 hội viên; đã cài VNeID 55/60 hội viên."],
    ["Xã có 26 cán bộ, công chức.", "Trung tâm: 5/6 công chức có chứng chỉ."],
    ["Năm 2024 toàn xã có 14 khóm.", "Nay sáp nhập còn 9 khóm, cả 9 khóm đã có tổ."],
    ["12/14 tổ gửi báo cáo; chưa gửi: thôn Một Bông, thôn Hai Cây."],
    ["Có 3 buôn làm điểm: Buôn Cỏ, Buôn Lá, Buôn Hoa."],
    ["Xã có 3.322 hộ.", "Vùng trũng có 840 hộ, đã đến 800/840 hộ."],
    ["Toàn xã có 15 tổ công nghệ số.", "Tập huấn 3/15 tổ; khen 2 tổ."],
    ["Chợ Một có 118 sạp.", "Chợ Hai có 46 sạp; cộng hai chợ 140/164 sạp."],
    ["Tổ có 12 thành viên.", "Đội có 15 thành viên, 14/15 thành viên là đoàn viên."],
    ["Mỗi bản 2 loa.", "Toàn xã có 9 bản.", "Loa còn tốt 17/18 loa."],
    ["Có 4 tổ được khen, gồm tổ Cầu Một, tổ Cầu Hai và 2 tổ khác."],
    ["Toàn xã có 20 máy tính.", "Trường có 12 máy tính, 10/12 máy tính nối mạng."],
    ["Cả nước có 34 tỉnh.", "Cụm có 5 xã.", "Cả 3 xã bạn đều dự."],
    ["Hồ sơ đất đai 40 hồ sơ.", "Hồ sơ hộ tịch 35/36 hồ sơ đúng hạn."],
    ["Khen 14/28 tổ.", "Có 3 tổ nộp muộn."],
]


@pytest.mark.parametrize("lines", CONFLICTS)
def test_one_quantity_with_two_values_is_flagged(lines: list[str]) -> None:
    assert kinds(report(lines)) == [Fault.CONFLICT]


@pytest.mark.parametrize("lines", CONSISTENT)
def test_different_quantities_are_left_alone(lines: list[str]) -> None:
    assert kinds(report(lines)) == []
