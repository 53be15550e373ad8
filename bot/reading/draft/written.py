"""Numbers that are written wrongly: a second %, a stray comma, a sign too many or in its place."""

import re
from collections.abc import Iterator

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Phrase, Plain, _
from bot.reading.draft.checker import Context
from bot.reading.draft.decimals import decimals
from bot.reading.draft.text import Draft, Item

# A number begins where no digit, point or comma stands before it, so that each is read once.
_TWICE = re.compile(r"(?<![\d.,])\d[\d.,]{0,14}\s?%\s?%")
_STRAY = re.compile(
    r"(?<![\w.,/])\d[\d.]{0,14}(?:,\d{1,4})?"
    r"(?:[.,;]{1,2}\s?%|(?:,,|,\.|\.,|\.\.(?!\.)|;)\d{1,4}(?:[.,]\d{1,4})?\s?%|\s,\s?\d{1,2}\s?%)"
)
_DOUBLED = re.compile(r"(?<![\w.,/])\d{1,3}(?:\.\d{3})*(?:\.\.|,\.|\.,|,,)\d{3}(?![\d.,])")
_THREE = re.compile(r"(?<![\d.,/])\d{1,3}(?:,\d{1,4},\d{1,4}|\.\d{1,2}\.\d{1,2})\s?%")
_AGAIN = re.compile(r"(?<![\d.,])\d[\d.,]{0,14}\s?%\s?[,;.]\s?%")
_HEADLESS = re.compile(r"(?<!\d )(?<=[\s(]),\d{1,2}\s?%")
_BEFORE = re.compile(r"(?<=[\s(])%\s?\d{1,3}(?:,\d{1,2})?(?![\d%]|\s?%)")
_LETTER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{0,2})?[oO]\d{0,2}\s?%")
_COMMAS = re.compile(r"(?<!,)(?<!, )(?!(?<=\d),,\d),(?: ?,)++(?: ?\w{1,12})?")
_MIXED = re.compile(r"(?<=[\w%)]) ?(?:,;|;,|,\.(?![.…\d]))(?!\w)")
_WORDS_BEFORE = re.compile(r"(?:[\w%)./]{1,20} ?){1,4}$")
_REACH = 40


def written(draft: Draft, _context: Context) -> Iterator[Correction]:
    """Find numbers and commas that nobody meant to write so."""
    for item in draft.items:
        yield from _stray(item)
    yield from decimals(draft)


def _stray(item: Item) -> Iterator[Correction]:
    text = item.text
    for found in _TWICE.finditer(text):
        number = found[0].rstrip("% ")
        yield _at(item, found, f"{number}%", _("There are two % signs."))
    for found in _AGAIN.finditer(text):
        number = found[0].rstrip("% ,;.")
        yield _at(item, found, f"{number}%", _("There are two % signs."))
    for shape in (_STRAY, _THREE, _DOUBLED):
        for found in shape.finditer(text):
            why = _("There is a comma or a point too many in this number.")
            yield _at(item, found, _mended(found[0]), why)
    for shape in (_HEADLESS, _BEFORE, _LETTER):
        for found in shape.finditer(text):
            why = _("This number is not written as a number; a sign is missing or misplaced.")
            line, quote = item.quote(*found.span())
            expected = _("look up the number and write it anew")
            yield Correction(line, quote, Fault.FORMAT, quote, expected, why)
    for shape in (_COMMAS, _MIXED):
        for found in shape.finditer(text):
            yield from _commas(item, found)


def _commas(item: Item, found: re.Match[str]) -> Iterator[Correction]:
    """Point out commas behind each other, unless they are a list that goes on: "cài đặt,,…"."""
    text = item.text
    if text[found.end() : found.end() + 2].strip()[:1] in {"…", "."}:
        return
    before = _WORDS_BEFORE.search(text, max(0, found.start() - _REACH), found.start())
    start = before.start() if before else found.start()
    line, quote = item.quote(start, found.end())
    once = re.sub(r" ?[,;](?: ?[,;.])+", lambda signs: signs[0].strip()[-1], quote)
    why = _("Two commas follow each other; something may have been taken out here.")
    yield Correction(line, quote, Fault.FORMAT, quote, Plain(once), why)


def _mended(number: str) -> str:
    if not number.endswith("%"):
        return re.sub(r"[.,]{2}", ".", number)
    digits = re.sub(r"(?:,,|,\.|\.,|\.\.|;|\s,\s?)(?=\d)", ",", number)
    digits = re.sub(r"[.,;]+\s?%", "%", digits)
    return digits if digits.count(",") < 2 else digits.replace(",", "", digits.count(",") - 1)


def _at(item: Item, found: re.Match[str], expected: str, why: Phrase) -> Correction:
    line, quote = item.quote(*found.span())
    return Correction(line, quote, Fault.FORMAT, quote, Plain(expected), why)
