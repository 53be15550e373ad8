"""Which of a guide's troubles was named, to somebody who stands in the middle of that guide."""

from collections.abc import Iterable

from rapidfuzz import fuzz

# Likeness of titles, 0 to 100: from here on it is named, from there on it may be.
_NAMED, _MAY_BE = 85, 60
# How far off the second is at least where one is named, and how far off those that may be.
_AHEAD, _NEAR = 10, 20
_OFFERED = 3


def named(said: str, titles: Iterable[tuple[int, str]]) -> tuple[int, ...]:
    """Return the troubles that may be meant, the likeliest first: one, several, or none.

    `said` and the titles (each with its trouble's place) are words without accents and filler.
    """
    likeness: dict[int, float] = {}
    for trouble, title in titles:
        alike = (fuzz.token_set_ratio(said, title) + fuzz.token_sort_ratio(said, title)) / 2
        likeness[trouble] = max(alike, likeness.get(trouble, 0.0))
    ranked = sorted(likeness, key=lambda trouble: (-likeness[trouble], trouble))
    best = likeness[ranked[0]] if ranked else 0.0
    if best < _MAY_BE:
        return ()
    near = [one for one in ranked if likeness[one] > best - _NEAR][:_OFFERED]
    if best >= _NAMED and (len(ranked) == 1 or best - likeness[ranked[1]] >= _AHEAD):
        return (ranked[0],)
    return tuple(near)
