"""What a number in a report is: a figure with its unit and noun, a fraction, an item read."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.claims import Bound
from bot.reading.draft.nouns import Noun, same
from bot.reading.draft.text import Item
from bot.reading.draft.units import Unit

_MEASURED = frozenset({Unit.MEASURE, Unit.MONEY, Unit.SIZE})
_DIGITS = 15  # a longer number is no figure of a commune


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts something, or a rate.

    `start` and `end` are places in the text of its item, with the percent signs. `decimals`: those
    printed. `unit`: what the words behind it say it counts; `noun`: these words themselves.
    `bound`: the word before a rate. Money is counted in đồng, whatever it is printed in.
    """

    start: int
    end: int
    value: Decimal
    decimals: int
    unit: Unit | None = None
    rate: bool = False
    bound: Bound | None = None
    noun: Noun = ()

    @property
    def counts(self) -> bool:
        """Tell whether it is a whole number of things (not a rate, a measure or a decimal)."""
        return not self.rate and not self.decimals and self.unit not in _MEASURED

    @property
    def sized(self) -> bool:
        """Tell whether it is an amount of money, land, length or weight: what may have shares."""
        return not self.rate and self.unit in {Unit.MONEY, Unit.SIZE}

    def like(self, other: "Figure") -> bool:
        """Tell whether both are counts, or amounts in the same measure."""
        if self.sized and other.sized:
            return self.unit is other.unit and (
                self.unit is Unit.MONEY or same(self.noun, other.noun)
            )
        return self.counts and other.counts


@dataclass(frozen=True, slots=True)
class Quotient:
    """Two counts as "39/40", "39 trên 40" or "39 trong tổng số 40"."""

    part: Figure
    whole: Figure

    @property
    def start(self) -> int:
        """Return where it begins."""
        return self.part.start

    @property
    def end(self) -> int:
        """Return where it ends."""
        return self.whole.end

    @property
    def unit(self) -> Unit | None:
        """Return what the words behind it say it counts."""
        return self.whole.unit or self.part.unit


@dataclass(frozen=True, slots=True)
class Read:
    """An item with its numbers in the order of the text; those of quotients are among `figures`.

    `rates` are the percents among them, `counts` the whole numbers of things, `amounts` these with
    what is measured; `sentences` is where each sentence begins and ends.
    """

    item: Item
    figures: tuple[Figure, ...]
    quotients: tuple[Quotient, ...]
    rates: tuple[Figure, ...]
    counts: tuple[Figure, ...]
    amounts: tuple[Figure, ...]
    sentences: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """Return the words of the item."""
        return self.item.text

    @property
    def halves(self) -> frozenset[int]:
        """Return where the numbers begin that are the part or the whole of a fraction."""
        return frozenset(
            half.start for quotient in self.quotients for half in (quotient.part, quotient.whole)
        )

    def sentence(self, at: int) -> tuple[int, int]:
        """Return where the sentence around a place begins and ends."""
        nth = bisect_right(self.sentences, (at, len(self.text) + 1)) - 1
        return self.sentences[nth] if nth >= 0 else (0, len(self.text))


def number(words: str) -> tuple[Decimal, int] | None:
    """Read digits as printed: "1.711" is whole, "98,5" and a rate's "98.5" have one decimal."""
    if len(words) > _DIGITS:
        return None
    if re.fullmatch(r"\d+|[1-9]\d{0,2}(?:\.\d{3})+", words):
        return Decimal(words.replace(".", "")), 0
    if found := re.fullmatch(r"(\d+|[1-9]\d{0,2}(?:\.\d{3})+),(\d{1,4})", words):
        return Decimal(f"{found[1].replace('.', '')}.{found[2]}"), len(found[2])
    if found := re.fullmatch(r"(\d+)\.(\d{1,4})", words):
        return Decimal(words), len(found[2])
    return None


def swaps(value: Decimal) -> Iterator[Decimal]:
    """Go through what a number becomes when two neighbouring digits change places."""
    digits = str(int(value))
    for nth in range(len(digits) - 1):
        if digits[nth] != digits[nth + 1]:
            swapped = digits[:nth] + digits[nth + 1] + digits[nth] + digits[nth + 2 :]
            if swapped[0] != "0":
                yield Decimal(swapped)
