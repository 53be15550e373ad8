"""Reads what was typed as words of the guides: raw Telex and VNI undone, slips put right."""

from collections.abc import Container, Iterable, Iterator, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.reading.finding.saying import Speech, Token, Tokens, token
from bot.reading.plain import Word, apart

# Words of a message that are read: enough for one breath of dictation.
_MOST_WORDS = 120
# Unknown words of a message that are looked up; whoever types more of them speaks of nothing here.
_MOST_SLIPS = 15
# A shorter word is too like too many others, a longer one may have two slips.
_SHORTEST = 3
_LONG = 7
# One word in so many has accents where they are being typed at all.
_CAREFUL = 5
# Beginnings that many people say, and so write, alike.
_SOUNDS = (("ch", "tr"), ("s", "x"), ("d", "gi"), ("gi", "r"), ("d", "r"), ("d", "v"), ("l", "n"))


class Typed:
    """Reads messages with the words of the guides.

    `known`: in how many guides each word stands. `pairs`: the neighbours that stand in any.
    """

    def __init__(self, speech: Speech, known: Mapping[str, int], pairs: Container[str]) -> None:
        self._speech = speech
        self._known = known
        self._pairs = pairs
        self._by_length: dict[int, list[str]] = {}
        for word in known:
            self._by_length.setdefault(len(word), []).append(word)

    def tokens(self, said: str) -> list[Token]:
        """Return a message's words as they are typed, raw Telex and VNI undone."""
        read = (one for one in apart(said) if one.is_word or one.number is not None)
        return [self._token(one) for one, __ in zip(read, range(_MOST_WORDS), strict=False)]

    def meant(self, tokens: list[Token]) -> list[Token]:
        """Return words in those of the guides, slips put right."""
        careful = sum(bool(one.full) for one in tokens) * _CAREFUL >= len(tokens)
        plain = self._speech.plain(tokens, careful=careful)
        right = list(self._by_sound(list(self._right(plain))))
        return plain if right == plain else self._speech.plain(right, careful=careful)

    def _token(self, word: Word) -> Token:
        if word.number is not None:
            return Token(word.said)
        if word.said.isascii() and (word.said in self._known or self._speech.knows(word.said)):
            return token(word.said, word.said, "")
        return token(word.bare, word.letters, word.tone)

    def _right(self, tokens: Tokens) -> Iterable[Token]:
        slips = 0
        for one in tokens:
            known = one.bare in self._known or one.bare in self._speech.filler
            if known or not one.bare.isalpha() or len(one.bare) < _SHORTEST:
                yield one
                continue
            slips += 1
            yield (self._nearest(one.bare) if slips <= _MOST_SLIPS else None) or one

    def _by_sound(self, tokens: Tokens) -> Iterable[Token]:
        """Yield words, and where one stands beside none of its neighbours in any guide, another.

        That is one which sounds alike ("tạm chú" for "tạm trú") and does stand beside one of them.
        """
        for nth, one in enumerate(tokens):
            before = tokens[nth - 1].bare if nth else ""
            after = tokens[nth + 1].bare if nth + 1 < len(tokens) else ""
            alike = () if self._beside(before, one.bare, after) else _alike(one.bare)
            heard = next((word for word in alike if self._beside(before, word, after)), None)
            yield Token(heard) if heard else one

    def _beside(self, before: str, word: str, after: str) -> bool:
        return f"{before} {word}" in self._pairs or f"{word} {after}" in self._pairs

    def _nearest(self, word: str) -> Token | None:
        """Return the likeliest word one slip away (two in a long one).

        Letters that changed places are likelier than others, and so is a first letter that stands.
        """
        slips = 1 if len(word) < _LONG else 2
        lengths = range(max(_SHORTEST, len(word) - slips), len(word) + slips + 1)
        near = [
            (distance, known)
            for length in lengths
            for known, distance, __ in process.extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips
            )
        ]
        if not near:
            return None

        def cost(found: tuple[float, str]) -> tuple[float, str]:
            distance, known = found
            swapped = 0.3 if sorted(known) == sorted(word) else 0.0
            begins = 0.2 if known[0] == word[0] else 0.0
            return distance - swapped - begins - min(0.3, 0.01 * self._known[known]), known

        return Token(min(map(cost, near))[1])


def _alike(word: str) -> Iterator[str]:
    """Yield what sounds like a word."""
    for one, other in _SOUNDS:
        for begins, instead in ((one, other), (other, one)):
            if word.startswith(begins):
                yield instead + word.removeprefix(begins)
