"""Says how sure a search may be of its first result.

The weights come from a logistic regression over labelled questions and over chat that no guide
answers, a wrong certainty counting three times a missed one; the last number is then lowered, so
that fewer than one answer in fifty is surely wrong.
"""

import math
from dataclasses import dataclass

# How much was said, in weight of telling terms, when more says no more.
_PLENTY = 15.0
# So few words are a topic rather than a question, and many guides may be about it.
_TOPIC = 3
# Whatever speaks for the first: with the second no further off, people are to choose.
_TIE, _TIE_OF_TOPICS = 0.08, 0.2


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for the first result, each 0 to 1.

    `much`: how much was said that it has. `strong`: how telling that is for it, beside all that
    was said. `covered`: how much of the words it has at all, `neighbours`: of the pairs of words.
    `ahead`: how far off the second is. `words`: how many words were said, fillers left out.
    """

    much: float
    strong: float
    covered: float
    neighbours: float
    ahead: float
    words: int


NOTHING = Signs(0.0, 0.0, 0.0, 0.0, 0.0, 0)


def much(weight: float) -> float:
    """Return 0 to 1 for the weight of what was said and found."""
    return min(1.0, weight / _PLENTY)


def certainty(signs: Signs) -> float:
    """Return how likely the first result is the one, 0 to 1; from a half on it may be opened."""
    weighed = (
        4.4 * signs.much
        + 2.2 * signs.strong
        + 0.8 * signs.covered
        + 1.6 * signs.neighbours
        + 3.3 * signs.ahead
        - 6.5
    )
    likely = 1 / (1 + math.exp(-weighed))
    tie = signs.ahead < (_TIE_OF_TOPICS if signs.words <= _TOPIC else _TIE)
    return min(likely, 0.49) if tie else likely
