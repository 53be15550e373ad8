"""Claims of all beside a share of the very same that is less than all."""

import pytest

from bot.domain.drafts import Fault
from tests.reading.draft.figures import kinds, report

DENIED = [
    [
        "Văn bản của hội gửi qua mạng: 90/99 văn bản.",
        "Toàn bộ văn bản của hội gửi qua mạng.",
    ],
    [
        "Có 30 giáo viên; 29/30 người hoàn thành khóa học số.",
        "100% giáo viên đã hoàn thành khóa học số.",
    ],
    ["Còn 03 hội viên chưa có ví điện tử trong khi mọi hội viên (9/9) đã có ví điện tử."],
    ["Khuyến nông: tập huấn 190/199 trường hợp.", "100% trường hợp khuyến nông đã được tập huấn."],
    ["Lương hưu qua thẻ ngân hàng: 90/99 người. Tất cả người dân đều nhận qua thẻ ngân hàng."],
]
KEPT = [
    ["Văn bản đến qua mạng: 90/99 văn bản.", "Toàn bộ văn bản của hội gửi qua mạng."],
    [
        "Văn bản của hội gửi qua mạng: 99/99 văn bản.",
        "Toàn bộ văn bản của hội gửi qua mạng.",
    ],
    ["Quý I: 29/30 giáo viên hoàn thành khóa học số.", "100% giáo viên đã hoàn thành khóa học số."],
    [
        "29/30 giáo viên hoàn thành khóa học số.",
        "Năm 2099: 100% giáo viên đã hoàn thành khóa học số.",
    ],
    ["29/30 giáo viên hoàn thành khóa học số.", "Phấn đấu 100% giáo viên hoàn thành khóa học số."],
    [
        "29/30 giáo viên hoàn thành khóa học số.",
        "100% giáo viên tiểu học đã hoàn thành khóa học số.",
    ],
    ["100% cán bộ có ví điện tử cá nhân; dân số từ 18 tuổi có ví điện tử: 9/99 người."],
    [
        "Toàn huyện 29/30 giáo viên hoàn thành khóa học số.",
        "100% giáo viên hoàn thành khóa học số.",
    ],
]


@pytest.mark.parametrize("lines", DENIED)
def test_all_is_denied_by_a_share_of_the_same(lines: list[str]) -> None:
    assert Fault.CONFLICT in kinds(report(lines))


@pytest.mark.parametrize("lines", KEPT)
def test_shares_of_others_and_at_other_times_deny_nothing(lines: list[str]) -> None:
    assert Fault.CONFLICT not in kinds(report(lines))
