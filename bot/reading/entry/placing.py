"""Gives each entry its day and village: its own, the one before it, or the only one said."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TypeVar

from bot.domain.entries import Doubt, Guess, Item
from bot.reading.entry.mark import DAY, NUMBER, VILLAGE, Mark
from bot.reading.entry.pieces import Piece

Value = TypeVar("Value")


class _TwoError(Exception):
    """An entry that may belong to two days or two villages."""


def place(
    pieces: Sequence[Piece], marks: Sequence[Mark], today: date
) -> tuple[tuple[Item, ...], Doubt | None]:
    """Return the entries of clauses with their days and villages, or why they have none.

    One day or village, first or last, belongs to all. Where there are several, each belongs to its
    own clause, and to those after it that have none if it stands at the head of its own.
    """
    try:
        days = _own(pieces, marks, lambda mark: mark.day if mark.sense == DAY else None)
    except _TwoError:
        return (), Doubt.TWO_DAYS
    try:
        villages = _own(pieces, marks, lambda mark: mark.name if mark.sense == VILLAGE else None)
    except _TwoError:
        return (), Doubt.TWO_VILLAGES
    items = [
        Item(guess.activity, guess.count, day or today, village, guess.service, guess.attendees)
        for piece, day, village in zip(pieces, days, villages, strict=True)
        if (guess := piece.guess) and guess.activity and guess.count
    ]
    keys = {(item.activity, item.day, item.village, item.service) for item in items}
    if len(keys) < len(items) or len(items) < len(pieces):
        return (), Doubt.TWO_READINGS
    if any(_is_sum(item, items) for item in items):
        return (), Doubt.TWO_READINGS
    return tuple(items), None


def guessed(pieces: Sequence[Piece], marks: Sequence[Mark]) -> tuple[Guess, ...]:
    """Return the entries of a doubtful message with the days and villages that are clear.

    A day or village that is in doubt, or of which it is not clear whose it is, is left out for all.
    """
    entries = [piece for piece in pieces if piece.guess]
    days = _clear(entries, marks, DAY, lambda mark: mark.day if mark.sense == DAY else None)
    villages = _clear(
        entries, marks, VILLAGE, lambda mark: mark.name if mark.sense == VILLAGE else None
    )
    return tuple(
        replace(piece.guess, day=day, village=village)
        for piece, day, village in zip(entries, days, villages, strict=True)
        if piece.guess
    )


def _clear(
    pieces: Sequence[Piece],
    marks: Sequence[Mark],
    sense: str,
    value: Callable[[Mark], Value | None],
) -> list[Value | None]:
    if not any(mark.sense == sense and mark.doubt for mark in marks):
        with suppress(_TwoError):
            return _own(pieces, marks, value)
    return [None for __ in pieces]


def _is_sum(item: Item, items: Sequence[Item]) -> bool:
    """Tell whether an entry is but the total of others: "5 hồ sơ: 2 khai sinh, 3 khai tử"."""
    parts = [
        one
        for one in items
        if one is not item
        and (one.activity, one.day, one.village) == (item.activity, item.day, item.village)
    ]
    return len(parts) > 1 and item.service is None and sum(p.count for p in parts) == item.count


def _own(
    pieces: Sequence[Piece], marks: Sequence[Mark], value: Callable[[Mark], Value | None]
) -> list[Value | None]:
    said = [(at, found) for at, mark in enumerate(marks) if (found := value(mark)) is not None]
    different = {found for __, found in said}
    if len(different) < 2:
        return [said[0][1] if said else None for _piece in pieces]
    placed: list[Value | None] = []
    heading: Value | None = None
    before = 0
    for piece in pieces:
        # A day that stands alone in front of a clause heads it.
        mine = [(at, found) for at, found in said if before <= at < piece.end]
        before = piece.end
        if len({found for __, found in mine}) > 1:
            raise _TwoError
        if mine:
            at, own = mine[0]
            placed.append(own)
            numbers = [n for n in range(piece.start, piece.end) if marks[n].sense == NUMBER]
            heading = own if not numbers or at < numbers[0] else None
        elif heading is not None:
            placed.append(heading)
        else:
            raise _TwoError
    if any(at >= before for at, __ in said):
        raise _TwoError
    return placed
