"""Rates that are no shares of the report, or whose counts a table has."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds, report

TABLE = ["TT\tẤp\tNgười\tCó tài khoản", "1\tẤp Bàu\t90\t71", "2\tẤp Gò\t60\t40", "Tổng\t\t150\t111"]
NO_SHARES = [
    ["- Người có tài khoản 111/150 người, đạt 74%. Cùng thời điểm năm trước, tỷ lệ này là 68,3%."],
    ["- Hồ sơ trực tuyến: 40/90 hồ sơ, thấp hơn chỉ tiêu tỉnh giao (45%)."],
    ["- Tài khoản mới: 312 tài khoản, vượt chỉ tiêu giao (250 tài khoản) 24,8%."],
    ["- Xã có tỷ lệ trực tuyến cao hơn xã Đồng Hai (81,2%) và thấp hơn phường Bến Ba (90,4%)."],
    ["- Nhận 966 hồ sơ, đã trả 952 hồ sơ, 100% đúng hạn; đang giải quyết 14 hồ sơ."],
    [*TABLE, "- Ấp Bàu đạt cao nhất (78,9%), ấp Gò đạt thấp nhất (66,7%)."],
    [*TABLE, "- Đồng bộ dữ liệu 3 lần.", "- Vệ sinh máy 2 lần.", "- Tỷ lệ toàn xã đạt 74,0%."],
    [
        *["1\tKế hoạch\t400\t400", "2\tCông văn\t350\t340", "Tổng\t\t750\t740"],
        *["- Ký số 740 văn bản.", "- In giấy song song là 120 văn bản, chiếm 16,0% tổng số."],
    ],
    [
        "- Có 111 người nhận qua tài khoản.",
        "- Nếu tính trên 150 người thì tỷ lệ nhận tiền là 74,0%.",
    ],
    [
        "- Đã lập sổ: 740/990 người, đạt 74,7%.",
        "- Sổ có cập nhật: 500 hồ sơ, bằng 67,6% số sổ và bằng 50,5% dân số.",
    ],
    ["- Trợ cấp hằng tháng: 165 người; qua tài khoản 149 người (90,3%), tại nhà 16 người (9,7%)."],
    ["- Chợ có 65 điểm kinh doanh, 54 điểm có mã QR, đạt 83,1%."],
]
STILL_WRONG = [
    (["- Hồ sơ trực tuyến: 40/90 hồ sơ (45%)."], Fault.RATIO),
    (["- Nhận 66 hồ sơ, trả đúng hẹn 62 hồ sơ, đạt 95%."], Fault.RATIO),
    ([*TABLE, "- Ấp Bàu đạt cao nhất (68,9%)."], Fault.BASELESS),
    (
        [*TABLE, "- Đồng bộ 3 lần.", "- Lau máy 2 lần.", "- Tỷ lệ toàn xã đạt 47,0%."],
        Fault.BASELESS,
    ),
    (["- Từ đầu năm trước Tết, tỷ lệ dùng mã QR tại chợ đạt 61,3%."], Fault.BASELESS),
    (["- Xã có tỷ lệ trực tuyến cao (81,2%)."], Fault.BASELESS),
    (["- Chợ có 65 điểm kinh doanh, 54 điểm có mã QR, đạt 81,3%."], Fault.RATIO),
]


@pytest.mark.parametrize("lines", NO_SHARES)
def test_what_is_no_share_or_stands_in_a_table_is_left_alone(lines: list[str]) -> None:
    assert kinds(report(lines)) == []


@pytest.mark.parametrize(("lines", "fault"), STILL_WRONG)
def test_what_is_like_it_and_wrong_is_still_found(lines: list[str], fault: Fault) -> None:
    assert kinds(report(lines)) == [fault]
