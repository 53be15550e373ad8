"""Finds the sayings of the vocabulary in a message, however they are spelt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.entry.likeness import SAME, SLIP
from bot.reading.entry.vocabulary import NOUNS, Node, Saying, Vocabulary
from bot.reading.keyboard import is_syllable
from bot.reading.plain import Word

# A word alone must be as long as this to be understood with a slip in it.
_LONG = 5
_WRONG_ACCENT = 0.3
_NO_ACCENT = 0.05
_PEOPLE = frozenset({"people", "kin"})
# So many words, and so many of them with accents, make a message written with accents.
_SPEECH, _HALF = 5, 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """A saying found in the words before `end`; `cost` is how far they are from it."""

    end: int
    saying: Saying
    cost: float


class Matcher:
    """Looks for sayings in the words of one message."""

    def __init__(self, words: Sequence[Word], vocabulary: Vocabulary) -> None:
        self._words = words
        self._root = vocabulary.root
        self._countable = vocabulary.countable
        self._active = vocabulary.telling | vocabulary.lexicon.loose
        self._telling = vocabulary.telling
        self._known = vocabulary.known.words
        self._accented = _written_with_accents(words)
        self._like = [
            vocabulary.known.like(word.bare) if word.is_word else {word.bare: SAME}
            for word in words
        ]

    def at(self, start: int, *, counted: bool = False) -> list[Match]:
        """Return the longest sayings that begin at a word, the nearest first.

        What is `counted` is rather people than a longer phrase that could not be counted.
        """
        found = [
            Match(end, saying, cost + extra)
            for end, node, cost in self._walk(start, self._root, 0.0)
            for spelt, saying in node.ends
            if (extra := self._accents(start, end, spelt, cost, saying)) is not None
        ]
        if counted and (people := [m for m in found if m.saying.sense in _PEOPLE]):
            found = [m for m in found if m in people or m.saying.sense in self._countable]
        if not found:
            return []
        longest = max(match.end for match in found)
        return sorted((m for m in found if m.end == longest), key=lambda match: match.cost)

    def _walk(self, at: int, node: Node, cost: float) -> Iterator[tuple[int, Node, float]]:
        if at >= len(self._words) or not node.on:
            return
        for word, price in self._like[at].items():
            deeper = node.on.get(word)
            if deeper is not None and cost + price <= SLIP + 0.5:
                if deeper.ends:
                    yield at + 1, deeper, cost + price
                yield from self._walk(at + 1, deeper, cost + price)

    def _accents(
        self, start: int, end: int, spelt: Sequence[Word], cost: float, saying: Saying
    ) -> float | None:
        """Return what the accents cost, None where the words cannot be meant.

        1. A word alone must not have other accents, but for a longer noun. "máy" is not "mấy".
        2. Of the several words of an activity some may have other accents, but not all; other
           phrases may not, nor may a known word stand for another one in them.
        3. A slip needs enough letters that are right.
        """
        typed = self._words[start:end]
        if any(_unlike(mine, theirs) for mine, theirs in zip(typed, spelt, strict=True)):
            return None
        wrong = sum(_contrary(mine, theirs) for mine, theirs in zip(typed, spelt, strict=True))
        letters = sum(len(word.bare) for word in spelt)
        active = saying.sense in self._active
        if len(typed) == 1:
            if not self._alone(typed[0], spelt[0], cost, saying.sense, wrong=bool(wrong)):
                return None
        elif active:
            if wrong == len(typed) and letters < 2 * _LONG:
                return None
            if wrong and letters < _LONG + 2 and saying.sense not in self._telling:
                return None
        elif wrong or any(
            self._strange(mine, theirs, people=saying.sense in _PEOPLE)
            for mine, theirs in zip(typed, spelt, strict=True)
        ):
            return None
        if len(typed) > 1 and cost > SAME and letters < _LONG + 2:
            first = typed[0]
            other = first.bare != spelt[0].bare and first.bare in self._known and not first.marked
            if cost >= SLIP or other:
                return None
        plain = sum(mine.marked != theirs.marked for mine, theirs in zip(typed, spelt, strict=True))
        return _WRONG_ACCENT * wrong + _NO_ACCENT * plain

    def _strange(self, typed: Word, meant: Word, *, people: bool) -> bool:
        """Tell whether a word of a phrase cannot be the one meant: "ba chị" is not "bà chị"."""
        if typed.bare != meant.bare:
            return typed.bare in self._known or len(meant.bare) < _LONG - 1
        return people and self._accented and meant.marked and not typed.marked

    def _alone(self, typed: Word, meant: Word, cost: float, sense: str, *, wrong: bool) -> bool:
        """Tell whether a word by itself may be meant, its accents being wrong or it a slip."""
        active, noun = sense in self._active, sense in NOUNS
        if wrong and (not noun or len(meant.bare) < _LONG):
            return False
        if not active and self._is_another(typed, meant, noun=noun):
            return False
        # "ngồi" is a word of its own and no slip in "người".
        if cost > SAME and typed.marked and is_syllable(typed.letters):
            return False
        return cost <= SAME or (len(meant.bare) >= _LONG and (active or noun))

    def _is_another(self, typed: Word, meant: Word, *, noun: bool) -> bool:
        """Tell whether a word is complete as it was typed, and thus another than the one meant.

        Among words with their accents a word without is another, but for nouns: they are counted.
        """
        if noun and len(meant.bare) >= _LONG - 1:
            return False
        # Among accents "ba" is three, not "bà".
        if noun and self._accented and typed.said == "ba" and meant.marked:
            return True
        if typed.tone:
            return typed.letters != meant.letters and is_syllable(typed.letters)
        if not self._accented or (typed.letters, typed.tone) == (meant.letters, meant.tone):
            return False
        return is_syllable(typed.letters) and (typed.marked or not noun)


def _written_with_accents(words: Sequence[Word]) -> bool:
    letters = [word.marked for word in words if word.is_word]
    return len(letters) >= _SPEECH and sum(letters) >= _HALF * len(letters)


def _unlike(typed: Word, meant: Word) -> bool:
    """Tell whether a whole syllable has both other letters and another tone: "mãi" is not "máy".

    The hook and the tilde are one tone in the south.
    """
    if not typed.tone or typed.bare == meant.bare or not is_syllable(typed.letters):
        return False
    return typed.tone != meant.tone and {typed.tone, meant.tone} != {"\u0309", "\u0303"}


def _contrary(typed: Word, meant: Word) -> bool:
    """Tell whether the accents that were typed say something else than the word has."""
    if not typed.marked or not is_syllable(typed.letters):
        return False
    if typed.tone and typed.tone != meant.tone:
        return True
    if len(typed.letters) != len(meant.letters):
        return False
    return any(
        mine not in (theirs, bare)
        for mine, theirs, bare in zip(typed.letters, meant.letters, meant.bare, strict=False)
    )
