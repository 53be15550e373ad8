"""Numbers that are written wrongly: a second %, a stray comma, points among decimal commas."""

import re
from collections.abc import Iterator

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Phrase, Plain, _
from bot.reading.draft.checker import Context
from bot.reading.draft.text import Draft, Item

_TWICE = re.compile(r"(?<![\d.,])\d[\d.,]*+\s*+%\s*+%")
_STRAY = re.compile(
    r"(?<![\w.,/])\d[\d.]*(?:,\d+)?(?:[.,]\s?%|(?:,,|,\.|\.,)\d+(?:[.,]\d+)?\s*%?|\s,\s?\d{1,2}\s?%)"
)
_COMMAS = re.compile(r"(?<!,)(?<!, )(?!(?<=\d),,\d),(?: ?,)++(?: ?\w{1,12})?")
_WORDS_BEFORE = re.compile(r"(?:[\w%)./]{1,20} ?){1,4}$")
_REACH = 40
_COMMA = re.compile(r"(?<![\d.,/])\d{1,3},\d{1,3}\s*%")
_POINT = re.compile(r"(?<![\d.,/])\d{1,3}\.\d{1,2}\s*%")
_THREE = re.compile(r"(?<![\d.,/])\d{1,3},\d+,\d+\s*%")


def written(draft: Draft, _context: Context) -> Iterator[Correction]:
    """Find numbers and commas that nobody meant to write so."""
    # A report that writes points alone is at one with itself.
    commas = sum(1 for item in draft.items for _found in _COMMA.finditer(item.text))
    for item in draft.items:
        yield from _stray(item)
        if commas:
            yield from _points(item)


def _stray(item: Item) -> Iterator[Correction]:
    text = item.text
    for found in _TWICE.finditer(text):
        number = found[0].rstrip("% ")
        yield _at(item, found, f"{number}%", _("There are two % signs."))
    for shape in (_STRAY, _THREE):
        for found in shape.finditer(text):
            why = _("There is a comma or a point too many in this number.")
            yield _at(item, found, _mended(found[0]), why)
    for found in _COMMAS.finditer(text):
        if _goes_on(text, found.end()):
            continue
        before = _WORDS_BEFORE.search(text, max(0, found.start() - _REACH), found.start())
        start = before.start() if before else found.start()
        line, quote = item.quote(start, found.end())
        once = re.sub(r" ?,(?: ?,)+", ",", quote)
        why = _("Two commas follow each other; something may have been taken out here.")
        yield Correction(line, quote, Fault.FORMAT, quote, Plain(once), why)


def _points(item: Item) -> Iterator[Correction]:
    for found in _POINT.finditer(item.text):
        why = _("Elsewhere this report writes decimals with a comma, here with a point.")
        yield _at(item, found, found[0].replace(".", ","), why)


def _goes_on(text: str, end: int) -> bool:
    """Tell whether the commas are a list that goes on: "cài đặt,,…"."""
    return text[end : end + 2].strip()[:1] in {"…", "."}


def _mended(number: str) -> str:
    digits = re.sub(r"(?:,,|,\.|\.,|\s,\s?)", ",", number)
    digits = re.sub(r"[.,]\s?%", "%", digits)
    return digits if digits.count(",") < 2 else digits.replace(",", "", digits.count(",") - 1)


def _at(item: Item, found: re.Match[str], expected: str, why: Phrase) -> Correction:
    line, quote = item.quote(*found.span())
    return Correction(line, quote, Fault.FORMAT, quote, Plain(expected), why)
