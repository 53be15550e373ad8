"""Cuts a message into clauses, each with one entry at most, in the way that leaves no doubt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.entries import Doubt, Guess
from bot.reading.entry.amounts import Amount
from bot.reading.entry.cuts import Cut, cheapest, fewest_pieces, most_entries
from bot.reading.entry.mark import DAY, GAP, NUMBER, VILLAGE, Mark
from bot.reading.entry.pieces import Clerk, Piece

# Cutting at every word that could begin a clause is tried only on messages of so many such words.
_MOST_CUTS = 24
# A message of more parts is not read, for the ways to cut it grow with their cube.
_MOST_JOINTS = 30
_ABOUT_ANYTHING = frozenset({"tuyen_truyen", "phan_anh"})


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
    if len(joints) > _MOST_JOINTS:
        return Cut((replace(whole, guess=whole.guess or Guess(), doubt=Doubt.TOO_MANY),))
    parts = _solve(clerk, [0, *joints, end], most_entries)
    if whole.whole or whole.guess is None:
        counted = any(one.counts for one in found.values())
        return _kept_whole(clerk, [0, *joints, end], whole, parts, counted=counted)
    if parts:
        return parts[0]
    if not whole.unclear:
        starts = [n for n in range(1, end) if _begins(marks[n], telling)]
        solved = _anywhere(clerk, [0, *joints, *starts, end], whole)
        if solved:
            return solved
    return _doubtful(clerk, [0, *joints, end], whole)


def _kept_whole(
    clerk: Clerk, places: Sequence[int], whole: Piece, parts: Sequence[Cut], *, counted: bool
) -> Cut:
    """Keep a message as one clause, unless its parts say more."""
    if parts and len(parts[0].entries) > 1:
        return _told_twice(parts[0], whole, counted=counted) if whole.whole else parts[0]
    if whole.failed and parts:
        return parts[0]
    if whole.whole and _two_deeds(clerk, places, whole):
        return Cut((replace(whole, doubt=Doubt.TWO_READINGS),))
    return Cut((whole,))


def _anywhere(clerk: Clerk, places: Sequence[int], whole: Piece) -> Cut | None:
    """Cut wherever a clause could begin, if that makes several entries in one way only."""
    if len(places) > _MOST_CUTS:
        return None
    ways = _solve(clerk, sorted(set(places)), fewest_pieces)
    several = [way for way in ways if len(way.entries) > 1]
    if len(several) > 1:
        return Cut((replace(whole, doubt=Doubt.TWO_READINGS),))
    return several[0] if several else None


def _two_deeds(clerk: Clerk, places: Sequence[int], whole: Piece) -> bool:
    """Tell whether joined parts name different activities for one number: "cài zalo và dạy …".

    A session and a complaint may be about anything.
    """
    if whole.guess is None or whole.guess.activity in _ABOUT_ANYTHING:
        return False
    parts = [clerk.piece(one, two) for one, two in pairwise(places)]
    named = {
        part.guess.activity
        for part in parts
        if part.guess and part.guess.activity and (part.whole or not part.aside)
    }
    return len(named) > 1


def _begins(mark: Mark, telling: frozenset[str]) -> bool:
    return mark.sense in {NUMBER, DAY, VILLAGE} or mark.means(
        *telling, "guide", "teach", "submit", "install", "open", "do", "help", "bring", "remind"
    )


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
            piece = _beside(clerk.piece(start, end), alone=(start, end) == (places[0], places[-1]))
            if piece.doubt and not _short(piece):
                continue
            grown = (_grown(way, piece) for way in best[start])
            ways += [way for way in grown if way is not None]
        if ways:
            best[end] = cheapest(ways, price)
    return [way for way in best.get(places[-1], []) if way.entries]


def _beside(piece: Piece, *, alone: bool) -> Piece:
    """Return a clause that is only talk beside others as one of no interest."""
    if not piece.aside or alone or (piece.whole and piece.start == 0):
        return piece
    return Piece(piece.start, piece.end)


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
    parts = [clerk.piece(one, two) for one, two in pairwise(places)]
    entries = [piece for piece in parts if piece.guess is not None]
    if any(piece.whole for piece in entries) and len(entries) > 1:
        return Cut(tuple(parts))
    return Cut((whole,))
