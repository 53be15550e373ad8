"""Statements of all and of none, said as officials say them, beside what they forgot."""

import pytest

from bot.reading.draft.statements import statements
from tests.reading.draft.letters import found


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ((
            "- 100% hồ sơ giải quyết đúng và sớm hạn.\n- Trong 90 hồ sơ: đúng hạn 83, trễ "
            "hạn 07."
        ), "100%"),
        ("- 100% hồ sơ được trả đúng hạn; 02 hồ sơ đất đai quá hạn.", "100% hồ sơ"),
        ("- Toàn bộ hồ sơ giải quyết trước và đúng hạn.\n- Hồ sơ quá hạn: 02 hồ sơ.", "Toàn bộ"),
        ("- Tất cả hồ sơ đều được trả đúng hẹn.\n- Trả muộn hẹn 3 hồ sơ.", "Tất cả"),
        ("- 100% hồ sơ đã giải quyết đúng hạn.\n- Còn 05 trường hợp chậm hạn.", "100% hồ sơ"),
        ("- Các hồ sơ đều giải quyết đúng thời hạn.\n- Có 04 hồ sơ trễ hạn.", "đều"),
        ("- 100% máy tính cài phần mềm diệt virus.\n- 03 máy chưa có phần mềm diệt virus.", "100%"),
        ("- 100% hộ dân có điện thoại thông minh.\n- Còn 20 hộ chưa có điện thoại.", "100% hộ"),
        ("- Cả 13 thôn đều có nhà văn hóa.\n- Còn 01 thôn chưa có nhà văn hóa.", "đều"),
        ("- Mọi cán bộ, công chức có chữ ký số.\n- 04 công chức chưa có chữ ký số.", "Mọi"),
        ("- 13/13 thôn phủ sóng 4G.\n- Hiện 02 thôn chưa phủ sóng 4G.", "13/13"),
        ("- Không còn thôn nào chưa có wifi.\n- 02 thôn vẫn chưa có wifi.", "Không còn"),
        ("- 100% trường học dùng học bạ số.\n- Có 03/04 trường dùng học bạ số.", "100%"),
        ((
            "- Toàn thể đảng viên đã cài Sổ tay đảng viên.\n- 05 đảng viên chưa cài Sổ tay "
            "đảng viên."
        ), "Toàn thể"),
        ("- 100% thủ tục được niêm yết công khai.\n- Còn 06 TTHC chưa được niêm yết.", "100%"),
        ("- Không có hồ sơ nào trễ hạn.\n- Hồ sơ trễ hạn: 03 hồ sơ.", "Không có"),
        ((
            "- Không phát sinh đơn thư khiếu nại.\n- Đã tiếp nhận 03 đơn khiếu nại."
        ), "Không phát sinh"),
        ((
            "- Không nhận được phản ánh của người dân.\n- Xử lý 05 phản ánh của người dân."
        ), "Không nhận"),
        ((
            "- Không xảy ra sự cố an toàn thông tin.\n- Khắc phục 02 sự cố an toàn thông "
            "tin."
        ), "Không xảy ra"),
        ("- Không có hồ sơ nộp qua bưu chính.\n- Qua bưu chính 12 hồ sơ.", "Không có"),
        ("- Không để xảy ra vụ lừa đảo qua mạng nào.\n- Có 02 vụ lừa đảo qua mạng.", "Không để"),
    ],
)  # fmt: skip
def test_claims_are_held_to_the_rest_of_the_report(words: str, quote: str) -> None:
    shown = found(statements, words)
    assert len(shown) == 1
    assert quote in shown[0]


@pytest.mark.parametrize(
    "words",
    [
        "- 100% hồ sơ được trả đúng hạn.\n- Năm trước có 05 hồ sơ quá hạn.",
        "- 100% hồ sơ được trả đúng hạn; quá hạn 0 hồ sơ.",
        "- 100% hồ sơ được trả đúng hạn, giảm 07 hồ sơ quá hạn so với cùng kỳ.",
        "- 100% hồ sơ hộ tịch trả đúng hạn.\n- 02 hồ sơ đất đai quá hạn.",
        "- 100% cán bộ có máy tính.\n- 05 cán bộ chưa có máy tính xách tay.",
        "- 100% thôn có tổ công nghệ số.\n- 02 thôn chưa có sóng 5G.",
        "- 100% hộ có điện.\n- Còn 20 hộ chưa có điện thoại thông minh.",
        "- 100% học sinh được cấp định danh.\n- 30 học sinh chưa kích hoạt định danh.",
        "- 100% cán bộ có chữ ký số.\n- 05 cán bộ chưa sử dụng chữ ký số.",
        "- Phấn đấu 100% hộ có wifi.\n- Còn 20 hộ chưa có wifi.",
        "- 100% đảng viên cài sổ tay.\n- 05 hội viên chưa cài sổ tay.",
        "- Không phát sinh đơn thư khiếu nại.\n- Cùng kỳ có 03 đơn khiếu nại.",
        "- Nhà văn hóa thôn Một không có máy tính.\n- Xã có 22 máy tính.",
        "- Không có hồ sơ tồn đọng.\n- Tiếp nhận 90 hồ sơ.",
        "- Không xảy ra sự cố cháy nổ.\n- Khắc phục 02 sự cố đường truyền.",
        "- Không còn hồ sơ giấy.\n- Đang xử lý 12 hồ sơ.",
        "- Không để hồ sơ quá hạn; có 45 hồ sơ sắp đến hạn.",
        "- Cả 05 thôn đều muốn học thêm.\n- 02 thôn chưa có sóng.",
        "- 100% văn bản đi được ký số.\n- Văn bản đến chưa ký số: 12 văn bản.",
        "- 100% hộ nghèo có thẻ bảo hiểm y tế.\n- Còn 20 hộ chưa có thẻ bảo hiểm y tế.",
        "- 07 hồ sơ trễ hạn đều là đất đai chờ trích đo.",
        "- Tất cả 12 lớp đều đông.\n- 03 người chưa biết dùng máy.",
    ],
)  # fmt: skip
def test_claims_that_stand_are_left(words: str) -> None:
    assert found(statements, words) == []
