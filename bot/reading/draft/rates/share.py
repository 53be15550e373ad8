"""A rate with the two numbers it is made of; one said of a name that was counted before."""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.claims import Fault as Slip
from bot.domain.claims import Printed, holds
from bot.reading.draft.figure import Figure, Read

_NEAR = 8  # so many times the difference is less than the rate itself
_CLOSE = 3  # points of a percent: so near is no chance
# "Muộn chiếm 2%", "Tỷ lệ trễ hạn là 0,64%": what the rate is said of, without a number.
_OF = re.compile(
    r"\W*(?:t[ỷỉ] lệ |số |trong đó,? )?"
    r"(?:(?:hồ sơ|văn bản|người|hộ|lượt|phiếu|giao dịch|thủ tục) )?"
    r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,3}?),?"
    r"(?: (?:chiếm|đạt|bằng|là|tương ứng|tỷ lệ|tỉ lệ))*:? $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Share:
    """A rate with the counts it is made of; `start` is where the statement begins.

    `sure`: the text says so itself (a fraction, a named whole); otherwise it is the likeliest.
    `others`: wholes that it might have been made of just as well.
    """

    rate: Figure
    part: Decimal
    whole: Decimal
    start: int
    end: int
    sure: bool
    others: tuple[Decimal, ...] = ()

    @property
    def printed(self) -> Printed:
        """Return the rate as it stands."""
        return Printed(self.rate.value, self.rate.decimals, self.rate.bound)

    def close(self, points: int = _CLOSE) -> bool:
        """Tell whether the rate is so near the right one that these counts must be meant."""
        verdict = holds(self.part, self.whole, self.printed)
        if verdict.fault is Slip.FRACTION:
            return True
        digits = f"{verdict.should:f}".replace(".", "")
        if len(set(digits)) > 1 and sorted(digits) == sorted(
            f"{self.rate.value:f}".replace(".", "")
        ):
            return True
        off = abs(verdict.should - self.rate.value)
        return off <= points and off * _NEAR <= max(verdict.should, self.rate.value)


def by_name(one: Read, rate: Figure, start: int) -> Share | None:
    """Return the share of what was counted by its name among all the parts of a whole.

    "Trả 197 hồ sơ: sớm 150, đúng 45, muộn 02. Muộn chiếm 1%": the parts make the whole, so that
    it is sure what the rate is of.
    """
    told = _OF.fullmatch(one.text, max(start, rate.start - 80), rate.start)
    earlier = [count for count in one.amounts if count.end <= start]
    if not told or len(earlier) < 3:
        return None
    name = told["name"].lower()
    for nth, count in enumerate(earlier):
        before = one.text[max(0, count.start - 60) : count.start].rstrip(": ").lower()
        if nth and before.endswith(f" {name}"):
            for at in range(nth):
                parts = earlier[at + 1 :]
                for end in range(nth - at, len(parts) + 1):
                    total = sum((part.value for part in parts[:end]), Decimal(0))
                    if end > 1 and total == earlier[at].value:
                        found = count.value, total
                        return Share(rate, *found, start, rate.end, sure=True)
    return None
