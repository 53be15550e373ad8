"""Cuts a message into clauses, each with one entry at most, in the way that leaves no doubt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.entries import Doubt, Guess
from bot.reading.entry.amounts import Amount
from bot.reading.entry.marks import DAY, GAP, NUMBER, VILLAGE, Mark
from bot.reading.entry.pieces import Clerk, Piece

# Cutting at every word that could begin a clause is tried only on messages of so many such words.
_MOST_CUTS = 24


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


def cut(
    marks: Sequence[Mark], clerk: Clerk, telling: frozenset[str], found: Mapping[int, Amount]
) -> Cut:
    """Return the clauses of a message.

    1. As a whole it is one entry, or none; but where its parts between commas and joining words
       are each an entry too, they are several. The same activity twice may be one told twice.
    2. Else the parts between commas and joining words.
    3. Else the cut is looked for before each number, verb, topic, day and village.
    Where the last way has two solutions, the message has two readings.
    """
    end = len(marks)
    whole = clerk.piece(0, end)
    joints = [n for n in range(1, end) if marks[n].sense == GAP or marks[n].means("together")]
    parts = _solve(clerk, [0, *joints, end], _most_entries)
    if whole.whole or whole.guess is None:
        if parts and len(parts[0].entries) > 1:
            counted = any(one.counts for one in found.values())
            return _told_twice(parts[0], whole, counted=counted) if whole.whole else parts[0]
        return Cut((whole,))
    if parts:
        return parts[0]
    if whole.unclear:
        return Cut((whole,))
    starts = [n for n in range(1, end) if _begins(marks[n], telling)]
    if len(starts) <= _MOST_CUTS:
        found = [
            way
            for way in _solve(clerk, sorted({0, *joints, *starts, end}), _fewest_pieces)
            if len(way.entries) > 1
        ]
        if len(found) > 1:
            return Cut((replace(whole, doubt=Doubt.TWO_READINGS),))
        if found:
            return found[0]
    return _doubtful(clerk, [0, *joints, end], whole)


def _begins(mark: Mark, telling: frozenset[str]) -> bool:
    return mark.sense in {NUMBER, DAY, VILLAGE} or mark.means(
        *telling, "guide", "teach", "submit", "install", "open", "do", "help", "bring", "remind"
    )


def _most_entries(cut_: Cut) -> tuple[int, int]:
    return -len(cut_.entries), len(cut_.pieces)


def _fewest_pieces(cut_: Cut) -> tuple[int, int]:
    return len(cut_.entries), len(cut_.pieces)


def _solve(
    clerk: Clerk, places: Sequence[int], price: Callable[[Cut], tuple[int, int]]
) -> list[Cut]:
    """Return the best ways, at most two that differ, to cut at some of the places without doubt."""
    best: dict[int, list[Cut]] = {places[0]: [Cut(())]}
    for nth, end in enumerate(places[1:], 1):
        ways: list[Cut] = []
        for start in places[:nth]:
            if start not in best:
                continue
            piece = clerk.piece(start, end)
            if piece.doubt and not _short(piece):
                continue
            for way in best[start]:
                if (grown := _grown(way, piece)) is not None:
                    ways.append(grown)
        if ways:
            best[end] = _cheapest(ways, price)
    solved = [way for way in best.get(places[-1], []) if way.entries]
    return solved


def _cheapest(ways: list[Cut], price: Callable[[Cut], tuple[int, int]]) -> list[Cut]:
    least = min(map(price, ways))
    kept: list[Cut] = []
    for way in ways:
        if price(way)[0] == least[0] and all(_same(way) != _same(other) for other in kept):
            kept.append(way)
    kept.sort(key=price)
    return kept[:2]


def _same(way: Cut) -> tuple[Guess | None, ...]:
    return tuple(piece.guess for piece in way.entries)


def _short(piece: Piece) -> bool:
    """Tell whether a clause only lacks what the one before may lend it: "hôm nay 2"."""
    return (
        piece.doubt is Doubt.NO_ACTIVITY
        and piece.guess is not None
        and piece.guess.count is not None
        and piece.lends
    )


def _grown(way: Cut, piece: Piece) -> Cut | None:
    """Add a clause; one with a number and a day or village of its own borrows its activity."""
    if not piece.doubt:
        return Cut((*way.pieces, piece))
    lender = way.entries[-1] if way.entries else None
    if lender is None or lender.guess is None or piece.guess is None or not lender.placed:
        return None
    guess = replace(lender.guess, count=piece.guess.count, attendees=None)
    return Cut((*way.pieces, replace(piece, guess=guess, doubt=None)))


def _told_twice(parts: Cut, whole: Piece, *, counted: bool) -> Cut:
    """Doubt parts of one activity and service: the message may say one thing twice.

    Without any number it does, for the whole speaks of the same person all the time.
    """
    guesses = [piece.guess for piece in parts.entries if piece.guess]
    named = {(guess.activity, guess.service) for guess in guesses}
    if len(named) == len(guesses):
        return parts
    if not counted:
        return Cut((whole,))
    first = parts.entries[0]
    return Cut((replace(first, doubt=Doubt.TWO_READINGS),))


def _doubtful(clerk: Clerk, places: Sequence[int], whole: Piece) -> Cut:
    """Return the parts with whatever is doubtful about them, for a guess."""
    parts = [clerk.piece(one, two) for one, two in zip(places, places[1:], strict=False)]
    entries = [piece for piece in parts if piece.guess is not None]
    if len([piece for piece in entries if piece.whole]) > 0 and len(entries) > 1:
        return Cut(tuple(parts))
    return Cut((whole,))
