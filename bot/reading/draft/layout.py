"""Which lines of a report belong together: hard-wrapped paragraphs, list items, table rows."""

import re
from dataclasses import dataclass

_WIDE = 120  # longer lines are no hard-wrapped ones: each is a paragraph
_LINES = 300  # lines of one paragraph
_SHORT = 40  # a cell that stands in a line of its own is not longer
_ROW = 14  # cells of a row that stand one a line
_CELLS = 6  # fewer short lines in a row are no table
_MARK = re.compile(
    r"[*#_ ]{0,8}(?:"
    r"(?P<roman>[IVX]{1,6}\.)(?=\s)|(?P<capital>[A-H]\.)(?=\s)"
    r"|(?P<deep>\d{1,2}(?:\.\d{1,2}){1,3}\.?)(?=\s+[^\W\d_])|(?P<number>\d{1,2}\.)(?=\s*[^\W\d_])"
    r"|(?P<stroke>\d{1,2}[/-])(?=\s+[^\W\d_a-z])"
    r"|(?P<letter>[a-zđ][.)]|\(?\d{1,2}\))(?=\s)|(?P<star>\*)(?=\s*[^\W\d_*])"
    r"|(?P<dash>[-–—])(?=\s|[^\W\d_])|(?P<plus>\+)|(?P<dot>[•●◦▪·○])|(?P<o>[o])(?=\s[^\W\d_])"
    r")[*#_]{0,4}\s*"
)
_KINDS = {"o": "dot", "stroke": "number"}
_RANKS = ("capital", "roman", "number", "deep", "letter", "plain", "star", "dash", "plus", "dot")
PLAIN = _RANKS.index("plain")
NUMBERED = _RANKS.index("deep")
_ENDS = re.compile(r"[.;:!?…/]['\"”’)*_]{0,4}$")
# What is not said to the end: the number in the next line belongs to it.
_OPEN = re.compile(
    r"(?:\bsố|\bmục|\bđiều|\bkhoản|\btháng|\bnăm|\bquý|\blà|\bđược|\bcó|\bgồm|\bđạt|\bvà|\bđến|\btừ|,)$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[\d.,/%\s]{1,20}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,40}>|\*{1,3}|^#{1,6} ")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with: its rank among list marks (0 the highest), its words, its length."""

    rank: int
    words: str
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """Lines (by index) that belong together; `joint` stands between them."""

    lines: tuple[int, ...]
    cells: tuple[str, ...] = ()
    joint: str = " "


def marked(line: str) -> Mark | None:
    """Return the list mark or heading number at the start of a line."""
    found = _MARK.match(line)
    if not found or not found.lastgroup:
        return None
    kind = _KINDS.get(found.lastgroup, found.lastgroup)
    rank = _RANKS.index(kind)
    if kind == "deep":
        # "1.1." is below "1." and above "1.1.1."; never below "a)".
        rank = _RANKS.index("number") + min(found["deep"].strip(".").count("."), 1)
    return Mark(rank, found[found.lastgroup], found.end())


def bare(words: str) -> str:
    """Return words without the signs of HTML and Markdown."""
    return " ".join(_TAG.sub("", words).split())


def groups(lines: list[str], gaps: list[int]) -> list[Group]:
    """Join lines; `lines` are stripped and not empty, `gaps` the empty lines above each."""
    wrapped = _Wrapped(lines, gaps)
    done: list[Group] = []
    at = 0
    while at < len(lines):
        if _celled(lines[at]):
            done.append(Group((at,), _row(lines[at])))
            at += 1
            continue
        rows = _stacked(lines, at)
        if rows:
            done += rows
            at = rows[-1].lines[-1] + 1
            continue
        here = [at]
        at += 1
        while at < len(lines) and len(here) < _LINES and wrapped.continues(here[-1], at):
            here.append(at)
            at += 1
            if wrapped.page_number(here[-1], at):
                at += 1
        done.append(Group(tuple(here)))
    return done


class _Wrapped:
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
        if _celled(line) or line[0] in "#<" or above[0] == "#" or _celled(above):
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


def _celled(line: str) -> bool:
    """Tell whether a line is a row of a table: its cells parted by tabs or by upright strokes."""
    return "\t" in line or line[0] == "|" or line.count(" | ") > 1


def _row(line: str) -> tuple[str, ...]:
    parts = line.split("\t") if "\t" in line else line.strip("|").split("|")
    return tuple(bare(part) for part in parts)


def _stacked(lines: list[str], at: int) -> list[Group]:
    """Return the rows of a table whose cells stand one a line, or nothing.

    The rows are told by the numbers 1, 2, 3 … that stand the same number of lines apart.
    """
    if lines[at].strip("0") != "1":
        return _unnumbered(lines, at)
    end = at
    while (
        end < min(len(lines), at + _ROW)
        and len(lines[end]) <= 2 * _SHORT
        and not _joined(lines[end])
    ):
        end += 1
    step = next((step for step in range(2, end - at) if _nth(lines[at + step]) == 2), 0)
    if not step or end - at < _CELLS:
        return []
    rows: list[Group] = []
    while at + step <= len(lines) and _nth(lines[at]) == len(rows) + 1:
        if any(len(line) > 2 * _SHORT for line in lines[at : at + step]):
            break
        rows.append(_stack(lines, at, step))
        at += step
    if (
        rows
        and at + step - 1 <= len(lines)
        and re.match(r"(?i)t[oôổ]ng|cộng", lines[min(at, len(lines) - 1)])
    ):
        rows.append(_stack(lines, at, step - 1))
    return rows


def _unnumbered(lines: list[str], at: int) -> list[Group]:
    """Return rows of a name and as many figures each, without numbers of their own."""
    figures = 0
    while at + figures + 1 < len(lines) and _FIGURE.fullmatch(lines[at + figures + 1]):
        figures += 1
        if figures > 12:
            return []
    step = figures + 1
    if figures < 2 or not _names(lines[at]):
        return []
    rows: list[Group] = []
    while at + step <= len(lines) and _names(lines[at]):
        if not all(_FIGURE.fullmatch(line) for line in lines[at + 1 : at + step]):
            break
        rows.append(_stack(lines, at, step))
        at += step
    return rows if len(rows) > 1 else []


def _names(line: str) -> bool:
    return len(line) <= 2 * _SHORT and not _FIGURE.fullmatch(line) and not _joined(line)


def _stack(lines: list[str], at: int, step: int) -> Group:
    cells = tuple(bare(line) for line in lines[at : at + step])
    return Group(tuple(range(at, at + step)), cells, "\t")


def _joined(line: str) -> bool:
    return "\t" in line or line[0] in "-+*#|" or line.endswith((".", ";"))


def _nth(line: str) -> int:
    return int(line) if line.isascii() and line.isdigit() and len(line) < 4 else 0
