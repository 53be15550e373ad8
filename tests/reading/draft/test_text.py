"""A draft is read as lines and items however it was wrapped, typed or pasted."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.reading.draft import check, draft

WRAPPED = """BÁO CÁO
Kết quả quý I

I. KẾT QUẢ

1. Hồ sơ

- Trong kỳ xã đã tiếp nhận đủ hồ sơ của bà con ở các thôn, trong đó phần lớn là
hồ sơ nộp trực tuyến:
+ Hộ tịch: 20 hồ sơ;
+ Đất đai: 30 hồ sơ.

Theo Kế hoạch số 12/KH-UBND. TT. Đảng ủy đã họp 1.711 lần. Tỷ lệ đạt 97,5%! Xong.
"""


def test_wrapped_lines_are_one_item_and_know_their_heads() -> None:
    items = draft(WRAPPED).items
    texts = [item.text for item in items]
    assert texts[4].endswith("trong đó phần lớn là hồ sơ nộp trực tuyến:")
    assert [line.number for line in items[4].lines] == [8, 9]
    assert [head.mark for head in items[5].heads] == ["I.", "1.", "-"]
    assert [item.mark for item in items] == ["", "", "I.", "1.", "-", "+", "+", ""]
    assert [item.is_heading for item in items[:4]] == [True, False, True, True]


def test_a_line_between_all_lines_parts_no_paragraph() -> None:
    wrapped = "\n\n".join(WRAPPED.split("\n\n")[3].splitlines())
    assert len(draft(wrapped + "\n\n" + wrapped).items) == 6


def test_points_in_numbers_and_shortened_words_end_no_sentence() -> None:
    item = draft(WRAPPED).items[-1]
    said = [item.text[start:end] for start, end in item.sentences()]
    assert said == [
        "Theo Kế hoạch số 12/KH-UBND. TT. Đảng ủy đã họp 1.711 lần.",
        "Tỷ lệ đạt 97,5%!",
        "Xong.",
    ]


def test_a_quote_is_a_piece_of_one_line_and_not_too_long() -> None:
    item = draft(WRAPPED).items[4]
    number, words = item.quote(0, len(item.text))
    assert number == 8
    assert words in item.lines[0].text
    assert len(words) <= 80
    end = len(item.text)
    assert item.quote(end - 12, end) == (9, "trực tuyến:"[-12:])


def test_tables_are_rows_of_cells() -> None:
    tabs = draft("TT\tTên\tSố\n1\tHộ tịch\t20\n\t\n2\tĐất đai\t30").items
    assert [item.cells for item in tabs] == [
        ("TT", "Tên", "Số"),
        ("1", "Hộ tịch", "20"),
        ("2", "Đất đai", "30"),
    ]
    bars = draft("| Tên | Số |\n| --- | --- |\n| <b>Hộ tịch</b> | 20 |").items
    assert [cell.strip() for cell in bars[2].cells] == ["Hộ tịch", "20"]


def test_a_tab_behind_a_list_mark_is_no_cell() -> None:
    item = draft("-\tĐã họp 02 lần.").items[0]
    assert (item.mark, item.cells, item.text) == ("-", (), "- Đã họp 02 lần.")


def test_parted_accents_and_other_line_ends_are_read_alike() -> None:
    other = unicodedata.normalize("NFD", WRAPPED).replace("\n", "\r\n")
    assert draft(other) == draft(WRAPPED)


def test_nothing_has_neither_lines_with_words_nor_items() -> None:
    assert draft("").items == ()
    assert draft(" \n\t\n\ufeff").items == ()


@given(st.text(max_size=400) | st.text("0129./,% \t\n|-+(ổsộth:;đđạ", max_size=400))
def test_any_text_is_read_and_every_quote_stands_in_its_line(text: str) -> None:
    lines = {line.number: line.text for line in draft(text).lines}
    for one in check(text):
        assert one.quote in lines[one.line]
        assert 0 < len(one.quote) <= 80


def test_a_sentence_that_begins_with_any_capital_is_split_off() -> None:
    for first in ("Đến", "Ấp", "Ủy", "Ý"):
        item = draft(f"Xã có 3 ấp. {first} nay xong.").items[0]
        assert len(item.sentences()) == 2
    assert len(draft("Xã có 3 ấp. đến nay xong.").items[0].sentences()) == 1
