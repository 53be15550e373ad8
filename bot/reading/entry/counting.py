"""Chooses among the numbers of one clause the one that is the entry's count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.entries import Doubt
from bot.reading.entry.amounts import Amount, Role, within
from bot.reading.entry.mark import GAP, NUMBER, Mark
from bot.reading.entry.persons import particular
from bot.reading.entry.vocabulary import Deed, Vocabulary

# "vneid 2" may be two accounts or level 2.
_LEVELS = frozenset({1, 2})
_OF_SHOPS = frozenset({"qr_ho_kinh_doanh", "tmdt_gian_hang"})
_OUTREACH = "tuyen_truyen"


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, or why there is none; attendees of a session."""

    count: int | None = None
    doubt: Doubt | None = None
    attendees: int | None = None


def count(
    marks: Sequence[Mark],
    start: int,
    end: int,
    found: Mapping[int, Amount],
    deed: Deed,
    vocabulary: Vocabulary,
) -> Counted:
    """Return the count of a clause.

    1. A number on the activity's own word wins, but where people or households are counted first.
    2. A lone number without a word of its own is the activity's own.
    3. Without any number, particular people are counted.
    4. A number left over that cannot be explained is a doubt.
    """
    here = within(found, start, end)
    if deed.activity == _OUTREACH:
        return _sessions(marks, start, end, here)
    rule = vocabulary.lexicon.counting[deed.activity]
    if any(one.role is Role.STRANGE for one in here):
        return Counted(None, Doubt.TWO_READINGS)
    groups: dict[str, list[Amount]] = {}
    for one in here:
        if one.role is Role.OWN and not rule.own.intersection(one.sense):
            return Counted(None, Doubt.TWO_READINGS)
        kind = "own" if one.role in {Role.OWN, Role.THING, Role.SESSION} else one.role.value
        groups.setdefault(kind, []).append(one)
    bare = groups.pop("bare", [])
    if bare and deed.activity == "vneid_kich_hoat" and _level(marks, bare[0]):
        if not groups or "own" in groups:
            return Counted(None, Doubt.TWO_READINGS if groups else Doubt.LEVEL_OR_COUNT)
        bare = bare[1:]
    if bare:
        groups["own"] = groups.get("own", []) + bare
    for kind in (*rule.before, "own", "people", "household", "device"):
        if kind in groups:
            return _only(marks, groups, kind)
    return _particular(marks, start, end, found, deed)


def _particular(
    marks: Sequence[Mark], start: int, end: int, found: Mapping[int, Amount], deed: Deed
) -> Counted:
    """Count the particular people; who else is spoken of may have been helped as well."""
    people = particular(marks, start, end, found)
    # A family, or mother and children, are more than the one who is named.
    group = any(
        (
            mark.sense == "people"
            and not mark.means("couple")
            and (at - 1 not in found or found[at - 1].counts)
            and _meant(marks, start, at)
        )
        or (mark.sense == "household" and deed.activity not in _OF_SHOPS)
        for at, mark in enumerate(marks[start:end], start)
    )
    if people.count:
        vague = people.said > people.count or group
        return Counted(people.count, Doubt.VAGUE_COUNT if vague else None)
    plural = any(mark.means("people", "several") for mark in marks[start:end])
    return Counted(None, Doubt.VAGUE_COUNT if plural else Doubt.NO_COUNT)


def _meant(marks: Sequence[Mark], start: int, at: int) -> bool:
    """Tell whether people are helped, not only spoken of: "cho bà con", but not "người ta gọi"."""
    before = marks[at - 1] if at > start else None
    return before is None or before.means(
        "helped", "together", "self", "several", "people", "household", NUMBER, GAP
    )


def _only(marks: Sequence[Mark], groups: Mapping[str, list[Amount]], kind: str) -> Counted:
    """Return the number of a kind; a second one must be the same people spoken of again."""
    numbers = [one for one in groups[kind] if one.value is not None] or groups[kind]
    first, *more = numbers
    if kind == "own" and any(one.value is None for one in groups[kind]):
        return Counted(None, Doubt.VAGUE_COUNT)
    if first.value is None or first.about:
        return Counted(None, Doubt.VAGUE_COUNT)
    if kind == "own" and more:
        return Counted(None, Doubt.TWO_READINGS)
    if any(one.value != first.value or not _again(marks, one) for one in more):
        return Counted(None, Doubt.TWO_READINGS)
    if kind == "people" and _with_others(marks, first.at):
        return Counted(None, Doubt.VAGUE_COUNT)
    if first.value == 0:
        return Counted(None, Doubt.NO_COUNT)
    return Counted(first.value)


def _again(marks: Sequence[Mark], one: Amount) -> bool:
    """Tell whether a number speaks of those who were counted before: "cả ba bác", "hai hộ này"."""
    near = [*marks[max(one.at - 1, 0) : one.at], *marks[one.at + 1 : one.at + 4]]
    return any(mark.means("the_same") for mark in near)


def _with_others(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether somebody is named beside those who are counted: "cô Bảy và ba bạn"."""
    joining = {"va", "voi", "cung"}
    before = at > 1 and marks[at - 1].bare in joining and marks[at - 2].means("kin", "name")
    # "cho bà Tư, 2 bác nữa" are three.
    person = at - 3 if at > 2 and marks[at - 2].sense == "name" else at - 2
    listed = at > 2 and marks[at - 1].bare == "," and marks[person].means("kin")
    if listed and person > 0 and marks[person - 1].bare == "cho":
        return True
    after = marks[at + 2 : at + 4]
    return before or (len(after) == 2 and after[0].bare in joining and after[1].means("kin"))


def _level(marks: Sequence[Mark], one: Amount) -> bool:
    before = marks[one.at - 1] if one.at else None
    if one.explicit or one.value not in _LEVELS or before is None:
        return False
    return before.means("vneid", "activate", "into_vneid")


def _sessions(marks: Sequence[Mark], start: int, end: int, here: Sequence[Amount]) -> Counted:
    """Return the sessions and those who came, who may be estimated; "mỗi buổi" multiplies."""
    strange = {Role.STRANGE, Role.HOUSEHOLD, Role.DEVICE}
    foreign = [
        one
        for one in here
        if one.role in strange
        or (one.role is Role.OWN and not {"outreach", "session"} & set(one.sense))
    ]
    sessions = [one for one in here if one.role in {Role.SESSION, Role.BARE, Role.OWN, Role.THING}]
    people = [one for one in here if one.role is Role.PEOPLE]
    if foreign or len(sessions) > 1 or len(people) > 1:
        return Counted(None, Doubt.TWO_READINGS)
    if sessions and (sessions[0].value is None or sessions[0].about):
        return Counted(None, Doubt.VAGUE_COUNT)
    if not sessions and not people:
        return Counted(None, Doubt.NO_COUNT)
    held = sessions[0].value if sessions else 1
    came = people[0].value if people else None
    each = any(mark.means("each") for mark in marks[start:end])
    if held and came and each:
        came *= held
    if not held:
        return Counted(None, Doubt.NO_COUNT)
    return Counted(held, None, came)
