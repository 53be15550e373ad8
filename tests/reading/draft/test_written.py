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
        ("- Trước hạn 20 hồ sơ, , quá hạn 0 hồ sơ.", ["hạn 20 hồ sơ, , quá"]),
        ("- Có 5 hồ sơ,, 6 văn bản.", ["Có 5 hồ sơ,, 6"]),
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
        "- Tăng 1.500% so với trước; đạt 97,5%.",
    ],
)
def test_other_ways_of_writing_are_left(words: str) -> None:
    assert found(written, words) == []
