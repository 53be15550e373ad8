"""Says of each number in a message what it counts, or that it counts nothing.

Not counts (levels, villages' numbers, times, ages, money, forms, hotlines, leaflets) are told by
the words beside them; see the senses `numbered`, `measured` and `other_thing` of the vocabulary.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.reading.entry.mark import NUMBER, UNKNOWN, Mark
from bot.reading.entry.vocabulary import NOUNS

# No member gives so much help in a day; larger numbers are something else.
MOST = 999
_EXPLICIT = frozenset({":", "=", "(", "+", "-", "–", ".", "x", "*", "/", "•", "|"})
# "Tháng bảy" is no seven months.
_DATED = frozenset({"thang", "nam"})
_MORE = frozenset({"hon", "ruoi", "gi do"})


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


# What the sense of the mark behind a number says at once.
_ROLES = {
    "people": Role.PEOPLE, "kin": Role.PEOPLE, "self": Role.PEOPLE, "name": Role.PEOPLE,
    "session": Role.SESSION, "household": Role.HOUSEHOLD, "device": Role.DEVICE,
    "other_thing": Role.NOTHING, "thing": Role.THING,
}  # fmt: skip
# What stands behind a number without being counted by anything known.
_STRANGE = frozenset({UNKNOWN, "numbered", "label"})
# A number before one of these counts what was done.
_VERBS = frozenset(
    {"guide", "install", "activate", "submit", "login", "lookup", "update", "again", "teach"}
)


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
    return found


def _amount(marks: Sequence[Mark], at: int, telling: frozenset[str]) -> Amount:
    mark, before, after = marks[at], _mark(marks, at - 1), _mark(marks, at + 1)
    about = before is not None and before.means("about")
    about = about or (after is not None and (after.bare in _MORE or after.means("several")))
    later = _mark(marks, at + 2)
    about = about or (later is not None and later.bare in _MORE)
    explicit = before is not None and before.bare in _EXPLICIT
    explicit = explicit or (after is not None and after.bare in {"x", ")"})
    amount = Amount(at, Role.BARE, mark.value, about, explicit=explicit)
    numbered = before is not None and before.means("numbered") and not before.means("total")
    dated = before is not None and before.bare in _DATED
    too_large = mark.value is not None and mark.value > MOST
    if too_large or numbered or dated or _is_clock(marks, at) or _is_ordinal(marks, at):
        amount.role = Role.NOTHING
    elif after is not None:
        _behind(amount, marks, at + 1, telling)
    return amount


def _is_clock(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a number is the minutes of "8h30"."""
    after = _mark(marks, at + 1)
    hour = at > 1 and marks[at - 1].bare in {"h", "g", "gio"} and marks[at - 2].sense == NUMBER
    return hour and (after is None or not after.means(*NOUNS))


def _is_ordinal(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether a number only numbers the lines of a list: "1/ … 2/ …", from the very start."""
    listed = marks[0].value == 1 and len(marks) > 1 and marks[1].bare in {"/", ")", "."}
    return listed and at + 1 < len(marks) and marks[at + 1].bare == marks[1].bare


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
    role = _ROLES.get(after.sense) or (Role.HOUSEHOLD if after.bare == "nha" else None)
    if after.means("measured") and (after.bare != "nam" or not after.means("people")):
        amount.role = Role.NOTHING
    elif after.means("couple"):
        amount.role = Role.PEOPLE
        amount.value = amount.value if amount.value == 2 else None
    elif role:
        amount.role = role
    elif _is_own(after, telling):
        amount.role = Role.DEVICE if after.means("device") else Role.OWN
        amount.sense = (after.sense, *after.also)
    elif after.bare == "%":
        amount.role = Role.NOTHING
    elif after.sense in _STRANGE and not amount.explicit:
        helping = amount.at > 0 and marks[amount.at - 1].means("helped")
        # Who is helped is a person, whatever the word: "giúp 3 chủ vựa".
        amount.role = Role.PEOPLE if helping and after.sense == UNKNOWN else Role.STRANGE
    noun = _mark(marks, at - 2)
    if amount.role is Role.THING and noun is not None and noun.sense == UNKNOWN:
        # "ghế 50 cái" counts chairs.
        amount.role = Role.STRANGE
    further = _mark(marks, at + 1) if amount.role is Role.THING else None
    if further and not further.means(*NOUNS) and _is_own(further, telling):
        amount.role, amount.sense = Role.OWN, (further.sense, *further.also)


def _is_own(mark: Mark, telling: frozenset[str]) -> bool:
    return any(sense in telling or sense in _VERBS for sense in (mark.sense, *mark.also))


def _mark(marks: Sequence[Mark], at: int) -> Mark | None:
    return marks[at] if 0 <= at < len(marks) else None
