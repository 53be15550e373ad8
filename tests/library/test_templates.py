"""A commune's own Word template: taken where it is sound, told about where it is not."""

import io
import re
import time
from pathlib import Path

import pytest
from docx import Document

from bot.library.shelves import load
from bot.library.templates import Sound, check, report
from bot.reports.document.filling import TooLong, problems
from bot.voices import Voices
from tests.house import CONTENT, LIBRARY
from tests.reports.periods_by_hand import TEMPLATE, dossier, lines, made, packed, parts
from tests.reports.test_fields import KNOWN, NO_FIELD, ONLY, UNREADABLE

NO_WORD = "This is no Word file (.docx) without macros: save it as one."
TOO_LARGE = "This file is too large: {n} MB at most."
CANNOT = "This template cannot be filled in: {why}"
MUCH = "There is too much text in this template."
MISSING = "This file is missing or cannot be read: put it back."
SHIPPED = TEMPLATE.read_bytes()
BODY = "word/document.xml"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where a commune puts its own template."""
    folder = tmp_path / "overlay" / "templates"
    folder.mkdir(parents=True)
    return folder / "report.docx"


def taken(own: Path) -> Sound:
    return report(CONTENT, own.parents[1], LIBRARY.activities, LIBRARY.catalogue)


def written(*paragraphs: str) -> bytes:
    """Return a Word file as somebody writes it."""
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def spoilt(pattern: bytes, put: bytes, part: str = BODY) -> bytes:
    """Return the shipped template with something else in a part."""
    files = dict(parts(SHIPPED))
    files[part], times = re.subn(pattern, put, files[part], count=1)
    assert times == 1
    return packed(files)


def test_without_an_own_template_the_projects_is_taken(tmp_path: Path) -> None:
    for overlay in (None, tmp_path):
        found = report(CONTENT, overlay, LIBRARY.activities, LIBRARY.catalogue)
        assert found == Sound(SHIPPED)
        assert check(CONTENT, overlay, LIBRARY.activities, LIBRARY.catalogue) == ()


def test_an_own_template_is_taken_as_it_is(own: Path) -> None:
    own.write_bytes(written("Xã: {{ ten_xa }}", "{{ viec.vneid_kich_hoat.chu }}"))
    assert taken(own).problems == ()
    assert load(CONTENT, own.parents[1])[1] == ()
    shown = lines(made(dossier(), taken(own).data))
    assert [line for line in shown if line] == ["Xã: Mẫu", "1.711 tài khoản"]


def test_a_field_that_word_cut_into_pieces_is_one_field(own: Path) -> None:
    document = Document()
    line = document.add_paragraph()
    for piece in ("{", "{ ten", "_xa }", "}"):
        line.add_run(piece)
    document.save(str(own))
    assert taken(own).problems == ()
    assert "Mẫu" in lines(made(dossier(), taken(own).data))


WRONG = [
    ("empty", b"", NO_WORD),
    ("text", b"not a zip", NO_WORD),
    ("cut short", SHIPPED[:20_000], NO_WORD),
    ("an archive of something else", packed({"a": b"b"}), NO_WORD),
    ("no body", packed({n: t for n, t in parts(SHIPPED).items() if n != BODY}), NO_WORD),
    ("with macros", spoilt(b"wordprocessingml.document.main", b"word.document.macroEnabled.main",
                           "[Content_Types].xml"), NO_WORD),
    ("with entities", spoilt(b"<w:document ", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document '),
     NO_WORD),
    ("a bomb", packed({**parts(SHIPPED), "word/media/a.png": bytes(20_000_001)}), TOO_LARGE),
    ("large", SHIPPED + bytes(5_000_000), TOO_LARGE),
    ("much text", spoilt(b"BC-UBND", b"a" * 1_000_001), MUCH),
    ("many braces", spoilt(b"BC-UBND", b"{{" * 2_000), MUCH),
    ("an unknown field", written("{{ ten_cua_xa }}"), NO_FIELD),
    ("an unknown field in the header", spoilt(b"if la_ban_nhap", b"if ban_nhap",
                                              "word/header1.xml"), NO_FIELD),
    ("an unknown field in the title", spoilt(b"{{ ky }}", b"{{ kyy }}", "docProps/core.xml"),
     NO_FIELD),
    ("a call", written("{{ ten_xa.upper() }}"), ONLY),
    ("a syntax error", written("{{ ten_xa "), UNREADABLE),
    ("a loop that is not closed", written("{% for v in cac_viec %}{{ v.ten }}"), UNREADABLE),
    ("a broken body", spoilt(b"</w:body>", b""), CANNOT),
    ("a table without its columns", spoilt(b"<w:tblGrid>.*?</w:tblGrid>", b""), CANNOT),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "wrong"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG]
)
def test_what_is_wrong_is_told_with_its_file_and_a_report_comes_out_all_the_same(
    own: Path, data: bytes, wrong: str
) -> None:
    own.write_bytes(data)
    found = taken(own)
    assert found.data == SHIPPED
    assert {(one.file, one.line, one.text.message) for one in found.problems} == {
        (str(own), 0, wrong)
    }
    assert check(CONTENT, own.parents[1], LIBRARY.activities, LIBRARY.catalogue) == found.problems
    for one in found.problems:
        for said in Voices(CONTENT / "words").spoken(one.text):
            assert "{" not in said


def test_the_projects_template_is_looked_at_too(content: Path) -> None:
    path = content / "templates" / "report.docx"
    path.write_bytes(written("{{ ten_cua_xa }}"))
    found = check(content, None, LIBRARY.activities, LIBRARY.catalogue)
    assert [(one.file, one.text.message) for one in found] == [("templates/report.docx", NO_FIELD)]
    path.unlink()
    found = check(content, None, LIBRARY.activities, LIBRARY.catalogue)
    assert [(one.file, one.text.message) for one in found] == [("templates/report.docx", MISSING)]


def test_a_file_that_nothing_is_made_of_is_found_but_not_what_word_leaves_behind(
    own: Path,
) -> None:
    for name in ("raport.docx", "~$report.docx", ".report.docx.swp"):
        (own.parent / name).write_bytes(b"")
    found = taken(own).problems
    wrong = "Nothing of this name can be laid over the content."
    assert [(one.file, one.text.message) for one in found] == [
        (str(own.parent / "raport.docx"), wrong)
    ]


def test_a_template_of_many_rows_is_given_up_before_it_is_endless(own: Path) -> None:
    text = "a" * 900_000
    own.write_bytes(written("{% for v in cac_viec %}" + text + "{{ v.ten }}{% endfor %}"))
    assert taken(own).problems == ()
    many = tuple(type(dossier().sheet.by_village.rows[0])("A", f"x{n}", 1) for n in range(99))
    with pytest.raises(TooLong):
        made(dossier(rows=many), taken(own).data)


def test_what_a_template_makes_of_braces_takes_no_minutes() -> None:
    """Patterns that look for the end of each brace may look through the whole text for each."""
    data = spoilt(b"BC-UBND", b"{{ " * 600 + b"a" * 400_000 + b" }}" * 600)
    begun = time.perf_counter()
    assert problems(data, KNOWN)
    assert time.perf_counter() - begun < 30
