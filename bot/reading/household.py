"""Reads what is typed at a door: a household's number, how many people, which of some things."""

import re
import unicodedata

from bot.domain.errors import Unclear
from bot.domain.survey import Outcome
from bot.domain.survey_questions import UNKNOWN
from bot.domain.text import Phrase, _, fold
from bot.reading.count import count

# The team's own number or short code, as in 12, 12A, A12, T3-12.
_LABEL = re.compile(r"[a-z]{0,2}[0-9]{1,4}[a-z]{0,2}|[a-z][0-9][-.][0-9]{1,3}")
_BEFORE = re.compile(r"^(?:ho|nha|so|household|house|number|no)(?![a-z])[ .:#]*")
# From five digits on a number may be somebody's: a phone's, a card's, the end of either.
_LONG_NUMBER = re.compile(r"[0-9](?:[ .\-]?[0-9]){4,}")
_WORD = re.compile(r"[a-z]{3,}")
# What may stand around a number of people without changing it.
_AROUND = re.compile(r"^(?:có|co|được|duoc|cả|ca|là|la)\s+|\s+(?:vợ chồng|ông bà|đứa|cháu|em)$")
_ALL = frozenset(
    {"ca nha", "ca", "het", "tat ca", "du", "du ca", "ai cung co", "ai cung du", "deu co"}
    | {"tat", "co het", "co du", "ca nha deu co", "everybody", "everyone", "all"}
)
_NONE = frozenset(
    {"khong ai", "khong", "khong co", "khong co ai", "chua ai", "chua ai co", "chua", "chua co"}
    | {"ko", "k", "hong", "khong co em nao", "ko ai", "ko co", "none", "nobody", "no"}
)
_UNKNOWN = frozenset(
    {"khong biet", "ko biet", "kb", "chua ro", "khong ro", "chua biet", "khong nho", "khong chac"}
    | {"?", "do not know", "don't know", "unknown"}
)
# How a call may end, said in words of one's own.
_ENDED = {
    Outcome.ABSENT: {"vang", "di vang", "vang het", "khong co nha", "khong ai o nha", "absent"},
    Outcome.REFUSED: {"tu choi", "khong tra loi", "khong muon", "khong chiu", "refused"},
    Outcome.LATER: {"hen", "hen lai", "hen sau", "hoi sau", "de sau", "lan sau", "quay lai sau"}
    | {"later"},
}
_EACH = frozenset({"khong giong", "khong giong nhau", "khac nhau", "tung cau", "hoi tung cau"})
EACH = "each"


def label(said: str) -> str:
    """Return a household's label, the same however it is typed ("hộ 012a" is "12A").

    Raises Unclear on anything else; what looks like a name, a number of somebody's or an address
    is refused with the reason.
    """
    words = fold(unicodedata.normalize("NFKC", said))
    bare = words
    while (shorter := _BEFORE.sub("", bare)) != bare:
        bare = shorter
    bare = re.sub(r"\s*([-.])\s*", r"\1", bare.strip(" .!"))
    bare = re.sub(r"(?<=[0-9]) (?=[a-z])|(?<=[a-z]) (?=[0-9])", "", bare)
    if not _LABEL.fullmatch(bare):
        personal = _LONG_NUMBER.search(words) or _WORD.search(_BEFORE.sub("", words))
        raise Unclear(_personal() if personal else _no_label())
    plain = re.sub(r"(?<![0-9])0+(?=[0-9])", "", bare).replace(".", "-").upper()
    if not re.search(r"[1-9]", plain):
        raise Unclear(_no_label())
    return plain


def people(said: str, most: int, *, base: bool = False) -> int | str:
    """Return how many people of `most` were meant, or UNKNOWN; raises Unclear.

    `base`: the people that others are counted out of, where “all” and “I do not know” say nothing.
    """
    words = fold(said).strip(" .!,")
    if words in _UNKNOWN and base:
        raise Unclear(_("I need a number here. Not sure yet? Then choose to ask later."))
    if words in _UNKNOWN:
        return UNKNOWN
    if words in _NONE or re.fullmatch(r"0+(?: nguoi| people)?", words):
        return 0
    if words in _ALL and not base:
        return most
    if words in {"co", "yes"} and most == 1:
        return 1
    number = count(_AROUND.sub("", unicodedata.normalize("NFC", said.strip(" .!,").casefold())))
    if number > most:
        raise Unclear(_too_many(most, base=base))
    return number


def ending(said: str) -> Outcome | None:
    """Return how a call ended, where that was said instead of an answer."""
    words = fold(said).strip(" .!,")
    return next((outcome for outcome, said in _ENDED.items() if words in said), None)


def things(said: str, ids: tuple[str, ...]) -> str:
    """Return the ids of the numbered things that were named, with a blank between them.

    "1 2 4", "1,2,4" and "124" are the same; all, none, and EACH where the house is not alike, can
    be said in words. Raises Unclear.
    """
    words = fold(said).strip(" .!,")
    if words in _EACH:
        return EACH
    if words in _ALL:
        return " ".join(ids)
    if words in _NONE:
        return ""
    digits = re.sub(r"\bva\b|\band\b|[ ,;+&]", "", words)
    named = {int(digit) for digit in digits} if re.fullmatch(r"[0-9]+", digits) else set()
    if not named or len(named) != len(digits) or not named <= set(range(1, len(ids) + 1)):
        raise Unclear(_("Please type the numbers of what everybody has, for example 1 2 4."))
    return " ".join(one for nth, one in enumerate(ids, start=1) if nth in named)


def _too_many(most: int, *, base: bool) -> Phrase:
    if base:
        return _("That is too many for one house: at most {most}. Please look again.", most=most)
    return _("There are only {most} people to count here, so it cannot be more.", most=most)


def _no_label() -> Phrase:
    return _("Please type the household's number in your team's list, for example 12 or 12A.")


def _personal() -> Phrase:
    return _(
        "That looks like a name, an address or somebody's number. I keep none of these: please "
        "type only the household's number in your team's list, for example 12 or 12A."
    )
