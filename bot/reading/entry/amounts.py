"""Says of each number in a message what it counts, or that it counts nothing.

Not counts (levels, villages' numbers, times, ages, money, forms, hotlines, leaflets) are told by
the words beside them; see the senses `numbered`, `measured` and `other_thing` of the vocabulary.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.reading.entry.marks import GAP, NUMBER, SIGN, UNKNOWN, Mark
from bot.reading.entry.vocabulary import NOUNS

# No member gives so much help in a day; larger numbers are something else.
MOST = 999
_EXPLICIT = frozenset({":", "=", "(", "+", "-", "–", ".", "x", "*", "/", "•", "|"})
_BETWEEN = frozenset({"-", "–", "/", "den", "toi", "hay", "hoac", "~", ","})


class Role(StrEnum):
    """What a number counts."""

    OWN = "own"
    THING = "thing"
    PEOPLE = "people"
    HOUSEHOLD = "household"
    DEVICE = "device"
    SESSION = "session"
    BARE = "bare"
    STRANGE = "strange"
    NOTHING = "nothing"
    TOTAL = "total"


@dataclass(slots=True)
class Amount:
    """A number at a place among the marks.

    `value` is None where it is not exactly known, `about` where it was said to be an estimate (the
    value is kept then). `sense`: of an activity's own word behind it. `explicit`: a sign says that
    it is a count.
    """

    at: int
    role: Role
    value: int | None
    about: bool = False
    sense: tuple[str, ...] = ()
    explicit: bool = False

    @property
    def counts(self) -> bool:
        """Tell whether this may be an entry's number."""
        return self.role not in {Role.NOTHING, Role.TOTAL}


def amounts(marks: Sequence[Mark], telling: frozenset[str]) -> dict[int, Amount]:
    """Return the numbers of a message by the place of their mark."""
    found = {
        at: _amount(marks, at, telling) for at, mark in enumerate(marks) if mark.sense == NUMBER
    }
    found |= {
        at: amount
        for at, mark in enumerate(marks)
        if mark.means("several") and (amount := _several(marks, at, telling))
    }
    _ranges(marks, found)
    _splits(marks, found)
    _totals(marks, found)
    return found


def _amount(marks: Sequence[Mark], at: int, telling: frozenset[str]) -> Amount:
    mark, before, after = marks[at], _mark(marks, at - 1), _mark(marks, at + 1)
    about = before is not None and before.means("about")
    about = about or (
        after is not None and (after.bare in {"hon", "ruoi"} or after.means("several"))
    )
    explicit = before is not None and before.bare in _EXPLICIT
    explicit = explicit or (after is not None and after.bare in {"x", ")"})
    amount = Amount(at, Role.BARE, mark.value, about, explicit=explicit)
    if mark.value is not None and mark.value > MOST:
        amount.role = Role.NOTHING
    elif before is not None and before.means("numbered") and not before.means("total"):
        amount.role = Role.NOTHING
    elif after is not None:
        _behind(amount, marks, at + 1, telling)
    return amount


def within(found: Mapping[int, Amount], start: int, end: int) -> list[Amount]:
    """Return the numbers between two places that count; what stands behind the end says nothing."""
    here = [one for at, one in found.items() if start <= at < end and one.counts]
    return [
        replace(one, role=Role.BARE, sense=())
        if one.at + 1 >= end and one.value is not None
        else one
        for one in here
    ]


def _several(marks: Sequence[Mark], at: int, telling: frozenset[str]) -> Amount | None:
    """Read "mấy cái dvc": an amount without a value."""
    amount = Amount(at, Role.PEOPLE, None)
    after = _mark(marks, at + 1)
    before = _mark(marks, at - 1)
    if after is not None:
        _behind(amount, marks, at + 1, telling)
    if before is not None and before.sense == NUMBER:
        return None
    if amount.role in {Role.STRANGE, Role.BARE, Role.NOTHING}:
        return (
            None if after is not None and after.means("measured") else Amount(at, Role.PEOPLE, None)
        )
    return amount


def _behind(amount: Amount, marks: Sequence[Mark], at: int, telling: frozenset[str]) -> None:
    """Let the mark behind a number say what it counts; "cái" passes that on to the next one."""
    after = marks[at]
    if after.means("measured") and (marks[at].bare not in {"nam"} or not after.means("people")):
        amount.role = Role.NOTHING
    elif after.means("couple"):
        amount.role = Role.PEOPLE
        amount.value = amount.value if amount.value == 2 else None
    elif after.means("people", "kin"):
        amount.role = Role.PEOPLE
    elif after.sense == "name" or after.bare == "nha":
        amount.role = Role.HOUSEHOLD if after.bare == "nha" else Role.PEOPLE
    elif after.means("session"):
        amount.role = Role.SESSION
    elif any(sense in telling for sense in (after.sense, *after.also)):
        amount.role, amount.sense = Role.OWN, (after.sense, *after.also)
        if after.means("household"):
            amount.role = Role.HOUSEHOLD
        elif after.means("device") and not after.means("dossier"):
            amount.role = Role.DEVICE
    elif after.means("household"):
        amount.role = Role.HOUSEHOLD
    elif after.means("device"):
        amount.role = Role.DEVICE
    elif after.means("other_thing"):
        amount.role = Role.NOTHING
    elif after.means("thing"):
        amount.role = Role.THING
        further = _mark(marks, at + 1)
        if further is not None and not further.means("kin", *NOUNS):
            inner = Amount(amount.at, Role.BARE, None)
            _behind(inner, marks, at + 1, telling)
            if inner.role is Role.OWN:
                amount.role, amount.sense = Role.OWN, inner.sense
    elif any(after.means(verb) for verb in _VERBS):
        amount.role, amount.sense = Role.OWN, (after.sense, *after.also)
    elif after.sense == UNKNOWN and not amount.explicit:
        amount.role = Role.STRANGE


_VERBS = ("guide", "install", "activate", "submit", "login", "lookup", "update", "again", "teach")


def _ranges(marks: Sequence[Mark], found: dict[int, Amount]) -> None:
    """Take the values from "5-6", "5 đến 6", "5, 6 người": several were said."""
    for at, amount in found.items():
        between, other = _mark(marks, at + 1), found.get(at + 2)
        bare = between is not None and between.bare in _BETWEEN
        if bare and other is not None and amount.counts and other.counts and not amount.explicit:
            if amount.role in {Role.BARE, Role.STRANGE}:
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


def _mark(marks: Sequence[Mark], at: int) -> Mark | None:
    return marks[at] if 0 <= at < len(marks) else None
