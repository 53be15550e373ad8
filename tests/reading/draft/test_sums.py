"""Parts that do not make their whole are flagged; what is no complete list is left alone."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import flagged, kinds, report

WRONG = [
    "Xã có 60 thành viên, gồm 20 tổ trưởng, 25 đoàn viên, 16 hội viên.",
    "Tổng số 60 người, chia ra: nam 31 người, nữ 30 người.",
    "Tổng số văn bản đi: 90 văn bản, ký số 80 văn bản, không ký số 11 văn bản.",
    "Tiếp nhận 300 hồ sơ (trực tuyến 200 hồ sơ, trực tiếp 90 hồ sơ, bưu chính 12 hồ sơ).",
    "Đã giải quyết 300 hồ sơ, trong đó: trước hạn 200 hồ sơ, đúng hạn 90 hồ sơ, quá hạn 12 hồ sơ.",
    "Mở 34 lớp, trong đó tại thôn 26 lớp, tại trường 05 lớp, tại chợ 04 lớp.",
    "Chi 9.000.000 đồng, gồm thiết bị 5.000.000 đồng, tập huấn 3.000.000 đồng.",
    "Tổng kinh phí 90 triệu đồng, bao gồm: tỉnh 50 triệu đồng; xã 30,5 triệu đồng.",
    "Dân số 900 người; từ đủ 14 tuổi trở lên 700 người, dưới 14 tuổi 210 người.",
    "- Tổng số: 400 hồ sơ, gồm:\n+ Hộ tịch: 150 hồ sơ;\n+ Đất đai: 160 hồ sơ;\n+ Khác: 91 hồ sơ.",
    "Tiếp nhận 400 hồ sơ; đã giải quyết 380 hồ sơ, đang giải quyết 19 hồ sơ.",
    "- Tổng số hồ sơ tiếp nhận: 400 hồ sơ.\n- Đã giải quyết: 380 hồ sơ.",
]
RIGHT = [
    "Xã có 60 thành viên, gồm 20 tổ trưởng, 25 đoàn viên, 15 hội viên.",
    "Xã có 60 thành viên, trong đó có 20 đoàn viên, 16 hội viên.",
    "Hướng dẫn 900 lượt, trong đó có: VNeID 400 lượt, nộp hồ sơ 300 lượt, mã QR 290 lượt.",
    "Có 411 TTHC, gồm 300 TTHC trực tuyến (toàn trình 100, một phần 200) và 111 TTHC khác.",
    "Tiếp nhận 300 hồ sơ (trực tuyến 200 hồ sơ, trực tiếp 90 hồ sơ, bưu chính 10 hồ sơ).",
    "Trong 39 người có 33 người trình độ đại học; 17 nữ và 22 nam.",
    "Tiếp nhận 400 hồ sơ; đã giải quyết 380 hồ sơ, đang giải quyết 20 hồ sơ.",
    "Tồn 18 hồ sơ, tiếp nhận 214 hồ sơ, cộng 232 hồ sơ; đã giải quyết 209 hồ sơ, còn 23 hồ sơ.",
    "Tổng số 98 người x 150.000 đồng = 14.700.000 đồng.",
    "- Tổng số: 400 hồ sơ, trong đó:\n+ Hộ tịch: 150 hồ sơ;\n+ Đất đai: 60 hồ sơ.",
    "Ban hành 11 văn bản, gồm 04 kế hoạch, 07 công văn; một số văn bản: Kế hoạch số 08/KH-UBND.",
    "Tổ có 12 thành viên, gồm 01 tổ trưởng, 02 tổ phó và các thành viên.",
]


@pytest.mark.parametrize("text", WRONG)
def test_parts_that_do_not_add_up_are_flagged_once(text: str) -> None:
    assert kinds(text) == [Fault.SUM]


@pytest.mark.parametrize("text", RIGHT)
def test_what_adds_up_or_is_no_whole_list_is_left_alone(text: str) -> None:
    assert kinds(text) == []


TABLE = ("Lĩnh vực\tTiếp nhận\tĐã trả\tCòn", "Hộ tịch\t40\t30\t10", "Đất đai\t30\t25\t5")


def test_a_total_row_that_is_wrong_is_quoted() -> None:
    rows = [*TABLE, "Khác\t20\t20\t0", "Cộng\t91\t75\t15"]
    found = flagged(report(rows))
    assert (Fault.SUM, "Cộng\t91\t75\t15") in found
    assert flagged(report([*rows[:-1], "Cộng\t90\t75\t15"])) == []


def test_a_row_that_is_wrong_is_quoted_and_the_total_row_is_not() -> None:
    rows = [*TABLE, "Khác\t20\t19\t0", "Xây dựng\t9\t9\t0", "Cộng\t99\t84\t15"]
    assert flagged(report(rows)) == [(Fault.SUM, "Khác\t20\t19\t0")] or flagged(report(rows)) == [
        (Fault.SUM, "Cộng\t99\t84\t15")
    ]


def test_a_rate_that_is_wrong_in_one_row_is_flagged() -> None:
    rows = [
        "Chỉ tiêu | Thực hiện | Tổng | Tỷ lệ",
        "Trực tuyến | 30 | 40 | 75,0%",
        "Số hóa | 39 | 40 | 97,4%",
        "Thanh toán | 10 | 40 | 25,0%",
    ]
    lines = [f"| {row} |" for row in rows]
    assert flagged(report(lines)) == [(Fault.RATIO, "| Số hóa | 39 | 40 | 97,4% |")]


def test_cells_that_stand_one_a_line_are_a_table_too() -> None:
    names = ["TT", "Lĩnh vực", "Nhận", "Trả", "Tỷ lệ"]
    rows = [("1", "Hộ tịch", "40", "30", "75%"), ("2", "Đất đai", "20", "19", "94%")]
    rows += [("3", "Khác", "10", "5", "50%"), ("4", "Điện", "8", "2", "25%")]
    text = report([*names, *(cell for row in rows for cell in row)])
    assert flagged(text) == [(Fault.RATIO, "94%")]
