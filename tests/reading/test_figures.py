"""Figures as officials type them: whole counts in their own unit, and never a share of one."""

import pytest

from bot.domain.errors import Unclear
from bot.domain.text import MARK, fold
from bot.domain.units import Unit
from bot.reading.figures import MOST, amount, unit_named
from bot.reading.personal import mask

_MEANT = {
    "2.495": 2495, "2495": 2495, "2 495": 2495, "2\u00a0495": 2495, "2\u202f495": 2495,
    " 2.495. ": 2495, "３８３３": 3833, "1.711.000": 1711000, "1,711,000": 1711000, "0": 0,
    "1.711 hồ sơ": 1711, "1711hs": 1711, "1 711 Hồ Sơ": 1711, "1.711 ho so.": 1711,
    "là 300": 300, "tổng số: 300": 300, "có 300 hồ sơ": 300, "= 300": 300, str(MOST): MOST,
}  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), _MEANT.items())
def test_a_figure_is_read_however_it_is_typed(said: str, meant: int) -> None:
    assert {amount(words, Unit.DOSSIER) for words in (said, fold(said), said.upper())} == {meant}


# What is refused, and words of the sentence that says why.
_WHY = {
    "two ways": ["2,495", "12,345 hồ sơ", "1,000"],
    "not a percentage": [
        "85%", "82,92 %", "85 phần trăm", "2495/3009", "2.495 / 3.009", "2495 trên tổng 3009",
    ],
    "is exact": [
        "khoảng 300", "gần 300", "hơn 300", "trên 96", "~300", "≈ 300", "300+", ">300", "tầm 300",
        "ước tính 300", "ít nhất 300", "about 300", "300 trở lên", "±300",
    ],
    "in {unit}, not in {typed}": ["646 hộ", "646 người", "646 hộ gia đình", "12 tài khoản"],
    "no decimals": ["2,5", "2.5", "2.50", "2.495,0", "2.495,75", "0,85"],
    "less than zero": ["-5", "- 5", "−5", "–5 hồ sơ"],
    "too large": ["10.000.000", "99999999", "9" * 60, "1" * 5000],
    "in digits": [
        "", " ", "hai nghìn", "ba", "x", "12 34", "1.71.1", "1.711 300", "007", "0123", "٣", "²",
        "1e5", "0x10", "300 hồ sơ trễ", "300 hồ sơ 5", "3 000 000 000 đồng nữa", "{n}", "10²", "①2",
        "12 tháng",
    ],
    "with its unit": [MARK, f"{MARK} hồ sơ"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("why", "said"), [(why, said) for why, words in _WHY.items() for said in words]
)
def test_what_is_no_exact_count_is_refused_with_the_reason(why: str, said: str) -> None:
    with pytest.raises(Unclear) as unclear:
        amount(said, Unit.DOSSIER)
    assert why in unclear.value.text.message.replace("“", "").replace("”", "")


def test_households_are_never_taken_for_people() -> None:
    assert amount("646 hộ", Unit.HOUSEHOLD) == 646
    with pytest.raises(Unclear) as unclear:
        amount("646 hộ", Unit.PERSON)
    assert unclear.value.text.values["unit"] != unclear.value.text.values["typed"]


def test_the_comma_that_can_be_read_in_two_ways_is_shown_without_it() -> None:
    with pytest.raises(Unclear) as unclear:
        amount("2,495", Unit.CARD)
    assert unclear.value.text.values == {"typed": "2,495", "plain": "2495"}


@pytest.mark.parametrize("unit", list(Unit))
def test_every_unit_is_known_by_its_own_word(unit: Unit) -> None:
    assert {unit_named(unit.value), unit_named(fold(unit.value).upper())} == {unit}
    assert amount(f"12 {unit.value}", unit) == 12


def test_money_may_be_more_than_anything_else() -> None:
    assert amount("125.000.000.000 đồng", Unit.DONG) == 125_000_000_000
    with pytest.raises(Unclear):
        amount("1.000.000.000.000 đồng", Unit.DONG)


@pytest.mark.parametrize(
    "said",
    [
        "2.495", "2495", "2 495", "1.711 hồ sơ", "3833 người", "1234567", "1.234.567", "12.345",
        "123.456", "123456 người", "120.000 hồ sơ", "Dân số: 3.833", "Số hộ: 123456 hộ",
        "Dân số: 3.833\nSố hộ: 921 hộ\nThẻ từ 14 tuổi: 3.009", "12/BC-UBND ngày 31/12/2024",
        "34/KH-UBND", "123/2024/BC-UBND", "15/10–14/11", "15/10/2024 – 14/11/2024", "31/12/2024",
    ],
)  # fmt: skip
def test_the_airlock_leaves_ordinary_figures_alone(said: str) -> None:
    assert mask(said).text == said


def test_six_digits_alone_are_kept_out_and_explained() -> None:
    # They may be a one-time code; with a point or a unit they are a figure.
    with pytest.raises(Unclear, match="with its unit"):
        amount(mask("123456").text, Unit.PERSON)
    assert amount(mask("123.456").text, Unit.PERSON) == 123456
