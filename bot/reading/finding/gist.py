"""What a search was about, in words that are nobody's: kept where no guide answers it.

Numbers are left out, and words that no guide has, which are mostly names; so are words with a
capital letter inside a sentence, and whole names however they are written, since many a part of
one ("văn", "an", "hồng") is an ordinary word too. What is left says what the library lacks, and
not about whom.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable

from bot.reading.families import FAMILIES, MIDDLE, NOTHING_ELSE, NOTHING_ELSE_BARE
from bot.reading.finding.saying import Speech, Token

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 8
# So many words a name has with “văn” or “thị” in it, and without.
_LONG_NAME, _NAME = 4, 3


def nameless(said: str) -> str:
    """Return what was typed without the words that look like names.

    The first word has its capital for another reason, unless a family name begins a name there.
    """
    said = unicodedata.normalize("NFC", said)
    words = list(_WORD.finditer(said))
    names = [one for one in words if one[0][0].isupper() and one[0][1:].islower()]
    if names and names[0] is words[0]:
        begins = words[0][0].lower() in FAMILIES and names[1:2] == words[1:2]
        names = names if begins else names[1:]
    for one in reversed(names):
        said = f"{said[: one.start()]} {said[one.end() :]}"
    return said


def gist(tokens: Iterable[Token], known: Collection[str]) -> str:
    """Return the words that guides have, without accents and each once, in the order typed."""
    words = (one.bare for one in tokens if one.bare.isalpha() and one.bare in known)
    return " ".join(list(dict.fromkeys(words))[:_MOST_WORDS])


class Names:
    """Knows whole names among words as they were typed, also without capitals and accents.

    It rather takes a word too many: of a gap that says little, of a name that says whose it is.
    """

    def __init__(self, speech: Speech) -> None:
        self._families = self._written(speech, FAMILIES)
        self._certain = self._written(speech, NOTHING_ELSE)
        self._middle = self._written(speech, MIDDLE)

    def left_out(self, tokens: list[Token]) -> list[Token]:
        """Return words without the names among them."""
        kept: list[Token] = []
        at = 0
        while at < len(tokens):
            if length := self.length(tokens[at : at + _LONG_NAME]):
                at += length
            else:
                kept.append(tokens[at])
                at += 1
        return kept

    def length(self, ahead: list[Token], *, careful: bool = False) -> int:
        """Return of how many words the name is that begins here, 0 where none does.

        `careful`: not of a word that, with its accents, is an ordinary one as well ("vũ", "lê").
        """
        if len(ahead) > 2 and _is(ahead[0], self._families) and _is(ahead[1], self._middle):
            return _LONG_NAME
        if ahead[0].bare in NOTHING_ELSE_BARE and _is(ahead[0], self._certain):
            return _NAME
        return _NAME if not careful and ahead[0].full and _is(ahead[0], self._certain) else 0

    @staticmethod
    def _written(speech: Speech, words: Iterable[str]) -> dict[str, str]:
        """Return words by how they are without accents, with how they are with them."""
        return {one.bare: one.full for word in words for one in speech.apart(word)}


def _is(typed: Token, words: dict[str, str]) -> bool:
    """Tell whether a word is one of these, typed with its accents or without any."""
    return typed.bare in words and typed.full in {"", words[typed.bare]}
