"""The file itself: what may come in as a template, and the same bytes for the same content."""

import io
import re
import zipfile
from collections.abc import Iterator

from bot.domain.text import Phrase, _

# A report with a coat of arms in it has some hundred kilobytes; the text of one about forty.
MOST_BYTES = 5_000_000
_MOST_UNPACKED = 20_000_000
_MOST_PARTS = 500
_MOST_TEXT = 1_000_000
_MOST_BRACES = 2_000
# The first moment that a zip file can name; Word itself writes no other.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BODY = "word/document.xml"
# What is looked through for fields: each may be as long as the body.
_TEXTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml")
_DOCUMENT = b"wordprocessingml.document.main+xml"


def refused(data: bytes) -> Phrase | None:
    """Say why a file is no template; None where it can be opened without harm.

    A file of few bytes can unpack to many, and an entity of few signs stand for many.
    """
    if len(data) > MOST_BYTES:
        return _("This file is too large: {n} MB at most.", n=MOST_BYTES // 1_000_000)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _contents(packed)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, RuntimeError, EOFError):
        return _not_word()
    except (NotImplementedError, zipfile.LargeZipFile):
        return _not_word()


def _contents(packed: zipfile.ZipFile) -> Phrase | None:
    parts = packed.infolist()
    if len(parts) > _MOST_PARTS or sum(one.file_size for one in parts) > _MOST_UNPACKED:
        return _("This file is too large: {n} MB at most.", n=_MOST_UNPACKED // 1_000_000)
    if _DOCUMENT not in packed.read("[Content_Types].xml") or packed.testzip():
        return _not_word()
    packed.getinfo(_BODY)
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        text = packed.read(part)
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            return _not_word()
        if _TEXTS.fullmatch(part.filename) and (
            len(text) > _MOST_TEXT or _braces(text) > _MOST_BRACES
        ):
            return _("There is too much text in this template.")
    return None


def _braces(text: bytes) -> int:
    return text.count(b"{")


def repacked(data: bytes) -> bytes:
    """Return a document with the same bytes for the same parts, whatever the time is."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in _parts(data):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, part)
    return written.getvalue()


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            yield name, packed.read(name)


def _not_word() -> Phrase:
    return _("This is no Word file (.docx) without macros: save it as one.")
