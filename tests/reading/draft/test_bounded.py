"""Bounds said again without figures, against the report's own share of the same."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds, report

SHARE = "- Hồ sơ nộp trực tuyến toàn xã: 418/1.326 hồ sơ, đạt 31,52%."
OTHER = "- Hồ sơ nộp trực tuyến lĩnh vực đất đai: 29/100 hồ sơ, đạt 29%."


@pytest.mark.parametrize(
    "said",
    [
        "- Hồ sơ nộp trực tuyến toàn xã mới đạt dưới 30%.",
        "- Nhìn chung hồ sơ nộp trực tuyến toàn xã đạt trên 32%.",
        "- Đến nay trên 32% hồ sơ toàn xã nộp trực tuyến.",
    ],
)
def test_a_bound_that_the_own_share_narrowly_misses_is_false(said: str) -> None:
    assert kinds(report([SHARE, "- Họp 2 lần.", said])) == [Fault.BOUND]


@pytest.mark.parametrize(
    "said",
    [
        "- Hồ sơ nộp trực tuyến toàn xã mới đạt dưới 32%.",
        "- Hồ sơ nộp trực tuyến toàn xã đạt trên 31%.",
        # Another thing, another time, a wish, or too far off to be the same.
        "- Hồ sơ nộp trực tuyến lĩnh vực thuế đạt trên 32%.",
        "- Cùng kỳ năm trước hồ sơ nộp trực tuyến toàn xã đạt trên 32%.",
        "- Phấn đấu hồ sơ nộp trực tuyến toàn xã đạt trên 32%.",
        "- Giữ hồ sơ nộp trực tuyến toàn xã trên 32%.",
        "- Hồ sơ nộp trực tuyến toàn xã đạt trên 60%.",
    ],
)
def test_what_may_be_so_is_left_alone(said: str) -> None:
    assert kinds(report([SHARE, "- Họp 2 lần.", said])) == []


def test_where_two_shares_may_be_meant_neither_is_taken() -> None:
    said = "- Hồ sơ nộp trực tuyến mới đạt dưới 30%."
    assert kinds(report([SHARE, OTHER, said])) == []
    assert kinds(report([SHARE, said])) == [Fault.BOUND]
