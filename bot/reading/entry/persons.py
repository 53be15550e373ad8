"""Counts particular people: "cho bà Tư", "bác Tám với dì Út", "hai vợ chồng"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.reading.entry.amounts import Amount
from bot.reading.entry.marks import GAP, NUMBER, Mark

_CALLS = frozenset({"oi", "a", "nhe", "nha"})


@dataclass(frozen=True, slots=True)
class Persons:
    """Particular people: `count` are helped together, `said` are spoken of at all."""

    count: int
    said: int


def particular(marks: Sequence[Mark], start: int, end: int, found: Mapping[int, Amount]) -> Persons:
    """Return the particular people or households that are named between two marks.

    1. A kinship word counts if it has a name, follows a helping word, or opens the clause; a
       household counts if it follows a helping word. "Bà Tư" said twice is one person.
    2. Those joined by "với", "và" or a comma are added; others are beside the point.
    """
    largest, group, last, said = 0, 0, -9, 0
    seen: set[str] = set()
    for at in range(start, end):
        mark = marks[at]
        if mark.means("couple") and at - 1 not in found:
            return Persons(2, 2)
        if not _is_person(marks, start, at, found):
            continue
        key = f"{mark.bare} {mark.name or ''}".strip()
        chained = at > 0 and (marks[at - 1].means("kin", "self") or marks[at - 1].sense == "name")
        chained = chained or (at > 0 and marks[at - 1].means("household"))
        if key in seen or (not mark.name and any(one.startswith(mark.bare) for one in seen)):
            continue
        seen.add(key)
        if chained:
            continue
        said += 1
        group = group + 1 if _joined(marks, last, at) else 1
        largest, last = max(largest, group), at
    return Persons(largest, said)


def _is_person(marks: Sequence[Mark], start: int, at: int, found: Mapping[int, Amount]) -> bool:
    mark = marks[at]
    before = marks[at - 1] if at > start else None
    if at - 1 in found or (before is not None and before.sense == NUMBER):
        return False
    if mark.means("household"):
        return before is not None and before.means("helped")
    if mark.sense != "kin":
        return False
    after = marks[at + 1] if at + 1 < len(marks) else None
    if after is not None and after.bare in _CALLS:
        return False
    helped = before is not None and before.means("helped", "together", "self")
    return bool(mark.name) or helped or before is None or before.sense == GAP


def _joined(marks: Sequence[Mark], last: int, at: int) -> bool:
    """Tell whether only a joining word, or a comma, stands between two people."""
    between = [
        mark
        for mark in marks[last + 1 : at]
        if mark.sense not in {"name", "filler"} and not mark.means("helped", "village")
    ]
    return (
        bool(last >= 0)
        and all(
            mark.bare in {"voi", "va", "cung", ",", "&", "lan", "+", "cung voi"} for mark in between
        )
        and bool(between)
    )
