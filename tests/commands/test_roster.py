"""A commune's roster from one sheet: shown first, all or nothing, nothing twice."""

import json
import shutil
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.commands.conftest import Toso, dump, rows
from tests.commands.sheets import ROLL, fill, write

_ROSTER = (
    "SELECT people.name, title, role, places.name, consented_at FROM people"
    " JOIN places ON places.id = place_id ORDER BY people.id"
)


@pytest.fixture(autouse=True)
def _now(set_clock: Any) -> None:  # noqa: ANN401 - a fixture of the folder
    set_clock(datetime.fromisoformat("2026-11-21T09:00:00+07:00"))


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A roster sheet that is in order."""
    return write(tmp_path / "danh-sach.xlsx")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Where a database is to be that is not there yet."""
    return tmp_path / "xa.db"


def test_a_look_makes_nothing_and_the_first_set_up_makes_all(
    toso: Toso, new: Path, sheet: Path
) -> None:
    ran = toso("import", sheet, "--db", new)
    assert (ran.code, ran.err, new.exists()) == (0, "", False)
    assert "Trang Thành viên, dòng 3: mới: anh Lê Văn Sáu, tổ phó, Tổ Đông" in ran.out
    assert ran.out.splitlines()[-1].startswith("Chưa ghi gì.")
    ran = toso("import", sheet, "--yes", "--db", new)
    assert (ran.code, ran.err) == (0, "")
    assert "Đã ghi: nơi mới: 5, người mới: 4, sửa: 0, số liệu: 3." in ran.out
    assert rows(new, _ROSTER) == [
        ("Đỗ Thị Na", "bà", "leader", "Tổ Đông", None),
        ("Lê Văn Sáu", "anh", "deputy", "Tổ Đông", None),
        ("Ngô Thị Lành", "chị", "member", "Tổ Tây", None),
        ("Mai Văn Tùng", "anh", "official", "Xã Đồng Lúa", None),
    ]
    given = "SELECT places.name, figures.name, value FROM figures JOIN places ON places.id=place_id"
    assert rows(new, given) == [
        ("Đông", "so_ho", "90"), ("Đông", "nguoi_tu_14", "190"), ("Tây", "so_ho", "99"),
    ]  # fmt: skip
    facts = rows(new, "SELECT code, kind, body, commune_id, village_id FROM facts ORDER BY id")
    assert [kind for __, kind, *__rest in facts] == (
        ["PlaceFounded"] * 5 + ["MemberAdded"] * 4 + ["FigureGiven"] * 3
    )
    assert {code[:2] for code, *__ in facts} == {"R0", "S0"}
    assert {commune for *__, commune, __village in facts} == {1}
    # Names of people stand on the roster alone, where they can be erased.
    every = "\n".join(line for line in dump(new) if 'INTO "people"' not in line)
    assert 'INTO "facts"' in every
    for name in ("Đỗ Thị Na", "Lê Văn", "Ngô Thị", "Mai Văn", *map(json.dumps, ("Đỗ", "Ngô"))):
        assert name.strip('"') not in every
    assert toso("verify", "--db", new).code == 0


def test_the_same_sheet_again_changes_nothing_and_says_so(
    toso: Toso, new: Path, sheet: Path
) -> None:
    toso("import", sheet, "--yes", "--db", new)
    before = dump(new)
    ran = toso("import", sheet, "--yes", "--db", new)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Không có gì mới để ghi.")
    assert dump(new) == before
    # What is missing stays and is said; what differs is changed.
    people = [("Tổ Đông", None, "bà", "Đỗ Thị Na", "tổ phó"), ROLL["Thành viên"][2]]
    write(sheet, {"Thành viên": people})
    ran = toso("import", sheet, "--yes", "--db", new)
    assert "Không có trong trang “Thành viên”, vẫn giữ nguyên (2): " in ran.out
    assert "dòng 2: Đỗ Thị Na: bà, tổ trưởng → bà, tổ phó" in ran.out
    assert [role for __, __, role, *__rest in rows(new, _ROSTER)] == [
        "deputy", "deputy", "member", "official",
    ]  # fmt: skip
    last = rows(new, "SELECT kind, body FROM facts ORDER BY id DESC LIMIT 1")
    assert last == [("PersonChanged", '{"person": 1, "role": "deputy"}')]


def test_a_new_leader_takes_the_place_of_the_old_one(toso: Toso, new: Path, sheet: Path) -> None:
    toso("import", sheet, "--yes", "--db", new)
    people = [
        ("Tổ Đông", None, "anh", "Hà Văn Bé", "tổ trưởng"),
        ("Tổ Đông", None, "bà", "Đỗ Thị Na", "tổ phó"),
    ]
    write(sheet, {"Thành viên": people})
    assert toso("import", sheet, "--yes", "--db", new).code == 0
    told = "SELECT kind, body FROM facts ORDER BY id DESC LIMIT 2"
    team = rows(new, "SELECT place_id FROM people WHERE id = 1")[0][0]
    assert rows(new, told)[::-1] == [
        ("PersonChanged", '{"person": 1, "role": "deputy"}'),
        ("MemberAdded", f'{{"person": 5, "role": "leader", "place": {team}}}'),
    ]


def test_one_error_anywhere_keeps_everything_out(
    toso: Toso, new: Path, commune: Path, sheet: Path
) -> None:
    wrong = {**ROLL, "Số liệu": [("so_ho", "x", "hộ", "Tây", "31/10/2026", "Trưởng thôn")]}
    write(sheet, wrong)
    ran = toso("import", sheet, "--yes", "--db", new)
    assert (ran.code, new.exists()) == (1, False)
    assert ran.err.startswith("Số liệu: Dòng 2, cột “Giá trị”: ")
    assert ran.out.splitlines()[-1] == "Chưa ghi gì. Sửa các dòng đã nêu rồi làm lại."
    # In the demo's database, too, and nothing else but a sentence is said of it.
    before = dump(commune)
    ran = toso("import", write(sheet), "--yes", "--db", commune)
    assert (ran.code, "của xã mẫu" in ran.err, dump(commune)) == (1, True, before)


def test_a_figure_that_stands_twice_must_be_the_same(toso: Toso, new: Path, sheet: Path) -> None:
    roll = {**ROLL, "Số liệu": [("so_ho", 91, "hộ", "Đông", "31/10/2026", "Công an xã")]}
    write(sheet, roll)
    ran = toso("import", sheet, "--yes", "--json", "--db", new)
    assert (ran.code, new.exists()) == (1, False)
    (told,) = ran.json["roster"]["problems"]
    assert (told["page"], told["row"]) == ("Thôn", 2)
    roll["Số liệu"] = [("so_ho", 90, "hộ", "Đông", "31/10/2026", "Công an xã")]
    ran = toso("import", write(sheet, roll), "--yes", "--json", "--db", new)
    assert (ran.code, ran.json["written"], len(ran.json["roster"]["new"])) == (0, 2, 9)


def test_the_template_of_an_empty_database_comes_back_filled_in(
    toso: Toso, new: Path, tmp_path: Path
) -> None:
    empty, full = tmp_path / "mau.xlsx", tmp_path / "lai.xlsx"
    assert toso("import", "--template", empty, "--db", new).code == 0
    assert not new.exists()
    fill(
        empty,
        {
            ("Xã", "A2"): "Xã Đồng Lúa",
            ("Thôn", "A2"): "Đông",
            ("Thôn", "B2"): 90,
            ("Thôn", "G2"): datetime(2026, 10, 31),  # noqa: DTZ001 - a cell has no zone
            ("Thôn", "H2"): "Công an xã",
            ("Tổ", "A2"): "Đông",
            ("Tổ", "B2"): "Tổ Đông",
            ("Thành viên", "A2"): "Tổ Đông",
            ("Thành viên", "C2"): "bà",
            ("Thành viên", "D2"): "Đỗ Thị Na",
            ("Thành viên", "E2"): "tổ trưởng",
        },
    )
    ran = toso("import", empty, "--yes", "--db", new)
    assert (ran.code, ran.err) == (0, "")
    # What is known stands in the next template, which is itself nothing new.
    assert toso("import", "--template", full, "--db", new).code == 0
    book = load_workbook(full)
    assert [cell.value for cell in book["Thành viên"][2]] == [
        "Tổ Đông", "Đông", "bà", "Đỗ Thị Na", "tổ trưởng",
    ]  # fmt: skip
    assert [cell.value for cell in book["Thôn"][2]][:2] == ["Đông", 90]
    assert book["Xã"]["A2"].value == "Xã Đồng Lúa"
    before = dump(new)
    ran = toso("import", full, "--yes", "--db", new)
    assert (ran.code, ran.err, ran.out.splitlines()[-1]) == (0, "", "Không có gì mới để ghi.")
    assert dump(new) == before


def test_formulas_macros_and_hidden_phones_do_no_harm(
    toso: Toso, new: Path, sheet: Path, tmp_path: Path
) -> None:
    fill(sheet, {("Thành viên", "D2"): '=HYPERLINK("http://x","y")', ("Tổ", "B2"): "=1+1"})
    ran = toso("import", sheet, "--yes", "--db", new)
    assert [line.partition(":")[0] for line in ran.err.splitlines()][:2] == [
        "Trang Tổ, dòng 2, cột “Tổ”", "Trang Thành viên, dòng 2, cột “Họ và tên”",
    ]  # fmt: skip
    fill(write(sheet), {("Thành viên", "F1"): "Liên hệ", ("Thành viên", "F9"): "0999 999 999"})
    ran = toso("import", sheet, "--yes", "--json", "--db", new)
    assert (ran.code, new.exists(), "0999" in ran.out + ran.err) == (1, False, False)
    assert "Cột F giống số điện thoại" in ran.err
    # A workbook with a macro is read as one without: nothing in it is ever run.
    macro = tmp_path / "macro.xlsm"
    shutil.copy(write(sheet), macro)
    with zipfile.ZipFile(macro, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    assert toso("import", macro, "--db", new).code == 0


def test_a_page_of_thousands_is_refused_in_one_sentence(toso: Toso, new: Path, sheet: Path) -> None:
    write(sheet, {"Tổ": [("Đông", f"Tổ {nth}") for nth in range(5001)]})
    ran = toso("import", sheet, "--yes", "--db", new)
    assert (ran.code, ran.err.startswith("toso: [TS-81] "), new.exists()) == (1, True, False)


def test_a_file_without_a_commune_needs_one(toso: Toso, new: Path, sheet: Path) -> None:
    write(sheet, {"Tổ": ROLL["Tổ"]})
    ran = toso("import", sheet, "--yes", "--db", new)
    assert (ran.code, ran.err.startswith("toso: [TS-88] ")) == (1, True)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_template(toso: Toso, new: Path, sheet: Path, tmp_path: Path) -> None:
    toso("import", sheet, "--yes", "--db", new)
    mine = tmp_path / "mau.xlsx"
    toso("import", "--template", mine, "--db", new)
    out = tmp_path / "saved"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless",
         "--convert-to", "xlsx", "--outdir", out, mine],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    ran = toso("import", out / "mau.xlsx", "--yes", "--db", new)
    assert (ran.code, ran.err, ran.out.splitlines()[-1]) == (0, "", "Không có gì mới để ghi.")
