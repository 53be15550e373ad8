"""`toso import`: files that are no sheet of figures."""

import zipfile
from pathlib import Path

from openpyxl import Workbook

from tests.commands.conftest import Toso, dump
from tests.commands.importing.sheet import PEOPLE, write


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
