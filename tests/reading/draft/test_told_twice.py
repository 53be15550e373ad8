"""Bounds against the rate beside them and against the rows of a table; all against a share."""

import pytest

from bot.domain.drafts import Fault
from bot.reading.draft.checking import check
from tests.reading.draft.figures import report

TABLE = ["Ấp\tHộ\tCó mạng\tTỷ lệ", "Ấp Bàu\t90\t71\t78,9%", "Ấp Gò\t60\t40\t66,7%"]
TABLE += ["Ấp Soi\t50\t40\t80,0%"]
FALSE = [
    (["- Có mạng 88/115 hộ, đạt 76,5%, chưa đến 76%."], Fault.BOUND),
    (["- Có mạng 60/109 hộ, đạt 55,0%, như vậy không dưới 60%."], Fault.BOUND),
    ([*TABLE, "- Ấp Gò và Ấp Bàu đạt dưới 70% do xa chợ."], Fault.BOUND),
    ([*TABLE, "- Có 02 ấp trên 78% là Ấp Bàu, Ấp Gò."], Fault.BOUND),
    (["- Chi qua thẻ 87/103 suất quà.", "- Tất cả suất quà đều đã chi qua thẻ."], Fault.CONFLICT),
    (
        [
            "- 54/55 người học xong lớp kỹ năng số, đạt 98,2%.",
            "- 100% công chức đã học xong lớp kỹ năng số.",
        ],
        Fault.CONFLICT,
    ),
]
TRUE = [
    ["- Có mạng 88/115 hộ, đạt 76,5%, chưa đến 77%."],
    ["- Có mạng 60/109 hộ, đạt 55,0%, như vậy không dưới 55%."],
    [*TABLE, "- Ấp Gò và Ấp Bàu đạt dưới 79% do xa chợ."],
    [*TABLE, "- Phấn đấu Ấp Gò và Ấp Bàu đạt trên 90%."],
    ["- Chi qua thẻ 103/103 suất quà.", "- Tất cả suất quà đều đã chi qua thẻ."],
    ["- Trước hạn 90/99 hồ sơ, đạt 90,9%.", "- Tất cả hồ sơ đã được giải quyết."],
]


@pytest.mark.parametrize(("lines", "fault"), FALSE)
def test_what_the_report_itself_denies_is_flagged(lines: list[str], fault: Fault) -> None:
    assert [one.fault for one in check(report(lines))] == [fault]


@pytest.mark.parametrize("lines", TRUE)
def test_what_the_report_bears_out_is_left_alone(lines: list[str]) -> None:
    assert not check(report(lines))
