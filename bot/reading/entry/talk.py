"""Tells what kind of talk a message is: about work at all, a question, a correction, a plan."""

from collections.abc import Mapping, Sequence

from bot.domain.entries import Doubt
from bot.reading.entry.amounts import Amount
from bot.reading.entry.clauses import Cut
from bot.reading.entry.marks import DAY, NUMBER, SIGN, VILLAGE, Mark

_WORK = (
    "guide", "help", "install", "update", "login", "submit", "do", "class", "bring", "remind",
    "lookup", "open", "account",
)  # fmt: skip
# A question word so near the end or the beginning makes the whole message a question.
_NEAR_END, _NEAR_START = 3, 2
_CHATTER = 14
_DENYING = frozenset({"khong", "chang", "cha", "dau co"})
# So many marks behind "không" are denied by it.
_DENIED = 4


class Talk:
    """What the marks of a message say beside its entries."""

    def __init__(
        self, marks: Sequence[Mark], found: Mapping[int, Amount], telling: frozenset[str]
    ) -> None:
        self._marks = [mark for mark in marks if not (mark.sense == SIGN and mark.bare != "?")]
        self._asking = _asking(self._marks)
        self._all = marks
        self._found = found
        self._telling = telling

    @property
    def is_about_work(self) -> bool:
        """Tell whether any activity, or any work at all, is named."""
        return any(mark.means(*self._telling, *_WORK) for mark in self._marks)

    @property
    def is_complaint(self) -> bool:
        """Tell whether it only tells what somebody complains of."""
        told = {sense for mark in self._marks for sense in (mark.sense, *mark.also)}
        return "complaint" in told and told & self._telling <= {"complaint", "phone"}

    @property
    def is_correction(self) -> bool:
        """Tell whether it is about an earlier record, or a command."""
        opening = self._marks[:3]
        return any(mark.means("correction") for mark in self._marks) or any(
            mark.means("command") for mark in opening
        )

    @property
    def is_plural(self) -> bool:
        """Tell whether people are spoken of, but not how many."""
        return any(mark.means("several") or mark.bare == "ba con" for mark in self._marks)

    @property
    def has_failed(self) -> bool:
        """Tell whether something was not done."""
        return any(mark.means("failed") for mark in self._marks)

    @property
    def has_succeeded(self) -> bool:
        """Tell whether something was done after what failed."""
        failed = [n for n, mark in enumerate(self._marks) if mark.means("failed")]
        later = self._marks[failed[0] + 1 :] if failed else []
        return any(mark.means("done") for mark in later) and any(
            mark.means(*self._telling, *_WORK) for mark in later
        )

    @property
    def asks(self) -> bool:
        """Tell whether it asks, or may."""
        return self.asks_plainly or bool(self._asking)

    @property
    def asks_plainly(self) -> bool:
        """Tell whether it is a question or a request for help and nothing else.

        A question word in the middle of a long report may only be talk.
        """
        marks = self._marks
        if any(mark.bare == "?" or mark.means("please") for mark in marks):
            return True
        words = [
            n for n, mark in enumerate(marks) if mark.means("ask_end") or not mark.means("filler")
        ]
        last = words[-1] if words else 0
        if (
            last
            and marks[last].means("ask_end")
            and (last in self._asking or not marks[last].means("question"))
        ):
            return True
        asking = self._asking
        if asking and len(marks) < _CHATTER and not self._reports():
            return True
        edges = (*range(_NEAR_START), *range(len(marks) - _NEAR_END, len(marks)))
        return any(n in edges for n in asking) or self._asks_in_general()

    def _reports(self) -> bool:
        """Tell whether it also says that something was done, on a day, so often."""
        done = any(mark.means("done") or mark.sense in {DAY, VILLAGE} for mark in self._marks)
        return done and any(one.counts for one in self._found.values())

    def _asks_in_general(self) -> bool:
        """Tell whether it asks what one may have: "1 người được mấy tài khoản"."""
        first = self._marks[0] if self._marks else None
        several = [n for n, mark in enumerate(self._marks) if mark.bare.startswith("may")]
        return bool(first and first.sense == NUMBER and first.value == 1 and several and several[0])

    def doubt(self, solved: Cut) -> Doubt | None:
        """Return what else makes an otherwise clear record unsafe: a plan, a vague day or place."""
        for at, mark in enumerate(self._all):
            if mark.doubt is Doubt.FUTURE or mark.means("future"):
                if not self._beside_the_point(at, solved):
                    return Doubt.FUTURE
            elif mark.doubt:
                return mark.doubt
        return None

    def _beside_the_point(self, at: int, solved: Cut) -> bool:
        """Tell whether a word of the future speaks of something that follows the deed.

        It does behind "để", and where something was counted and done before it and nothing is
        counted after it.
        """
        before, after = self._all[:at], range(at, len(self._all))
        if any(n in self._found and self._found[n].counts for n in after):
            return False
        counted = any(n in self._found and self._found[n].counts for n in range(at))
        counted = counted or any(mark.name and mark.sense == "kin" for mark in before)
        done = any(
            mark.means("done") or (mark.sense == DAY and mark.doubt is None) for mark in before
        )
        purpose = bool(before) and before[-1].bare == "de"
        return bool(solved.entries) and counted and (done or purpose)


def _asking(marks: Sequence[Mark]) -> list[int]:
    """Return the places of question words; behind a "không" they deny ("không tốn phí gì")."""
    return [
        n
        for n, mark in enumerate(marks)
        if mark.means("question")
        and not any(one.bare in _DENYING for one in marks[max(n - _DENIED, 0) : n])
        and not any(one.bare == "cung" for one in marks[n + 1 : n + 2])
    ]
