"""Reads a figure from outside as an official types it: a whole count, never a share, never about.

A percentage is computed from two counts, so it is refused; so is another unit than the quantity's.
"""

import re
import unicodedata

from bot.domain.errors import Unclear
from bot.domain.text import MARK, Phrase, _, fold
from bot.domain.units import Unit, units

# The airlock leaves a bare number of up to seven digits; no commune counts more of anything.
MOST = 9_999_999
_MOST_MONEY = 999_999_999_999
_SHARE = re.compile(r"%|phan tram|percent|[0-9] ?/ ?[0-9]|tren tong")
_ABOUT = re.compile(
    r"^(?:khoang|gan|hon|tren|duoi|tam|chung|co chung|uoc|uoc tinh|xap xi|do chung|it nhat|"
    r"nhieu nhat|toi da|toi thieu|about|around|over|under|almost|nearly)(?![a-z])|[~≈<>≤≥±+]|"
    r"(?<![a-z])(?:tro len|tro xuong|hon)$"
)
_BEFORE = re.compile(r"^(?:tong so|tong cong|tong|la|co|duoc|so|= ?|: ?)+ *(?=[0-9\-])")
_WRITTEN = re.compile(r"([0-9][0-9., ]*)(.*)", re.DOTALL)
_PLAIN = re.compile(r"0|[1-9][0-9]*")
# Groups of three behind one sign throughout; a single comma may also be a decimal one.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([. ,])[0-9]{3})(?:\1[0-9]{3})*")
_ONE_COMMA = re.compile(r"[0-9]{1,3},[0-9]{3}")
_CALLED = {
    Unit.TIME: {"luot", "luot nguoi", "lan"},
    Unit.PERSON: {"nguoi", "nhan khau", "khau", "cong dan", "nguoi dan", "tre", "em"},
    Unit.HOUSEHOLD: {"ho", "ho dan", "ho gia dinh", "nha"},
    Unit.DOSSIER: {"ho so", "hs"},
    Unit.ACCOUNT: {"tai khoan", "tk"},
    Unit.SESSION: {"buoi"},
    Unit.STALL: {"gian hang"},
    Unit.CARD: {"the", "the can cuoc"},
    Unit.CERTIFICATE: {"chung thu so", "chung thu", "chu ky so"},
    Unit.MAILBOX: {"hop thu", "hom thu", "email"},
    Unit.SUBSCRIPTION: {"thue bao"},
    Unit.DOCUMENT: {"van ban", "vb"},
    Unit.PROCEDURE: {"thu tuc", "tthc"},
    Unit.PAYMENT: {"giao dich"},
    Unit.FORM: {"phieu"},
    Unit.FEEDBACK: {"phan anh"},
    Unit.VILLAGE: {"thon"},
    Unit.TEAM: {"to"},
    Unit.COMPUTER: {"may tinh", "may vi tinh", "may"},
    Unit.POINT: {"diem"},
    Unit.POST: {"tin bai", "tin", "bai"},
    Unit.PHOTO: {"anh"},
    Unit.DONG: {"dong", "d", "vnd"},
}
_UNITS = {called: unit for unit, names in _CALLED.items() for called in names}


def amount(said: str, unit: Unit) -> int:
    """Return how many of a unit were meant, 0 to `MOST` (of money more); raises Unclear.

    "2.495", "2 495" and "2495" are the same; "2,495" may be a decimal and is asked about.
    """
    if MARK in said:
        # Six digits alone look like a one-time code, nine or more like somebody's number.
        raise Unclear(
            _("Type the figure with its unit, for example 123.456 {unit}.", unit=units(unit))
        )
    if any(unicodedata.category(sign) == "No" for sign in said):
        # Raised and circled digits would read as if they stood in the row.
        raise Unclear(_digits())
    words = " ".join(fold(unicodedata.normalize("NFKC", said)).split()).strip(" .!;")
    if _SHARE.search(words):
        raise Unclear(_("Type how many were counted, not a percentage: I work that out myself."))
    if _ABOUT.search(words):
        raise Unclear(
            _("A figure is exact. Type it as it stands in the document, without “about”.")
        )
    written = _WRITTEN.fullmatch(_BEFORE.sub("", words))
    if words.lstrip(" =:").startswith(("-", "−", "–")):
        raise Unclear(_("A figure cannot be less than zero."))
    if not written:
        raise Unclear(_digits())
    number = _whole(written[1].strip(" .,"))
    _same_unit(written[2].strip(" .,()"), unit)
    if number > most(unit):
        raise Unclear(_("That is too large for one commune. Please look at the figure again."))
    return number


def most(unit: Unit) -> int:
    """Return the largest figure in a unit that is believed."""
    return _MOST_MONEY if unit is Unit.DONG else MOST


def unit_named(words: str) -> Unit | None:
    """Return the unit that some words name, however they are written."""
    return _UNITS.get(" ".join(fold(unicodedata.normalize("NFKC", words)).split()))


def _whole(digits: str) -> int:
    """Return the whole number that some digits and signs write."""
    if _ONE_COMMA.fullmatch(digits):
        raise Unclear(
            _(
                "“{typed}” can be read in two ways. Without the comma, please: {plain}.",
                typed=digits,
                plain=digits.replace(",", ""),
            )
        )
    if _PLAIN.fullmatch(digits) or _GROUPED.fullmatch(digits):
        # More digits than any figure has are not worked out at all.
        bare = re.sub(r"[., ]", "", digits)
        return int(bare) if len(bare) <= len(str(_MOST_MONEY)) else _MOST_MONEY + 1
    if re.fullmatch(r"[0-9. ]+,[0-9]*|[0-9]+[.,][0-9]+", digits):
        raise Unclear(_("A count is a whole number: no decimals, please."))
    raise Unclear(_digits())


def _same_unit(words: str, unit: Unit) -> None:
    """Raise Unclear where words behind the number are not the unit it must have."""
    if not words:
        return
    named = unit_named(words)
    if named is None:
        raise Unclear(_digits())
    if named is not unit:
        raise Unclear(
            _(
                "This is counted in {unit}, not in {typed}. Unlike units are never mixed.",
                unit=units(unit),
                typed=units(named),
            )
        )


def _digits() -> Phrase:
    return _("Type just the number in digits, for example 2.495.")
