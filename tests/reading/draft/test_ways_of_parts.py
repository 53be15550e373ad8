"""Parts, rows and prompts in further ways of writing."""

import pytest

from bot.domain.drafts import Fault
from bot.reading.draft.checking import check
from tests.reading.draft.figures import report

SUMS = ["TT\tẤp\tNhận\tMới\tCũ\tXong\tCòn", "1\tẤp Bàu\t396\t385\t11\t388\t8"]
SUMS += ["2\tẤp Gò\t287\t245\t42\t236\t51", "3\tẤp Soi\t64\t58\t6\t58\t6"]
SUMS += ["4\tẤp Dừa\t178\t169\t9\t169\t9", "5\tẤp Tre\t41\t39\t2\t39\t2"]
RATED = ["Ấp\tGiao\tLàm\tSo với giao (%)", "Ấp Bàu\t200\t90\t45,0", "Ấp Gò\t100\t38\t38,0"]
WRONG = [
    (["- Tổ gồm 9 người, trong đó tổ trưởng 01, tổ phó 02, thành viên 05 người."], Fault.SUM),
    (["- Văn bản đến 560, xử lý đúng hạn 498 văn bản, chậm 52 văn bản."], Fault.SUM),
    (["- Máy mờ 73 ca; sai tên 51 ca; máy cũ 38 ca. Cộng 152 ca."], Fault.SUM),
    (["- Huy động 63 người: đoàn viên 28, dân quân 22, công an 6, nhân viên 5."], Fault.SUM),
    (["- Tưới bằng điện thoại 640 ha: chè 455 ha, tiêu 110 ha, cam 85 ha."], Fault.SUM),
    ([*RATED, "Ấp Soi\t300\t120\t40,0", "Ấp Dừa\t372\t162\t45,3"], Fault.RATIO),
    (["- Trả 965 hồ sơ: sớm 872 (90,4%), đúng hạn 85 (8,8%), trễ hạn 08 (0,08%)."], Fault.RATIO),
    (["- Kinh phí dự kiến ... triệu đồng."], Fault.TEMPLATE),
    (["- (phân tích nguyên nhân, hướng khắc phục)"], Fault.TEMPLATE),
    (["- Các đơn vị (bổ sung số của mình vào đây)."], Fault.TEMPLATE),
    (["- Có 21/21 công chức ký cam kết, đạt 100%,."], Fault.FORMAT),
    (["- Tỷ lệ chủ sạp: 52 hộ."], Fault.BASELESS),
]
RIGHT = [
    ["- Tổ gồm 8 người, trong đó tổ trưởng 01, tổ phó 02, thành viên 05 người."],
    SUMS,
    [*RATED, "Ấp Soi\t300\t120\t40,0", "Ấp Dừa\t372\t162\t43,5"],
    ["- Giúp bà con mở máy, cài thẻ... người già được đến tận nhà."],
    ["- Còn 47 hồ sơ đang giải quyết: 46 hồ sơ trong hạn, 01 hồ sơ quá hạn."],
    ["- Văn bản đi 84, ký số 79/84 văn bản; 05 văn bản không ký số là văn bản mật."],
    ["- Thi kỹ năng 51/54 người dự, đạt yêu cầu 48/51 người."],
    ["- Xã có 2 xóm đạo, 7 thôn, tổng 9 khu dân cư; cả 9 khu dân cư có mạng."],
]


@pytest.mark.parametrize(("lines", "fault"), WRONG)
def test_what_is_wrong_is_found_once(lines: list[str], fault: Fault) -> None:
    assert [one.fault for one in check(report(lines))] == [fault]


@pytest.mark.parametrize("lines", RIGHT)
def test_what_is_right_raises_no_alarm(lines: list[str]) -> None:
    assert not check(report(lines))
