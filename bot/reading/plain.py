"""Takes a message apart into words that can be compared, however they were typed.

Accents or none, composed or not, "hoà" or "hòa", capitals, raw Telex and VNI, "3vneid" and "hs2":
all become the same words. đ is a letter, not an accent, but "d" is what people type for it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.text import fold
from bot.reading.keyboard import is_syllable, telex, tone_apart, vni

# The longest message that is read; a phone sends no longer one in a single piece.
LONGEST = 4096

_PIECE = re.compile(r"[^\W_]+|\n|[^\w\s]|_")
_RUN = re.compile(r"\d+|[^\W\d_]+")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0f"))


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a message.

    `said`: as typed, in small letters. `bare`: without accents. `letters` and `tone`: the accents
    that were meant. `number`: the value of digits. `glued`: nothing stood between it and the piece
    before. `capital`: it began with a large letter.
    """

    said: str
    bare: str
    letters: str
    tone: str
    number: int | None = None
    glued: bool = False
    capital: bool = False

    @property
    def marked(self) -> bool:
        """Tell whether whoever typed it meant to write accents."""
        return bool(self.tone) or self.letters != self.bare

    @property
    def is_word(self) -> bool:
        """Tell whether it is letters: neither digits nor a sign."""
        return self.bare[:1].isalpha()


def spell(text: str, *, glued: bool = False, capital: bool = False) -> Word:
    """Return one word, its raw Telex or VNI undone."""
    letters, tone = tone_apart(text)
    if not is_syllable(letters):
        raw = vni if any(sign.isdigit() for sign in text) else telex
        letters, tone = raw(text) or (letters, tone)
    return Word(text, fold(letters), letters, tone, None, glued, capital)


def apart(said: str) -> list[Word]:
    """Return the words, numbers and signs of a message, in their order."""
    text = unicodedata.normalize("NFC", said[:LONGEST]).translate(_UNSEEN)
    words: list[Word] = []
    end = -1
    for found in _PIECE.finditer(text):
        glued = found.start() == end
        end = found.end()
        words += _pieces(found[0], glued=glued)
    return words


def _pieces(piece: str, *, glued: bool) -> Iterator[Word]:
    small = unicodedata.normalize("NFC", piece.lower())
    if small.isdigit():
        yield _number(small, glued=glued)
    elif not any(sign.isdigit() for sign in small):
        if small[0].isalpha():
            yield spell(small, glued=glued, capital=piece[0].isupper())
        else:
            yield Word(small, small, small, "", None, glued)
    elif small[0].isalpha() and len(small) > 2 and vni(small) is not None:
        yield spell(small, glued=glued, capital=piece[0].isupper())
    else:
        for run in _RUN.findall(small):
            yield _number(run, glued=glued) if run.isdigit() else spell(run, glued=glued)
            glued = True


def _number(digits: str, *, glued: bool) -> Word:
    # int() reads the digits of every script; more than nine are nobody's count.
    value = int(digits) if digits.isdecimal() and len(digits) <= 9 else 10**9
    return Word(digits, digits, digits, "", value, glued)
