"""What a form asks for and nobody wrote, and dots that say "and so on"."""

import pytest

from bot.reading.draft.template import template
from tests.reading.draft.letters import found


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("- Đã tiếp nhận … hồ sơ trong kỳ.", ["tiếp nhận …"]),
        ("- Tỷ lệ đạt …%.", ["đạt …%"]),
        ("- Tỷ lệ đạt ......%", ["đạt ......%"]),
        ("- Kế hoạch số …/KH-UBND ngày …/…/2025 về việc mẫu.", ["…/KH-UBND ngày …/…/2025"]),
        ("- Đạt [số liệu] hồ sơ.", ["[số liệu]"]),
        ("- Thôn tiêu biểu (ghi rõ tên các thôn).", ["(ghi rõ tên các thôn)"]),
        ("- Lý do (đơn vị nêu rõ nguyên nhân).", ["(đơn vị nêu rõ nguyên nhân)"]),
        ("- Hộ nghèo (cần bổ sung số liệu quý 4).", ["(cần bổ sung số liệu quý 4)"]),
        ("- Có xx người dự; đạt xx%.", ["xx", "xx%"]),
        ("- Tổng số: XXX người.", ["XXX"]),
        ("- Thư điện tử xxx@mau.gov.vn của xã.", ["xxx@mau.gov.vn"]),
        ("- Khó khăn: ……………………", [": ……………………"]),
        ("- Người trực: Bà ............., mời gọi.", ["............."]),
        ("- Tên xã: {{ten_xa}}", ["{{ten_xa}}"]),
        ("- Lorem ipsum dolor sit.", ["Lorem ipsum dolor sit"]),
        ("- Nêu rõ kết quả của từng thôn.", ["- Nêu rõ kết quả của từng thôn."]),
        ("- Tăng #REF! so với trước.", ["#REF!"]),
    ],
)
def test_prompts_are_pointed_out(words: str, quotes: list[str]) -> None:
    assert found(template, words) == quotes


@pytest.mark.parametrize(
    "words",
    [
        "- Trang bị máy tính, máy in, máy quét…; loa, màn hình,… phục vụ bà con.",
        "- Các kênh Zalo, Facebook... được dùng hằng ngày.",
        "- Tỷ lệ nộp trực tuyến còn thấp, ... cần cố gắng.",
        "- Nghị quyết Đại hội khóa XX, kỳ họp thứ XXX.",
        "- Phụ lục [1], tại https://mau.gov.vn/xxx; (nêu trên); (ghi âm cuộc họp).",
        "- Tên miền (tên miền mau.gov.vn) đã dùng.",
        "- Kết quả (số liệu đã nêu rõ tại mục 2) rất tốt.",
        "1. Kết quả ........................ 5",
        "- UBND xã đã ghi rõ trách nhiệm từng người.",
        "- Hoàn thành 5/5 chỉ tiêu; 24/7.",
        "Hòa Mẫu, ngày … tháng … năm 2025",
    ],
)
def test_dots_and_brackets_that_mean_something_are_left(words: str) -> None:
    assert found(template, words) == []
