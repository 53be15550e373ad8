"""Makes the Word template of the report that is shipped (`content/templates/report.docx`).

Nobody can see what changed in a Word file, so it is made here; run this after a change. The form
is that of NĐ 30/2020/NĐ-CP, annex I: margins and widths in millimetres, letters in points.
"""

import io
from collections.abc import Iterable

from docx import Document
from docx.document import Document as Written
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table

from bot.reports.document.packing import repacked
from tests import template_words as said
from tests.template_lines import centred, lines, row_property, rule, say, spaced, widths
from tests.template_words import Kind
from tests.words import ROOT

PATH = ROOT / "content" / "templates" / "report.docx"
_FONT = "Times New Roman"
_LEFT, _CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
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
    lines(document.add_paragraph, said.BODY)
    _signature(document)
    _page(document.add_section(WD_SECTION.NEW_PAGE), across=True)
    lines(document.add_paragraph, said.WORK_ANNEX)
    _table(document, *said.WORK_TABLE)
    lines(document.add_paragraph, (*said.WORK_END, *said.WEEKS_ANNEX))
    _table(document, *said.TEAMS_TABLE)
    lines(document.add_paragraph, said.WEEKS_END)
    _page(document.add_section(WD_SECTION.NEW_PAGE), across=True)
    lines(document.add_paragraph, said.RATES_ANNEX)
    _table(document, *said.RATES_TABLE, group="{{ n.ten }}")
    lines(document.add_paragraph, said.RATES_END)
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
            lines(header.add_paragraph, [(Kind.TAG, f"if {flag}")])
            marked = header.add_paragraph()
            marked.alignment = _CENTRE
            spaced(marked, 6)
            say(marked, words, 12, bold=True)
            lines(header.add_paragraph, [(Kind.TAG, "endif")])
        # Without a page number and without marks there would be no paragraph at all.
        spaced(header.paragraphs[0], 0)


def _letterhead(document: Written) -> None:
    """Put issuer and number on the left, the country's name, place and day on the right."""
    left, right = 60, 105
    place = document.add_table(2, 2)
    widths(place, (left, right))
    name = "{% if loai_xa %}{{ loai_xa_hoa }}{% else %}[XÃ/PHƯỜNG]{% endif %} {{ ten_xa_hoa }}"
    issuer, country = place.cell(0, 0), place.cell(0, 1)
    centred(issuer, [("ỦY BAN NHÂN DÂN", 12, True, False), (name, 12, True, False)])
    rule(issuer.add_paragraph(), left, 20)
    centred(
        country,
        [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
            ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
        ],
    )
    rule(country.add_paragraph(), right, 58)
    centred(place.cell(1, 0), [("Số: [……]/BC-UBND", 13, False, False)])
    day = "{{ dia_danh }}, ngày [……] tháng [……] năm [……]"
    centred(place.cell(1, 1), [(day, 13, False, True)])
    for words, below in (
        ("BÁO CÁO", 0),
        ("Kết quả hoạt động của Tổ công nghệ số cộng đồng", 0),
        ("và các chỉ tiêu xã hội số {{ ky }}", 0),
    ):
        line = document.add_paragraph()
        line.alignment = _CENTRE
        spaced(line, below)
        say(line, words, 14, bold=True)
        if words == "BÁO CÁO":
            line.paragraph_format.space_before = Pt(12)
    rule(document.add_paragraph(), left + right, 50)


def _signature(document: Written) -> None:
    place = document.add_table(1, 2)
    widths(place, (75, 90))
    readers, signer = place.cell(0, 0), place.cell(0, 1)
    for nth, (words, size, bold, italic) in enumerate(
        [
            ("Nơi nhận:", 12, True, True),
            ("- [Cán bộ xã viết: nơi nhận];", 11, False, False),
            ("- Lưu: VT.", 11, False, False),
        ]
    ):
        line = readers.add_paragraph() if nth else readers.paragraphs[0]
        spaced(line, 0)
        say(line, words, size, bold=bold, italic=italic)
    signs = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", "", "[Họ và tên]"]
    centred(signer, [(words, 14, True, False) for words in signs])
    for row in place.rows:
        row_property(row._tr, "w:cantSplit")


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
    widths(table, [width * 10 for __, width in heads])
    _fill(table, 0, [words for words, __ in heads], bold=True)
    row_property(table.rows[0]._tr, "w:cantSplit", "w:tblHeader")
    for nth, words in enumerate([*opening, "", *closing], start=1):
        if words and not words.startswith("{%tr"):
            whole = table.cell(nth, 0).merge(table.cell(nth, len(heads) - 1))
            spaced(whole.paragraphs[0], 0)
            say(whole.paragraphs[0], words, 12, bold=True)
        else:
            _fill(table, nth, [words] if words else fields)
        row_property(table.rows[nth]._tr, "w:cantSplit")
    space = document.add_paragraph()
    spaced(space, 0)
    say(space, " ", 6)


def _fill(table: Table, nth: int, texts: Iterable[str], *, bold: bool = False) -> None:
    for place, words in enumerate(texts):
        line = table.cell(nth, place).paragraphs[0]
        numeric = "loop.index" in words or any(sign in words for sign in _NUMERIC)
        line.alignment = _CENTRE if bold or numeric else _LEFT
        spaced(line, 0)
        say(line, words, 12, bold=bold)


_NUMERIC = (
    "v.so ", "v.ky_truoc", "v.tang_giam", "don_vi", "t.co_viec", "t.khong_viec", "t.chua_bao",
    "c.tu_so", "c.mau_so", "c.ket_qua",
)  # fmt: skip


if __name__ == "__main__":
    PATH.parent.mkdir(parents=True, exist_ok=True)
    PATH.write_bytes(template())
