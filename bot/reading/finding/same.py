"""Whether two questions ask the same: how much of what is telling in them do they share (cosine)?

A word that no guide has tells as much as one that a single guide has, and slips are not put right:
where nothing is known of a word, another word is another question.
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.reading.finding.saying import Speech, Token, terms
from bot.reading.finding.shelf import Shelf, is_word
from bot.reading.finding.slips import Typed

# From here on (0 to 1) one answer may stand for both; rather too high, since a wrong answer of
# the office misleads, where none costs a question more.
SAME = 0.75
# So much must be telling in a question (the weight of its words together), and in so many words.
_TELLING, _WORDS = 6.0, 2
_KEPT = 2048


class Same:
    """Compares questions in the words that all guides share."""

    def __init__(self, speech: Speech, typed: Typed, shelf: Shelf) -> None:
        self._speech = speech
        self._typed = typed
        self._shelf = shelf
        self._vector = lru_cache(maxsize=_KEPT)(self._weighed)

    def which(self, said: str, others: Sequence[str]) -> int | None:
        """Return which of some questions (from 0) asks the same, None where none surely does."""
        wanted = self._vector(said)
        words = [weight for term, weight in wanted.items() if is_word(term)]
        if len(words) < _WORDS or sum(words) < _TELLING:
            return None
        alike = [self.likeness(said, other) for other in others]
        best = max(range(len(alike)), key=alike.__getitem__, default=None)
        return best if best is not None and alike[best] >= SAME else None

    def likeness(self, said: str, other: str) -> float:
        """Return how alike two questions are, 0 to 1."""
        one, two = self._vector(said), self._vector(other)
        dot = sum(weight * two[term] for term, weight in one.items() if term in two)
        return dot / ((_length(one) * _length(two)) or 1.0)

    def _weighed(self, said: str) -> Mapping[str, float]:
        """Return the terms of a question with how much each tells."""
        plain = self._speech.plain(self._typed.tokens(said))
        telling = [one for one in plain if not self._speech.says_nothing(one)]
        return {term: self._weight(term) for term in terms(_bare(telling))}

    def _weight(self, term: str) -> float:
        weights, unknown = self._shelf.weights, self._shelf.unknown
        return weights.get(term, unknown if is_word(term) else unknown / 3)


def _bare(tokens: Sequence[Token]) -> list[Token]:
    """Return words as they are compared here: typed with accents or without."""
    return [Token(one.bare) for one in tokens]


def _length(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values()))
