"""Finds the names of the commune's own villages, also misspelt; never a person's name."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.reading.entry.likeness import Dictionary, sound
from bot.reading.plain import Word, apart

_NEAR = 1
# A name that is this far off behind "thôn" may be this village or another one: ask.
_PERHAPS = 2
_LONG = 7
_MARKERS = frozenset({"thon", "xom", "lang", "ap", "buon"})
_PLACES = _MARKERS | {"o", "tai", "ben", "duoi", "tren", "ve", "xuong", "qua", "vo", "den", "toi"}


@dataclass(frozen=True, slots=True)
class Here:
    """A village in the words before `end`; `name` is None where it is not certain which."""

    end: int
    name: str | None


class Gazetteer:
    """The villages by their sound and letters."""

    def __init__(self, villages: Sequence[str], known: Dictionary) -> None:
        self._known = known
        self._names: list[tuple[str, str, str, int]] = [
            (name, "".join(words), "".join(map(sound, words)), len(words))
            for name in villages
            for words in [[word.bare for word in apart(name)]]
            if words
        ]
        # A name whose first two letters are both different is another name.
        self._first = {form[0] for row in self._names for form in row[1:3]}
        self._second = {row[1][1:2] for row in self._names}

    def at(self, words: Sequence[Word], start: int) -> Here | None:
        """Return the village whose name begins at a word."""
        first = words[start].bare
        if not words[start].is_word or (
            first[0] not in self._first and first[1:2] not in self._second
        ):
            return None
        marked = start > 0 and words[start - 1].bare in _MARKERS
        placed = start > 0 and words[start - 1].bare in _PLACES
        best: list[tuple[int, Here]] = []
        for name, letters, heard, length in self._names:
            for size in {length, 1}:
                run = words[start : start + size]
                if len(run) < size or not all(word.is_word for word in run):
                    continue
                if size == 1 and length > 1 and len(run[0].bare) < 4:
                    continue
                # A village of one syllable is a word like others unless it is called a village.
                if length == 1 and not marked:
                    continue
                far = self._far([word.bare for word in run], letters, heard, placed=placed)
                if far <= (_PERHAPS if marked and size > 1 and len(letters) >= _LONG else _NEAR):
                    best.append((far, Here(start + size, name)))
        if not best:
            return None
        nearest = min(far for far, __ in best)
        names = {here.name for far, here in best if far == nearest}
        end = max(here.end for far, here in best if far == nearest)
        if nearest == _PERHAPS:
            return Here(end, None)
        return Here(end, names.pop() if len(names) == 1 else None)

    def _far(self, run: Sequence[str], letters: str, heard: str, *, placed: bool) -> int:
        """Return how many letters a name is off, 9 where it is another word altogether.

        What is made of known words only ("anh bình") is a misspelt name only behind a place word.
        """
        joined = "".join(run)
        if joined == letters:
            return 0
        if not placed and run[0] in self._known.words and not letters.startswith(run[0]):
            return 9
        if "".join(map(sound, run)) == heard:
            return _NEAR
        if not placed and all(word in self._known.words for word in run):
            return 9
        return OSA.distance(joined, letters, score_cutoff=_PERHAPS)
