"""The parts of a report: its letterhead, its title, its body, and what is below the signature."""

import re
from collections.abc import Sequence

from bot.reading.draft.text import Draft, Item

_TITLE = re.compile(r"[#*_ ]*BÁO CÁO\b", re.IGNORECASE)
_TITLE_AT_MOST = 14  # items; a letterhead is not longer
_TAIL = re.compile(r"[#*_ ]*(?:Nơi nhận|(?:TM|KT|T\.M|K\.T|TL)\. ?[A-ZĐỦÚ]|[*_]{2}(?:TM|KT)\.)")
_ANNEX = re.compile(r"[#*_ ]*(?:PHỤ LỤC|BIỂU|Phụ lục|Biểu)\b")
_LEAD = re.compile(
    r"(?:thực hiện|căn cứ|kính gửi|trung tâm|ủy ban|uỷ ban|ubnd|[ivx]+\.|1\.|a\.)(?!\w)",
    re.IGNORECASE,
)
_TITLE_ITEMS = 6


def title_at(items: Sequence[Item]) -> int:
    """Return which item holds the words BÁO CÁO of the title; 0 where there are none."""
    for nth, item in enumerate(items[:_TITLE_AT_MOST]):
        if _TITLE.match(item.text):
            return nth
    return 0


def head(draft: Draft) -> tuple[Item, ...]:
    """Return the letterhead: what stands above the title."""
    return draft.items[: title_at(draft.items)]


def title(draft: Draft) -> tuple[Item, ...]:
    """Return the title: from BÁO CÁO to the first words of the text itself."""
    at = title_at(draft.items)
    if at >= len(draft.items) or not _TITLE.match(draft.items[at].text):
        return ()
    below = draft.items[at : at + _TITLE_ITEMS]
    end = next((nth for nth, item in enumerate(below) if nth and _begins(item)), len(below))
    return below[:end]


def body(draft: Draft) -> tuple[Item, ...]:
    """Return what is between letterhead and signature: title, text and tables."""
    items = draft.items
    start = title_at(items)
    half = (start + len(items)) // 2
    tail = next((nth for nth in range(half, len(items)) if _TAIL.match(items[nth].text)), None)
    if tail is None:
        return items[start:]
    below = (nth for nth in range(tail, len(items)) if _ANNEX.match(items[nth].text))
    return items[start:tail] + items[next(below, len(items)) :]


def _begins(item: Item) -> bool:
    words = item.text.lstrip("#*_ ")
    return bool(_LEAD.match(words)) or len(words) > 260 or words.endswith("như sau:")
