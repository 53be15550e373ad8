"""Settles numbers that belong together: ranges, a number and its split, a total and its parts."""

from collections.abc import Sequence

from bot.reading.entry.amounts import Amount, Role
from bot.reading.entry.mark import GAP, SIGN, Mark

_BETWEEN = frozenset({"-", "–", "/", "den", "toi", "hay", "hoac", "~", ","})


def settle(marks: Sequence[Mark], found: dict[int, Amount]) -> None:
    """Take from the numbers of a message those that count nothing beside the others."""
    _ranges(marks, found)
    _splits(marks, found)
    _totals(marks, found)


def total(found: dict[int, Amount]) -> int | None:
    """Return the total that was said beside its parts."""
    return next((one.value for one in found.values() if one.role is Role.TOTAL), None)


def _ranges(marks: Sequence[Mark], found: dict[int, Amount]) -> None:
    """Take the values from "5-6", "5 đến 6", "5, 6 người": several were said."""
    for at, amount in found.items():
        other = found.get(at + 2)
        if other is None or marks[at + 1].bare not in _BETWEEN or amount.explicit:
            continue
        if amount.role in {Role.BARE, Role.STRANGE} and other.counts:
            amount.value = other.value = None


def _splits(marks: Sequence[Mark], found: dict[int, Amount]) -> None:
    """Forget the numbers of a bracket that split the number before it: "4 (1 nam 3 nữ)"."""
    opened: int | None = None
    for at, mark in enumerate(marks):
        if mark.bare == "(":
            opened = at
        elif mark.bare == ")" and opened is not None:
            inside = [found[n] for n in range(opened, at) if n in found and found[n].counts]
            before = [one for n, one in found.items() if n < opened and one.counts]
            whole = sum(one.value or 0 for one in inside)
            if len(inside) > 1 and before and before[-1].value == whole:
                for one in inside:
                    one.role = Role.NOTHING
            opened = None


def _totals(marks: Sequence[Mark], found: dict[int, Amount]) -> None:
    """Set a total apart from its parts, if there are parts."""
    counting = [one for one in found.values() if one.counts]
    for at, amount in found.items():
        nth = at - 1
        while nth > 0 and (marks[nth].sense in {GAP, SIGN} or marks[nth].means("filler", "done")):
            nth -= 1
        if nth >= 0 and marks[nth].means("total") and amount.counts and len(counting) > 2:
            amount.role = Role.TOTAL
