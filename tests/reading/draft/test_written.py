"""Numbers written wrongly, and those that are only written otherwise."""

import pytest

from bot.reading.draft.written import written
from tests.reading.draft.letters import found


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("- Đạt 97%%.", ["97%%"]),
        ("- Đạt 100% %; xong.", ["100% %"]),
        ("- Đạt 98,% và hơn.", ["98,%"]),
        ("- Đạt 98,5,% và hơn.", ["98,5,%"]),
        ("- Đạt 98,,5% và hơn.", ["98,,5%"]),
        ("- Đạt 98.,5% và hơn.", ["98.,5%"]),
        ("- Đạt 98;5% số hộ.", ["98;5%"]),
        ("- Đạt 98..5% số hộ.", ["98..5%"]),
        ("- Đạt 100.% số hộ.", ["100.%"]),
        ("- Đạt 98,5.% số hộ.", ["98,5.%"]),
        ("- Chiếm 9,8,5% số hộ.", ["9,8,5%"]),
        ("- Chiếm 98 ,5% số hộ.", ["98 ,5%"]),
        ("- Tỷ lệ (,5%) còn thấp.", [",5%"]),
        ("- Tỷ lệ đạt %97,5 số hộ.", ["%97,5"]),
        ("- Tiếp nhận 1..234 hồ sơ.", ["1..234"]),
        ("- Tiếp nhận 1,.234 hồ sơ.", ["1,.234"]),
        ("- Đạt 1O0% số hộ.", ["1O0%"]),
        ("- Trước hạn 20 hồ sơ, , quá hạn 0 hồ sơ.", ["hạn 20 hồ sơ, , quá"]),
        ("- Có 5 hồ sơ,, 6 văn bản.", ["Có 5 hồ sơ,, 6"]),
        ("- Có 5 hồ sơ,; 6 văn bản.", ["Có 5 hồ sơ,;"]),
        ("- Có 5 hồ sơ;, 6 văn bản.", ["Có 5 hồ sơ;,"]),
        ("- Đã trang bị máy in,.", ["trang bị máy in,."]),
        ("- Đạt 97,5%; năm trước 96.4%.", ["96.4%"]),
    ],
)
def test_wrong_numbers_are_pointed_out(words: str, quotes: list[str]) -> None:
    assert found(written, words) == quotes


@pytest.mark.parametrize(
    "words",
    [
        "- Đạt 98 %, 97,5 %, 1.234 người, 1234 người, 05 hồ sơ.",
        "- Đạt 98.5%, 97.2% (cả báo cáo dùng dấu chấm).",
        "- Phần mềm phiên bản 3.5, 2.0; đạt 97,5%.",
        "- Số tiền 1.234,5 triệu đồng; đạt 97,5%.",
        "- Các mức 70%, 80%, 90%.",
        "- Hội họp, cài đặt,,… đều tốt.",
        "- Hội họp, máy in,... đều tốt, …",
        "- Tăng 1.500% so với trước; đạt 97,5%.",
        "- Mục 1.1, 2.3 và 3.2; ngày 14.6.2025; đạt 97,5%.",
        "- Từ 5-7%, 20/30 hộ (66,7%), 5%/năm, đạt 100%.",
        "- Tỷ lệ (%): 97,5; số % tăng; 12h30; 24/7.",
        "- IP 10.0.0.1, tệp 2.5.1, đạt 97,5%.",
        "- Chiếm 0,5%; 00,5%; 100,00%; (97,5%); 97,5%;",
    ],
)
def test_other_ways_of_writing_are_left(words: str) -> None:
    assert found(written, words) == []


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("- Đạt 97.5%, 96.4%, 12.5%; còn 5,0%.", ["5,0%"]),
        ("- Đạt 97,5%, 96,4%, 12,5%; còn 5.0%.", ["5.0%"]),
        # As many of both: Vietnamese writes the comma.
        ("- Đạt 97.5%, 96.4%; còn 5,0%, 6,5%.", ["97.5%", "96.4%"]),
        ("- Đạt 97,5%, 96,4%; bình quân 16.5 điểm.", ["16.5"]),
        ("Thôn\tHộ\tTỷ lệ\nMột\t40\t97,5\nHai\t40\t92.5\nBa\t80\t95,0", ["92.5"]),
        ("- Dài 3.4 km, rộng 2.5 ha, đạt 97.5%; có 8,2 tấn.", ["8,2"]),
    ],
)
def test_the_sign_of_the_majority_is_the_report_s_own(words: str, quotes: list[str]) -> None:
    assert found(written, words) == quotes


def test_the_number_of_a_row_is_no_decimal() -> None:
    assert found(written, "Mục\tNội dung\tTỷ lệ\n1.1\tHộ tịch\t97,5\n1.2\tĐất đai\t92,5") == []
