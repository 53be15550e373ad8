"""Numbers as NĐ 30/2020 wants them: 1.711 and 85,41%; English 1,711 and 85.41%."""

from decimal import Decimal

import pytest

from bot.domain.text import Number, Percent, _
from tests.reports.values import said

NUMBERS = [
    (Percent(Decimal(2570) * 100 / 3009), "85,41%", "85.41%"),
    (Percent(Decimal(21) * 100 / 22), "95,45%", "95.45%"),
    (Percent(Decimal(21) * 100 / 22, 1), "95,5%", "95.5%"),
    (Percent(Decimal(1) * 100 / 2108, 1), "0,0%", "0.0%"),
    (Percent(Decimal(3009) * 100 / 2914, 1), "103,3%", "103.3%"),
    # Half up, where rounding to even would say 0,12 and 2.
    (Percent(Decimal("0.125")), "0,13%", "0.13%"),
    (Percent(Decimal("2.5"), 0), "3%", "3%"),
    # Once: 0,4449 is not 0,445 and then 0,45.
    (Percent(Decimal("0.4449")), "0,44%", "0.44%"),
    (Percent(Decimal(100)), "100,00%", "100.00%"),
    (Percent(Decimal(1234567)), "1.234.567,00%", "1,234,567.00%"),
    (Number(Decimal(1711)), "1.711", "1,711"),
    (Number(Decimal(22261000)), "22.261.000", "22,261,000"),
    (Number(Decimal("17.6363"), 2), "17,64", "17.64"),
    (Number(Decimal("-0.001"), 2), "0,00", "0.00"),
    (Number(Decimal("-3.25"), 1), "-3,3", "-3.3"),
]


@pytest.mark.parametrize(("number", "vietnamese", "english"), NUMBERS)
def test_a_number_is_rounded_half_up_once_and_written_in_its_language(
    number: Percent | Number, vietnamese: str, english: str
) -> None:
    assert (said(number), said(number, "en")) == (vietnamese, english)
    inside = _("{day}", day=number)
    assert said(inside) == vietnamese
