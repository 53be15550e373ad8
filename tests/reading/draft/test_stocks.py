"""What there is of a thing, said twice with two numbers."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds, report

ONE = "- Bộ phận tiếp nhận bố trí 02 máy tính cho người dân tự nộp hồ sơ."


@pytest.mark.parametrize(
    "said",
    [
        "- Cả xã chỉ có 03 máy tính cho người dân tự nộp hồ sơ.",
        "- 03 máy tính cho người dân tự nộp đều dùng tốt.",
    ],
)
def test_a_stock_that_is_another_elsewhere_is_pointed_out(said: str) -> None:
    assert kinds(report([ONE, "- Họp 5 lần.", said])) == [Fault.CONFLICT]


@pytest.mark.parametrize(
    "said",
    [
        "- 02 máy tính cho người dân tự nộp đều dùng tốt.",
        # Another time, another place, a part, more of them, or something else.
        "- Năm trước có 03 máy tính cho người dân tự nộp hồ sơ.",
        "- Mua thêm 03 máy tính cho người dân tự nộp hồ sơ.",
        "- Còn thiếu 03 máy tính cho người dân tự nộp hồ sơ.",
        "- Thôn Một có 03 máy tính cho người dân tự nộp hồ sơ.",
        "- Có 03 máy tính cho học sinh thi trực tuyến.",
        "- Có 30 máy tính cho người dân tự nộp hồ sơ.",
    ],
)
def test_what_may_be_both_is_left_alone(said: str) -> None:
    assert kinds(report([ONE, "- Họp 5 lần.", said])) == []
