"""How lines and cells of the shipped Word template look: sizes in points, widths in millimetres."""

import re
from collections.abc import Callable, Iterable

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from tests.template_words import Kind

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
    Kind.CLOSE: (14, False, False, _BOTH, 12.7, 6, True),
    Kind.LEAD: (12, False, True, _BOTH, 0.0, 4, True),
}
# A field, a blank to be filled in by an official, or other words.
_PIECES = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})|(\[.*?\])")


def lines(add: Callable[[], Paragraph], texts: Iterable[tuple[Kind, str]]) -> None:
    """Write lines in the looks of their kinds."""
    for kind, words in texts:
        size, bold, italic, where, first, below, kept = _LOOKS[kind]
        line = add()
        line.alignment = where
        line.paragraph_format.first_line_indent = Mm(first) if first else None
        line.paragraph_format.keep_with_next = kept or None
        # A page begins with whole words of the closing, not with its last line.
        line.paragraph_format.keep_together = kind is Kind.CLOSE or None
        spaced(line, below)
        text = f"{{%p {words} %}}" if kind is Kind.TAG else words
        say(line, text, size, bold=bold, italic=italic)


def say(
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


def spaced(line: Paragraph, below: float) -> None:
    line.paragraph_format.space_before = Pt(0)
    line.paragraph_format.space_after = Pt(below)
    line.paragraph_format.line_spacing = 1.0


def rule(line: Paragraph, across: float, length: float) -> None:
    """Draw a line so long, in millimetres, in the middle of a place so wide."""
    side = Mm((across - length) / 2)
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = side
    line.paragraph_format.space_before, line.paragraph_format.line_spacing = Pt(3), Pt(4)
    line.paragraph_format.space_after = Pt(6)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties: BaseOxmlElement = line._p.get_or_add_pPr()
    properties.find(qn("w:spacing")).addprevious(borders)


def centred(cell: _Cell, texts: Iterable[tuple[str, int, bool, bool]]) -> None:
    """Write lines below each other in the middle of a cell."""
    for nth, (words, size, bold, italic) in enumerate(texts):
        line = cell.add_paragraph() if nth else cell.paragraphs[0]
        line.alignment = _CENTRE
        spaced(line, 0)
        say(line, words, size, bold=bold, italic=italic)


def row_property(row: BaseOxmlElement, *names: str) -> None:
    properties = row.get_or_add_trPr()
    for name in names:
        properties.append(OxmlElement(name))


def widths(table: Table, widths: Iterable[float]) -> None:
    """Set widths in millimetres, of the columns and of every cell: programs read either."""
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = Mm(width)
        for cell in table.columns[place].cells:
            cell.width = Mm(width)
