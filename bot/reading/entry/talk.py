"""Tells what kind of talk a message is: about work at all, a question, a correction, a plan."""

from bot.domain.entries import Doubt
from bot.reading.entry.around import Around
from bot.reading.entry.asking import asking
from bot.reading.entry.cuts import Cut
from bot.reading.entry.mark import DAY, NUMBER, SIGN, VILLAGE
from bot.reading.entry.persons import with_somebody

_WORK = (
    "guide", "help", "install", "update", "login", "submit", "do", "class", "bring", "remind",
    "lookup", "open", "account",
)  # fmt: skip
# A question word so near the end or the beginning makes the whole message a question.
_NEAR_END, _NEAR_START = 3, 2
_CHATTER = 14
# These say for whom or whose something is, and not that it was done.
_ONLY_FOR_WHOM = frozenset({"cho", "cua", "nha", "o nha"})
_GROUPS = frozenset({"ba con", "ba chau"})
# A report may be headed by what is otherwise a command.
_HEADINGS = frozenset({"gui bao cao", "ghi viec"})


class Talk:
    """What the marks of a message say beside its entries."""

    def __init__(self, around: Around) -> None:
        marks, found, telling = around.marks, around.found, around.telling
        self._marks = [mark for mark in marks if not (mark.sense == SIGN and mark.bare != "?")]
        self._all = marks
        self._found = found
        self._telling = telling
        self._around = around
        self._asking = self._questions()

    @property
    def is_about_work(self) -> bool:
        """Tell whether any activity, or any work at all, is named."""
        return any(mark.means(*self._telling, *_WORK) for mark in self._marks)

    @property
    def tells_of_help(self) -> bool:
        """Tell whether somebody helps in it: "giúp bà cụ", "em …", or it is for "bác Tám"."""
        first = next((mark for mark in self._marks if mark.sense != "filler"), None)
        told = first is not None and first.means("self")
        return told or any(
            bool(mark.name)
            or mark.means("help")
            or (mark.means("helped") and mark.bare not in _ONLY_FOR_WHOM)
            for mark in self._marks
        )

    @property
    def is_complaint(self) -> bool:
        """Tell whether it only tells what somebody complains of."""
        told = {sense for mark in self._marks for sense in (mark.sense, *mark.also)}
        return "complaint" in told and told & self._telling <= {"complaint", "phone"}

    @property
    def is_correction(self) -> bool:
        """Tell whether it is about an earlier record, or a command."""
        if any(mark.means("correction") for n, mark in enumerate(self._all) if not self._told(n)):
            return True
        counted = any(one.counts for one in self._found.values())
        return any(
            mark.means("command") and not (counted and mark.bare in _HEADINGS)
            for mark in self._marks[:3]
        )

    def _told(self, at: int) -> bool:
        """Tell whether somebody else's slip is told before the deed: "bà bấm nhầm, em làm lại"."""
        mine = self._around.sentence
        before = [mark for n, mark in enumerate(self._all[:at]) if mine[n] == mine[at]]
        after = [mark for n, mark in enumerate(self._all) if mine[n] > mine[at]]
        someone = any(mark.means("kin", "people") for mark in before)
        helped = any(mark.means("self", "helped") for mark in after)
        return someone and helped and any(mark.means(*self._telling, *_WORK) for mark in after)

    def _questions(self) -> list[int]:
        """Return the places of what asks; a sentence of the story between others does not."""
        places = {id(mark): at for at, mark in enumerate(self._all)}
        last = self._around.sentence[-1] if self._all else 0
        return [
            n
            for n in asking(self._marks)
            for at in [places[id(self._marks[n])]]
            if n < _NEAR_START
            or self._around.sentence[at] == last
            or not (self._around.is_story(at) or self._is_retold(at))
        ]

    @property
    def is_plural(self) -> bool:
        """Tell whether people are spoken of, but not how many."""
        return any(mark.means("several") or mark.bare in _GROUPS for mark in self._marks)

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
        asked = self._asking
        if asked and len(marks) < _CHATTER and not self._reports():
            return True
        edges = (*range(_NEAR_START), *range(len(marks) - _NEAR_END, len(marks)))
        return any(n in edges for n in asked) or self._asks_in_general()

    def _is_retold(self, at: int) -> bool:
        """Tell whether somebody's question is told before what was done: "bác hỏi sao …, em …"."""
        mine = self._around.sentence
        here = [n for n in range(at) if mine[n] == mine[at] and self._all[n].bare == "hoi"]
        told = any(self._all[n - 1].means("kin", "people", "name") for n in here if n)
        after = [mark for n, mark in enumerate(self._all) if mine[n] > mine[at]]
        return told and any(mark.means("self") for mark in after)

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
        if with_somebody(self._all) and not any(one.counts for one in self._found.values()):
            return Doubt.VAGUE_COUNT
        for at, mark in enumerate(self._all):
            if mark.doubt is Doubt.FUTURE or mark.means("future"):
                told = solved.entries and self._around.wished_and_done(at)
                if not told and not self._beside_the_point(at, solved):
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
