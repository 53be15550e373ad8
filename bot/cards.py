"""Writes cards with join codes: eight on a page of A4, with lines along which they are cut."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import segno
from docx import Document
from docx.document import Document as Written
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from bot.domain.people import Person
from bot.domain.text import Text, _
from bot.voices import Voice

# Millimetres: four rows of two cards, with a finger's breadth around the page.
_PAGE, _MARGIN = (210, 297), 10
_HEIGHT, _WORDS, _SQUARE = 68, 58, 37
_QR = 34
# Longer names are written smaller, so that a card always has room for the rest.
_LONG = 32
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Card:
    """Whose card it is, their code, and the link that opens the bot with it, where one is known."""

    person: Person
    code: str
    link: str | None


def document(voice: Voice, cards: Sequence[Card], *, bot: str, until: date) -> bytes:
    """Return the cards as a .docx; `until` is the last day on which they work."""
    written = Document()
    _page(written)
    rows = -(-len(cards) // _COLUMNS)
    table = written.add_table(rows, _COLUMNS * 2)
    table.autofit = False
    for at, column in enumerate(table.columns):
        column.width = Mm(_SQUARE if at % 2 else _WORDS)
    for row in table.rows:
        row.height, row.height_rule = Mm(_HEIGHT), WD_ROW_HEIGHT_RULE.EXACTLY
    for nth, card in enumerate(cards):
        row, column = divmod(nth, _COLUMNS)
        words, square = table.cell(row, column * 2), table.cell(row, column * 2 + 1)
        words.width, square.width = Mm(_WORDS), Mm(_SQUARE)
        _cut(words, "top", "left", "bottom")
        _cut(square, "top", "right", "bottom")
        _say(words, voice.addressing(card.person.title), card, bot)
        _draw(square, card, voice.say(_("Works once, until the end of {day}.", day=until)))
    written.add_paragraph().paragraph_format.line_spacing = Pt(1)
    told = io.BytesIO()
    written.save(told)
    return told.getvalue()


def _page(written: Written) -> None:
    (section,) = written.sections
    section.page_width, section.page_height = Mm(_PAGE[0]), Mm(_PAGE[1])
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    section.header_distance = section.footer_distance = Mm(0)
    normal = written.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    normal.paragraph_format.space_after = Pt(3)
    about = written.core_properties
    about.author, about.title, about.comments = "Tổ Số", "Tổ Số", ""


def _say(cell: _Cell, voice: Voice, card: Card, bot: str) -> None:
    """Write a card's words: whose it is, the code, how to join."""
    person = card.person
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    name, team = f"{person.title} {person.name}".strip(), (person.team or person.commune).name
    _line(cell.paragraphs[0], name, 10 if len(name) > _LONG else 14, bold=True)
    _line(cell.add_paragraph(), team, 9 if len(team) > _LONG else 12)
    _line(cell.add_paragraph(), card.code, 18, bold=True)
    for sentence in _how(card, bot):
        _line(cell.add_paragraph(), voice.say(sentence), 10)


def _how(card: Card, bot: str) -> tuple[Text, ...]:
    """Say in two sentences how to join."""
    if card.link is None:
        return (
            _("{You} write to the commune's bot and choose “I belong to a team”."),
            _("Then {you} type the code above."),
        )
    return (
        _("{You} point the phone's camera at the square, open the link and press Start."),
        _("Or on Telegram, write to @{bot} and type the code above.", bot=bot),
    )


def _line(paragraph: Paragraph, words: str, size: int, *, bold: bool = False) -> None:
    run = paragraph.add_run(words)
    run.font.size, run.font.bold = Pt(size), bold


def _draw(cell: _Cell, card: Card, until: str) -> None:
    """Draw the code's square, with the empty edge that readers need; below it, until when."""
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    picture = io.BytesIO()
    segno.make(card.link or card.code, micro=False, error="m").save(
        picture, kind="png", scale=8, border=4
    )
    picture.seek(0)
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run().add_picture(picture, width=Mm(_QR))
    below = cell.add_paragraph()
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _line(below, until, 10)


def _cut(cell: _Cell, *edges: str) -> None:
    """Draw dashed lines along some edges of a cell."""
    borders = OxmlElement("w:tcBorders")
    # The order is that of the format's schema; Word refuses another one.
    for edge in ("top", "left", "bottom", "right"):
        if edge in edges:
            line = OxmlElement(f"w:{edge}")
            for name, value in (
                ("val", "dashed"),
                ("sz", "4"),
                ("space", "0"),
                ("color", "999999"),
            ):
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - python-docx has no borders
