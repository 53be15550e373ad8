"""Reads who gave a figure and in which document: words that go into reports as they are."""

import unicodedata

from bot.domain.errors import Unclear
from bot.domain.text import MARK, _

LONGEST = 80


def giver(said: str) -> str:
    """Return the office or person that gave a figure; raises Unclear."""
    words = _tidy(said)
    if MARK in words or len(words) > LONGEST or sum(map(str.isalpha, words)) < 2:
        raise Unclear(_("Who gave this figure? Type the office in a few words."))
    return words


def document(said: str) -> str:
    """Return a document's number, with its day if that was typed; raises Unclear.

    A word without any number names no document.
    """
    words = _tidy(said)
    number = any(map(str.isdigit, words)) and any(map(str.isalpha, words))
    if MARK in words or len(words) > LONGEST or not number:
        raise Unclear(_("Type the document's number, for example 12/BC-UBND, 31/12/2024."))
    return words


def _tidy(said: str) -> str:
    """Return words in one line, without signs that nobody sees."""
    one = unicodedata.normalize("NFC", said)
    return " ".join("".join(sign if sign.isprintable() else " " for sign in one).split())
