"""The spreadsheet on paper: nothing is too small to be read, nothing is cut off or torn apart."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.activities import Activity
from bot.domain.dossiers import Dossier, Report, Worked
from bot.domain.periods import period, previous
from bot.reports.workbook import workbook
from bot.reports.workbook.heights import lines_of
from tests.house import LIBRARY
from tests.reports.book_dossiers import small, tally, weeks
from tests.reports.books import formulas, row, sheet, table, values, words
from tests.reports.values import VOICES, said

KINDS = tuple(LIBRARY.activities)
LONG = tuple(f"Thôn Nghĩa Phương Thượng {nth}" for nth in range(14))
TALLY, FURTHER = "Bảng tổng hợp", "Bảng tổng hợp (2)"


def every(kinds: tuple[str, ...] = KINDS) -> Dossier:
    """Return a quarter of fourteen villages with long names in which every kind of help occurs."""
    shown, asked = small(), period("2026-Q4")
    counts = tally(asked, {(name, kind): 3 for name in LONG for kind in kinds})
    reports = tuple((f"Tổ {name}", (Report.SILENT,) * 14) for name in LONG)
    return replace(
        shown,
        sheet=replace(shown.sheet, period=asked, by_village=counts),
        before=tally(previous(asked), {(LONG[0], kind): 1 for kind in kinds}),
        grid=replace(shown.grid, weeks=weeks(asked, 14), rows=reports),
    )


def printed(dossier: Dossier, activities: dict[str, Activity] | None = None) -> bytes:
    return workbook(dossier, activities or LIBRARY.activities, VOICES.voice("vi").say)


def points(one: Worksheet) -> float:
    """Return how large letters of eleven points are on paper, where a sheet is one page wide."""
    known = one.column_dimensions.values()
    wide = sum(
        (7 * (column.width - 0.71) + 5) * (int(column.max or 0) - int(column.min or 0) + 1)
        for column in known
    )
    across = one.page_setup.orientation == "landscape"
    margins = one.page_margins
    room = (297 if across else 210) / 25.4 - (margins.left or 0) - (margins.right or 0)
    return 11 * min(room * 96 / wide, 1.0)


@pytest.mark.parametrize("kinds", [KINDS, KINDS[:11], KINDS[:9]], ids=len)
def test_no_sheet_is_too_small_to_be_read_on_paper(kinds: tuple[str, ...]) -> None:
    book = formulas(printed(every(kinds)))
    small_ones = {
        name: points(sheet(book, name)) for name in book.sheetnames if points(sheet(book, name)) < 8
    }
    assert not small_ones


def test_many_kinds_of_help_stand_on_two_sheets_each_with_all_villages() -> None:
    book = values(printed(every()))
    first, second = sheet(book, TALLY), sheet(book, FURTHER)
    heads = [row(one, "Thôn") for one in (first, second)]
    assert [len(one) for one in heads] == [10, 10]
    units = [said(LIBRARY.activities[one].title) for one in KINDS]
    assert [str(one).split("\n")[0] for head in heads for one in head[2:]] == units
    for one in (first, second):
        assert [found[0] for found in table(one) if str(found[0]) in LONG] == sorted(LONG)
        assert row(one, "Cả xã")[2:] == [42] * 8
        assert row(one, "Tăng (+), giảm (-)")[2:] == [41] * 8
    assert f"“{FURTHER}”" in words(first)
    assert "ước tính" not in words(second)


def test_kinds_that_fit_on_one_sheet_stay_there() -> None:
    assert FURTHER not in values(printed(every(KINDS[:11]))).sheetnames


def test_a_member_with_many_days_is_named_on_each_of_their_lines() -> None:
    days = tuple(date(2026, 11, 1) + timedelta(days=nth) for nth in range(17))
    shown = replace(small(), worked=(Worked("Trần Thị Hoa", "Tổ An", days),))
    one = sheet(values(printed(shown)), "Ngày công")
    lines = [found for found in table(one) if "Trần Thị Hoa" in str(found[:3])]
    assert [len(found[5:]) for found in lines] == [7, 7, 3]
    assert lines[0][:4] == [1, "Tổ An", "Trần Thị Hoa", 17]
    assert [found[:5] for found in lines[1:]] == [
        ["1. Trần Thị Hoa, Tổ An (tiếp)", None, None, None, None]
    ] * 2
    assert [found[3] for found in table(one) if "Cộng" in found] == [17]


@pytest.mark.parametrize(
    ("said", "width", "lines"),
    [
        ("Thôn Đông", 22, 1),
        ("Thôn Phước Thuỷ Nghiêm", 22, 2),
        ("Khu dân cư Nguyễn Thị Minh Khai", 22, 2),
        ("mmmmmmmmmmmmmmmmmm", 12, 4),
        ("một\nhai", 22, 2),
        ("", 5, 1),
    ],
)
def test_a_row_is_as_high_as_its_letters_are_wide(said: str, width: float, lines: int) -> None:
    assert lines_of(said, width) == lines


def test_a_word_in_the_middle_of_its_cell_has_more_room() -> None:
    assert (lines_of("Reported", 9), lines_of("Reported", 9, indented=False)) == (2, 1)


def test_the_head_of_a_week_has_its_days_without_the_year() -> None:
    one = sheet(values(printed(every())), "Báo đủ, báo thiếu")
    assert str(row(one, "Tổ")[-1]).endswith("28/12 – 03/01")
