"""A message cut into clauses, and which of several ways to cut it is the best."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.entries import Doubt, Guess
from bot.reading.entry.pieces import Piece


@dataclass(frozen=True, slots=True)
class Cut:
    """A message in clauses."""

    pieces: tuple[Piece, ...]

    @property
    def entries(self) -> tuple[Piece, ...]:
        """Return the clauses that are entries, or would be."""
        return tuple(piece for piece in self.pieces if piece.guess is not None)

    @property
    def doubt(self) -> Doubt | None:
        """Return the first doubt."""
        return next((piece.doubt for piece in self.pieces if piece.doubt), None)


def most_entries(cut_: Cut) -> tuple[int, int]:
    return -len(cut_.entries), len(cut_.pieces)


def fewest_pieces(cut_: Cut) -> tuple[int, int]:
    return len(cut_.entries), len(cut_.pieces)


def cheapest(ways: list[Cut], price: Callable[[Cut], tuple[int, int]]) -> list[Cut]:
    least = min(map(price, ways))
    kept: list[Cut] = []
    for way in ways:
        if price(way)[0] == least[0] and all(_same(way) != _same(other) for other in kept):
            kept.append(way)
    kept.sort(key=price)
    return kept[:2]


def _same(way: Cut) -> tuple[Guess | None, ...]:
    return tuple(piece.guess for piece in way.entries)
