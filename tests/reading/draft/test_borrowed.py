"""Fractions with a number that counts something else at another place of the report."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds, report

STRANGE = [
    ["- Nhóm có 866 thành viên; xã có 1.122 hộ.", "- Tỷ lệ hộ vào nhóm: 866/1.122, đạt 77,2%."],
    ["- Qua mạng 168 hồ sơ.", "- Tỷ lệ thủ tục có phát sinh: 168/51, đạt 329,4%."],
    ["- Có 08 hợp tác xã.", "- Tỷ lệ thành viên được tập huấn: 523/08, đạt 85,6%."],
]
ALIKE = [
    ["- Nhóm có 866 hộ; xã có 1.122 hộ.", "- Tỷ lệ hộ vào nhóm: 866/1.122, đạt 77,2%."],
    ["- Qua mạng 48 thủ tục, 48 hồ sơ.", "- Tỷ lệ thủ tục có phát sinh: 48/51, đạt 94,1%."],
    ["- Có 18 hồ sơ.", "- Tỷ lệ thủ tục có phát sinh: 18/51, đạt 35,3%."],
]


@pytest.mark.parametrize("lines", STRANGE)
def test_a_number_of_something_else_is_pointed_out(lines: list[str]) -> None:
    found = kinds(report(lines))
    assert Fault.UNIT in found
    assert Fault.BOUND not in found


@pytest.mark.parametrize("lines", ALIKE)
def test_a_number_of_the_same_things_or_a_small_one_is_left_alone(lines: list[str]) -> None:
    assert kinds(report(lines)) == []
