"""Finds the known word that was meant by one typed in haste or by ear."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

# What a match costs: the word itself, one that sounds the same, one a slip of a finger away.
SAME, ALIKE, SLIP = 0.0, 0.5, 1.0
# Shorter words are too much like each other.
_SHORTEST = 3

# Letters that sound alike somewhere in the country, or are confused in writing; the longer first.
_OPENING = (
    ("ngh", "ng"), ("tr", "c"), ("ch", "c"), ("gh", "g"), ("gi", "d"), ("qu", "ku"), ("x", "s"),
    ("f", "ph"), ("w", "k"), ("v", "d"), ("r", "d"), ("z", "d"), ("j", "d"),
)  # fmt: skip
_CLOSING = (("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t"))
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=4096)
def sound(bare: str) -> str:
    """Return a word as it is heard: "xinh" like "sin", "hoặc" like "hoạt"."""
    heard = bare
    for written, spoken in _OPENING:
        rest = bare[len(written) :]
        if bare.startswith(written) and rest:
            # "gì" is g and i, "gia" is gi and a.
            heard = spoken + rest if rest[0] in _VOWELS or written != "gi" else bare
            break
    else:
        if bare[:1] == "c" and bare[1:2] in _VOWELS:
            heard = "k" + bare[1:]
    for written, spoken in _CLOSING:
        if heard.endswith(written):
            heard = heard[: -len(written)] + spoken
            break
    return heard.replace("y", "i")


class Dictionary:
    """The known words, found by themselves, by their sound, or without one of their letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._heard: dict[str, set[str]] = {}
        self._shortened: dict[str, set[str]] = {}
        # The same words are typed again and again; so many are kept.
        self.like = lru_cache(maxsize=4096)(self._like)
        for word in self.words:
            self._heard.setdefault(sound(word), set()).add(word)
            if len(word) >= _SHORTEST:
                for shorter in _without_one(word):
                    self._shortened.setdefault(shorter, set()).add(word)

    def _like(self, bare: str) -> dict[str, float]:
        """Return the known words that may be meant, each with what it costs; not to be changed.

        A word that is known itself is only ever confused with one that sounds the same.
        """
        found: dict[str, float] = {}
        if len(bare) >= _SHORTEST and bare not in self.words:
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
