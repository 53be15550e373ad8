"""Claims of none beside counts of tasks and of votes, and below which headings they are none."""

import pytest

from bot.reading.draft.statements import statements
from tests.reading.draft.letters import found

LATE = "- Có 04 hồ sơ quá hạn.\n"


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("- Quá hạn 3 nhiệm vụ.\n- Không có nhiệm vụ nào quá hạn.", "Không có nhiệm vụ"),
        ("- Không có đánh giá chưa hài lòng.\n- Có 05 lượt chưa hài lòng.", "Không có đánh giá"),
        (f"II. KẾT QUẢ CÁC CHỈ TIÊU\n{LATE}III. ƯU ĐIỂM\n- Không có hồ sơ quá hạn.", "Không có"),
    ],
)
def test_none_is_denied_by_a_count(words: str, quote: str) -> None:
    (said,) = found(statements, words)
    assert said.startswith(quote)


@pytest.mark.parametrize(
    "words",
    [
        "- Quá hạn 3 hồ sơ.\n- Không có nhiệm vụ nào quá hạn.",
        "- Nhiệm vụ tới: không để hồ sơ quá hạn.\n- Quá hạn 3 hồ sơ.",
        f"{LATE}III. THÁNG 9/2099\n- Trả sớm; không để hồ sơ quá hạn.",
        f"{LATE}III. CHỈ TIÊU\n- Không để hồ sơ quá hạn.",
    ],
)
def test_of_other_things_and_of_what_is_to_come_none_is_no_claim(words: str) -> None:
    assert not found(statements, words)
