"""Reads whom to put on a roster: how somebody is addressed, and their full name."""

import unicodedata

from bot.domain.errors import Unclear
from bot.domain.text import _, fold

LONGEST = 60
# How people of a team are addressed, by what is left of it without accents.
_TITLES = {fold(title): title for title in ("ông", "bà", "anh", "chị", "cô", "chú", "bác", "em")}
_FEWEST, _MOST = 2, 7
# Names of the highlands have an apostrophe in them: H'Ni, K’Brơi.
_APOSTROPHES = "'’"
_WITHIN = f"{_APOSTROPHES}-"


def person(said: str) -> tuple[str, str]:
    """Return title and name, as in ("anh", "Phan Văn Lộc"); raises Unclear.

    A name holds letters alone: a number typed along belongs to no roster.
    """
    words = unicodedata.normalize("NFC", said).replace(",", " ").split()
    title = _TITLES.get(fold(words[0])) if words else None
    if title is None:
        raise Unclear(_("Begin with how they are addressed, for example: anh Phan Văn Lộc."))
    name = words[1:]
    if not all(map(_is_name, name)):
        raise Unclear(_("Only title and full name, for example: anh Phan Văn Lộc. No numbers."))
    single = len(name) == 1 and any(sign in name[0] for sign in _APOSTROPHES)
    written = " ".join(_capital(word, name) for word in name)
    if not (single or _FEWEST <= len(name) <= _MOST) or len(written) > LONGEST:
        raise Unclear(_("Type the full name, for example: anh Phan Văn Lộc."))
    return title, written


def _is_name(word: str) -> bool:
    return word[0].isalpha() and all(sign.isalpha() or sign in _WITHIN for sign in word)


def _capital(word: str, name: list[str]) -> str:
    """Write a word of a name large, where the whole name was typed all small or all large."""
    whole = "".join(name)
    if whole.islower():
        return word[0].upper() + word[1:]
    return word[0] + word[1:].lower() if whole.isupper() else word


def written(title: str, name: str) -> str:
    """Return how title and name are kept as one answer, which `person` reads again."""
    return f"{title} {name}"
