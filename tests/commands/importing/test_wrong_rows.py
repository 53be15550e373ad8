"""`toso import`: every error by row and column, and nothing kept."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.conftest import Toso, dump, rows
from tests.commands.importing.sheet import DOSSIERS, GIVEN, HOUSES, PEOPLE, changed, write

_WRONG: list[tuple[str, object, str]] = [
    ("Đơn vị", "hộ", "Đơn vị phải là “người”."),
    ("Đơn vị", None, "Đơn vị phải là “người”."),
    ("Nơi", "Bình Thuận", "Xã không có nơi nào tên này."),
    ("Nơi", None, "Ghi nơi: tên xã hoặc tên thôn."),
    ("Giá trị", 2495.5, "Số đếm là số nguyên"),
    ("Giá trị", "2,495", "có thể hiểu hai cách"),
    ("Giá trị", "82,92%", "không gõ phần trăm"),
    ("Giá trị", "khoảng 300", "Số liệu phải là số chính xác."),
    ("Giá trị", "646 hộ", "Hai đơn vị khác nhau"),
    ("Giá trị", -5, "không thể nhỏ hơn 0"),
    ("Giá trị", 10**7, "lớn quá so với một xã"),
    ("Giá trị", "x", "bằng chữ số"),
    ("Giá trị", "#DIV/0!", "bằng chữ số"),
    ("Giá trị", True, "Đây không phải là số."),
    ("Giá trị", datetime(2026, 1, 1), "Đây không phải là số."),  # noqa: DTZ001
    ("Giá trị", "=2000+495", "Công thức ở đây chưa có kết quả."),
    ("Đến ngày (ngày chốt)", "22/11/2026", "Ngày đó chưa tới."),
    ("Đến ngày (ngày chốt)", "31/12", "Ghi ngày có cả năm"),
    ("Đến ngày (ngày chốt)", 45000, "Ghi ngày có cả năm"),
    ("Đến ngày (ngày chốt)", None, "Ghi ngày chốt số"),
    ("Từ ngày", "01/10/2026", "để trống ô “Từ ngày”"),
    ("Người/cơ quan cho", None, "Ai cho số này?"),
    ("Số văn bản", "công văn", "gõ số văn bản"),
    ("Mã", "khong_co", "Không có số liệu nào có mã này."),
    ("Mã", "so_ho", "không phải của cùng một số liệu"),
    ("Mã", "dvctt_huong_dan_luot", "Số này máy tự đếm"),
]


@pytest.mark.parametrize(("column", "value", "why"), _WRONG)
def test_every_error_names_its_row_and_column_and_nothing_is_kept(
    toso: Toso, commune: Path, sheet: Path, column: str, value: object, why: str
) -> None:
    wrong = changed(PEOPLE, column, value)
    if column == "Mã" and value == "dvctt_huong_dan_luot":
        wrong = changed(wrong, "Tên", None)
    write(sheet, DOSSIERS, wrong, HOUSES)
    before = dump(commune)
    ran = toso("import", sheet, "--yes", "--db", commune)
    (said,) = ran.err.splitlines()
    assert ran.code == 1
    assert said.startswith(f"Dòng 3, cột “{column}”: ")
    assert why in said
    assert ran.out.splitlines()[-1] == "Chưa ghi gì. Sửa các dòng đã nêu rồi làm lại."
    assert dump(commune) == before


def test_all_errors_are_told_at_once(toso: Toso, commune: Path, sheet: Path) -> None:
    bad = changed(changed(PEOPLE, "Giá trị", "85%"), "Nơi", "Hà Nội")
    write(sheet, bad, DOSSIERS, changed(DOSSIERS, "Từ ngày", None), DOSSIERS)
    ran = toso("import", sheet, "--json", "--db", commune)
    assert ran.code == 1
    problems = [(one["row"], one["column"]) for one in ran.json["problems"]]
    assert problems == [(2, "Giá trị"), (2, "Nơi"), (4, "Từ ngày"), (5, None)]
    assert "Số này đã có ở dòng 3." in ran.err


def test_a_cell_shown_as_a_percentage_is_refused(toso: Toso, commune: Path, sheet: Path) -> None:
    write(sheet, changed(PEOPLE, "Giá trị", 1))
    book = load_workbook(sheet)
    book["Số liệu"]["C2"].number_format = "0.00%"
    book.save(sheet)
    ran = toso("import", sheet, "--db", commune)
    assert (ran.code, "không gõ phần trăm" in ran.err) == (1, True)


@pytest.mark.parametrize(
    "column", ["Mã", "Tên", "Giá trị", "Nơi", "Người/cơ quan cho", "Số văn bản"]
)
def test_what_looks_like_somebody_s_number_is_refused_and_not_printed(
    toso: Toso, commune: Path, sheet: Path, column: str
) -> None:
    for personal in ("000000000000", "Lê Văn A 0911111111", 111111111111, "x@y.vn, 0911 111 111"):
        write(sheet, changed(PEOPLE, column, personal))
        for how in ((), ("--json",)):
            ran = toso("import", sheet, "--yes", "--db", commune, *how)
            assert (ran.code, f"cột “{column}”" in ran.err) == (1, True)
            told = ran.out + ran.err
            assert not any(one in told for one in ("000000", "11111", "0911", "Lê Văn A", "x@y"))
    assert rows(commune, GIVEN) == []


def test_another_commune_s_villages_are_unknown(toso: Toso, commune: Path, sheet: Path) -> None:
    write(sheet, changed(HOUSES, "Nơi", "Suối Cát"))
    assert toso("import", sheet, "--db", commune).code == 1
    other = toso(
        "import", sheet, "--yes", "--json", "--db", commune, "--commune", "Tân Lập (xã mẫu)"
    )
    assert (other.code, other.json["rows"][0]["place"]) == (0, "Suối Cát")
