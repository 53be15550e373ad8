"""Two plain searches over the same texts, to see what the program's own is worth."""

import math
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import TypeAlias

from bot.domain.guides import Guide
from bot.domain.text import fold

# Says whether it is sure, and the ids of guides, best first.
Search: TypeAlias = Callable[[str], tuple[bool, list[str]]]
_WORD = re.compile(r"[^\W_]+")
# The usual settings of BM25.
_SOON, _HELD_BACK = 1.2, 0.75


def bm25(guides: Sequence[Guide]) -> Search:
    """Return BM25 over the guides' words without accents."""
    counted = {guide.id: Counter(_words(_text(guide))) for guide in guides}
    lengths = {one: sum(many.values()) for one, many in counted.items()}
    mean = sum(lengths.values()) / max(1, len(lengths))
    where: dict[str, list[str]] = defaultdict(list)
    for one, many in counted.items():
        for word in many:
            where[word].append(one)

    def search(said: str) -> tuple[bool, list[str]]:
        scores: dict[str, float] = defaultdict(float)
        for word in set(_words(said)):
            found = where.get(word, [])
            telling = math.log(1 + (len(counted) - len(found) + 0.5) / (len(found) + 0.5))
            for one in found:
                times = counted[one][word]
                slow = _SOON * (1 - _HELD_BACK + _HELD_BACK * lengths[one] / mean)
                scores[one] += telling * times * (_SOON + 1) / (times + slow)
        best = sorted(scores, key=lambda one: (-scores[one], one))
        return False, best[:3]

    return search


def fts5(guides: Sequence[Guide]) -> Search:
    """Return SQLite's full-text search over the guides' words, accents removed."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, words)")
    connection.executemany(
        "INSERT INTO texts VALUES (?, ?)", [(guide.id, fold(_text(guide))) for guide in guides]
    )

    def search(said: str) -> tuple[bool, list[str]]:
        wanted = " OR ".join(f'"{word}"' for word in sorted(set(_words(said))))
        if not wanted:
            return False, []
        rows = connection.execute(
            "SELECT id FROM texts WHERE words MATCH ? ORDER BY bm25(texts), id LIMIT 3", (wanted,)
        )
        return False, [one for (one,) in rows]

    return search


def _text(guide: Guide) -> str:
    """Return what the program's own search reads of a guide."""
    troubles = [words for one in guide.troubles for words in one.title.by_language.values()]
    titles = guide.title.by_language.values()
    return " . ".join((*titles, *guide.keywords, *guide.phrases, *troubles))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
