"""Compares words with every single text of a guide: how alike are they (cosine)?"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter

from bot.reading.finding.shelf import Line, Shelf

# How much a long text is held back: 1 would be the cosine itself, which likes keywords too well.
_HELD_BACK = 0.7
# How much the second and third text of a guide add to its nearest.
_MORE = 0.3


@dataclass(frozen=True, slots=True)
class Near:
    """How near a guide's texts are: `score` to rank by, `alike` 0 to 1 of the nearest, `line`."""

    score: float
    alike: float
    line: Line | None


class Nearest:
    """The guides' texts as vectors."""

    def __init__(self, shelf: Shelf) -> None:
        squares = {term: weight**2 for term, weight in shelf.weights.items()}
        self._texts = [
            [(line, frozenset(line.terms), _length(line, squares)) for line in lines]
            for lines in shelf.lines
        ]

    def near(self, guide: int, words: Mapping[str, float]) -> Near:
        """Return how near a guide's texts are to terms with their weights."""
        squares = {term: weight**2 for term, weight in words.items()}
        norm = math.sqrt(sum(squares.values()))
        telling = squares.keys()
        found = []
        for line, its, length in self._texts[guide]:
            if not its.isdisjoint(telling):
                dot = sum([squares[term] for term in its & telling]) / norm
                found.append((dot / length**_HELD_BACK, dot / length, line))
        if not found:
            return Near(0.0, 0.0, None)
        found.sort(key=itemgetter(0), reverse=True)
        score = found[0][0] + _MORE * sum(one[0] for one in found[1:3])
        return Near(score, found[0][1], found[0][2])


def _length(line: Line, squares: Mapping[str, float]) -> float:
    return math.sqrt(sum([squares[term] for term in line.terms])) or 1.0
