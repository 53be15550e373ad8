"""The airlock: hides what belongs to one citizen before it is written down anywhere.

`mask` replaces each such piece by one mark and leaves the rest as it was typed, so that counts and
days in the same message are still understood.

Hidden: telephone numbers; numbers of identity cards, passports and dossiers; accounts and bank
cards; health insurance; one-time codes and passwords; e-mail addresses; names with a birthday.
Left: counts, days, times, money, figures with their unit or of up to seven digits, hotlines,
document numbers, this program's own codes, given names and kinship names, ages. A year of birth
without a name is an age; a whole birthday is hidden also without a name.
Not seen: a number spread over several messages or lines, and a name alone.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.reading import runs, shapes
from bot.reading.born import born
from bot.reading.flat import Flat, flatten

MARK = "▒▒▒"

# No channel sends more in one message, and the inbox keeps no more.
LONGEST = 4096
_HIDDEN = "\x02"
_HARMLESS = "\x01"
# Hiding one number may bring another to light beside it; more rounds than this find nothing new.
_ROUNDS = 8
_DIGIT = re.compile(r"[0-9]")
_NAME_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789._%+-"
_LONGEST_NAME = 64
# Four digits that may be a year are a code only right behind their word.
_CLOSE = 6


class Kind(StrEnum):
    """Whose business a hidden piece was."""

    PHONE = "phone"
    IDENTITY = "identity"
    ACCOUNT = "account"
    INSURANCE = "insurance"
    ONE_TIME_CODE = "one_time_code"
    EMAIL = "email"
    BORN = "born"
    DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Masked:
    """Words without anything personal, and what kinds of it were taken out."""

    text: str
    kinds: frozenset[Kind]


def mask(said: str) -> Masked:
    """Hide what is personal; never raises, hides nothing twice, linear in the words' length.

    Words beyond `LONGEST` are cut off: they would be looked through for nobody.
    """
    kinds: set[Kind] = set()
    said = said[:LONGEST]
    for _round in range(_ROUNDS):
        once = _Sheet(said)
        once.work()
        if not once.kinds:
            break
        kinds |= once.kinds
        said = once.text()[:LONGEST]
    return Masked(said, frozenset(kinds))


_ANNOUNCED = {Kind.PHONE: 0, Kind.IDENTITY: 1, Kind.ACCOUNT: 2}


class _Sheet:
    """The flat form of some words, in which pieces are blacked out in place."""

    def __init__(self, said: str) -> None:
        self._said = said
        self._flat = flatten(said)
        self._text = self._flat.text
        self.kinds: set[Kind] = set()

    def text(self) -> str:
        """Return the words with a mark for each piece that was hidden."""
        pieces: list[str] = []
        done, origin = 0, self._flat.origin
        for found in re.finditer(f"{_HIDDEN}+", self._text):
            pieces += (self._said[done : origin[found.start()]], MARK)
            # Signs nobody sees go with the one they stand behind.
            done = origin[found.end()]
        return "".join((*pieces, self._said[done:]))

    def work(self) -> None:
        """Look for each kind, surest first; what is found is seen by none of the next."""
        if "@" in self._text:
            found = map(self._mailbox, shapes.ADDRESS.finditer(self._text))
            self._hide(Kind.EMAIL, [span for span in found if span])
        self._match(Kind.PHONE, shapes.SPELLED)
        if not _DIGIT.search(self._text):
            return
        self._match(Kind.DOSSIER, shapes.DOSSIER)
        self._match(Kind.INSURANCE, shapes.CARD, 1)
        self._match(Kind.IDENTITY, shapes.PASSPORT, 1)
        self._match(Kind.ONE_TIME_CODE, shapes.PASSWORD, 2, _is_password)
        self._hide(Kind.BORN, born(self._said, Flat(self._text, self._flat.origin)))
        for kind, group in _ANNOUNCED.items():
            self._match(kind, shapes.ANNOUNCED[group], 1, _is_announced)
        self._match(Kind.INSURANCE, shapes.INSURANCE, 1)
        self._black([found.span() for found in shapes.DATE.finditer(self._text)], _HARMLESS)
        for phone in shapes.PHONES:
            self._match(Kind.PHONE, phone)
        self._black([found.span() for found in shapes.HARMLESS.finditer(self._text)], _HARMLESS)
        numbers = [span for run in shapes.RUN.finditer(self._text) for span in runs.spans(run)]
        self.kinds.update(_kind(self._text[start:end]) for start, end in numbers)
        self._black(numbers, _HIDDEN)
        self._match(Kind.ONE_TIME_CODE, shapes.CODE_BEHIND, 2, _is_code)
        self._match(Kind.ONE_TIME_CODE, shapes.CODE_CALLED, 2, self._is_called)
        self._match(Kind.ONE_TIME_CODE, shapes.CODE_BEFORE, 1)
        self._match(Kind.ONE_TIME_CODE, shapes.ALONE, 1)

    def _match(
        self,
        kind: Kind,
        shape: re.Pattern[str],
        group: int = 0,
        holds: Callable[[re.Match[str]], bool] | None = None,
    ) -> None:
        found = shape.finditer(self._text)
        self._hide(kind, [one.span(group) for one in found if not holds or holds(one)])

    def _hide(self, kind: Kind, spans: Iterable[tuple[int, int]]) -> None:
        if self._black(spans, _HIDDEN):
            self.kinds.add(kind)

    def _black(self, spans: Iterable[tuple[int, int]], sign: str) -> bool:
        """Overwrite spans of the flat text, keeping its length; False where there were none."""
        pieces: list[str] = []
        done = 0
        for start, end in sorted(spans):
            begin = max(start, done)
            if end > begin:
                pieces += (self._text[done:begin], sign * (end - begin))
                done = end
        self._text = "".join((*pieces, self._text[done:]))
        return bool(pieces)

    def _mailbox(self, at: re.Match[str]) -> tuple[int, int] | None:
        """Return the span of an address whose "@" and host were found, or None without a name."""
        before = at.string[max(0, at.start() - _LONGEST_NAME) : at.start()]
        name = before[len(before.rstrip(_NAME_SIGNS)) :]
        return (at.start() - len(name), at.end()) if name.strip("._-+%") else None

    def _is_called(self, found: re.Match[str]) -> bool:
        """Tell a code behind "mã" from a number behind "mà", where accents were typed."""
        start, end = self._flat.origin[found.start()], self._flat.origin[found.start() + 2]
        typed = unicodedata.normalize("NFC", self._said[start:end]).lower()
        return typed in {"ma", "mã", "co"} and _is_code(found)


def _is_code(found: re.Match[str]) -> bool:
    """Tell a one-time code from a join code, and from a year further on."""
    between, code = found[1], found[2]
    if shapes.JOIN_CODE.match(found.string, found.start(2)):
        return False
    return not (shapes.LIKE_A_YEAR.fullmatch(code) and len(between) > _CLOSE)


def _is_announced(found: re.Match[str]) -> bool:
    """Tell a number that was announced by a word from a day or a figure."""
    start, end = found.span(1)
    if shapes.DATE.search(found.string, start, end):
        return False
    harmless = shapes.HARMLESS.match(found.string, start)
    if harmless is None or harmless.end() < end:
        return True
    # An account may well begin as a hotline does.
    return found.string.startswith(("stk", "so t"), found.start())


def _is_password(found: re.Match[str]) -> bool:
    """Tell a password behind its word from how many people had forgotten theirs."""
    word = found[2]
    digits = sum(sign.isdigit() for sign in word)
    if not any(sign.isalpha() for sign in word) or shapes.COUNTED.match(word):
        return False
    said_to_be = bool(found[1]) or found.string[found.start(2) - 1] in ":="
    return digits >= (2 if said_to_be else 3)


def _kind(number: str) -> Kind:
    digits = "".join(sign for sign in number if sign.isdigit())
    if digits.startswith("0") and len(digits) in {10, 11}:
        return Kind.PHONE
    return Kind.IDENTITY if len(digits) in {9, 12} else Kind.ACCOUNT
