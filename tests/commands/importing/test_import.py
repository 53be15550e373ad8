"""`toso import`: looked at first, every error by row, all of it or nothing, and nothing twice."""

import csv
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.commands.conftest import Toso, dump, rows

COMMUNE = "Bình An (xã mẫu)"
HEAD = (
    "Mã", "Tên", "Giá trị", "Đơn vị", "Nơi", "Từ ngày", "Đến ngày (ngày chốt)",
    "Người/cơ quan cho", "Số văn bản",
)  # fmt: skip
PEOPLE = ("dan_so", "Dân số", 3901, "người", COMMUNE, None, "30/10/2026", "Công an xã", "12/BC-CAX")
DOSSIERS = (
    "hs_tiep_nhan", "", "1.711", "hồ sơ", COMMUNE, "15/10/2026", datetime(2026, 11, 14),  # noqa: DTZ001 - a cell has no zone
    "Một cửa", None,
)  # fmt: skip
HOUSES = ("so_ho", "Số hộ", 120, "hộ", "thôn gò đá", None, "2026-10-31", "Trưởng thôn", None)
GIVEN = (
    "SELECT places.name, figures.name, value, unit, since, as_of, giver, document FROM figures"
    " JOIN places ON places.id = place_id WHERE code NOT LIKE 'M0%' ORDER BY figures.id"
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Where the sheet lies."""
    return tmp_path / "so-lieu.xlsx"


@pytest.fixture(autouse=True)
def _now(set_clock: Any) -> None:  # noqa: ANN401 - a fixture of the folder
    set_clock(datetime.fromisoformat("2026-11-21T09:00:00+07:00"))


def write(file: Path, *lines: Sequence[object], name: str = "Số liệu") -> Path:
    """Write a sheet with its head."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = name
    for line in (HEAD, *lines):
        page.append(list(line))
    book.save(file)
    return file


def changed(row: Sequence[object], column: str, value: object) -> tuple[object, ...]:
    """Return a row with another value in one column."""
    return tuple(value if head == column else one for head, one in zip(HEAD, row, strict=True))


def test_a_sheet_is_shown_first_and_kept_when_asked(toso: Toso, commune: Path, sheet: Path) -> None:
    write(sheet, PEOPLE, DOSSIERS, HOUSES)
    before = dump(commune)
    ran = toso("import", sheet, "--db", commune)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == COMMUNE
    assert "Dòng 4: Số hộ: 120 hộ; Gò Đá; 31/10/2026; Trưởng thôn, chưa có văn bản" in ran.out
    assert ran.out.splitlines()[-1] == (f"Chưa ghi gì. Muốn ghi vào sổ: toso import {sheet} --yes")
    assert dump(commune) == before
    ran = toso("import", sheet, "--yes", "--db", commune)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Đã ghi 3 số liệu.")
    assert rows(commune, GIVEN) == [
        (COMMUNE, "dan_so", "3901", "người", None, "2026-10-30", "Công an xã", "12/BC-CAX"),
        (COMMUNE, "hs_tiep_nhan", "1711", "hồ sơ", "2026-10-15", "2026-11-14", "Một cửa", None),
        ("Gò Đá", "so_ho", "120", "hộ", None, "2026-10-31", "Trưởng thôn", None),
    ]
    facts = rows(
        commune, "SELECT kind, member_id, village_id IS NULL FROM facts ORDER BY id DESC LIMIT 3"
    )
    assert facts == [("FigureGiven", None, 0), ("FigureGiven", None, 1), ("FigureGiven", None, 1)]
    assert toso("verify", "--db", commune).code == 0


def test_the_same_file_again_adds_nothing(toso: Toso, commune: Path, sheet: Path) -> None:
    write(sheet, PEOPLE, DOSSIERS)
    toso("import", sheet, "--yes", "--db", commune)
    before = dump(commune)
    ran = toso("import", sheet, "--yes", "--db", commune)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Đã ghi 0 số liệu.")
    assert "Đã có: 2." in ran.out
    assert dump(commune) == before
    assert toso("import", sheet, "--db", commune).out.splitlines()[-1] == (
        "Không có gì mới để ghi."
    )
    # What changed in it is kept, and says what it corrects.
    write(sheet, changed(PEOPLE, "Giá trị", 3902), DOSSIERS)
    ran = toso("import", sheet, "--yes", "--json", "--db", commune)
    found = ran.json
    assert [(one["state"], one["value"]) for one in found["rows"]] == [
        ("corrects", 3902), ("same", 1711),
    ]  # fmt: skip
    assert (found["rows"][0]["instead_of"]["value"], found["written"]) == (3901, 1)


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


def test_rows_without_a_value_are_left_for_later(toso: Toso, commune: Path, sheet: Path) -> None:
    write(sheet, changed(PEOPLE, "Giá trị", None), [], HOUSES, changed(DOSSIERS, "Giá trị", " "))
    found = toso("import", sheet, "--json", "--db", commune).json
    assert ([one["id"] for one in found["rows"]], found["empty"]) == (["so_ho"], 2)


def test_other_sheets_and_columns_are_said_to_be_unknown(
    toso: Toso, commune: Path, sheet: Path
) -> None:
    write(sheet, PEOPLE)
    book = load_workbook(sheet)
    book["Số liệu"]["J1"] = "Ghi chú"
    book.create_sheet("Danh sách tổ")["A1"] = "Họ tên"
    book.create_sheet("Trống")
    book.save(sheet)
    ran = toso("import", sheet, "--yes", "--json", "--db", commune)
    assert ran.err.splitlines() == [
        "Trang “Danh sách tổ” không có trong mẫu nên không đọc.",
        "Cột J không có trong mẫu nên không đọc.",
    ]
    found = ran.json
    assert (found["unknown_sheets"], found["unknown_columns"]) == (["Danh sách tổ"], ["J"])
    assert (ran.code, found["written"]) == (0, 1)


def test_a_list_is_read_like_a_sheet(toso: Toso, commune: Path, tmp_path: Path) -> None:
    lines = [HEAD, PEOPLE, changed(DOSSIERS, "Đến ngày (ngày chốt)", "14/11/2026"), HOUSES]
    for nth, (parting, code) in enumerate(((",", "utf-8-sig"), (";", "utf-8"), ("\t", "utf-16"))):
        file = tmp_path / f"{nth}.csv"
        with file.open("w", encoding=code, newline="") as opened:
            csv.writer(opened, delimiter=parting).writerows(lines)
        found = toso("import", file, "--json", "--db", commune).json
        assert found["problems"] == []
        assert [one["value"] for one in found["rows"]] == [3901, 1711, 120]


def test_the_template_comes_back_as_it_went(toso: Toso, commune: Path, sheet: Path) -> None:
    ran = toso("import", "--template", sheet, "--villages", "--json", "--db", commune)
    assert ran.code == 0
    found = toso("import", sheet, "--json", "--db", commune).json
    assert (found["rows"], found["problems"]) == ([], [])
    assert found["empty"] == ran.json["rows"]
    page = load_workbook(sheet)["Số liệu"]
    assert [cell.value for cell in page[1]] == list(HEAD)
    assert page.freeze_panes == "D2"
    named = {(row[0], row[4]): row for row in page.iter_rows(min_row=2, values_only=True)}
    assert named["dan_so", COMMUNE][1:8] == (
        "Dân số", None, "người", COMMUNE, None, None, "Công an xã",
    )  # fmt: skip
    assert {place for __, place in named} == {
        COMMUNE, "An Khương", "Thọ An", "Tây Phước", "An Bình", "Gò Đá",
    }  # fmt: skip
    # Filled in for the commune, it is kept.
    book = load_workbook(sheet)
    for row in book["Số liệu"].iter_rows(min_row=2):
        if (row[0].value, row[4].value) == ("dan_so", COMMUNE):
            row[2].value, row[6].value = 3901, datetime(2026, 10, 30)  # noqa: DTZ001
    book.save(sheet)
    assert toso("import", sheet, "--yes", "--json", "--db", commune).json["written"] == 1


def test_the_template_replaces_no_file(toso: Toso, commune: Path, sheet: Path) -> None:
    write(sheet, PEOPLE)
    before = sheet.read_bytes()
    ran = toso("import", "--template", sheet, "--db", commune)
    assert (ran.code, "TS-84" in ran.err, sheet.read_bytes()) == (1, True, before)
    ran = toso("import", "--template", sheet.with_suffix(".pdf"), "--db", commune)
    assert (ran.code, "TS-84" in ran.err) == (1, True)


def _packed(file: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file


def _hostile(folder: Path) -> dict[str, tuple[Path, str]]:
    """Return files that are no sheet of figures, and the code with which each is refused."""
    sound = write(folder / "sound.xlsx", PEOPLE).read_bytes()
    with zipfile.ZipFile(folder / "sound.xlsx") as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    page = "xl/worksheets/sheet1.xml"
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>' + parts[page]
    files = {
        "absent": (None, "TS-80"),
        "empty": (b"", "TS-83"),
        "text": ("không phải bảng tính".encode(), "TS-83"),
        "picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "TS-83"),
        "protected": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "TS-82"),
        "cut": (sound[: len(sound) // 2], "TS-83"),
        "spoilt": (sound[:200] + b"\xff" * 400 + sound[600:], "TS-83"),
        "large": (b"PK\x03\x04" + b"\0" * 5_000_001, "TS-81"),
    }
    made = {}
    for name, (content, code) in files.items():
        file = folder / f"{name}.xlsx"
        if content is not None:
            file.write_bytes(content)
        made[name] = (file, code)
    bomb = parts | {f"xl/media/{nth}.bin": b"\0" * 20_000_000 for nth in range(4)}
    made["bomb"] = (_packed(folder / "bomb.xlsx", bomb), "TS-81")
    made["laughs"] = (_packed(folder / "laughs.xlsx", parts | {page: laughs}), "TS-83")
    made["not xml"] = (_packed(folder / "xml.xlsx", parts | {page: b"<a"}), "TS-83")
    made["no workbook"] = (_packed(folder / "zip.xlsx", {"a.txt": b"a"}), "TS-83")
    made["latin"] = (folder / "latin.csv", "TS-83")
    made["latin"][0].write_bytes("Mã;Giá trị\n".encode() + b"\xe9\xff")
    made["other sheet"] = (write(folder / "other.xlsx", PEOPLE, name="Sheet1"), "TS-85")
    made["folder"] = (folder, "TS-80")
    return made


def test_what_is_no_sheet_is_refused_in_one_sentence(
    toso: Toso, commune: Path, tmp_path: Path
) -> None:
    before = dump(commune)
    for name, (file, code) in _hostile(tmp_path).items():
        ran = toso("import", file, "--yes", "--db", commune)
        assert (name, ran.code, ran.out) == (name, 1, "")
        assert (name, ran.err.startswith(f"toso: [{code}] "), ran.err.count("\n")) == (
            name,
            True,
            1,
        )
    assert dump(commune) == before


def test_more_rows_than_a_commune_has_are_refused(toso: Toso, commune: Path, sheet: Path) -> None:
    write(sheet, *([PEOPLE] * 5001))
    ran = toso("import", sheet, "--db", commune)
    assert (ran.code, ran.err.startswith("toso: [TS-81] ")) == (1, True)


def test_a_sheet_without_its_head_is_told_so(toso: Toso, commune: Path, sheet: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Số liệu"
    book.worksheets[0].append(["Dân số", 3901])
    book.save(sheet)
    ran = toso("import", sheet, "--yes", "--db", commune)
    assert (ran.code, "Thiếu dòng tiêu đề" in ran.err) == (1, True)
    book.worksheets[0].insert_rows(1)
    for nth, head in enumerate(("Mã", "Tên", "Giá trị"), start=1):
        book.worksheets[0].cell(1, nth, head)
    book.save(sheet)
    ran = toso("import", sheet, "--yes", "--db", commune)
    assert (ran.code, "Thiếu các cột: Đơn vị, Nơi, " in ran.err) == (1, True)


def test_one_of_a_file_and_a_template_is_asked_for(toso: Toso, commune: Path, sheet: Path) -> None:
    assert toso("import", "--db", commune).code == 2
    assert toso("import", sheet, "--template", sheet, "--db", commune).code == 2


def test_another_commune_s_villages_are_unknown(toso: Toso, commune: Path, sheet: Path) -> None:
    write(sheet, changed(HOUSES, "Nơi", "Suối Cát"))
    assert toso("import", sheet, "--db", commune).code == 1
    other = toso(
        "import", sheet, "--yes", "--json", "--db", commune, "--commune", "Tân Lập (xã mẫu)"
    )
    assert (other.code, other.json["rows"][0]["place"]) == (0, "Suối Cát")
