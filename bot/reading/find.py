"""Finds the guide for what people type; it suggests, and says when it is not sure."""

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from bot.domain.guides import Found, Guide, Result
from bot.domain.text import fold

# Likeness (0..100) above which the best guide is opened at once, if the next one is this far off.
_SURE = 78.0
_AHEAD = 6.0
# How much keywords and phrases, and the titles of troubles, count beside a title.
_SAID = 0.98
_GOES_WRONG = 0.9
# Below this a guide is not even suggested.
_FLOOR = 60.0
# A word that is in nearly every guide says little; a query of such words alone is never sure.
_TELLING_LETTERS = 5


class Finder:
    """A search over the texts of the guides: titles, keywords, phrases, troubles."""

    def __init__(self, guides: Iterable[Guide]) -> None:
        self._texts: list[tuple[str, float]] = []
        self._owners: list[str] = []
        for guide in guides:
            for text, weight in _texts_of(guide):
                self._texts.append((text, weight))
                self._owners.append(guide.id)

    def find(self, said: str, *, limit: int = 3) -> Found:
        """Return the guides most like the words."""
        words = fold(said)[:300]
        best: dict[str, float] = {}
        for owner, (text, weight) in zip(self._owners, self._texts, strict=True):
            best[owner] = max(_likeness(words, text) * weight, best.get(owner, _FLOOR))
        ranked = sorted(
            ((guide, score) for guide, score in best.items() if score > _FLOOR),
            key=lambda pair: (-pair[1], pair[0]),
        )
        results = tuple(Result(guide, round(score, 1)) for guide, score in ranked[:limit])
        runner_up = ranked[1][1] if len(ranked) > 1 else 0.0
        sure = (
            bool(ranked)
            and ranked[0][1] >= _SURE
            and ranked[0][1] - runner_up >= _AHEAD
            and len(words) > _TELLING_LETTERS
        )
        return Found(sure, results)


def _likeness(one: str, other: str) -> float:
    """Blend how many words are shared with how much of the whole is."""
    shared = fuzz.token_set_ratio(one, other)
    whole = fuzz.token_sort_ratio(one, other)
    return 0.6 * shared + 0.4 * whole


def _texts_of(guide: Guide) -> Iterator[tuple[str, float]]:
    """Yield a guide's texts and how much each says about it: a trouble may be another's title."""
    for title in guide.title.by_language.values():
        yield fold(title), 1.0
    for words in (*guide.keywords, *guide.phrases):
        yield fold(words), _SAID
    for trouble in guide.troubles:
        for title in trouble.title.by_language.values():
            yield fold(title), _GOES_WRONG
