"""Claims of all beside a share of the same that is less than all: "871/1.036 người"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.drafts import Correction
from bot.reading.draft.claims import EXCEPT, PAST, Said, contradiction, local, one_word
from bot.reading.draft.meaning import deed_words, kinds, words
from bot.reading.draft.text import Item

_NEAR = 3  # items; a share so near to a claim is of the same things where its words are the same
_CLAIM = re.compile(
    r"(?<!\w)(?:100\s?%(?: số)?|tất cả(?: các| số)?|toàn bộ(?: các| số)?|mọi) "
    r"(?P<of>[^,;:.%()\d]{2,60}?) (?:đều |đã |được |điều )+(?P<deed>[^,;:.%()]{4,90})",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?<![\d/.,])(?P<part>\d{1,3}(?:\.\d{3})+|\d+)\s?/\s?(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)"
    r"(?![\d/])"
)
_CLAUSE = re.compile(r"[.,;]\s|[()]")
_IDLE = frozenset(
    {"công", "tác", "trước", "kỳ", "nhận", "người", "bộ", "đủ", "hoàn", "thành", "xong", "từ"}
)
_MORE = 2  # further words of a share; with more it is of something narrower
_LEAST = 2  # words that a share must have in common with a claim


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of less than all, with the words of its clause."""

    around: frozenset[str]
    kind: frozenset[str]
    place: int
    said: Said


def fewer(clauses: list[tuple[Item, int, int]]) -> Iterator[Correction]:
    """Find "all of them have it" beside "so many of so many have it", each claim once."""
    places: dict[int, int] = {}
    for item, _start, _end in clauses:
        places.setdefault(id(item), len(places))
    read = [(item, start, one_word(item.text[start:end])) for item, start, end in clauses]
    claimed = any(_CLAIM.search(text) for _item, _start, text in read)
    shares = [one for clause in read for one in _shares(*clause, places)] if claimed else []
    for item, start, text in read if shares else ():
        if local(item) or EXCEPT.search(text):
            continue
        for found in _CLAIM.finditer(text):
            deed = deed_words(found["deed"]) - _IDLE
            if not deed or re.match(r"(?:không|chưa)\b", found["deed"]):
                continue
            kind, place = kinds(found["of"]), places[id(item)]
            things = words(found["of"])
            for one in shares:
                near = abs(one.place - place) <= _NEAR and len(deed) >= _LEAST
                same = near or (things <= one.around and len(things) >= _LEAST)
                more = {word for word in one.around - deed - things - _IDLE if not word.isdigit()}
                if not (same and deed <= one.around and len(more) <= _MORE):
                    continue
                if not kind or not one.kind or kind & one.kind:
                    claim = Said("", item, start + found.start(), start + found.end())
                    yield contradiction(claim, one.said)
                    break


def _shares(item: Item, start: int, text: str, places: dict[int, int]) -> Iterator[_Share]:
    """Find shares of less than all in a clause that says nothing of another time or a lack."""
    if PAST.search(text) or re.search(r"\b(?:chưa|không)\b", text):
        return
    for found in _SHARE.finditer(text):
        part, whole = (int(found[name].replace(".", "")) for name in ("part", "whole"))
        if 0 < part < whole:
            before = _CLAUSE.split(text[max(0, found.start() - 120) : found.start()])[-1]
            clause = f"{before} {_CLAUSE.split(text[found.end() : found.end() + 80])[0]}"
            behind = text[found.end() : found.end() + 30]
            said = Said("", item, start + found.start(), start + found.end())
            yield _Share(words(clause), kinds(behind), places[id(item)], said)
