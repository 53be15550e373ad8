"""Counts particular people: "cho bà Tư", "bác Tám với dì Út", "hai vợ chồng"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.reading.entry.amounts import Amount
from bot.reading.entry.mark import GAP, NUMBER, UNKNOWN, Mark

_CALLS = frozenset({"oi", "a", "nhe", "nha"})


# Who is helped stands behind these verbs as well; a name there is somebody else.
_SERVING = frozenset({"giup", "huong dan", "day", "chi", "nhac", "dua", "cho", "dan", "ho tro"})


@dataclass(slots=True)
class _Group:
    """People joined by "với" and the like; `before`: what stands before the first of them."""

    before: str
    named: bool
    members: int = 1

    @property
    def given(self) -> bool:
        """Tell whether the deed was done for them: "cho bé" before "giúp chị"."""
        return self.before == "cho"

    @property
    def served(self) -> bool:
        """Tell whether they are helped as well, being somebody new."""
        return self.named and self.before in _SERVING


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
    3. Where it says for whom, the others of the story are not meant.
    """
    groups: list[_Group] = []
    last = -9
    seen: set[str] = set()
    for at in range(start, end):
        mark = marks[at]
        if mark.means("couple") and at - 1 not in found:
            return Persons(2, 2)
        if not _is_person(marks, start, at, found):
            continue
        key = f"{mark.bare} {mark.name or ''}".strip()
        chained = at > 0 and (marks[at - 1].means("kin", "self") or marks[at - 1].sense == "name")
        chained = chained or _owns(marks, start, at)
        if key in seen or (not mark.name and any(one.startswith(mark.bare) for one in seen)):
            continue
        seen.add(key)
        if chained:
            continue
        if groups and _joined(marks, last, at):
            groups[-1].members += 1
        else:
            before = marks[at - 1] if at > start else None
            groups.append(_Group(before.bare if before else "", named=bool(mark.name)))
        last = at
    if any(group.given for group in groups):
        groups = [group for group in groups if group.given or group.served]
    return Persons(
        max((group.members for group in groups), default=0), sum(g.members for g in groups)
    )


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
    if after is not None and after.bare in _CALLS and not after.means("helped"):
        return False
    # "em với bác" are those who help.
    joined = at > start + 1 and marks[at - 1].bare in {"voi", "va", "cung"}
    if joined and marks[at - 2].means("self"):
        return False
    helped = before is not None and before.means("helped", "together", "self")
    return bool(mark.name) or helped or before is None or before.sense == GAP


def _owns(marks: Sequence[Mark], start: int, at: int) -> bool:
    """Tell whether whose shop or child it is was named: "quán cháo chị Tám", "bé nhà anh Tư"."""
    before = at - 1
    if before > start and marks[before].bare in {"nha", "cua"}:
        return marks[before - 1].means("kin") or marks[before - 1].sense == "name"
    while before > start and marks[before].sense == UNKNOWN:
        before -= 1
    return before >= start and marks[before].means("household")


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


def with_somebody(marks: Sequence[Mark]) -> bool:
    """Tell whether somebody without a name is joined to who is named: "chị Thảo và con chị"."""
    return any(
        joining.bare in {"va", "voi", "cung"}
        and (one.sense == "name" or one.means("kin"))
        and other.means("self", "people", "household")
        for one, joining, other in zip(marks, marks[1:], marks[2:], strict=False)
    )
