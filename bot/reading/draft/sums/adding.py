"""What numbers make when they are added up, and how it is said that this is not the whole."""

from collections.abc import Sequence
from decimal import Decimal

from bot.domain.text import Phrase, _
from bot.reading.draft.figure import swaps
from bot.reading.draft.pages import spelled

_SHOWN = 6  # parts that are written out


def summed(values: Sequence[Decimal]) -> Decimal:
    """Return what values make together; of none nought."""
    return sum(values, Decimal(0))


def added(values: Sequence[Decimal]) -> str:
    """Write values as they are added up, the first of them: "1 + 2 + …"."""
    written = " + ".join(spelled(value) for value in values[:_SHOWN])
    return f"{written} + …" if len(values) > _SHOWN else written


def not_whole(values: Sequence[Decimal], whole: Decimal) -> Phrase:
    """Say that values do not make their whole."""
    return _(
        "{adding} is {total}, not {whole}.",
        adding=added(values),
        total=spelled(summed(values)),
        whole=spelled(whole),
    )


def swapped(values: Sequence[Decimal], whole: Decimal) -> bool:
    """Tell whether values make the whole once two digits of one of them change places."""
    made = summed(values)
    return any(made - value + other == whole for value in values for other in swaps(value))
