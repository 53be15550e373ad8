"""Undoes Telex and VNI: what a Vietnamese keyboard leaves when it is switched off, or half off.

Telex writes the tone as a letter (f s r x j) and a hat as a doubled letter or a w; VNI writes both
as digits. They may stand where they belong or at the end of the syllable, and on letters that have
some of their accents already.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_DIGIT_TONES = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j"}
_TONE_SIGNS = frozenset(_TONES.values())
_VOWELS = "aeiouyâăêôơư"
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_HATS = {"a": "â", "e": "ê", "o": "ô"}

_ONSETS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x"
_NUCLEI = (
    "uyê|uye|iêu|ieu|yêu|yeu|ươi|uoi|ươu|uou|oai|oay|oao|oeo|uây|uay|uya|uyu|uôi|"
    "ai|ao|au|ay|âu|ây|eo|êu|eu|ia|iê|ie|iu|oa|oă|oe|oi|ôi|ơi|ua|ưa|uâ|uê|ue|ui|ưi|uô|uo|uơ|ươ|ưu|"
    "uu|uy|ya|yê|ye|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{_NUCLEI})(c|ch|m|n|ng|nh|p|t)?")
_STOPPED = frozenset({"c", "ch", "p", "t"})


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Tell whether letters without tone are built as a Vietnamese syllable is."""
    return _SYLLABLE.fullmatch(word) is not None


def tone_apart(word: str) -> tuple[str, str]:
    """Return a word's letters with their hats, and its tone as a combining sign, "" for none."""
    if word.isascii():
        return word, ""
    spread = unicodedata.normalize("NFD", word)
    tone = "".join(sign for sign in spread if sign in _TONE_SIGNS)[:1]
    kept = "".join(sign for sign in spread if sign not in _TONE_SIGNS)
    return unicodedata.normalize("NFC", kept), tone


def telex(word: str) -> tuple[str, str] | None:
    """Return the letters and the tone that a raw Telex word stands for, None where it is none.

    "hoatj" is "hoat" with a dot below; the tone is a combining sign, "" for none.
    """
    letters, tone = tone_apart(word)
    if is_syllable(letters):
        return None
    made: list[str] = []
    for sign in letters:
        spoken = any(known in _VOWELS for known in made)
        if sign in _TONES and spoken:
            tone = _TONES[sign]
        elif sign == "z" and spoken:
            tone = ""
        elif not _joined(made, sign):
            made.append(sign)
    return _sound("".join(made), tone)


def vni(word: str) -> tuple[str, str] | None:
    """Return the letters and the tone that a raw VNI word stands for, None where it is none."""
    letters, tone = tone_apart(word)
    made: list[str] = []
    for sign in letters:
        if sign in _DIGIT_TONES:
            tone = _TONES[_DIGIT_TONES[sign]]
        elif not sign.isdigit():
            made.append(sign)
        elif not _marked(made, sign):
            return None
    return _sound("".join(made), tone)


def _sound(letters: str, tone: str) -> tuple[str, str] | None:
    """Return letters and tone if they can be spoken: a syllable stopped short has two tones."""
    if not letters.startswith("qu"):
        # Half a pair has its horn: the other half is meant to have it too.
        letters = letters.replace("ưo", "ươ").replace("uơ", "ươ")
    found = _SYLLABLE.fullmatch(letters)
    if not found or (found[1] in _STOPPED and tone not in {"", _TONES["s"], _TONES["j"]}):
        return None
    return letters, tone


def _joined(made: list[str], sign: str) -> bool:
    """Let a letter change an earlier one: dd, a doubled vowel, w."""
    if sign == "d" and made[:1] == ["d"]:
        made[0] = "đ"
        return True
    if sign == "w":
        return _horned(made)
    if sign in _HATS and sign in made and not (made[-1] in _VOWELS and made[-1] != sign):
        made[made.index(sign)] = _HATS[sign]
        return True
    # "duwowcs": the second half of a pair is written with its own w; "tuyene": e comes late.
    return sign in _HATS and _HATS[sign] in made and made[-1] == _HATS[sign]


def _marked(made: list[str], sign: str) -> bool:
    """Let a digit of VNI change an earlier letter: 6 hat, 7 horn, 8 breve, 9 stroke."""
    if sign == "9" and made[:1] == ["d"]:
        made[0] = "đ"
        return True
    if sign == "6":
        for nth, letter in enumerate(made):
            if letter in _HATS and (letter != "o" or "a" not in made[nth:]):
                made[nth] = _HATS[letter]
                return True
    return sign in {"7", "8"} and _horned(made)


def _horned(made: list[str]) -> bool:
    """Put the horn or breve of w where it belongs: on both of "uo", else on the last that can."""
    text = "".join(made)
    for pair in ("uo", "ưo"):
        if pair in text and not text.startswith("qu"):
            place = text.index(pair)
            made[place : place + 2] = ["ư", "ơ"]
            return True
    for place in range(len(made) - 1, -1, -1):
        if made[place] in _HORNS and not (made[place] == "u" and made[:place] == ["q"]):
            made[place] = _HORNS[made[place]]
            return True
    if any(letter in _VOWELS for letter in made):
        return True
    made.append("ư")
    return True
