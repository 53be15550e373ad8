"""Finds the known word that was meant by one typed in haste or by ear."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

# What a match costs: the word itself, one that sounds the same, one a slip of a finger away.
SAME, ALIKE, SLIP = 0.0, 0.5, 1.0
# Shorter words are too much like each other.
_SHORTEST = 3

# Letters that sound alike somewhere in the country, or are confused in writing.
_OPENING = (
    (re.compile(r"^(?:tr|ch)"), "c"),
    (re.compile(r"^ngh"), "ng"),
    (re.compile(r"^gh"), "g"),
    (re.compile(r"^(?:gi|d|v|r|z|j)(?=[aeiouy])"), "d"),
    (re.compile(r"^x"), "s"),
    (re.compile(r"^f"), "ph"),
    (re.compile(r"^(?:w|q(?=u))"), "k"),
    (re.compile(r"^c(?=[aeiouy])"), "k"),
)
_CLOSING = ((re.compile(r"n(?:g|h)$"), "n"), (re.compile(r"(?:ch|c|t)$"), "t"))


def sound(bare: str) -> str:
    """Return a word as it is heard: "xinh" like "sin", "hoặc" like "hoạt"."""
    opened = bare
    for pattern, heard in _OPENING:
        opened, times = pattern.subn(heard, bare, count=1)
        if times:
            break
    for pattern, heard in _CLOSING:
        opened = pattern.sub(heard, opened)
    return opened.replace("y", "i")


class Dictionary:
    """The known words, found by themselves, by their sound, or without one of their letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._heard: dict[str, set[str]] = {}
        self._shortened: dict[str, set[str]] = {}
        for word in self.words:
            if len(word) >= _SHORTEST:
                self._heard.setdefault(sound(word), set()).add(word)
                for shorter in _without_one(word):
                    self._shortened.setdefault(shorter, set()).add(word)

    def like(self, bare: str) -> dict[str, float]:
        """Return the known words that may be meant, each with what it costs.

        A word that is known itself is only ever confused with one that sounds the same.
        """
        found: dict[str, float] = {}
        if len(bare) >= _SHORTEST:
            if bare not in self.words:
                for shorter in _without_one(bare):
                    for word in self._shortened.get(shorter, ()):
                        if OSA.distance(bare, word, score_cutoff=1) <= 1:
                            found[word] = SLIP
            for word in self._heard.get(sound(bare), ()):
                found[word] = ALIKE
        if bare in self.words:
            found[bare] = SAME
        return found


def _without_one(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it without each of its letters."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
