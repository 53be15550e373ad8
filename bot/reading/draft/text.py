"""A draft report as lines and items, however it was wrapped, typed or pasted."""

import re
import unicodedata
from dataclasses import dataclass

from bot.reading.draft.layout.cells import Group
from bot.reading.draft.layout.groups import groups
from bot.reading.draft.layout.marks import NUMBERED, PLAIN, Mark, bare, marked

_LONGEST = 80  # characters of a quote
_READ = 400_000  # characters; a report of a hundred pages has not as many, the rest is left unread
_MOST = 12_000  # lines with words; what is longer is no report, and is read so far
_HEADING = 200  # characters; longer ones are paragraphs that happen to be numbered
_TITLE = 60  # characters of a heading that ends with a point like a sentence
_BREAK = re.compile(r"\r\n|[\r\n\v\f\u2028\u2029\x85]")
_NOTHING = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\x00]")
_BLANKS = re.compile(r"[^\S\t]+")
_TABS = re.compile(r" ?\t[\t ]*")
_STOP = re.compile(r'[.!?…]{1,3}["”’)*_]{0,3}(?=\s+["“(*_]{0,3}([^\W\d_]))')
# What stands before a point that ends no sentence: "TT.", "Tp.", "TM.", "QĐ-UBND.", one letter.
_SHORTENED = re.compile(r"(?:(?:^|[\s(])(?:[A-ZĐ]|T[TPXMSH]|Tp|Tx|TS|KT|PGS|ThS)|[\w/]-[A-ZĐ]+)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its number from one; NFC, blanks collapsed, a tab parting cells."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, list item, heading or table row, its lines joined with one blank.

    `starts`: where each line begins in `text`. `heads`: the headings and list heads above it,
    outermost first. `mark`: "I.", "1.", "a)", "-", "+" or "". `cells`: of a table row, else ().
    """

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    heads: tuple["Item", ...]
    mark: str
    is_heading: bool
    cells: tuple[str, ...] = ()

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Return where each sentence begins and ends; decimals and "TT." do not end one."""
        spans, begin = [], 0
        for stop in _STOP.finditer(self.text):
            if not stop[1].isupper():
                continue
            if self.text[stop.start()] == "." and _SHORTENED.search(
                self.text, max(begin, stop.start() - 24), stop.start()
            ):
                continue
            spans.append((begin, stop.end()))
            begin = stop.end() + 1
        if begin < len(self.text):
            spans.append((begin, len(self.text)))
        return tuple(spans)

    def quote(self, start: int, end: int) -> tuple[int, str]:
        """Return the line number and the piece of that line that stands for a span.

        Of a span over several lines the longest piece is taken, of a long one its end, from the
        beginning of a word on.
        """
        best = (0, 0, 0, 0)
        for nth, begin in enumerate(self.starts):
            low = max(start, begin)
            high = min(end, begin + len(self.lines[nth].text))
            best = max(best, (high - low, -nth, low - begin, high - begin))
        _length, nth, low, high = best
        line = self.lines[-nth]
        if high - low > _LONGEST:
            low = high - _LONGEST
            blank = line.text.find(" ", low, high)
            low = blank + 1 if blank >= 0 else low
        piece = line.text[low:high]
        return line.number, piece.strip() or line.text[:_LONGEST]


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole report."""

    lines: tuple[Line, ...]
    items: tuple[Item, ...]


def draft(text: str) -> Draft:
    """Read any text as a report, of a very long one the beginning.

    An empty one has neither lines nor items.
    """
    whole = _NOTHING.sub("", unicodedata.normalize("NFC", text[:_READ]))
    lines = tuple(Line(nth, _clean(raw)) for nth, raw in enumerate(_BREAK.split(whole), 1))
    filled = [line for line in lines if line.text][:_MOST]
    above, gaps = 0, []
    for line in filled:
        gaps.append(line.number - above - 1)
        above = line.number
    nest = _Nest()
    found = groups([line.text for line in filled], gaps)
    items = tuple(nest.put(group, tuple(filled[nth] for nth in group.lines)) for group in found)
    return Draft(lines, items)


class _Nest:
    """The headings and list heads that are open while a report is read from top to bottom."""

    def __init__(self) -> None:
        self._open: list[tuple[int, Item]] = []

    def put(self, group: Group, lines: tuple[Line, ...]) -> Item:
        """Make an item of its lines, below what is open."""
        starts, length = [], 0
        for line in lines:
            starts.append(length)
            length += len(line.text) + 1
        text = group.joint.join(line.text for line in lines)
        mark = None if group.cells else marked(text)
        hashes = len(text) - len(text.lstrip("#")) if text.startswith("#") else 0
        rank = mark.rank if mark else PLAIN
        self._close(rank, row=bool(group.cells), hashes=hashes)
        item = Item(
            text,
            lines,
            tuple(starts),
            tuple(item for _rank, item in self._open),
            mark.words if mark else "",
            not group.cells and _heads(text, mark),
            group.cells,
        )
        if not group.cells and (mark or item.is_heading or text.endswith(":")):
            self._open.append((rank, item))
        return item

    def _close(self, rank: int, *, row: bool, hashes: int) -> None:
        """Close what does not reach as far as an item of this rank."""
        if row:
            return
        while self._open:
            last, item = self._open[-1]
            # A paragraph without a mark right behind "…:" is what the colon announces.
            announced = rank == PLAIN and last > PLAIN and item.text.endswith(":")
            if (last < rank or announced) and not (hashes and last == PLAIN):
                return
            self._open.pop()


def _heads(text: str, mark: Mark | None) -> bool:
    words = bare(text)
    if text.startswith("#"):
        return True
    if len(words) > _HEADING or words.endswith((";", ",")):
        return False
    if mark:
        said = words.endswith(".") and (len(words) > _TITLE or mark.rank > NUMBERED)
        return mark.rank < PLAIN and not said and ". " not in words[6:]
    letters = [sign for sign in words if sign.isalpha()]
    return len(letters) > 3 and all(sign.isupper() for sign in letters)


def _clean(raw: str) -> str:
    """Collapse blanks; keep a tab between cells, but not behind a list mark."""
    line = _BLANKS.sub(" ", raw).strip()
    if "\t" not in line:
        return line
    line = _TABS.sub("\t", line)
    mark = marked(line)
    if mark and line.count("\t") == 1 and "\t" in line[: mark.end]:
        return line.replace("\t", " ")
    return line
