"""The report as a file: sound beyond what one library reads, and laid out as NĐ 30/2020 asks."""

import io
import posixpath
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from docx.shared import Length

from bot.domain.dossiers import Dossier
from tests.reports.periods_by_hand import ROWS, dossier, finding, made, parts
from tests.reports.values import amount, share
from tests.template import PATH, template

RATES = (share(amount(2_570), amount(3_009), group="xa-hoi-so"),)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What a name can hold that is a sign of something else: of the template, of XML, of nothing.
HOSTILE = "{{ 9*9 }} {% for x in y %} </w:t> & <b> \x00\x07\x1b\f\ud800\ufffe 😀 ]]> \n"
HOSTILE += "Ừ" * 9_000


def sound(data: bytes) -> dict[str, ET.Element]:
    """Return the parts of a file that are XML; each is well-formed and what it names is there."""
    files = parts(data)
    trees = {
        name: ET.fromstring(text)  # noqa: S314 - our own file
        for name, text in files.items()
        if name.endswith((".xml", ".rels"))
    }
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for one in tree.iter(_RELATION):
            assert one.get("TargetMode") != "External"
            target = one.get("Target") or ""
            path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            assert posixpath.normpath(path) in files, (name, target)
    used = {
        value
        for tree in trees.values()
        for node in tree.iter()
        for key, value in node.attrib.items()
        if key.endswith("/officeDocument/2006/relationships}id")
    }
    known = {one.get("Id") for one in trees["word/_rels/document.xml.rels"].iter(_RELATION)}
    assert used <= known
    return trees


def text(data: bytes) -> str:
    trees = sound(data)
    bodies = (trees[name] for name in trees if name.startswith("word/") and "rels" not in name)
    return "\n".join(node.text or "" for tree in bodies for node in tree.iter(f"{_WORD}t"))


@pytest.mark.parametrize("closed", [True, False])
def test_every_part_is_sound_and_no_field_is_left(closed: bool) -> None:
    shown = text(made(dossier(*RATES, closed=closed, findings=(finding("Dân số"),))))
    assert "1.711" in shown
    for left in ("{{", "}}", "{%", "%}"):
        assert left not in shown


def test_what_names_and_reasons_hold_is_written_as_it_is_and_never_run() -> None:
    rows = tuple(type(row)(HOSTILE, row.activity, row.count) for row in ROWS)
    data = made(dossier(commune=HOSTILE, rows=rows, findings=(finding(HOSTILE, HOSTILE),)))
    shown = text(data)
    assert "{{ 9*9 }}" in shown
    assert "81 " not in shown
    assert "</w:t> & <b>" in shown
    assert "😀" in shown
    assert "Ừ" * 9_000 in shown


def test_the_shipped_template_is_what_the_script_makes() -> None:
    assert PATH.read_bytes() == template(), "run: .venv/bin/python tests/template.py"


def test_paper_and_letters_are_those_of_the_decree() -> None:
    read = Document(io.BytesIO(made(dossier())))
    for section in read.sections:
        sides = {_millimetres(section.page_height), _millimetres(section.page_width)}
        assert sides == {297, 210}
        assert 20 <= _millimetres(section.top_margin) <= 25
        assert 20 <= _millimetres(section.bottom_margin) <= 25
        assert 30 <= _millimetres(section.left_margin) <= 35
        assert 15 <= _millimetres(section.right_margin) <= 20
    assert read.styles["Normal"].font.name == "Times New Roman"
    sizes = {
        run.font.size.pt
        for line in read.paragraphs
        for run in line.runs
        if run.font.size and len(run.text) > 30
    }
    assert sizes <= {12, 13, 14}


def test_tables_with_long_lists_in_them_lie_across_the_page() -> None:
    read = Document(io.BytesIO(made(dossier(*RATES))))
    across = [_millimetres(one.page_width) == 297 for one in read.sections]
    assert across == [False, True, True]
    for one in read.tables[2:]:
        assert 245 <= sum(_millimetres(column.width) for column in one.columns) <= 252


def test_who_signs_is_never_alone_on_a_page() -> None:
    read = Document(io.BytesIO(made(dossier())))
    lines = list(read.element.body)
    (signed,) = (
        nth for nth, one in enumerate(lines) if "TM. ỦY BAN NHÂN DÂN" in "".join(one.itertext())
    )
    closing = lines[signed - 1]
    assert "".join(closing.itertext()).endswith("./.")
    for kept in ("keepNext", "keepLines"):
        assert closing.find(f"{_WORD}pPr/{_WORD}{kept}") is not None


def _millimetres(length: Length | None) -> int:
    assert length is not None
    millimetres: float = length.mm
    return round(millimetres)


def pages(of: Dossier, folder: Path) -> list[str]:
    """Return the text of each page as LibreOffice lays it out."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("soffice and pdftotext are needed to see the pages; they are not here")
    (folder / "report.docx").write_bytes(made(of))
    home = f"-env:UserInstallation=file://{folder}/home"
    subprocess.run(
        ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir", folder,
         folder / "report.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    shown = subprocess.run(
        ["pdftotext", "-layout", folder / "report.pdf", "-"], check=True, capture_output=True
    )
    return shown.stdout.decode().split("\f")[:-1]


def test_the_pages_are_those_of_an_official_report(tmp_path: Path) -> None:
    shown = pages(dossier(*RATES, findings=tuple(map(finding, "ABCDEFGHIJKLMN"))), tmp_path)
    first, second = shown[0].split("\n"), shown[1].split("\n")
    top = [line for line in first if line.strip()]
    # No number on the first page, one in the middle of the top margin from the second on.
    assert not top[0].strip().isdecimal()
    assert second[0].strip() == "2"
    heads = "\n".join(top[:6])
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in heads
    assert heads.index("ỦY BAN NHÂN DÂN") < heads.index("Độc lập - Tự do - Hạnh phúc")
    whole = "\n".join(shown)
    order = ["BÁO CÁO", "I. CÔNG TÁC", "II. XÃ HỘI SỐ", "III. DỊCH VỤ CÔNG", "IV. KHÓ KHĂN",
             "V. KIẾN NGHỊ", "./.", "Nơi nhận:", "Phụ lục I\n", "Phụ lục II\n"]  # fmt: skip
    places = [whole.index(words) for words in order]
    assert places == sorted(places)
    annex = [page for page in shown if "Phụ lục I" in page]
    # Each annex begins a page, and counts its own.
    assert len(annex) == 2
    for page in annex:
        assert "TM. ỦY BAN NHÂN DÂN" not in page
        assert not page.split("\n")[0].strip().isdecimal()
