"""Steps that stand on one base."""

import pytest

from bot.domain.quantities import Amount
from bot.domain.text import Text
from bot.domain.units import Unit
from bot.reports.ladders import climbed
from tests.reports.values import ACTIVATED, amount, climb, said


def test_the_ladder_stands_on_one_base() -> None:
    told = climbed(
        climb(amount(3009, Unit.PERSON), amount(2800), ACTIVATED, None, amount(3100)), decimals=1
    )
    assert said(told).split("\n") == [
        "Các bước VNeID",
        "Cùng một mẫu số: Thẻ căn cước đã cấp, 3.009 người (Công an xã, 31/12/2024)",
        "– Bước 1: 2.800 thẻ = 93,1%",
        "█████████░",
        "– Bước 2: 2.495 tài khoản = 82,9%",
        "████████░░",
        "– Bước 3: chưa có số liệu",
        "– Bước 4: 3.100 thẻ = 103,0% (!) quá 100%, cần kiểm tra lại",
        "██████████►",
    ]


@pytest.mark.parametrize("base", [None, amount(0)])
def test_a_ladder_without_a_base_has_counts_and_no_share(base: Amount | None) -> None:
    told: Text = climbed(climb(base, amount(2800), None), decimals=2)
    assert said(told).split("\n")[1:] == [
        "Chưa có mẫu số: chưa rõ trên tổng bao nhiêu. Gõ /solieu để nhập.",
        "– Bước 1: 2.800 thẻ",
        "– Bước 2: chưa có số liệu",
    ]
