"""Finds the question words of a message that ask, among those that only tell."""

from collections.abc import Sequence

from bot.reading.entry.mark import NUMBER, Mark

_DENYING = frozenset({"khong", "chang", "cha", "dau co"})
_WHETHER = frozenset({"hay khong", "hay chua"})
# So many marks behind "không" are denied by it.
_DENIED = 4


def asking(marks: Sequence[Mark]) -> list[int]:
    """Return the places of question words that ask.

    Behind a "không" or "đừng" they deny ("không tốn phí gì"), before "cũng" they mean everyone, and
    "hỏi" tells what somebody else did. "hay không" is what is looked up for those named behind it.
    """
    return [
        n
        for n, mark in enumerate(marks)
        if mark.means("question")
        and not any(
            one.bare in _DENYING or one.means("forbid") for one in marks[max(n - _DENIED, 0) : n]
        )
        and not any(one.bare == "cung" for one in marks[n + 1 : n + 2])
        and not (mark.bare == "hoi" and _is_told(marks, n))
        and not (mark.bare in _WHETHER and _is_for(marks, n + 1))
    ]


def _is_told(marks: Sequence[Mark], at: int) -> bool:
    someone = any(mark.means("kin", "people") for mark in marks[:at])
    return someone and not marks[at - 1].means("self")


def _is_for(marks: Sequence[Mark], at: int) -> bool:
    """Tell whether those who are helped are named at a place: "cho 4 bác"."""
    after = marks[at + 1 : at + 2]
    return bool(after) and marks[at].means("helped") and after[0].means(NUMBER, "kin")
