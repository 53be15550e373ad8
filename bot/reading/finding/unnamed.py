"""Covers whole names in a sentence, before it is kept or sent: whose matter it is, nobody needs.

It rather covers a word too many; whoever wrote the sentence sees what is left before it goes.
"""

import re
import unicodedata
from collections.abc import Iterator

from bot.domain.text import fold
from bot.reading.families import FAMILIES
from bot.reading.finding.gist import Names
from bot.reading.finding.saying import Speech

# What stands where a name was.
COVER = "…"
_WORD = re.compile(r"\d+|[^\W\d_]+")
# Parts of a name have nothing but spaces between them.
_SPACE = re.compile(r"[ \t]*")
_LONGEST = 4
# How names of the highlands begin, and what else begins with a Y (y tế, y sĩ, …).
_HIGHLAND = re.compile(r"(?<![\w'’])(?:[HK]['’][^\W\d_]+|Y)(?:[ \t]+(?![HK]['’]|Y\b)[^\W\d_]+)*")
_HEALING = frozenset({"te", "khoa", "si", "sy", "ta", "hoc", "duoc"})


class Unnamed:
    """Knows names by how they begin, and by their capitals where they have any."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech
        self._names = Names(speech)

    def covered(self, said: str) -> str:
        """Return a sentence with each whole name covered."""
        said = unicodedata.normalize("NFC", said)
        for start, end in reversed(list(self._spans(said))):
            said = f"{said[:start]}{COVER}{said[end:]}"
        return _HIGHLAND.sub(_highland, said)

    def _spans(self, said: str) -> Iterator[tuple[int, int]]:
        words = list(_WORD.finditer(said))
        at = 0
        while at < len(words):
            ahead = [words[at]]
            for word in words[at + 1 : at + _LONGEST]:
                if not _SPACE.fullmatch(said, ahead[-1].end(), word.start()):
                    break
                ahead.append(word)
            length = _capitals([one[0] for one in ahead]) or self._begun([one[0] for one in ahead])
            if length:
                yield ahead[0].start(), ahead[length - 1].end()
            at += length or 1

    def _begun(self, ahead: list[str]) -> int:
        """Return of how many words the name is that begins here, by its family name."""
        tokens = [one for word in ahead for one in self._speech.apart(word)]
        length = min(self._names.length(tokens, careful=True), len(ahead))
        if not ahead[0][0].isupper():
            return length
        # Behind a name in capitals, small letters are the sentence going on.
        while length and not ahead[length - 1][0].isupper():
            length -= 1
        return length if length > 1 else 0


def _highland(found: re.Match[str]) -> str:
    """Cover H'Ni, Y Blô and what is written large behind them: their names begin with no family."""
    first, *more = re.split(r"([ \t]+)", found[0])
    # Pairs of space and word.
    length = 0
    while length + 1 < len(more) and more[length + 1][0].isupper():
        length += 2
    if first == "Y" and (not length or fold(more[1]) in _HEALING):
        return found[0]
    return f"{COVER}{''.join(more[length:])}"


def _capitals(ahead: list[str]) -> int:
    """Return how many words in capitals begin with a family name; 0 where it is one alone."""
    if ahead[0].lower() not in FAMILIES:
        return 0
    length = 0
    while length < len(ahead) and _capital(ahead[length]):
        length += 1
    return length if length > 1 else 0


def _capital(word: str) -> bool:
    return word[0].isupper() and word[1:] == word[1:].lower()
