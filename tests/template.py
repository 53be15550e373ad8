"""Makes the Word template of the report that is shipped (`content/templates/report.docx`).

Nobody can see what changed in a Word file, so it is made here; run this after a change. The form
is that of NĐ 30/2020/NĐ-CP, annex I: margins and widths in millimetres, letters in points.
"""

import io
import re
from collections.abc import Callable, Iterable

from docx import Document
from docx.document import Document as Written
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from bot.reports.document.packing import repacked
from tests import template_words as said
from tests.template_words import Kind
from tests.words import ROOT

PATH = ROOT / "content" / "templates" / "report.docx"
_FONT = "Times New Roman"
_LEFT, _CENTRE, _BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
# Size, bold, italic, alignment, first line in millimetres, points below, kept with what follows.
_LOOKS = {
    Kind.TAG: (14, False, False, _LEFT, 0.0, 0, False),
    Kind.TEXT: (14, False, False, _BOTH, 12.7, 6, False),
    Kind.GROUND: (14, False, True, _BOTH, 12.7, 6, False),
    Kind.PART: (14, True, False, _BOTH, 12.7, 6, True),
    Kind.HEADING: (14, True, False, _BOTH, 12.7, 6, True),
    Kind.ROW: (14, False, False, _BOTH, 12.7, 6, False),
    Kind.ANNEX: (14, True, False, _CENTRE, 0.0, 0, True),
    Kind.TITLE: (14, True, False, _CENTRE, 0.0, 0, True),
    Kind.BESIDE: (14, False, True, _CENTRE, 0.0, 0, True),
    Kind.NOTE: (12, False, True, _BOTH, 0.0, 4, False),
}
# A field, a blank to be filled in by an official, or other words.
_PIECES = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})|(\[.*?\])")
_MARKS = (
    ("la_xa_mau", "XÃ MẪU – người và số liệu đều để thử, không có thật"),
    ("la_ban_nhap", "DỰ THẢO – số chưa chốt"),
)


def template() -> bytes:
    """Return the template as it is to be shipped."""
    document = Document()
    _plain(document)
    _page(document.sections[0])
    _headers(document.sections[0])
    _letterhead(document)
    _lines(document.add_paragraph, said.BODY)
    _signature(document)
    _page(document.add_section(WD_SECTION.NEW_PAGE))
    _lines(document.add_paragraph, said.WORK_ANNEX)
    _table(document, *said.WORK_TABLE)
    _lines(document.add_paragraph, said.WEEKS_ANNEX)
    _table(document, *said.TEAMS_TABLE)
    _lines(document.add_paragraph, said.WEEKS_END)
    _page(document.add_section(WD_SECTION.NEW_PAGE), across=True)
    _lines(document.add_paragraph, said.RATES_ANNEX)
    _table(document, *said.RATES_TABLE, group="{{ n.ten }}")
    _lines(document.add_paragraph, said.RATES_END)
    written = io.BytesIO()
    document.save(written)
    return repacked(written.getvalue())


def _plain(document: Written) -> None:
    """Set the font of everything, and leave out what the library's own template brings along."""
    style = document.styles["Normal"]
    style.font.name = _FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)
    properties = document.core_properties
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.title, properties.language = "Báo cáo {{ ky }}", "vi-VN"
    relations = document.part.package.rels
    for number in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[number]


def _page(section: Section, *, across: bool = False) -> None:
    """Set paper and margins; every section counts its own pages, as an annex does."""
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(297), Mm(210)) if across else (Mm(210), Mm(297))
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    properties.find(qn("w:cols")).addprevious(numbers)


def _headers(section: Section) -> None:
    """Number the pages from the second one on; mark every page of a draft and of a try-out."""
    number = section.header.paragraphs[0]
    number.alignment = _CENTRE
    run = number.add_run()
    run.font.size = Pt(14)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run._r.append(part)
    for header in (section.header, section.first_page_header):
        for flag, words in _MARKS:
            _lines(header.add_paragraph, [(Kind.TAG, f"if {flag}")])
            marked = header.add_paragraph()
            marked.alignment = _CENTRE
            _spaced(marked, 0)
            _say(marked, words, 12, bold=True)
            _lines(header.add_paragraph, [(Kind.TAG, "endif")])
        # Without a page number and without marks there would be no paragraph at all.
        _spaced(header.paragraphs[0], 0)


def _lines(add: Callable[[], Paragraph], lines: Iterable[tuple[Kind, str]]) -> None:
    for kind, words in lines:
        size, bold, italic, where, first, below, kept = _LOOKS[kind]
        line = add()
        line.alignment = where
        line.paragraph_format.first_line_indent = Mm(first) if first else None
        line.paragraph_format.keep_with_next = kept or None
        _spaced(line, below)
        text = f"{{%p {words} %}}" if kind is Kind.TAG else words
        _say(line, text, size, bold=bold, italic=italic)


def _say(
    line: Paragraph, words: str, size: int, *, bold: bool = False, italic: bool = False
) -> None:
    """Write words, each blank for the official in yellow."""
    at = 0
    for found in (*_PIECES.finditer(words), None):
        until = found.start() if found else len(words)
        for text, blank in (
            (words[at:until], False),
            (found[0] if found else "", bool(found and found[2])),
        ):
            if text:
                run = line.add_run(text)
                run.font.size, run.bold, run.italic = Pt(size), bold or None, italic or None
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW if blank else None
        at = found.end() if found else until


def _spaced(line: Paragraph, below: float) -> None:
    line.paragraph_format.space_before = Pt(0)
    line.paragraph_format.space_after = Pt(below)
    line.paragraph_format.line_spacing = 1.0


def _rule(line: Paragraph, across: float, length: float) -> None:
    """Draw a line so long, in millimetres, in the middle of a place so wide."""
    side = Mm((across - length) / 2)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = side
    line.paragraph_format.line_spacing = Pt(4)
    line.paragraph_format.space_after = Pt(6)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties: BaseOxmlElement = line._p.get_or_add_pPr()
    properties.find(qn("w:spacing")).addprevious(borders)


def _letterhead(document: Written) -> None:
    """Put issuer and number on the left, the country's name, place and day on the right."""
    left, right = 65, 100
    place = document.add_table(2, 2)
    _widths(place, (left, right))
    name = "{% if loai_xa %}{{ loai_xa_hoa }}{% else %}[XÃ/PHƯỜNG]{% endif %} {{ ten_xa_hoa }}"
    issuer, country = place.cell(0, 0), place.cell(0, 1)
    _centred(issuer, [("ỦY BAN NHÂN DÂN", 13, True, False), (name, 13, True, False)])
    _rule(issuer.add_paragraph(), left, 20)
    _centred(
        country,
        [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False),
            ("Độc lập - Tự do - Hạnh phúc", 14, True, False),
        ],
    )
    _rule(country.add_paragraph(), right, 63)
    _centred(place.cell(1, 0), [("Số: [……]/BC-UBND", 13, False, False)])
    day = "{{ dia_danh }}, ngày [……] tháng [……] năm [……]"
    _centred(place.cell(1, 1), [(day, 14, False, True)])
    for words, below in (
        ("BÁO CÁO", 0),
        ("Kết quả hoạt động của Tổ công nghệ số cộng đồng", 0),
        ("và các chỉ tiêu xã hội số {{ ky }}", 0),
    ):
        line = document.add_paragraph()
        line.alignment = _CENTRE
        _spaced(line, below)
        _say(line, words, 14, bold=True)
        if words == "BÁO CÁO":
            line.paragraph_format.space_before = Pt(12)
    _rule(document.add_paragraph(), left + right, 50)


def _signature(document: Written) -> None:
    place = document.add_table(1, 2)
    _widths(place, (75, 90))
    readers, signer = place.cell(0, 0), place.cell(0, 1)
    for nth, (words, size, bold, italic) in enumerate(
        [
            ("Nơi nhận:", 12, True, True),
            ("- [Cán bộ xã viết: nơi nhận];", 11, False, False),
            ("- Lưu: VT.", 11, False, False),
        ]
    ):
        line = readers.add_paragraph() if nth else readers.paragraphs[0]
        _spaced(line, 0)
        _say(line, words, size, bold=bold, italic=italic)
    signs = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", "", "[Họ và tên]"]
    _centred(signer, [(words, 14, True, False) for words in signs])
    for row in place.rows:
        _row_property(row._tr, "w:cantSplit")


def _centred(cell: _Cell, lines: Iterable[tuple[str, int, bool, bool]]) -> None:
    for nth, (words, size, bold, italic) in enumerate(lines):
        line = cell.add_paragraph() if nth else cell.paragraphs[0]
        line.alignment = _CENTRE
        _spaced(line, 0)
        _say(line, words, size, bold=bold, italic=italic)


def _table(
    document: Written,
    columns: Iterable[tuple[str, float]],
    rows: tuple[str, str],
    fields: tuple[str, ...],
    group: str | None = None,
) -> None:
    """Add a table with a row for each of a list; with a heading across it for each group."""
    heads = list(columns)
    opening = [f"{{%tr for {rows[0]} in {rows[1]} %}}"]
    closing = ["{%tr endfor %}"]
    if group:
        opening = ["{%tr for n in cac_nhom %}", "{%tr if n.co_so %}", group, *opening]
        closing += ["{%tr endif %}", "{%tr endfor %}"]
    table = document.add_table(2 + len(opening) + len(closing), len(heads), "Table Grid")
    _widths(table, [width * 10 for __, width in heads])
    _fill(table, 0, [words for words, __ in heads], bold=True)
    _row_property(table.rows[0]._tr, "w:cantSplit", "w:tblHeader")
    for nth, words in enumerate([*opening, "", *closing], start=1):
        if words and not words.startswith("{%tr"):
            whole = table.cell(nth, 0).merge(table.cell(nth, len(heads) - 1))
            _spaced(whole.paragraphs[0], 0)
            _say(whole.paragraphs[0], words, 12, bold=True)
        else:
            _fill(table, nth, [words] if words else fields)
        _row_property(table.rows[nth]._tr, "w:cantSplit")
    space = document.add_paragraph()
    _spaced(space, 0)
    _say(space, " ", 6)


def _fill(table: Table, nth: int, texts: Iterable[str], *, bold: bool = False) -> None:
    for place, words in enumerate(texts):
        line = table.cell(nth, place).paragraphs[0]
        numeric = "loop.index" in words or any(sign in words for sign in _NUMERIC)
        line.alignment = _CENTRE if bold or numeric else _LEFT
        _spaced(line, 0)
        _say(line, words, 12, bold=bold)


_NUMERIC = (
    "v.so ", "v.ky_truoc", "v.tang_giam", "don_vi", "t.co_viec", "t.khong_viec", "t.chua_bao",
    "c.tu_so", "c.mau_so", "c.ket_qua",
)  # fmt: skip


def _row_property(row: BaseOxmlElement, *names: str) -> None:
    properties = row.get_or_add_trPr()
    for name in names:
        properties.append(OxmlElement(name))


def _widths(table: Table, widths: Iterable[float]) -> None:
    """Set widths in millimetres, of the columns and of every cell: programs read either."""
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = Mm(width)
        for cell in table.columns[place].cells:
            cell.width = Mm(width)


if __name__ == "__main__":
    PATH.parent.mkdir(parents=True, exist_ok=True)
    PATH.write_bytes(template())
