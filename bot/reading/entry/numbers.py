"""Numbers in digits and in words, as they stand among other words."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.plain import Word

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
# Number words with their letters and tone; without accents they may be other words too.
_ONES = {
    ("môt", _DOT): 1, ("hai", ""): 2, ("ba", ""): 3, ("bôn", _ACUTE): 4, ("tư", ""): 4,
    ("năm", ""): 5, ("sau", _ACUTE): 6, ("bay", _HOOK): 7, ("bây", _HOOK): 7, ("tam", _ACUTE): 8,
    ("chin", _ACUTE): 9,
}  # fmt: skip
_BARE = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9,
}  # fmt: skip
# Behind a ten, one, four and five have words of their own.
_BEHIND = {("môt", _ACUTE): 1, ("lăm", ""): 5, ("nhăm", ""): 5}
_FIVE = {("lăm", ""), ("nhăm", "")}
_BEHIND_BARE = {"lam": 5, "nham": 5}
_TENS = {("mươi", ""), ("chuc", _DOT)}
_TEN = ("mươi", _GRAVE)
_HUNDRED = ("trăm", "")
_AND = {("linh", ""), ("le", _HOOK)}
# Without accents these are hardly ever anything but numbers.
_PLAIN = frozenset({"mot", "hai", "bon", "muoi", "chuc", "tram"})


_STARTS = frozenset({*_BARE, "muoi", "chuc"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the words before `end`.

    `value` is None where several were said ("hai ba", "5-6"). `certain`: it can be nothing else;
    "nam" may be a year or a man. `digits`: it was typed in digits.
    """

    end: int
    value: int | None
    certain: bool
    digits: bool = False


def number_at(words: Sequence[Word], at: int) -> Number | None:
    """Return the number that begins at a word.

    1. "3", "03"; "2 chục" is 20.
    2. "ba"; "mười", "mười lăm"; "hai mươi mốt", "hai chục"; "một trăm hai mươi", "một trăm lẻ năm".
    3. Two ones beside each other, "hai ba", are a guess of the speaker's and have no value.
    """
    word = _word(words, at)
    if word is None:
        return None
    if word.number is not None:
        return _digits(words, at, word.number)
    if word.bare not in _STARTS:
        return None
    hundreds = _hundreds(words, at)
    if hundreds:
        return hundreds
    return _tens(words, at) or _one(words, at)


def _digits(words: Sequence[Word], at: int, value: int) -> Number:
    following = _word(words, at + 1)
    if following and 1 <= value <= 9 and _is(following, {("chuc", _DOT)}, "chuc"):
        return Number(at + 2, value * 10, certain=True)
    return Number(at + 1, value, certain=True, digits=True)


def _hundreds(words: Sequence[Word], at: int) -> Number | None:
    one, next_ = _ones(words, at), _word(words, at + 1)
    if one is None or next_ is None or not _is(next_, {_HUNDRED}, "tram"):
        return None
    value, end = one * 100, at + 2
    following = _word(words, end)
    if following and _is(following, _AND, "linh", "le"):
        small = _ones(words, end + 1)
        return Number(end + 2, value + small, certain=True) if small else None
    rest = _tens(words, end)
    if rest and rest.value:
        return Number(rest.end, value + rest.value, certain=True)
    return Number(end, value, certain=True)


def _tens(words: Sequence[Word], at: int) -> Number | None:
    word, following = _word(words, at), _word(words, at + 1)
    if word is None:
        return None
    one = _ones(words, at)
    # "ba lăm" is short for thirty-five: "lăm" stands behind tens alone.
    if one and following and following.marked and (following.letters, following.tone) in _FIVE:
        return Number(at + 2, one * 10 + 5, certain=True)
    # Without accents it may be "làm" as well.
    if one and following and not (word.marked or following.marked) and _is(following, set(), "lam"):
        return Number(at + 2, None, certain=False)
    if one and following and _is(following, _TENS, "muoi", "chuc"):
        value, end = one * 10, at + 2
    elif _is(word, {_TEN, ("chuc", _DOT)}, "muoi", "chuc"):
        value, end = 10, at + 1
    else:
        return None
    last = _word(words, end)
    behind = _behind(last) if last else None
    if behind:
        return Number(end + 1, value + behind, certain=True)
    return Number(end, value, certain=True)


def _one(words: Sequence[Word], at: int) -> Number | None:
    value = _ones(words, at)
    if value is None:
        return None
    another = _ones(words, at + 1)
    if another is not None and words[at + 1].number is None:
        # "hai năm trước" counts years, "ba tư" is a person.
        return Number(at + 2, None, certain=False)
    word = words[at]
    certain = word.marked or word.bare in _PLAIN
    return Number(at + 1, value, certain=certain)


def _behind(word: Word) -> int | None:
    """Return the one that stands behind a ten: "hai mươi mốt", "mười lăm", "hai mươi ba"."""
    if word.marked:
        key = (word.letters, word.tone)
        return _BEHIND.get(key) or _ONES.get(key)
    return _BARE.get(word.bare) or _BEHIND_BARE.get(word.bare)


def _ones(words: Sequence[Word], at: int) -> int | None:
    word = _word(words, at)
    if word is None or word.number is not None:
        return None
    if word.marked:
        return _ONES.get((word.letters, word.tone))
    return _BARE.get(word.bare)


def _is(word: Word, spelt: set[tuple[str, str]], *bare: str) -> bool:
    if word.marked:
        return (word.letters, word.tone) in spelt
    return word.bare in bare


def _word(words: Sequence[Word], at: int) -> Word | None:
    return words[at] if 0 <= at < len(words) else None
