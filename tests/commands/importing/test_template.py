"""`toso import --template`: the sheet that is filled in."""

from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook

from tests.commands.conftest import Toso
from tests.commands.importing.sheet import COMMUNE, HEAD, PEOPLE, write


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


def test_one_of_a_file_and_a_template_is_asked_for(toso: Toso, commune: Path, sheet: Path) -> None:
    assert toso("import", "--db", commune).code == 2
    assert toso("import", sheet, "--template", sheet, "--db", commune).code == 2
