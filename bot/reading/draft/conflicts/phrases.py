"""What a number counts, in all the words of its clause: "08 tổ cấp thôn", "quá hạn 05 hồ sơ"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bot.reading.draft.claims import one_word
from bot.reading.draft.figure import Figure, Quotient, Read
from bot.reading.draft.meaning import all_words
from bot.reading.draft.nouns import Noun
from bot.reading.draft.units import Unit

_REACH = 110  # characters before and behind a number that can name what it counts
_BUSY = 120  # figures in one item; nobody writes more
# Where the words for one number end: a mark, another number.
_BREAK = re.compile(r"[;:.()\[\]\d%,–]|\s-\s")
# Where it is said why, when or what follows from it.
_REASON = re.compile(
    r"(?<!\w)(?:do|vì|nên|bởi|để|nhưng|mà|tuy|song|khi|so với|trong đó|trong khi|chủ yếu|gồm|như"
    r"|chiếm|đạt|tăng|giảm|bằng|với|và|là|kể từ|tính đến|đến nay|từ (?:ngày|tháng|năm))"
    r"(?!\w)",
    re.IGNORECASE,
)
# Words that say nothing of what is counted.
_IDLE_WORDS = (
    "các những số tổng cộng trên địa bàn toàn xã phường của thuộc tại trong kỳ đã được đều điều có "
    "đang là và hiện nay đến này đó vẫn còn nào bị cho với một theo qua ở hết rồi mới chỉ thì "
    "ủy ban nhân dân ubnd về thêm cả năm tính lượng khoảng tổng nhất gồm cũng chung báo thống kê"
)
_IDLE = frozenset(_IDLE_WORDS.split())
_DENYING = frozenset({"chưa", "không"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number with the words that say what it counts.

    `before`, `after`: its clause; `label`, `behind`: what these say, the noun first in `behind`.
    `quotient`: the fraction whose part or whole it is.
    """

    one: Read
    figure: Figure
    quotient: Quotient | None
    before: str
    after: str
    label: frozenset[str]
    behind: frozenset[str]

    @property
    def value(self) -> Decimal:
        """Return how many they are."""
        return self.figure.value

    @property
    def words(self) -> frozenset[str]:
        """Return all words that say what is counted."""
        return self.label | self.behind

    @property
    def denied(self) -> bool:
        """Tell whether those are counted that have something not."""
        return bool(self.words & _DENYING)

    @property
    def part(self) -> bool:
        """Tell whether it is the part of a fraction."""
        return bool(self.quotient and self.quotient.part is self.figure)

    @property
    def whole(self) -> bool:
        """Tell whether it is the whole of a fraction."""
        return bool(self.quotient and self.quotient.whole is self.figure)

    @property
    def noun(self) -> Noun:
        """Return its noun; of the part of a fraction, that behind the whole."""
        own = self.figure.noun
        return own or (self.quotient.whole.noun if self.quotient else ())

    @property
    def unit(self) -> Unit | None:
        """Return what is counted."""
        own = self.figure.unit
        return own or (self.quotient.unit if self.quotient else None)


def phrases(one: Read) -> Iterator[Phrase]:
    """Go through the numbers of an item that is no row of a table, with their words."""
    if one.item.cells or len(one.figures) > _BUSY:
        return
    text = one_word(one.text)
    halves = {id(half): q for q in one.quotients for half in (q.part, q.whole)}
    for figure in one.counts:
        quotient = halves.get(id(figure))
        start, end = one.sentence(figure.start)
        # "19 máy còn dùng được trong tổng số 29 máy": the whole is named by itself.
        whole = (
            quotient and quotient.whole is figure and "số" in text[quotient.start : figure.start]
        )
        left = quotient.start if quotient and not whole else figure.start
        right = quotient.end if quotient else figure.end
        before = _before(text[max(start, left - _REACH) : left])
        behind = _behind(text[right : min(end, right + _REACH)])
        yield Phrase(one, figure, quotient, before, behind, telling(before), telling(behind))


@lru_cache(maxsize=4096)
def telling(said: str) -> frozenset[str]:
    """Return the words that say what is counted, each thing by one name."""
    return frozenset(all_words(said)) - _IDLE


def _before(text: str) -> str:
    """Return the words of the clause before a number; a colon right before it parts nothing."""
    words = re.sub(r"(?::|,)\s*$", " ", text)
    breaks = [found.end() for found in _BREAK.finditer(words)]
    return words[breaks[-1] if breaks else 0 :]


def _behind(text: str) -> str:
    cut = min(
        (found.start() for shape in (_BREAK, _REASON) if (found := shape.search(text))),
        default=len(text),
    )
    return text[:cut]
