"""Adding up amounts: parts of a whole, and villages of a commune."""

from collections.abc import Iterable, Sequence
from itertools import chain

from bot.domain.quantities import Amount, Amounts, Coverage, Lack, Origin, Quantity


def whole(quantity: Quantity, amounts: Amounts) -> Amount | Lack:
    """Add up the parts of a quantity.

    1. A part that is not known makes the whole unknown, for the same reason.
    2. Stocks of different days, flows of different windows and unlike units make no sum.
    """
    parts = []
    for part in quantity.of:
        found = amounts.get(part, Lack.MISSING)
        if isinstance(found, Lack):
            return found
        parts.append(found)
    if not parts:
        return Lack.MISSING
    if len({(one.since, one.as_of) for one in parts}) > 1:
        return Lack.UNLIKE
    if any(one.unit is not quantity.unit for one in parts):
        return Lack.UNLIKE
    return total(parts, Origin.SUM)


def total(parts: Sequence[Amount], origin: Origin) -> Amount:
    """Add up amounts of one unit; it is as old as the oldest, and as far estimated as any."""
    added = [one.added for one in parts if one.added is not None]
    estimated = any(one.most is not None for one in parts)
    return Amount(
        value=sum(one.value for one in parts),
        unit=parts[0].unit,
        origin=origin,
        as_of=min(one.as_of for one in parts),
        since=parts[0].since,
        givers=_each(one.givers for one in parts),
        documents=_each(one.documents for one in parts),
        coverage=_coverage(parts),
        added=sum(added) if added else None,
        most=sum(one.value if one.most is None else one.most for one in parts)
        if estimated
        else None,
        expired=any(one.expired for one in parts),
    )


def _each(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return every name once, in the order in which they come."""
    return tuple(dict.fromkeys(chain.from_iterable(names)))


def _coverage(parts: Sequence[Amount]) -> Coverage | None:
    """Return the coverage of the part that fewest households answered."""
    known = [one.coverage for one in parts if one.coverage]
    return min(known, key=lambda one: one.asked) if known else None
