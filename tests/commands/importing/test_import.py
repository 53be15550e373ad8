"""`toso import`: looked at first, all of it or nothing, and nothing twice."""

import csv
from pathlib import Path

from openpyxl import load_workbook

from tests.commands.conftest import Toso, dump, rows
from tests.commands.importing.sheet import (
    COMMUNE,
    DOSSIERS,
    GIVEN,
    HEAD,
    HOUSES,
    PEOPLE,
    changed,
    write,
)


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
