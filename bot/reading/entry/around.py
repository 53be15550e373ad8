"""Tells the deed from the talk around it: wishes, plans, failures and questions of the story.

A message is told in sentences, parted by commas and the like. What is wished, planned or failed in
another sentence than the deed's own is the story, where the deed's own sentence says it was done.
"""

from collections.abc import Mapping, Sequence

from bot.domain.entries import Doubt
from bot.reading.entry.amounts import Amount
from bot.reading.entry.mark import DAY, GAP, UNKNOWN, Mark

_PARTING = frozenset({",", ";", ".", "\n", "!"})
# A wish is not a plan once it is said to be done; these words say so wherever they stand.
_FINISHED = frozenset({"xong", "roi", "da", "vua", "hoan tat", "thanh cong"})
# They speak of somebody's need, not of a day to come.
_WISHES = frozenset({"muon", "nho", "can", "phai", "tinh", "dinh", "nghe noi"})
# Who goes somewhere on a day does the deed on that day.
_GOING = frozenset({"di", "den", "toi", "xuong", "len", "ve", "qua", "ghe", "vo", "ra"})


class Around:
    """The sentences of one message."""

    def __init__(
        self, marks: Sequence[Mark], found: Mapping[int, Amount], telling: frozenset[str]
    ) -> None:
        self.marks = marks
        self.found = found
        self.telling = telling
        self.sentence = _sentences(marks)
        self.deeds = {
            self.sentence[at]
            for at, mark in enumerate(marks)
            if mark.means(*telling) and not mark.means("phone")
        }

    def said_in(self, number: int) -> list[Mark]:
        """Return the marks of a sentence."""
        return [mark for n, mark in enumerate(self.marks) if self.sentence[n] == number]

    def is_told(self, at: int) -> bool:
        """Tell whether a mark stands in a sentence that names no activity, beside one that does."""
        return bool(self.deeds) and self.sentence[at] not in self.deeds

    def is_story(self, at: int) -> bool:
        """Tell whether a mark stands in a sentence that names no activity and counts nothing."""
        mine = self.sentence[at]
        counted = any(self.sentence[n] == mine for n, one in self.found.items() if one.counts)
        return self.is_told(at) and not counted

    def wished_and_done(self, at: int) -> bool:
        """Tell whether what is spoken of as a wish or a plan leaves the deed as it is.

        1. A need, or a request, in whose sentence or behind it somebody says that it is done.
        2. A need of the story before a deed that a helper or a day is named with.
        3. A day to come, or a plan, in a sentence of its own behind a deed that is done; in front
           of it only where the deed has its own day or is said to be done.
        """
        mine = self.sentence[at]
        wish = is_wish(self.marks[at])
        if wish and (finished(self.marks[at + 1 :]) or self._happened(at)):
            return True
        if self.marks[at].sense != DAY and self._fulfilled(at):
            return True
        if wish and self._thanks(at):
            return True
        if not self.is_story(at):
            return False
        behind = any(deed > mine for deed in self.deeds)
        return all(self._is_done(deed, mine, wish=wish, behind=behind) for deed in self.deeds)

    def _happened(self, at: int) -> bool:
        """Tell whether a day that is over is named in a sentence behind a wish."""
        later = [mark for n, mark in enumerate(self.marks) if self.sentence[n] > self.sentence[at]]
        return any(mark.sense == DAY and mark.doubt is None for mark in later) and not any(
            mark.means("future") for mark in later
        )

    def _fulfilled(self, at: int) -> bool:
        """Tell whether somebody's wish is followed by what who writes does about it."""
        mine = self.sentence[at]
        here = self.said_in(mine)
        someone = any(mark.means("kin", "people") for mark in here)
        if not someone or any(mark.means("self") for mark in here):
            return False
        return any(
            mark.means("self") and self.sentence[n] > mine and self.sentence[n] in self.deeds
            for n, mark in enumerate(self.marks)
        )

    def _thanks(self, at: int) -> bool:
        """Tell whether "nhờ" names who helped: "… biết dùng zalo nhờ em dạy"."""
        after = self.marks[at + 1 : at + 2]
        rest = self.marks[at + 1 :]
        named = any(mark.means(*self.telling) for mark in self.marks[:at])
        return (
            self.marks[at].bare == "nho"
            and bool(after)
            and after[0].means("self")
            and named
            and not any(mark.means(*self.telling) for mark in rest)
        )

    def _is_done(self, deed: int, mine: int, *, wish: bool, behind: bool) -> bool:
        """Tell whether the deed of a sentence was done, as told apart from a plan's sentence."""
        marks = self.said_in(deed)
        if any(mark.means("done") or (mark.sense == DAY and not mark.doubt) for mark in marks):
            return True
        if behind:
            return wish and any(mark.means("self") for mark in marks)
        about = self.said_in(mine)
        someone = any(mark.means("kin", "people") for mark in about)
        return someone and not any(mark.means("self") for mark in about)


def _sentences(marks: Sequence[Mark]) -> list[int]:
    """Return the number of each mark's sentence."""
    sentence, numbers = 0, []
    for mark in marks:
        if (mark.sense == GAP and mark.bare in _PARTING) or mark.means("turning"):
            sentence += 1
        numbers.append(sentence)
    return numbers


def is_wish(mark: Mark) -> bool:
    """Tell whether a mark speaks of a need: "muốn", "nhờ"."""
    return mark.sense != DAY and mark.bare in _WISHES


def finished(marks: Sequence[Mark]) -> bool:
    """Tell whether something is said to be over: "xong", "rồi", "giờ mới về"."""
    return any(
        mark.doubt is not Doubt.FUTURE
        and mark.means("done")
        and (
            not _FINISHED.isdisjoint(mark.bare.split())
            or (mark.bare == "moi" and any(one.bare == "ve" for one in marks[at + 1 : at + 2]))
        )
        for at, mark in enumerate(marks)
    )


def goes(mark: Mark) -> bool:
    """Tell whether somebody goes somewhere."""
    return mark.bare in _GOING and mark.means("filler", "helped", UNKNOWN)
