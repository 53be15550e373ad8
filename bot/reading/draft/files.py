"""Opens a draft report: plain text in any usual encoding, or a Word file; refuses all else."""

import codecs
import re
import unicodedata

from bot.domain.errors import Refused
from bot.domain.text import Phrase, _, fold
from bot.reading.draft.word import Unreadable, word_text

# Bytes of a file, and of the text in it; a report of a hundred pages has a tenth of either.
LARGEST_FILE = 20_000_000
LARGEST_TEXT = 2_000_000
_OLE, _ZIP, _PDF, _RTF = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF", b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Words of every report; whatever is read without them was written in an encoding of its own.
_COMMON = frozenset(
    [
        "của",
        "và",
        "các",
        "được",
        "trong",
        "xã",
        "năm",
        "là",
        "có",
        "đã",
        "số",
        "thực",
        "hiện",
        "công",
        "người",
        "cho",
        "với",
    ]
)
_COMMON_AT_LEAST = 3
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.01  # of all signs


def opened(data: bytes) -> str:
    """Return the text of a file; raises Refused with one sentence that says the way out."""
    if len(data) > LARGEST_FILE:
        raise Refused("TS-90", _("This file is too large for a report."))
    if data.startswith(_ZIP):
        return _limited(_word(data))
    if data.startswith(_OLE):
        raise Refused("TS-91", _locked() if _ENCRYPTED in data else _save_as_docx())
    if data.lstrip()[:5].startswith((_PDF, _RTF)):
        raise Refused("TS-91", _save_as_docx())
    return _limited(_decoded(data))


def _word(data: bytes) -> str:
    try:
        return word_text(data)
    except Unreadable:
        sentence = _("This is no Word file that can be read. Save it anew as .docx, or as text.")
        raise Refused("TS-91", sentence) from None


def _decoded(data: bytes) -> str:
    """Return text of bytes: by their mark, as UTF-8, or in the old Vietnamese code page."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _plain(data, encoding)
    if b"\x00" in data[:200]:
        # Without a mark: Latin letters have their empty byte behind or before.
        return _plain(data, "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be")
    try:
        return _readable(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = unicodedata.normalize("NFC", _plain(data, "cp1258"))
        words = set(re.findall(r"\w+", text.lower()))
        if len(words & _COMMON) < _COMMON_AT_LEAST or fold(text) == text.lower():
            raise _strange() from None
        return text


def _plain(data: bytes, encoding: str) -> str:
    try:
        return _readable(data.decode(encoding))
    except UnicodeDecodeError:
        raise _strange() from None


def _readable(text: str) -> str:
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * max(len(text), 1):
        raise _strange()
    return text


def _strange() -> Refused:
    sentence = _("The letters of this file cannot be read. Save it as text in UTF-8, or as .docx.")
    return Refused("TS-92", sentence)


def _limited(text: str) -> str:
    if len(text) > LARGEST_TEXT:
        raise Refused("TS-90", _("This file is too large for a report."))
    return text


def _locked() -> Phrase:
    return _("This file is locked with a password. Save it without one and try again.")


def _save_as_docx() -> Phrase:
    return _("This kind of file cannot be read. Save it as .docx, or copy its text.")
