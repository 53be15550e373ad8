"""What is typed at a door: labels that name nobody, numbers of people, which of some things."""

import pytest

from bot.domain.errors import Unclear
from bot.domain.survey import Outcome
from bot.domain.survey_questions import UNKNOWN
from bot.reading.household import EACH, ending, label, people, things

IDS = ("a", "b", "c", "d", "e", "f")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("12", "12"),
        ("12A", "12A"),
        (" 12 a ", "12A"),
        ("hộ 12", "12"),
        ("Hộ số 12", "12"),
        ("nhà số 12b.", "12B"),
        ("số12", "12"),
        ("ho12", "12"),
        ("012", "12"),
        ("A07", "A7"),
        ("B 12", "B12"),
        ("12Đ", "12D"),
        ("t3-12", "T3-12"),
        ("T3.012", "T3-12"),
        ("１２", "12"),
        ("house 9", "9"),
    ],
)
def test_a_label_is_the_same_however_it_is_typed(said: str, meant: str) -> None:
    assert label(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "nhà ông Ba Tư",
        "Trần Thị Hoa",
        "bà Hoa",
        "hoa",
        "12 Lê Lợi",
        "0000000000",
        "000 000 0000",
        "000000000000",
        "99999",
        "0000.000",
        "hộ 12 nhà cô giáo",
    ],
)
def test_what_looks_personal_is_refused_with_the_reason(said: str) -> None:
    with pytest.raises(Unclear) as unclear:
        label(said)
    assert unclear.value.text.message.startswith("That looks like a name, an address or")


@pytest.mark.parametrize("said", ["", "?", "-1", "0", "00", "A0", "12/3", "ab", "1 2 3.", "12abc3"])
def test_what_is_no_label_is_asked_for_again(said: str) -> None:
    with pytest.raises(Unclear):
        label(said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2", 2),
        ("hai", 2),
        ("2 người", 2),
        ("có 3 người", 3),
        ("được ba", 3),
        ("cả hai", 2),
        ("hai vợ chồng", 2),
        ("cả nhà", 4),
        ("Cả nhà!", 4),
        ("ca nha", 4),
        ("hết", 4),
        ("ai cũng có", 4),
        ("không ai", 0),
        ("khong", 0),
        ("chưa ai có", 0),
        ("0 người", 0),
        ("không biết", UNKNOWN),
        ("chưa rõ", UNKNOWN),
        ("4", 4),
    ],
)
def test_a_number_of_people_is_read_as_people_say_it(said: str, meant: int | str) -> None:
    assert people(said, 4) == meant


@pytest.mark.parametrize("said", ["5", "năm", "999", "30 người"])
def test_more_people_than_there_are_is_refused_with_a_sentence(said: str) -> None:
    with pytest.raises(Unclear) as unclear:
        people(said, 4)
    assert unclear.value.text.values == {"most": 4}


@pytest.mark.parametrize("said", ["", "nhiều", "2 3", "2,5", "-1", "bà", "hai hay ba"])
def test_what_is_no_number_of_people_is_not_guessed(said: str) -> None:
    with pytest.raises(Unclear):
        people(said, 4)


def test_yes_is_everybody_only_of_one() -> None:
    assert people("có", 1) == 1
    with pytest.raises(Unclear):
        people("có", 2)


@pytest.mark.parametrize("said", ["cả nhà", "không biết", "31"])
def test_how_many_there_are_must_be_a_number(said: str) -> None:
    with pytest.raises(Unclear):
        people(said, 30, base=True)
    assert people("không có em nào", 30, base=True) == 0


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1 2 4", "a b d"),
        ("4,2, 1", "a b d"),
        ("124", "a b d"),
        ("1 và 3", "a c"),
        ("6", "f"),
        ("đủ", "a b c d e f"),
        ("cả nhà", "a b c d e f"),
        ("không", ""),
        ("chưa ai", ""),
        ("hỏi từng câu", EACH),
        ("không giống", EACH),
    ],
)
def test_several_things_are_named_by_their_numbers(said: str, meant: str) -> None:
    assert things(said, IDS) == meant


@pytest.mark.parametrize("said", ["", "7", "1 7", "1 1", "0", "1-4", "điện thoại", "1 2 x"])
def test_numbers_that_are_not_on_the_list_are_not_guessed(said: str) -> None:
    with pytest.raises(Unclear):
        things(said, IDS)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("đi vắng", Outcome.ABSENT),
        ("từ chối", Outcome.REFUSED),
        ("hẹn lại", Outcome.LATER),
        ("2", None),
        ("không", None),
    ],
)
def test_how_a_call_ended_can_be_said_in_words(said: str, meant: Outcome | None) -> None:
    assert ending(said) is meant
