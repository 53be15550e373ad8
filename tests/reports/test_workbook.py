"""The spreadsheet of a period: the right numbers as numbers, under what they are."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl.cell import Cell

from bot.domain.dossiers import Report
from bot.domain.periods import period, previous
from bot.reports.indicators import brief
from tests.reports.book_dossiers import CLOSED, VALUES, WEEK, small, tally, weeks
from tests.reports.books import computed, formulas, made, margins, row, sheet, table, values, words
from tests.reports.values import said

DATA = made(small())
BOOK = values(DATA)
TOLD = formulas(DATA)
TALLY, RATES, DAYS = "Bảng tổng hợp", "Chỉ tiêu", "Ngày công"


def test_villages_stand_against_activities_each_in_its_unit() -> None:
    one = sheet(BOOK, TALLY)
    assert row(one, "Thôn") == [
        "Thôn", "Báo cáo", "Kích hoạt VNeID\n(tài khoản)", "Dịch vụ công\n(lượt)", "Mã QR\n(hộ)",
        "cu\n(chưa rõ đơn vị)",
    ]  # fmt: skip
    assert row(one, "An") == ["An", "có báo", 1200, 7, 0, 0]
    assert row(one, "Chưa rõ thôn") == ["Chưa rõ thôn", "có báo", 0, 0, 0, 2]
    assert row(one, "Cả xã") == ["Cả xã", None, 1203, 7, 0, 2]
    assert row(one, "Kỳ trước") == ["Kỳ trước", "09/11/2026 – 15/11/2026", 1000, 0, 5, 0]
    assert row(one, "Tăng (+), giảm (-)") == ["Tăng (+), giảm (-)", None, 203, 7, -5, 2]


def test_silence_is_said_in_words_and_never_as_zero() -> None:
    one = sheet(BOOK, TALLY)
    assert row(one, "Cát") == ["Cát", "báo không có việc"]
    assert row(one, "Đá") == ["Đá", "chưa báo"]


def test_totals_and_changes_are_formulas_over_all_villages_and_nothing_else() -> None:
    one = sheet(TOLD, TALLY)
    names = [str(cell.value) for cell in one["A"]]
    first, last = names.index("An") + 1, names.index("Chưa rõ thôn") + 1
    sums = names.index("Cả xã") + 1
    assert last - first == 4
    assert one.cell(sums, 3).value == f"=SUM(C{first}:C{last})"
    assert one.cell(sums + 2, 3).value == f"=C{sums}-C{sums + 1}"
    # No formula reaches over two columns: their units differ.
    sheets = [text for name, __, text, __value in computed(DATA) if name == TALLY]
    assert all(len(set(re.findall(r"[A-Z]+(?=\d)", text))) == 1 for text in sheets)


def test_what_nobody_compared_with_is_not_said_to_have_grown() -> None:
    alone = replace(small(), before=tally(previous(WEEK), {}))
    one = sheet(values(made(alone)), TALLY)
    assert row(one, "Kỳ trước") == ["Kỳ trước", "09/11/2026 – 15/11/2026"]
    assert "Tăng (+), giảm (-)" not in words(one)
    assert "Kỳ trước chưa ghi việc nào, nên chưa có gì để so sánh." in words(one)


def test_below_the_tally_stand_adjustments_what_was_in_vain_and_the_estimate() -> None:
    one = sheet(BOOK, TALLY)
    assert "Điều chỉnh cho kỳ trước đã chốt (đã cộng vào số ở trên):" in words(one)
    assert row(one, "Kích hoạt VNeID") == [
        "Kích hoạt VNeID", "tài khoản", -2, date(2026, 11, 9),
    ]  # fmt: skip
    assert row(one, "Cộng") == ["Cộng", 5]
    assert row(one, "Nhiều nhất") == ["Nhiều nhất", 20]
    assert "Số người được giúp (ước tính): 12 đến 20" in words(one)


def test_a_rate_is_a_formula_over_its_numbers_and_printed_as_everywhere() -> None:
    one, told = sheet(BOOK, RATES), sheet(TOLD, RATES)
    rows = [found for found in table(one) if found[0] == "VNeID đã kích hoạt"]
    assert len(rows) == len(VALUES)
    printed = [
        f"{Decimal(str(found[1])) * 100:.2f}%".replace(".", ",")
        for found, value in zip(rows, VALUES, strict=True)
        if value.rounded is not None and isinstance(found[1], float)
    ]
    expected = [said(brief(value)) for value in VALUES if value.rounded is not None]
    assert printed == expected == ["14,38%", "82,92%", "103,26%", "3,13%"]
    halves = next(cells for cells in told.iter_rows() if str(cells[1].value).startswith("=ROUND("))
    place = halves[1].row
    assert halves[1].value == f"=ROUND(C{place}/D{place},4)"
    assert halves[1].number_format == "#,##0.00%"
    assert (halves[2].value, halves[3].value) == (23, 160)
    assert halves[3].number_format == '#,##0" thẻ"'


def test_a_target_is_a_number_with_what_is_missing_and_the_word_for_it() -> None:
    rows = [found for found in table(sheet(BOOK, RATES)) if found[0] == "VNeID đã kích hoạt"]
    assert rows[0][5:9] == [0.1438, date(2025, 12, 31), "chưa đạt", 0]
    assert rows[1][5:9] == [0.8, date(2025, 12, 31), "đạt", 2.92]
    assert rows[3][5:8] == [0.95, date(2025, 12, 31), "chưa có số"]
    assert "411/QĐ-TTg ngày 31/03/2022" in str(rows[1][9])
    styles = [cells[5].number_format for cells in sheet(TOLD, RATES).iter_rows() if cells[5].value]
    assert '"≥ "#,##0%' in styles
    assert '"> "#,##0%' in styles


def test_where_there_is_no_number_words_say_why_and_too_much_is_marked() -> None:
    rows = [found for found in table(sheet(BOOK, RATES)) if found[0] == "VNeID đã kích hoạt"]
    assert rows[3][1:4] == ["chưa có mẫu số", 2495, None]
    assert str(rows[3][9]).startswith("chưa có mẫu số: cần Thẻ căn cước đã cấp")
    assert rows[4][1:4] == ["chưa có số liệu", None, None]
    assert "quá 100%" in str(rows[2][9])
    # What an estimate comes to is said once, and its lower end is not taken for a number.
    assert rows[6][1:4] == ["từ 12 đến 20 người", "–", "–"]
    assert not any(rows[6][5:])
    assert rows[5][1:4] == [1711, "–", "–"]


def test_groups_keep_their_headings_and_what_has_none_is_not_lost() -> None:
    found = [one[0] for one in table(sheet(BOOK, RATES))]
    assert found.index("Xã hội số") < found.index("Chỉ tiêu khác")
    assert found.count("VNeID đã kích hoạt") == len(VALUES)


def test_a_village_has_its_rates_with_both_numbers_or_says_why_not() -> None:
    rows = {str(one[1]): one for one in table(sheet(BOOK, "Chỉ tiêu theo thôn")) if len(one) > 1}
    assert rows["An"][2:4] == ["chưa có mẫu số", 1]
    assert rows["Bình"][2:5] == [0.25, 2, 8]
    assert rows["Đá"][2:5] == [0.5, 4, 8]


def test_the_survey_says_how_many_doors_it_speaks_of() -> None:
    found = row(sheet(BOOK, "Rà soát hộ"), "VNeID đã kích hoạt")
    assert found[1:8] == ["Cả xã", 0.0313, 1, 32, 120, 800, 0.15]


def test_who_reported_is_counted_by_formula_from_words() -> None:
    one, told = sheet(BOOK, "Báo đủ, báo thiếu"), sheet(TOLD, "Báo đủ, báo thiếu")
    assert row(one, "Tổ An") == ["Tổ An", 1, 1, 1, "Có", "Không", "Chưa", "–"]
    assert row(one, "Tổ Bình") == ["Tổ Bình", 3, 0, 1, "Có", "Có", "Có", "Chưa"]
    assert row(one, "Số tổ: Có") == ["Số tổ: Có", 4, None, None, 2, 1, 1, 0]
    assert row(one, "Số tổ: Chưa") == ["Số tổ: Chưa", None, None, 2, 0, 0, 1, 1]
    assert str(row(told, "Tổ An")[1]).startswith("=COUNTIF(E")
    assert "Chưa: chưa ai báo; không có nghĩa là không làm gì" in words(one)


def test_a_year_of_weeks_stands_on_sheets_of_their_own_weeks() -> None:
    year = period("2026")
    grid = replace(
        small().grid,
        weeks=weeks(year, 53),
        rows=(("Tổ An", (Report.GIVEN, *[Report.SILENT] * 52)),),
    )
    shown = replace(small(), sheet=replace(small().sheet, period=year), grid=grid)
    book = values(made(shown))
    names = [name for name in book.sheetnames if name.startswith("Báo đủ")]
    assert len(names) == 4
    heads = [row(sheet(book, name), "Tổ")[4:] for name in names]
    assert [str(week).split("\n")[0] for head in heads for week in head] == [
        f"Tuần {nth}" for nth in range(1, 54)
    ]
    together = [found for found in table(sheet(book, names[-1])) if found[0] == "Tổ An"][-1]
    assert together == ["Tổ An", 1, 0, 52]


def test_working_days_are_real_days_each_once_and_counted() -> None:
    twice = replace(small().worked[0], days=(*small().worked[0].days, date(2026, 11, 9)))
    shown = replace(small(), worked=(twice, *small().worked[1:]))
    one = sheet(values(made(shown)), DAYS)
    hoa = next(found for found in table(one) if "Trần Thị Hoa" in found)
    assert hoa == [1, "Tổ An", "Trần Thị Hoa", 11, None] + [
        date(2026, 11, day) for day in range(9, 16)
    ]
    assert [found[2:4] for found in table(one) if found[0] in {2, 3}] == [
        ["Lê Văn Tư", 0], ["Thành viên đã rời tổ", 1],
    ]  # fmt: skip
    cells = [cell for cells in one.iter_rows() for cell in cells]
    dated = [cell for cell in cells if isinstance(cell, Cell) and cell.is_date and cell.value]
    assert len(dated) == 12
    assert {cell.number_format for cell in dated} == {"dd/mm/yyyy"}


def test_findings_have_their_figures_advice_answer_and_room_to_write() -> None:
    one = sheet(BOOK, "Cần kiểm tra")
    first, second = (row(one, nth) for nth in (1, 2))
    assert "3.009 tài khoản" in str(first[2])
    assert first[3] == "Hỏi lại Công an xã."
    assert len(first) == 4
    assert str(second[4]) == "=đúng rồi (Vũ Thị Thanh, 21/11/2026)"


def test_the_notes_tell_what_a_checker_needs() -> None:
    one = sheet(values(made(replace(small(), status=CLOSED))), "Ghi chú")
    told = {str(found[0]): found[1] for found in table(one) if len(found) > 1}
    # Closed at half past midnight of the next day, Viet Nam's time.
    assert told["Số liệu tính đến"] == "00:30 23/11/2026"
    assert told["Mã số liệu đầy đủ"] == "a1b2c3d4e5f60718" * 4
    assert told["Bản danh mục chỉ tiêu"] == "v7"
    assert told["Đếm tới dòng sổ số"] == 99
    assert (told["Từ ngày"], told["Đến hết ngày"]) == (
        date(2026, 11, 16), date(2026, 11, 22),
    )  # fmt: skip


def test_the_weeks_are_drawn_from_numbers_and_silence_leaves_a_gap() -> None:
    one = sheet(BOOK, "Biểu đồ")
    assert row(one, "Tuần 37")[2] == 10
    assert row(one, "Tuần 36")[2] is None
    assert "chưa ghi việc nào" in row(one, "Tuần 36")
    charts = vars(sheet(TOLD, "Biểu đồ"))["_charts"]
    assert [type(chart).__name__ for chart in charts] == ["LineChart", "BarChart"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_sheet_says_whose_numbers_of_which_days_and_under_which_code(language: str) -> None:
    shown = replace(small(), status=CLOSED, demo=True)
    book = values(made(shown, language))
    assert len(book.sheetnames) == 9
    for name in book.sheetnames:
        told = words(sheet(book, name))
        assert all(part in told for part in ("Xã Mẫu", "16/11/2026", "22/11/2026"))
        assert "A1B2-C3D4-E5F6" in told
        assert ("DEMO COMMUNE" if language == "en" else "XÃ MẪU: ") in told
        assert "A1B2-C3D4-E5F6" in margins(sheet(book, name))[1]
