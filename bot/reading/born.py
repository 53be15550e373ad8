"""Finds a person's name beside the day or year of their birth, as it is copied from a card."""

import re
import unicodedata
from collections.abc import Iterator

from bot.reading.families import FAMILIES
from bot.reading.flat import Flat, flatten

_YEAR = r"(?:19[0-9]{2}|20[0-2][0-9])"
_DAY = rf"[0-3]?[0-9] ?[/.\-] ?[01]?[0-9] ?[/.\-] ?(?:{_YEAR}|[0-9]{{2}})(?![0-9])"
# Said before the date; "khai sinh", "an sinh", "học sinh" with a date are no birthdays.
_SAID = re.compile(
    r"(?<![a-z])(?:ngay thang nam sinh|ngay sinh|nam sinh|(?<!khai )(?<!hoc )sinh nam|"
    r"(?<!khai )(?<!hoc )sinh ngay|(?<!khai )(?<!hoc )(?<!an )(?<!ve )(?<!phat )sinh|sn|ns|s\.n\.?|"
    rf"n\.s\.?|born)[ :.,\-(]{{0,3}}({_DAY}|{_YEAR}(?![0-9./\-]))"
)
# A day so long ago is nobody's day of work.
_LONG_AGO = re.compile(
    r"(?<![0-9])(?<![0-9][./\-])(?:[0-3]?[0-9] ?[/.\-] ?[01]?[0-9] ?[/.\-] ?)?"
    r"(?:19[0-9]{2}|200[0-9]|201[0-9])(?![0-9]|[ ./\-][0-9])"
)
_WORD = re.compile(r"[a-z]+")
_TITLES = frozenset(
    {"ong", "ba", "anh", "chi", "co", "chu", "bac", "di", "cau", "mo", "thim", "cu", "em",
     "be", "chau", "gia", "o", "nguoi"}
)  # fmt: skip
_FAMILIES = frozenset(flatten(name).text for name in FAMILIES)
# "Ba tôi sinh năm 1950" names nobody.
_NOBODY = frozenset(
    {"toi", "tui", "minh", "em", "chau", "no", "ay", "nay", "kia", "do", "ban", "con", "gia",
     "ta"}
)  # fmt: skip
# Behind these stands a place, not a person.
_PLACES = frozenset({"o", "thon", "xom", "ap", "xa", "huyen", "to", "tinh", "ban", "khom"})
_LONGEST_NAME = 6
_REACH = 80


def born(said: str, flat: Flat) -> Iterator[tuple[int, int]]:
    """Yield the spans of the flat text to hide: names and, beside them, when they were born.

    A year alone is left as it is: without a name it says no more than "75 tuổi". A whole day of
    birth is hidden also without a name: in a village it points at one person.
    """
    told = set()
    for found in _SAID.finditer(flat.text):
        date = found.span(1)
        told.add(date[1])
        names = list(_names(said, flat, found.start(), date[1], told=True))
        yield from names
        if names or date[1] - date[0] > len("1950"):
            yield date
    for found in _LONG_AGO.finditer(flat.text):
        if found.end() in told:
            continue
        names = list(_names(said, flat, found.start(), found.end(), told=False))
        yield from names
        if names:
            yield found.span()


def _names(said: str, flat: Flat, start: int, end: int, *, told: bool) -> Iterator[tuple[int, int]]:
    """Yield the names right before and right behind a date; `told`: it was said to be a birth."""
    floor = max(0, start - _REACH)
    before = flat.text[floor:start]
    tail = before.rstrip(" ,;:.-(~")
    barrier = max(tail.rfind(sign) for sign in "\n▒0123456789@\x01\x02,;")
    words = [
        (floor + word.start(), floor + word.end())
        for word in _WORD.finditer(tail, max(0, barrier + 1))
    ]
    if name := _name_of(words, said, flat, told=told):
        yield name
    after = flat.text[end : end + _REACH]
    lead = re.match(r"[ ,;:.\-()]{0,3}(?:(?:ho )?(?:va )?ten[ :]{0,2}(?:la )?)?", after)
    begin = lead.end() if lead else 0
    stop = re.search(r"[^a-z ]", after[begin:])
    until = begin + stop.start() if stop else len(after)
    behind = [(end + w.start(), end + w.end()) for w in _WORD.finditer(after, begin, until)]
    if name := _name_ahead(behind, said, flat):
        yield name


def _name_of(
    words: list[tuple[int, int]], said: str, flat: Flat, *, told: bool
) -> tuple[int, int] | None:
    """Return the name that ends these words, without the title before it.

    1. Words with a capital, back to the first without; the name of a place is stepped over.
    2. Typed small: what stands behind a title (bà, chú), or from a family name on.
    """
    taken: list[tuple[int, int]] = []
    rest = list(words)
    while rest and len(taken) < _LONGEST_NAME and _capital(said, flat, rest[-1]):
        taken.insert(0, rest.pop())
    if taken and rest and _word(flat, rest[-1]) in _PLACES and len(rest) > 1:
        return _name_of(rest[:-1], said, flat, told=told)
    while len(taken) > 1 and _word(flat, taken[0]) in _TITLES:
        taken.pop(0)
    family = next((nth for nth, word in enumerate(taken) if _is_family(said, flat, word)), None)
    if taken and (told or (family is not None and family < len(taken) - 1)):
        # "Giúp Nguyễn Thị A": the first word of a message has its capital for another reason.
        return taken[family or 0][0], taken[-1][1]
    return _small_name(words[-_LONGEST_NAME:], said, flat) if told else None


def _small_name(words: list[tuple[int, int]], said: str, flat: Flat) -> tuple[int, int] | None:
    """Return a name typed without capitals: behind a title, or from a family name on."""
    for nth in range(len(words) - 2, -1, -1):
        if _word(flat, words[nth + 1]) in _NOBODY:
            continue
        if _is_family(said, flat, words[nth]):
            return words[nth][0], words[-1][1]
        if _word(flat, words[nth]) in _TITLES:
            return words[nth + 1][0], words[-1][1]
    return None


def _name_ahead(words: list[tuple[int, int]], said: str, flat: Flat) -> tuple[int, int] | None:
    """Return the name that these words begin with, behind a title or from a family name on."""
    if words and _word(flat, words[0]) in _TITLES and not _is_family(said, flat, words[0]):
        words = words[1:]
    taken: list[tuple[int, int]] = []
    for word in words[:_LONGEST_NAME]:
        if not _capital(said, flat, word):
            break
        taken.append(word)
    if len(taken) > 1 and _is_family(said, flat, taken[0]):
        return taken[0][0], taken[-1][1]
    return None


def _capital(said: str, flat: Flat, word: tuple[int, int]) -> bool:
    return said[flat.origin[word[0]]].isupper()


def _is_family(said: str, flat: Flat, word: tuple[int, int]) -> bool:
    """Tell a family name; who writes accents means them ("họ" and "đó" are none)."""
    if _word(flat, word) not in _FAMILIES:
        return False
    typed = said[flat.origin[word[0]] : flat.origin[word[1]]].strip().lower()
    return typed.isascii() or unicodedata.normalize("NFC", typed) in FAMILIES


def _word(flat: Flat, word: tuple[int, int]) -> str:
    return flat.text[word[0] : word[1]]
