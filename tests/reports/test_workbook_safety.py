"""The spreadsheet holds nothing that runs, fits on paper, and is the same for the same figures."""

import unicodedata
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.dossiers import Worked
from bot.domain.sheets import State, Status
from bot.domain.tally import Row, summed
from tests.reports.book_dossiers import CLOSED, NOW, empty, small
from tests.reports.books import computed, formulas, made, margins, sheet, values, words

HOSTILE = (
    '=HYPERLINK("http://a.example","x")',
    "+84000000000",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "http://a.example/",
    "{=1+1}",
    "Thôn " + "dài " * 9000,
    "Tổ 🌾👩‍🌾",
    unicodedata.normalize("NFD", "Xã Ngọk Tụ, Đắk Tô"),
    "a\x00b\x0bc\ud800d\uffff",
    "&P&A[x]:*?/\\'",
    "0001",
    "&" * 300,
)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_place_or_member_is_called_stays_words(name: str) -> None:
    shown = small()
    rows = (*shown.sheet.by_village.rows, Row(name, "vneid", 1))
    counts = replace(shown.sheet.by_village, rows=rows, totals=summed(rows))
    shown = replace(
        shown,
        sheet=replace(shown.sheet, commune=name, by_village=counts),
        worked=(Worked(name, name, ()),),
        grid=replace(shown.grid, rows=((name, shown.grid.rows[0][1]),)),
    )
    data = made(shown)
    book = formulas(data)
    known = {text for __, __cell, text, __value in computed(data)}
    assert known
    assert all(
        text.startswith(("=SUM(", "=ROUND(", "=COUNT(", "=COUNTIF(", "='Chỉ tiêu'!"))
        or text[1].isalpha()
        for text in known
    )
    assert not any("HYPERLINK" in text or "84000" in text for text in known)
    there = unicodedata.normalize("NFC", name)[:500]
    kept = "".join(sign for sign in there if sign not in "\x00\x0b\ud800\uffff")
    for sheet_name in ("Bảng tổng hợp", "Ngày công", "Báo đủ, báo thiếu"):
        one = sheet(book, sheet_name)
        cells = [cell for line in one.iter_rows() for cell in line if cell.data_type == "s"]
        mine = [cell for cell in cells if str(cell.value).startswith(kept)]
        assert mine
        assert not any(cell.hyperlink for cell in mine)
        if name[0] in "=+-@\t":
            # Who opens the cell and presses Enter must not start a formula either.
            assert all(cell.quotePrefix for cell in mine)


def test_the_same_figures_are_the_same_bytes_and_others_are_not() -> None:
    shown = replace(small(), status=CLOSED)
    assert made(shown) == made(shown)
    # Of a closed period it does not matter when the file is made.
    assert made(replace(shown, made_at=NOW + timedelta(days=9))) == made(shown)
    of_earlier = replace(shown, status=Status(State.CLOSED))
    assert made(replace(of_earlier, made_at=NOW + timedelta(days=9))) == made(of_earlier)
    later = replace(small(), made_at=NOW + timedelta(minutes=1))
    assert made(later) != made(small())
    assert values(made(later)).properties.created == NOW.replace(tzinfo=None) + timedelta(minutes=1)


def test_a_commune_that_has_nothing_yet_is_told_so_kindly_on_every_sheet() -> None:
    book = values(made(empty()))
    told = {name: words(sheet(book, name)) for name in book.sheetnames}
    assert len(told) == 9
    for name, sentence in {
        "Bảng tổng hợp": "Ngày đó xã chưa có thôn nào trong danh sách.",
        "Chỉ tiêu": "Kỳ này chưa có chỉ tiêu nào.",
        "Chỉ tiêu theo thôn": "Ngày đó xã chưa có thôn nào trong danh sách.",
        "Rà soát hộ": "Chưa có hộ nào được hỏi.",
        "Báo đủ, báo thiếu": "Xã chưa có tổ nào trong danh sách",
        "Ngày công": "Xã chưa có thành viên tổ nào trong danh sách.",
        "Cần kiểm tra": "Không có gì cần kiểm tra.",
        "Biểu đồ": "Các tuần này chưa ghi việc nào.",
    }.items():
        assert sentence in told[name]
    assert not list(computed(made(empty())))


def test_it_is_set_up_for_a4_with_its_headers_and_page_numbers() -> None:
    book = formulas(made(replace(small(), demo=True)))
    for one in (sheet(book, name) for name in book.sheetnames):
        assert len(one.title) <= 31
        assert one.page_setup.paperSize == 9
        fitted = one.sheet_properties.pageSetUpPr
        assert fitted is not None
        assert fitted.fitToPage
        assert (one.page_setup.fitToWidth or 1, one.page_setup.fitToHeight) == (1, 0)
        assert one.print_area
        invented, __, pages = margins(one)
        assert "&P/&N" in pages
        assert "XÃ MẪU" in invented
    for name in ("Bảng tổng hợp", "Chỉ tiêu", "Rà soát hộ", "Báo đủ, báo thiếu", "Ngày công"):
        one = sheet(book, name)
        head = int(str(one.print_title_rows).replace("$", "").split(":")[0])
        assert str(one.freeze_panes).endswith(str(head + 1))
        assert one.page_setup.orientation == "landscape"


def test_rows_are_as_high_as_their_longest_words_need() -> None:
    one = sheet(formulas(made(small())), "Cần kiểm tra")
    figures = next(cells for cells in one.iter_rows() if cells[0].value == 1)
    assert str(figures[2].value).count("\n") == 2
    assert (one.row_dimensions[figures[0].row or 0].height or 0) >= 45
