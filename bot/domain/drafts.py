"""What is wrong in a draft report (dự thảo báo cáo): statements that do not hold."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.text import Text


class Fault(StrEnum):
    """The kinds of statements that do not hold; the values are those of `toso check-report`."""

    RATIO = "ratio"  # the percent is not numerator over denominator as printed
    SUM = "sum"  # the parts do not make the whole
    UNIT = "unit"  # numerator and denominator count different things
    BOUND = "bound"  # "more than" that is not, or a share above 100 %
    CONFLICT = "conflict"  # one quantity with two values, or two statements that exclude each other
    PLACE = "place"  # another commune where the own one belongs
    TEMPLATE = "template"  # a prompt that was left in
    FORMAT = "format"  # a number written wrongly
    ORDER = "order"  # numbers and dates of documents that cannot be
    PERIOD = "period"  # a period without dates, or a title that the dates contradict
    BASELESS = "rate-without-base"  # a rate without numerator and denominator


@dataclass(frozen=True, slots=True)
class Correction:
    """A statement that does not hold (chỗ cần sửa).

    `line`: counted from one. `quote`: an exact piece of that line, at most 80 characters.
    `printed`: what stands there; `expected`: what should, in short; `why`: one sentence.
    """

    line: int
    quote: str
    fault: Fault
    printed: str
    expected: Text
    why: Text
