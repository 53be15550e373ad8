"""The text of a Word file, in the order in which it is read; a row of a table is one line.

python-docx takes the file apart; it is loaded only when there is one to be read.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import Any, TypeAlias

# An element of the file as lxml has it; lxml says nothing of its types.
_Element: TypeAlias = Any
# A zip file may promise little and hold much; pictures count as well.
_LARGEST = 100_000_000
_MOST_PARTS = 5_000
_LARGEST_PART = 30_000_000  # of the text itself, as XML
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FOOTNOTES = "/footnotes"
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_APART = frozenset({f"{_W}txbxContent", f"{_W}del", _FALLBACK, f"{_W}instrText"})


class Unreadable(Exception):
    """A file that is no Word file, is damaged, or holds more than any report."""


def word_text(data: bytes) -> str:
    """Return the lines of a Word file: headers, text with tables and boxes, footers, footnotes.

    Raises Unreadable.
    """
    _harmless(data)
    from docx import Document  # noqa: PLC0415  (slow to load, and hardly any command reads Word)
    from docx.oxml import parse_xml  # noqa: PLC0415

    try:
        document = Document(BytesIO(data))
        heads = list(_edges(document, "header"))
        feet = list(_edges(document, "footer"))
        notes = [
            parse_xml(one.target_part.blob)
            for one in document.part.rels.values()
            if one.reltype.endswith(_FOOTNOTES) and not one.is_external
        ]
        below = [line for note in notes for line in _blocks(note) if line.strip()]
        return "\n".join(chain(heads, _blocks(document.element.body), feet, below))
    except RecursionError:
        raise Unreadable from None
    except Exception as error:
        # Whatever is wrong with a stranger's file, it is the file that is wrong.
        raise Unreadable from error


def _harmless(data: bytes) -> None:
    """Refuse a zip file that is no Word file, or would grow without measure."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable from None
    names = {one.filename for one in parts}
    largest = max((one.file_size for one in parts if one.filename.endswith(".xml")), default=0)
    encrypted = any(one.flag_bits & 1 for one in parts)
    whole = sum(one.file_size for one in parts)
    if (
        "word/document.xml" not in names
        or encrypted
        or len(parts) > _MOST_PARTS
        or whole > _LARGEST
        or largest > _LARGEST_PART
    ):
        raise Unreadable


def _edges(document: _Element, kind: str) -> Iterator[str]:
    """Return what stands in headers or footers, once; page numbers do not count."""
    told: set[str] = set()
    for section in document.sections:
        edge = getattr(section, kind)
        if edge.is_linked_to_previous:
            continue
        for line in _blocks(edge._element):  # noqa: SLF001  (python-docx has no public way to it)
            if line.strip() and not line.strip().isdigit() and line not in told:
                told.add(line)
                yield line


def _blocks(parent: _Element) -> Iterator[str]:
    """Return the lines of paragraphs and tables, in their order; boxes behind their paragraph."""
    for one in parent:
        if one.tag == f"{_W}p":
            yield from _paragraph(one)
        elif one.tag == f"{_W}tbl":
            yield from _table(one)
        elif one.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}footnote", f"{_W}ins"}:
            yield from _blocks(one)


def _paragraph(paragraph: _Element) -> Iterator[str]:
    words = _text(paragraph)
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    yield f"- {words}" if listed and words.strip() else words
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from _blocks(box)


def _table(table: _Element) -> Iterator[str]:
    """Return a line a row; what a cell holds, also a table in it, stands in one line."""
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue
        cells = [cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]
        yield "\t".join(" ".join(" ".join(_blocks(cell)).split()) for cell in cells)


def _text(paragraph: _Element) -> str:
    """Return the words of a paragraph, what was inserted included and what was deleted not."""
    pieces: list[str] = []
    left = [paragraph]
    while left:
        one = left.pop()
        if one.tag in _APART:
            continue
        if one.tag == f"{_W}t":
            pieces.append(one.text or "")
        elif one.tag in _SIGNS:
            pieces.append(_SIGNS[one.tag])
        else:
            left.extend(reversed(one))
    return "".join(pieces)
