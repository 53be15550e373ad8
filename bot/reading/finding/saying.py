"""Brings words to one form: what differs only in spelling, region or shortness becomes the same.

The words of the guides and those that are typed go through it alike.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from bot.domain.text import fold
from bot.reading.keyboard import tone_apart

_WORD = re.compile(r"\d+|[^\W\d_]+")
# Where y and i are spelt as one likes.
_Y = frozenset({"hy", "ky", "ly", "my", "quy", "sy", "ty", "vy"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `bare` without accents; `full` its letters and tone, "" where it has no accents."""

    bare: str
    full: str = ""


Tokens: TypeAlias = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Habits:
    """How people speak and write.

    `same`: what is said, and what it means in the words of the guides. `filler`: words that say
    nothing about what is wanted.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    filler: AbstractSet[str] = frozenset()


class Speech:
    """Puts other words into those of the guides.

    A single word stands for another only with its accents, or where the guides have no such word
    without; several words together are enough.
    """

    def __init__(self, habits: Habits) -> None:
        self._known: dict[str, Token] = {}
        self._with_accents: dict[str, Tokens] = {}
        self._without: dict[str, Tokens] = {}
        self._several: dict[tuple[str, str], list[tuple[Tokens, Tokens]]] = {}
        fillers = [one for word in habits.filler for one in self.apart(word)]
        self.filler = frozenset(one.bare for one in fillers)
        self._filler = frozenset(one.full or one.bare for one in fillers)
        # Words of the guides that stay when they are typed alone and without accents.
        self.own: AbstractSet[str] = frozenset()
        for say, mean in habits.same.items():
            said, meant = self.apart(say), self.apart(mean)
            if len(said) == 1:
                self._with_accents[said[0].full or said[0].bare] = meant
                self._without.setdefault(said[0].bare, meant)
            elif said:
                pair = said[0].bare, said[1].bare
                self._several.setdefault(pair, []).append((said, meant))
        for rules in self._several.values():
            rules.sort(key=lambda rule: -len(rule[0]))

    def knows(self, bare: str) -> bool:
        """Tell whether a word has a rule."""
        return bare in self._without

    def says_nothing(self, typed: Token) -> bool:
        """Tell whether a word is filler: "đang" is, "dang" may be "đăng"."""
        return (typed.full or typed.bare) in self._filler

    def apart(self, text: str) -> list[Token]:
        """Return the tokens of a carefully written text."""
        known = self._known
        tokens = []
        for word in _WORD.findall(text.lower()):
            one = known.get(word)
            if one is None:
                letters, tone = tone_apart(word)
                one = known[word] = token(fold(letters), letters, tone)
            tokens.append(one)
        return tokens

    def plain(self, tokens: list[Token], *, careful: bool = True) -> list[Token]:
        """Return tokens in the words of the guides; `careful` where accents were being typed."""
        bare = [one.bare for one in tokens]
        pairs = pairwise(bare)
        if self._without.keys().isdisjoint(bare) and self._several.keys().isdisjoint(pairs):
            return tokens
        made: list[Token] = []
        at = 0
        while at < len(tokens):
            rule = self._rule(tokens, at) if tuple(bare[at : at + 2]) in self._several else None
            if rule:
                made += rule[1]
                at += len(rule[0])
            else:
                typed = tokens[at]
                known = typed.bare in self._without
                made += self._alone(typed, careful=careful) if known else (typed,)
                at += 1
        return made

    def _rule(self, tokens: Tokens, at: int) -> tuple[Tokens, Tokens] | None:
        """Return the longest rule for the words from a place on."""
        for said, meant in self._several[tokens[at].bare, tokens[at + 1].bare]:
            here = tokens[at : at + len(said)]
            if len(here) == len(said) and _may_be(here, said):
                return said, meant
        return None

    def _alone(self, typed: Token, *, careful: bool) -> Tokens:
        """Return what a single word means."""
        if typed.full or careful:
            found = self._with_accents.get(typed.full or typed.bare)
            if found:
                return found
        if not typed.full and typed.bare not in self.own:
            return self._without[typed.bare]
        return (typed,)


def token(bare: str, letters: str, tone: str) -> Token:
    """Return the token of a word taken apart; "ký" and "kí" are the same."""
    marked = bool(tone) or letters != bare
    if bare in _Y:
        bare, letters = f"{bare[:-1]}i", f"{letters[:-1]}i"
    return Token(bare, letters + tone if marked else "")


def _may_be(typed: Tokens, meant: Tokens) -> bool:
    """Tell whether words may be meant: all of them, and not every one with other accents."""
    pairs = list(zip(typed, meant, strict=True))
    return all(one.bare == other.bare for one, other in pairs) and any(
        not one.full or one.full == other.full for one, other in pairs
    )


def terms(tokens: Tokens) -> list[str]:
    """Return what a text is compared by: its words without accents and with, and neighbours."""
    bare = [one.bare for one in tokens]
    full = [f"~{one.full}" for one in tokens if one.full]
    return [*bare, *full, *map(" ".join, pairwise(bare))]
