"""Finds the guides for words, weighing what `shelf` and `nearest` say."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.guides import Found, Guide, Result
from bot.reading.finding.certainty import NOTHING, Signs, certainty, much
from bot.reading.finding.gist import Names, gist, nameless
from bot.reading.finding.nearest import Near, Nearest
from bot.reading.finding.same import Same
from bot.reading.finding.saying import Habits, Speech, Token, Tokens, terms
from bot.reading.finding.shelf import SAID, TITLE, Line, Shelf, is_word
from bot.reading.finding.slips import Typed
from bot.reading.finding.symptoms import named
from bot.reading.finding.unnamed import Unnamed

# Guides whose single texts are looked at: the likeliest as a whole.
_LOOKED_AT = 8
# Terms of a message that are compared: the most telling; a long one is cut to what matters.
_TERMS = 30
# A term that weighs less is in nearly every guide.
_SAYS_SOMETHING = 0.1
# How much the nearest text counts beside the whole guide.
_NEAR = 0.4
# How telling a phrase is at least that names its guide.
_NAMES = 3.0
# What puts a guide first whatever else is like it: it was named word for word.
_NAMED = 2.0
# From here on the first is said to be the one. More than a half: a guide that opens for what no
# guide is about misleads, where three choices cost one more tap.
_SURE = 0.55


@dataclass(frozen=True, slots=True)
class _Ranked:
    guide: int
    score: float
    whole: float
    near: Near


class Finder:
    """A search over the texts of the guides: titles, keywords, phrases, troubles."""

    def __init__(self, guides: Iterable[Guide], habits: Habits | None = None) -> None:
        self._speech = Speech(habits or Habits())
        self._shelf = Shelf(tuple(guides), self._speech)
        self._nearest = Nearest(self._shelf)
        self._typed = Typed(self._speech, self._shelf.words, self._shelf.weights.keys())
        self._speech.own = self._shelf.words.keys()
        self._persons = Names(self._speech)
        self.same = Same(self._speech, self._typed, self._shelf)
        self.unnamed = Unnamed(self._speech)
        self._exact: dict[str, list[Line]] = {}
        for lines in self._shelf.lines:
            for line in lines:
                self._exact.setdefault(line.typed, []).append(line)

    def find(self, said: str, *, limit: int = 3) -> Found:
        """Return the guides most like the words; `sure` where the first may be opened at once."""
        typed = self._typed.tokens(said)
        same = self._exactly(" ".join(one.bare for one in typed))
        meant: Tokens = same.tokens if same else self._typed.meant(typed)
        signs, ranked = self._ranked(meant, same.guide if same else None)
        if not ranked:
            return Found(sure=False, results=())
        sureness = 1.0 if same else certainty(signs)
        best = ranked[0].score
        results = tuple(
            Result(
                self._shelf.ids[one.guide],
                round(100 * sureness * one.score / best, 1),
                one.near.line.trouble if one.near.line else None,
            )
            for one in ranked[:limit]
        )
        return Found(sureness >= _SURE, results)

    def troubles(self, guide: str, said: str) -> tuple[int, ...]:
        """Return which of a guide's troubles (from 0) the words may name, the likeliest first."""
        lines = self._shelf.lines[self._shelf.ids.index(guide)]
        titles = [
            (line.trouble, self._bare(line.tokens)) for line in lines if line.trouble is not None
        ]
        return named(self._bare(self._typed.meant(self._typed.tokens(said))), titles)

    def _bare(self, tokens: Tokens) -> str:
        return " ".join(one.bare for one in self._telling(tokens))

    def gist(self, said: str) -> str:
        """Return what was looked for in the words of the guides, for counting what they lack."""
        typed = self._persons.left_out(self._typed.tokens(nameless(said)))
        # Once more: a slip in a name is put right like any other.
        meant = self._persons.left_out(self._typed.meant(typed))
        return gist(self._telling(meant), self._shelf.words)

    def _exactly(self, typed: str) -> Line | None:
        """Return the title or phrase that was typed word for word, where only one guide has it."""
        lines = self._exact.get(typed, [])
        titles = [line for line in lines if line.weight == TITLE]
        named = titles or [line for line in lines if line.weight == SAID and self._names(line)]
        return named[0] if len({line.guide for line in named}) == 1 else None

    def _names(self, line: Line) -> bool:
        return self._shelf.telling(line.tokens) > _NAMES

    def _ranked(self, meant: Tokens, first: int | None) -> tuple[Signs, list[_Ranked]]:
        """Return the likeliest guides, best first, and what speaks for the best.

        `first` is the guide that was named word for word.
        """
        words = self._weights(meant)
        whole = self._shelf.weighed(words)
        likely = sorted(range(len(whole)), key=whole.__getitem__, reverse=True)[:_LOOKED_AT]
        near = {nth: self._nearest.near(nth, words) for nth in likely if whole[nth]}
        top = max((whole[nth] for nth in near), default=0.0) or 1.0
        nearest = max((one.score for one in near.values()), default=0.0) or 1.0
        ranked = [
            _Ranked(
                guide=nth,
                score=whole[nth] / top + _NEAR * one.score / nearest + (nth == first) * _NAMED,
                whole=whole[nth],
                near=one,
            )
            for nth, one in near.items()
        ]
        ranked.sort(key=lambda one: (-one.score, self._shelf.ids[one.guide]))
        return self._signs(meant, ranked), ranked

    def _weights(self, meant: Tokens) -> dict[str, float]:
        """Return the most telling terms of a message, with how much each tells."""
        weights = self._shelf.weights
        pairs = (term for term in terms(meant) if " " in term)
        said = (*terms(self._telling(meant)), *pairs)
        known = {term: weights[term] for term in said if term in weights}
        telling = sorted(known.items(), key=lambda one: (-one[1], one[0]))[:_TERMS]
        return {term: weight for term, weight in telling if weight > _SAYS_SOMETHING}

    def _signs(self, meant: Tokens, ranked: list[_Ranked]) -> Signs:
        """Return what speaks for the best guide."""
        if not ranked:
            return NOTHING
        best = ranked[0]
        said = {one for one in terms(self._telling(meant)) if one[0] != "~"}
        words = {one for one in said if is_word(one)}
        pairs = said - words
        has = self._shelf.has(best.guide)
        weights, unknown = self._shelf.weights, self._shelf.unknown
        of_words = sum(weights.get(one, unknown) for one in words)
        everything = of_words + sum(weights.get(one, unknown / 3) for one in pairs)
        return Signs(
            much=much(best.whole),
            strong=min(1.0, best.whole / (everything or 1.0)),
            covered=sum(weights[one] for one in words & has) / (of_words or 1.0),
            neighbours=len(pairs & has) / max(1, len(pairs)),
            ahead=1 - ranked[1].score / best.score if len(ranked) > 1 else 1.0,
            words=len(words),
        )

    def _telling(self, meant: Tokens) -> list[Token]:
        return [one for one in meant if not self._speech.says_nothing(one)]
