"""Which lines are the rest of a paragraph that was wrapped."""

import re

from bot.reading.draft.layout.cells import celled
from bot.reading.draft.layout.marks import Mark, marked

_WIDE = 120  # longer lines are no hard-wrapped ones: each is a paragraph
_SHORT = 40  # characters; shorter lines say nothing of how wide the report is
_ENDS = re.compile(r"[.;:!?…/]['\"”’)*_]{0,4}$")
# What is not said to the end: the number in the next line belongs to it.
_OPEN = re.compile(
    r"(?:\bsố|\bmục|\bđiều|\bkhoản|\btháng|\bnăm|\bquý|\blà|\bđược|\bcó|\bgồm|\bđạt|\bvà|\bđến|\btừ|,)$",
    re.IGNORECASE,
)


class Wrapped:
    """How the lines of one report are wrapped."""

    def __init__(self, lines: list[str], gaps: list[int]) -> None:
        self._lines, self._gaps = lines, gaps
        lengths = sorted(len(line) for line in lines if len(line) > _SHORT)
        self._width = lengths[len(lengths) * 9 // 10] if lengths else 0
        # In a report with an empty line between all lines the empty lines say nothing.
        single = sum(gap == 1 for gap in gaps[1:])
        self._spaced = single * 2 > len(gaps)

    def continues(self, last: int, at: int) -> bool:
        """Tell whether a line is the rest of the paragraph of the line above it."""
        above, line = self._lines[last], self._lines[at]
        if celled(line) or line[0] in "#<" or above[0] == "#" or celled(above):
            return False
        ends = bool(_ENDS.search(above)) and not above.endswith("/")
        first = line[0]
        low = first.islower() or first in ",;)%"
        mark = marked(line)
        if mark and not self._swallowed(above, line, mark):
            return False
        if (low and not ends) or above.endswith("-"):
            return True
        if len(above) > _WIDE * 2 or self._width > _WIDE or not self._width:
            return False
        if self._gaps[at] > (1 if self._spaced else 0) and not (low or first.isdigit()):
            return False
        room = len(above) + 1 + len(line.split(" ", 1)[0]) <= self._width * 0.86
        return not room and len(above) > self._width / 2

    def page_number(self, last: int, at: int) -> bool:
        """Tell whether a line is a page number amid a paragraph."""
        if at + 1 >= len(self._lines) or not self._lines[at].isdigit() or len(self._lines[at]) > 3:
            return False
        after = self._lines[at + 1]
        return self._gaps[at] > 0 and after[0].islower() and not _ENDS.search(self._lines[last])

    def _swallowed(self, above: str, line: str, mark: Mark) -> bool:
        """Tell whether what looks like a list mark stands amid a sentence."""
        if _ENDS.search(above) or len(above) < self._width * 0.7:
            return False
        rest = line[mark.end :]
        if mark.words[0] in "-–—":
            return rest[:1].islower() or rest[:1].isdigit()
        return bool(_OPEN.search(above)) or (mark.words[0].isdigit() and rest[:1].islower())
