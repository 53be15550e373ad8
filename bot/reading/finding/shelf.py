"""The texts of the guides, and each guide weighed as a whole against words (BM25)."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bot.domain.guides import Guide
from bot.reading.finding.saying import Speech, Tokens, terms

# How often a text counts: a title says most about its guide, then a keyword.
TITLE, KEYWORD, SAID = 4, 2, 1
# How soon more of the same word stops counting, and how much a long guide is held back (BM25).
_SOON, _HELD_BACK = 2.0, 0.4
# How much two neighbours, and a word with its accents, count beside a word without.
_NEIGHBOURS, _ACCENTED = 0.9, 0.4


class Line(NamedTuple):
    """One text of a guide; there are thousands, and a tuple is made quickest.

    `typed`: its words without accents. `tokens`: put into the words that all guides share;
    `terms`: what it is compared by. `weight`: how often it counts.
    `trouble`: its place among the guide's troubles, where it is one.
    """

    guide: int
    typed: str
    tokens: Tokens
    terms: Sequence[str]
    weight: int
    trouble: int | None = None


class Shelf:
    """The guides' texts by guide, and in which guides each term stands."""

    def __init__(self, guides: Sequence[Guide], speech: Speech) -> None:
        self.ids = [guide.id for guide in guides]
        self.lines = [tuple(_lines(nth, guide, speech)) for nth, guide in enumerate(guides)]
        self._counted = [_counted(lines) for lines in self.lines]
        self._where: dict[str, list[tuple[int, float]]] = defaultdict(list)
        lengths = [sum(many.values()) for many in self._counted]
        mean = sum(lengths) / max(len(lengths), 1)
        for nth, (many, length) in enumerate(zip(self._counted, lengths, strict=True)):
            slow = _SOON * (1 - _HELD_BACK + _HELD_BACK * length / mean)
            for term, times in many.items():
                self._where[term].append((nth, times / (times + slow)))
        telling = [0.0, *(_telling(len(guides), found) for found in range(1, len(guides) + 1))]
        # How much a term tells: much where few guides have it.
        self.weights = {
            term: telling[len(found)]
            * (_NEIGHBOURS if " " in term else _ACCENTED if term[0] == "~" else 1.0)
            for term, found in self._where.items()
        }
        # In how many guides a word without accents stands.
        self.words = {term: len(found) for term, found in self._where.items() if is_word(term)}
        # What a word weighs that no guide has.
        self.unknown = _telling(len(guides), 1)

    def weighed(self, words: Mapping[str, float]) -> list[float]:
        """Return how well each guide as a whole goes with terms and their weights."""
        scores = [0.0] * len(self.ids)
        for term, weight in words.items():
            for nth, found in self._where[term]:
                scores[nth] += weight * found
        return scores

    def telling(self, tokens: Tokens) -> float:
        """Return how much words tell together."""
        return sum(self.weights.get(one.bare, 0.0) for one in tokens)

    def has(self, guide: int) -> AbstractSet[str]:
        """Return the terms of a guide."""
        return self._counted[guide].keys()


def is_word(term: str) -> bool:
    """Tell whether a term is a single word without accents."""
    return " " not in term and term[0] != "~"


def _telling(guides: int, found: int) -> float:
    return max(0.0, math.log((guides + 0.5) / (found - 0.2)))


def _counted(lines: Iterable[Line]) -> Counter[str]:
    return Counter([term for line in lines for __ in range(line.weight) for term in line.terms])


def _lines(nth: int, guide: Guide, speech: Speech) -> Iterator[Line]:
    """Yield the texts that people might say, most telling first."""

    def line(text: str, weight: int, trouble: int | None = None) -> Line:
        typed = speech.apart(text)
        plain = speech.plain(typed)
        bare = " ".join([one.bare for one in typed])
        return Line(nth, bare, plain, tuple(terms(plain)), weight, trouble)

    for title in guide.title.by_language.values():
        yield line(title, TITLE)
    for keyword in guide.keywords:
        yield line(keyword, KEYWORD)
    for phrase in guide.phrases:
        yield line(phrase, SAID)
    for place, trouble in enumerate(guide.troubles):
        for title in trouble.title.by_language.values():
            yield line(title, SAID, place)
