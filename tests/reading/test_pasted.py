"""Several figures at once: each line a name and a number, all of them taken or none."""

import pytest

from bot.domain.errors import Unclear
from bot.domain.text import Lines, Phrase, fold
from bot.reading.pasted import Line, figures_of, kept, looks_pasted, named, pasted
from tests.outside import QUANTITIES


def test_lines_are_read_by_title_or_id() -> None:
    said = "Dân số: 3.833\nSố hộ: 921 hộ\n- the_tu_14 = 3009\n3. Tài khoản đã kích hoạt: 2 495"
    lines = (
        Line("dan_so", 3833), Line("so_ho", 921), Line("the_tu_14", 3009), Line("kich_hoat", 2495),
    )  # fmt: skip
    assert pasted(said, QUANTITIES) == lines
    assert pasted("\r\n".join(map(fold, said.splitlines())), QUANTITIES) == lines
    assert figures_of(kept(lines)) == lines


@pytest.mark.parametrize(
    "said",
    ["Dân số: 3.833", "dan so 3833", "Dân số 3.833 người",
      "DÂN SỐ\t3.833\tngười", "– Dân số: 3.833 người", "• dân số=3833",
     "Dân số -> 3.833", "dan_so: 3833", "Dân số: 3.833\n\n   \n"],
)  # fmt: skip
def test_a_line_is_read_however_it_is_laid_out(said: str) -> None:
    assert pasted(said, QUANTITIES) == (Line("dan_so", 3833),)


def test_a_title_may_hold_numbers_of_its_own() -> None:
    titles = {
        "Thẻ căn cước đã cấp, từ 14 tuổi 3.009": 3009,
        "Thẻ căn cước đã cấp, từ 14 tuổi: 12": 12,
    }
    for said, value in titles.items():
        assert pasted(said, QUANTITIES) == (Line("the_tu_14", value),)


def test_a_name_that_is_only_alike_is_shown_as_typed() -> None:
    assert pasted("Tai khoan da kich hoat roi: 5", QUANTITIES) == (
        Line("kich_hoat", 5, "Tai khoan da kich hoat roi"),
    )
    assert named("tài khoản kích hoạt", QUANTITIES) == "kich_hoat"


@pytest.mark.parametrize(
    "name",
    # The first two are as like one card as the other; the third is of another age.
    ["Thẻ căn cước đã cấp, 14 tuổi", "Thẻ căn cước", "Thẻ căn cước đã cấp, từ 15 tuổi", "xyz", "h"],
)
def test_a_name_that_may_be_two_things_is_nobody_s(name: str) -> None:
    with pytest.raises(Unclear):
        named(name, QUANTITIES)


def test_one_wrong_line_keeps_all_of_them_out_and_every_one_is_named() -> None:
    said = "Dân số: 3.833\nSố hộ: 646 người\nxyz: 3\nThẻ\nDân số: 3.834\nHộ có cáp quang: 85%"
    with pytest.raises(Unclear) as unclear:
        pasted(said, QUANTITIES)
    problems = unclear.value.text.values["problems"]
    assert isinstance(problems, Lines)
    wrong = [line.parts[1] for line in problems.parts if isinstance(line, Lines)]
    assert [one.values["n"] for one in wrong if isinstance(one, Phrase)] == [2, 3, 4, 5, 6]


def test_more_lines_than_a_message_records_are_refused() -> None:
    with pytest.raises(Unclear, match="use the sheet"):
        pasted("Dân số: 1\n" * 13, QUANTITIES)


@pytest.mark.parametrize(
    ("said", "lines"),
    [("Dân số", False), ("Thẻ từ 14 tuổi", False), ("Dân số 3833", True),
      ("Dân số: 3", True), ("3833", False), ("", False),
     ("a\nDân số: 3", True), ("3: 4", False)],
)  # fmt: skip
def test_a_name_alone_is_told_from_a_line(said: str, lines: bool) -> None:
    assert looks_pasted(said) is lines
