"""Letters are cut where a reader would pause; nothing is lost, and choices come last."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels.render import cut, draw, numbered
from bot.domain.chat import Ability, Address, Letter, Part

_ANNE = Address("zalo", "11")
_LINES = (
    (1, "Ghi việc"),
    (2, "3"),
    (3, "Sổ của tôi"),
    (8, "Quay lại"),
    (9, "Xem thêm"),
    (0, "Menu"),
)


def _ability(*, buttons: bool, longest: int = 4000, edits: bool = True) -> Ability:
    return Ability(buttons, edits, longest, a_second=1, a_second_per_chat=1)


def _letter(text: str, **changes: object) -> Letter:
    values: dict[str, object] = {"lines": _LINES, "screen": 7, "standing": False}
    values |= {"typed_numbers": False, "edits": None}
    return Letter(1, _ANNE, text, **(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "longest", "pieces"),
    [
        ("ngắn thôi", 20, ["ngắn thôi"]),
        ("vừa đúng mười", 13, ["vừa đúng mười"]),
        # Between paragraphs rather than lines, lines rather than sentences, and so on.
        ("một hai\nba bốn\n\nnăm sáu\nbảy", 22, ["một hai\nba bốn", "năm sáu\nbảy"]),
        ("một hai\nba bốn. Năm sáu bảy tám", 20, ["một hai\nba bốn.", "Năm sáu bảy tám"]),
        ("một. hai ba\nbốn năm sáu bảy", 16, ["một. hai ba", "bốn năm sáu bảy"]),
        ("một hai. ba bốn năm", 14, ["một hai.", "ba bốn năm"]),
        ("một hai ba bốn", 11, ["một hai ba", "bốn"]),
        # The better pause wins even where a lesser one comes later.
        ("a" * 14 + "\n\nbbb\nccc ddd eee", 22, ["a" * 14, "bbb\nccc ddd eee"]),
        ("a" * 12 + "\nbb. cc dd ee", 18, ["a" * 12, "bb. cc dd ee"]),
        ("a" * 10 + ". bb cc dd ee", 18, ["a" * 10 + ".", "bb cc dd ee"]),
        # A sentence that just fits is not cut in the middle.
        ("aaaa bbb. cccc", 9, ["aaaa bbb.", "cccc"]),
        # No pause at all.
        ("a" * 25, 10, ["a" * 10, "a" * 10, "a" * 5]),
        # A pause too early would leave a piece nearly empty.
        ("a bbbbbbbbbbbb", 10, ["a bbbbbbbb", "bbbb"]),
        ("  trống quanh  ", 20, ["trống quanh"]),
        ("", 10, [""]),
    ],
)
def test_a_text_is_cut_at_the_best_pause(text: str, longest: int, pieces: list[str]) -> None:
    assert cut(text, longest) == pieces


@given(
    st.text(alphabet=st.sampled_from("aế. \n"), max_size=300) | st.text(max_size=200),
    st.integers(min_value=1, max_value=40),
)
@example("a \n\n . b" * 20, 7)
@example("a" + " " * 50 + "b", 10)
def test_nothing_is_lost_and_no_piece_is_too_long(text: str, longest: int) -> None:
    pieces = cut(text, longest)
    assert max(map(len, pieces)) <= longest
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(pieces) or pieces == [""]


def test_choices_stand_on_the_last_part_only() -> None:
    letter = _letter("một hai ba\n\nbốn năm sáu\n\nbảy tám", edits="20", standing=True)
    assert draw(letter, _ability(buttons=True, longest=13)) == (
        Part("một hai ba", screen=7, edits="20"),
        Part("bốn năm sáu", screen=7),
        Part("bảy tám", _LINES, screen=7, standing=True),
    )


def test_a_short_letter_is_one_part() -> None:
    assert draw(_letter("Chào bà!", edits="20"), _ability(buttons=True)) == (
        Part("Chào bà!", _LINES, screen=7, edits="20"),
    )


def test_where_nothing_can_be_edited_nothing_is() -> None:
    letter = _letter("Chào bà!", edits="20")
    assert draw(letter, _ability(buttons=True, edits=False)) == (
        Part("Chào bà!", _LINES, screen=7, edits=None),
    )


def test_where_there_are_no_buttons_choices_are_lines_behind_their_digits() -> None:
    drawn = draw(_letter("Làm gì đây?"), _ability(buttons=False))
    assert drawn == (
        Part(
            "Làm gì đây?\n1. Ghi việc\n2. 3\n3. Sổ của tôi\n8. Quay lại\n9. Xem thêm\n0. Menu",
            screen=7,
        ),
    )


def test_where_a_number_is_the_answer_offered_numbers_and_moves_have_no_digit() -> None:
    lines = ((1, "1"), (2, "2"), (8, "Quay lại"), (0, "Menu"))
    drawn = draw(_letter("Bao nhiêu?", lines=lines, typed_numbers=True), _ability(buttons=False))
    assert drawn == (Part("Bao nhiêu?\n– Quay lại\n0. Menu", screen=7),)
    assert numbered(lines, typed_numbers=True) == "– Quay lại\n0. Menu"
    assert numbered(lines, typed_numbers=False) == "1. 1\n2. 2\n8. Quay lại\n0. Menu"


def test_a_letter_without_choices_ends_with_its_words() -> None:
    for buttons in (True, False):
        assert draw(_letter("Xong.", lines=()), _ability(buttons=buttons)) == (
            Part("Xong.", screen=7),
        )


def test_numbered_lines_of_a_long_letter_are_all_there_and_last() -> None:
    drawn = draw(_letter("câu dài. " * 40), _ability(buttons=False, longest=100))
    assert max(len(part.text) for part in drawn) <= 100
    assert all(part.lines == () for part in drawn)
    assert drawn[-1].text.endswith("8. Quay lại\n9. Xem thêm\n0. Menu")
