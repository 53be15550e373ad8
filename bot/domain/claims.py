"""What a printed rate claims, and whether it holds: real reports are judged with this."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor

from bot.domain.text import fold


class Bound(StrEnum):
    """What stands around a printed figure; without any of these it is meant exactly."""

    ABOVE = "above"  # trên, hơn, vượt
    BELOW = "below"  # dưới, chưa đến
    AT_LEAST = "at_least"  # từ … trở lên, ít nhất
    NEAR = "near"  # gần: below it, by no more than 5 points
    ABOUT = "about"  # khoảng: no more than 5 points away


class Oddity(StrEnum):
    """How a number is written wrongly; its value can be told all the same."""

    STRAY_COMMA = "stray_comma"  # "98,%"
    DOT_DECIMALS = "dot_decimals"  # "98.5": the decimal sign is a comma
    DOUBLE_SIGN = "double_sign"  # "100% %"
    SPACED_SIGN = "spaced_sign"  # "91,15 %"


class Fault(StrEnum):
    """Why a printed rate does not hold."""

    WRONG = "wrong"  # it is another number
    TRUNCATED = "truncated"  # cut off instead of rounded half up: 95,4 for 95,4545…
    FRACTION = "fraction"  # the bare quotient before a percent sign: 0,04 for 4,09 %
    BOUND = "bound"  # not above, below or near what is claimed
    OVER = "over"  # a share of more than 100 %


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as it stands in a text: its value, the decimals printed, what bounds it."""

    value: Decimal
    decimals: int
    bound: Bound | None = None
    odd: frozenset[Oddity] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a printed rate should be, in percent at the printed precision, and what is wrong.

    `idle`: a bound that is true but says less than it could, as in "trên 95%" for 99,94 %.
    """

    should: Decimal
    fault: Fault | None = None
    idle: bool = False

    @property
    def holds(self) -> bool:
        """Tell whether nothing is wrong."""
        return self.fault is None


# How far a rate may be from what "gần" and "khoảng" say, in points of a percent.
_LEEWAY = 5
# Without accents, as `fold` leaves them.
_BOUNDS = {
    "tren": Bound.ABOVE,
    "hon": Bound.ABOVE,
    "vuot": Bound.ABOVE,
    "duoi": Bound.BELOW,
    "chua den": Bound.BELOW,
    "chua toi": Bound.BELOW,
    "it nhat": Bound.AT_LEAST,
    "toi thieu": Bound.AT_LEAST,
    "gan": Bound.NEAR,
    "khoang": Bound.ABOUT,
}
_PRINTED = re.compile(
    rf"(?:(?P<bound>{'|'.join(_BOUNDS)}|(?P<upward>tu)) )?"
    r"(?P<number>\d[\d.,]*)(?P<sign> ?%(?: ?%)*)?(?P<up> tro len)?",
    re.ASCII,
)
# Points part thousands only in groups of three behind a group that does not begin with zero.
_WHOLE = re.compile(r"\d+|[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
_DOTTED = re.compile(r"(\d+|[1-9]\d{0,2}(?:,\d{3})+)\.(\d+)", re.ASCII)


def printed(words: str) -> Printed:
    """Read a figure as it is printed, like "98,5%", "trên 96" or "1.711"; raises ValueError.

    "1.711" is a whole number, "1,711" one with three decimals and "98.5" one with a wrong sign.
    """
    found = _PRINTED.fullmatch(fold(words))
    if not found or (bool(found["upward"]) and not found["up"]):
        raise ValueError(words)
    value, odd = _number(found["number"])
    sign = found["sign"] or ""
    odd |= {Oddity.DOUBLE_SIGN} if sign.count("%") > 1 else set()
    odd |= {Oddity.SPACED_SIGN} if sign.startswith(" ") else set()
    bound = Bound.AT_LEAST if found["up"] else _BOUNDS.get(found["bound"] or "")
    decimals = -int(value.as_tuple().exponent)
    return Printed(value, decimals, bound, frozenset(odd))


def rate(numerator: Decimal | int, denominator: Decimal | int, decimals: int) -> Decimal:
    """Return a share in percent, rounded half up once, from the exact quotient.

    Raises ZeroDivisionError: nothing is a share of nothing.
    """
    return _rounded(Fraction(numerator) * 100 / Fraction(denominator), decimals)


def holds(numerator: Decimal | int, denominator: Decimal | int, said: Printed) -> Verdict:
    """Tell whether a printed rate is that of its numerator and denominator.

    The decimals printed are the precision. A bound does not excuse decimals that are wrong: who
    prints them means the value. Raises ZeroDivisionError.
    """
    exact = Fraction(numerator) * 100 / Fraction(denominator)
    should = _rounded(exact, said.decimals)
    if said.bound and not _within(exact, said.bound, said.value):
        return Verdict(should, Fault.BOUND)
    if (said.decimals or not said.bound) and said.value != should:
        return Verdict(should, _slip(exact, said))
    if exact > 100:
        return Verdict(should, Fault.OVER)
    upward = said.bound in {Bound.ABOVE, Bound.AT_LEAST}
    return Verdict(should, idle=upward and floor(exact) > said.value)


def _number(words: str) -> tuple[Decimal, set[Oddity]]:
    """Read digits with their signs; raises ValueError where they can be no number."""
    odd: set[Oddity] = set()
    if words.endswith(","):
        words, odd = words.removesuffix(","), {Oddity.STRAY_COMMA}
    whole, comma, rest = words.partition(",")
    if _WHOLE.fullmatch(whole) and (rest.isdigit() if comma else True):
        return Decimal(whole.replace(".", "") + (f".{rest}" if comma else "")), odd
    if dotted := _DOTTED.fullmatch(words):
        number = f"{dotted[1].replace(',', '')}.{dotted[2]}"
        return Decimal(number), odd | {Oddity.DOT_DECIMALS}
    raise ValueError(words)


def _rounded(exact: Fraction, decimals: int) -> Decimal:
    return Decimal(floor(exact * 10**decimals + Fraction(1, 2))).scaleb(-decimals)


def _within(exact: Fraction, bound: Bound, value: Decimal) -> bool:
    claimed = Fraction(value)
    match bound:
        case Bound.ABOVE:
            return exact > claimed
        case Bound.BELOW:
            return exact < claimed
        case Bound.AT_LEAST:
            return exact >= claimed
        case Bound.NEAR:
            return claimed - _LEEWAY <= exact < claimed
        case Bound.ABOUT:
            return abs(exact - claimed) <= _LEEWAY


def _slip(exact: Fraction, said: Printed) -> Fault:
    """Name how a figure came to be wrong, where it can be seen."""
    scale = 10**said.decimals
    if Fraction(said.value) * scale == floor(exact * scale):
        return Fault.TRUNCATED
    # Without decimals every small number would look like a quotient.
    if said.decimals and said.value and said.value == _rounded(exact / 100, said.decimals):
        return Fault.FRACTION
    return Fault.WRONG
