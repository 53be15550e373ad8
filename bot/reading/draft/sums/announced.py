"""What a sentence announces as parts of a whole: "gồm", "trong đó", a colon, a bracket."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from bot.domain.drafts import Correction
from bot.reading.draft.figure import Read
from bot.reading.draft.sums.adding import swapped
from bot.reading.draft.sums.listing import TRAIT, Part, alike, compared, depth
from bot.reading.draft.sums.unequal import (
    COMPLETE,
    FAR,
    NEAR,
    OVERLAP,
    adds_up,
    close,
    left_open,
    total_of,
    unequal,
)

_AMONG = re.compile(r"\btrong đó(?! có)\b", re.IGNORECASE)
# "12 thành viên: 01 tổ trưởng, …", "393 TTHC (266 …, 65 …, 62 …)": parts, where they come near.
_OPENS = re.compile(r"(?<=[^\W\d_]|[%)])(?::| \()(?=\s?[^\W\d_]*\s?\d|\s?[^\W\d_])")
_ANNOUNCE = (COMPLETE, _AMONG, _OPENS)
_PAIR = Decimal("0.04")  # of the whole; two parts without a word for it must come so near
_OTHERS = re.compile(r"\b(?:khác|còn lại)\b", re.IGNORECASE)
_FORCES = 4  # one trait among so many parts makes them no traits
_GAP = 60  # characters between a whole and the word that announces its parts


def announced(
    one: Read, here: Sequence[Part], span: tuple[int, int]
) -> Iterator[tuple[Correction, Sequence[Part]]]:
    """Check what is announced as parts in a sentence: "gồm", "bao gồm", "chia ra", "cụ thể"."""
    for word in chain(*(shape.finditer(one.text, *span) for shape in _ANNOUNCE)):
        before = [part for part in here if part.figure.end <= word.start()]
        if not before or word.start() - before[-1].figure.end > _GAP:
            continue
        whole = before[-1]
        if one.text[whole.figure.end : whole.figure.end + 2].strip().startswith("%"):
            continue
        listed = _listed(one, here, word.end())
        if _meant(word, whole, listed) and not (
            left_open(one, listed) or any(adds_up(listed, other) for other in before)
        ):
            yield unequal(one, whole, listed), listed


def _meant(word: re.Match[str], whole: Part, listed: Sequence[Part]) -> bool:
    """Tell whether parts that were announced by a word are meant to make their whole."""
    rest = bool(listed and _OTHERS.search(_own(listed[-1])))
    complete = rest or bool(COMPLETE.fullmatch(word[0]))
    # "đoàn viên 28, công an 6, nhân viên 5, cán bộ 22": forces, of which one sounds like a trait.
    marked = sum(bool(TRAIT.search(_name(part))) for part in listed)
    traits = marked * _FORCES > len(listed) or bool(marked and "trong đó" in word[0].lower())
    opened = word.re in {_OPENS, _AMONG} and not traits
    if len(listed) < (2 if complete or opened else 3) or not alike(listed, whole):
        return False
    bare = {None} if len(listed) >= _FORCES else set()
    same = all(part.unit in {whole.unit, *bare} for part in listed)
    if not complete and (not same or whole.unit in OVERLAP):
        return False
    if not traits and swapped([part.value for part in listed], whole.value):
        return True
    made = total_of(listed)
    if complete:
        return close(made, whole.value, FAR)
    pair = len(listed) == 2
    return close(made, whole.value, NEAR) and (
        not pair or abs(made - whole.value) <= max(Decimal(1), whole.value * _PAIR)
    )


def _own(part: Part) -> str:
    """Return the words of a part alone, without those of the part before it."""
    return re.split(r"[,;:(]", part.before)[-1] + part.behind


def _name(part: Part) -> str:
    return part.before[-_GAP:] + part.behind


def _listed(one: Read, here: Sequence[Part], start: int) -> list[Part]:
    """Return the parts behind an announcement, as far as its own bracket and list reach."""
    found: list[Part] = []
    at, level = start, 0
    semicolons = False
    for part in here:
        if part.figure.start < start:
            continue
        between = one.text[at : part.figure.start]
        level += depth(one.text, at, part.figure.start)
        lowest = _lowest(between)
        if level < 0 or (lowest < 0 and level <= 0 and found and lowest + level < 0):
            break
        at = part.figure.start
        if level > 0 or compared(part):
            continue
        if found and ";" in between and not semicolons and len(found) > 1:
            break
        if re.search(r"\b(?:trong đó|đã|đang|tổng)\b", between, re.IGNORECASE) and found:
            break
        semicolons = semicolons or (bool(found) and ";" in between)
        found.append(part)
    return found


def _lowest(text: str) -> int:
    level = lowest = 0
    for sign in text:
        level += (sign == "(") - (sign == ")")
        lowest = min(lowest, level)
    return lowest
