"""The words of quick entry and what they mean, made ready for matching."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.reading.entry.likeness import Dictionary
from bot.reading.keyboard import is_syllable
from bot.reading.plain import Word, apart

ANYTHING = "*"
# The activity of a deed that is named only in order to be asked about.
UNCLEAR = "unclear"
# A shorter word is not looked at for words typed without a space.
_PARTED = 5
# What a number may stand before without being an activity.
NOUNS = frozenset(
    {
        "people",
        "kin",
        "couple",
        "household",
        "device",
        "thing",
        "session",
        "other_thing",
        "measured",
    }
)
# The senses that the grammar asks for by name.
STRUCTURE = (NOUNS - {"couple"}) | {
    "about", "account", "ask_end", "command", "correction", "couple", "done", "each", "failed",
    "filler", "forbid", "future", "guide", "helped", "label", "numbered", "please", "question",
    "self", "several", "submit", "teach", "the_same", "together", "total", "turning",
    "vneid",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of one sense; `also` are further senses, `service` the guide they name."""

    words: str
    sense: str
    also: tuple[str, ...] = ()
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """Senses that together make an activity; `#` before a sense: a number stands before it."""

    activity: str
    needs: frozenset[str]
    beside: frozenset[str]
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Counting:
    """In what an activity is counted: its own senses, and what is counted before them.

    `service`: its entries name a guide.
    """

    own: frozenset[str] = frozenset()
    before: tuple[str, ...] = ()
    service: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that content/entries.toml says. `loose`: verbs that may stand beside any activity."""

    short: Mapping[str, str]
    sayings: tuple[Saying, ...]
    loose: frozenset[str]
    counting: Mapping[str, Counting]
    deeds: tuple[Deed, ...]


@dataclass(slots=True)
class Node:
    """A place in the tree of sayings: how they go on, and which end here."""

    on: dict[str, "Node"] = field(default_factory=dict)
    ends: list[tuple[tuple[Word, ...], Saying]] = field(default_factory=list)


class Vocabulary:
    """A lexicon, ready for matching."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.short = {short: tuple(apart(full)) for short, full in lexicon.short.items()}
        self.root = Node()
        self.pairs: set[tuple[str, str]] = set()
        for saying in lexicon.sayings:
            self._plant(saying)
        self.known = Dictionary(self._letters())
        owned = (counting.own for counting in lexicon.counting.values())
        self.countable = NOUNS.union(*owned)
        self.telling = self._telling(lexicon.deeds) - lexicon.loose

    def _plant(self, saying: Saying) -> None:
        words = tuple(apart(saying.words))
        node = self.root
        for word in words:
            node = node.on.setdefault(word.bare, Node())
        node.ends.append((words, saying))
        self.pairs |= {(one.bare, next_.bare) for one, next_ in pairwise(words)}

    def _letters(self) -> Iterable[str]:
        return {
            word.bare
            for saying in self.lexicon.sayings
            for word in apart(saying.words)
            if word.is_word
        }

    def parted(self, word: Word) -> Sequence[Word]:
        """Return the known words that were typed as one: "dichvucong"; else the word alone."""
        if len(word.bare) < _PARTED or word.bare in self.known.words or is_syllable(word.letters):
            return (word,)
        found = self._parts(word.bare)
        return tuple(Word(part, part, part, "") for part in found) if found else (word,)

    def _parts(self, letters: str, before: str = "") -> tuple[str, ...]:
        for cut in range(len(letters), 0, -1):
            first, rest = letters[:cut], letters[cut:]
            if before and (before, first) not in self.pairs:
                continue
            if first not in self.known.words or (not before and not rest):
                continue
            if not rest:
                return (first,)
            if further := self._parts(rest, first):
                return (first, *further)
        return ()

    @staticmethod
    def _telling(deeds: Iterable[Deed]) -> frozenset[str]:
        """Return the senses that an activity must account for."""
        named = {sense for deed in deeds for sense in deed.needs | deed.beside}
        return frozenset(sense.removeprefix("#") for sense in named) - {ANYTHING, "household"}
