"""Figures from outside as amounts: the newest stock of a place, the windows of a flow."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Row, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.quantities import Amount, Lack, Origin, Quantity
from bot.domain.summing import total
from bot.domain.tiling import tiled
from bot.store.amounts.ground import Ground
from bot.store.amounts.window import Window, months_after
from bot.store.schema import facts, figures

_Row: TypeAlias = Row[tuple[Any, ...]]
# Place, activity, and the day after which it was added up -> how much.
_Added: TypeAlias = Mapping[tuple[int, str, date], int]


@dataclass(frozen=True, slots=True)
class Given:
    """The figures that some places have by the end of a window, the newest first, and what the
    teams added since.
    """

    ground: Ground
    window: Window
    rows: Mapping[tuple[int, str], Sequence[_Row]]
    added: _Added

    def amount(self, quantity: Quantity, place: int) -> Amount | Lack:
        """Return a place's own figure; a commune that has none is the sum of all its villages."""
        own = self._own(quantity, place)
        if isinstance(own, Amount) or place != self.ground.commune.id or not self.ground.villages:
            return own
        parts = []
        for village in self.ground.villages:
            part = self._own(quantity, village.id)
            if isinstance(part, Lack):
                return own
            parts.append(part)
        return total(parts, Origin.FIGURE)

    def _own(self, quantity: Quantity, place: int) -> Amount | Lack:
        rows = self.rows.get((place, quantity.id), ())
        if quantity.flow:
            return self._flow(quantity, rows)
        return self._stock(quantity, place, rows)

    def _stock(self, quantity: Quantity, place: int, rows: Sequence[_Row]) -> Amount | Lack:
        """Return the newest figure, and what was added to it since its day."""
        newest = _newest(rows, quantity)
        if newest is None:
            return Lack.UNLIKE if rows else Lack.MISSING
        added = (self.added.get((place, one, newest.as_of), 0) for one in quantity.adds)
        old = quantity.months and months_after(newest.as_of, quantity.months) < self.window.until
        return Amount(
            value=int(newest.value),
            unit=quantity.unit,
            origin=Origin.FIGURE,
            as_of=newest.as_of,
            givers=(newest.giver,),
            documents=(newest.document,) if newest.document else (),
            added=sum(added) if quantity.adds else None,
            expired=bool(old),
        )

    def _flow(self, quantity: Quantity, rows: Sequence[_Row]) -> Amount | Lack:
        """Return what the windows come to that are the whole period together."""
        first, last = self.window.period.start, self.window.period.last
        inside = [row for row in rows if row.since and first <= row.since <= row.as_of]
        windows: dict[tuple[date, date], _Row] = {}
        for row in inside:
            if _fit(row, quantity):
                # The newest given comes first, and counts.
                windows.setdefault((row.since, row.as_of), row)
        chosen = tiled(windows, first, last)
        if chosen is None:
            return Lack.MISSING if all(_fit(row, quantity) for row in inside) else Lack.UNLIKE
        parts = [windows[one] for one in chosen]
        return Amount(
            value=sum(int(row.value) for row in parts),
            unit=quantity.unit,
            origin=Origin.FIGURE,
            as_of=last,
            since=first,
            givers=tuple(dict.fromkeys(row.giver for row in parts)),
            documents=tuple(dict.fromkeys(row.document for row in parts if row.document)),
        )


async def given(
    tx: AsyncConnection, ground: Ground, window: Window, quantities: Iterable[Quantity]
) -> Given:
    """Read the figures of a commune and its villages, and what was added to them; two questions."""
    wanted = list(quantities)
    found = await tx.execute(
        select(figures)
        .where(
            figures.c.place_id.in_([place.id for place in ground.places]),
            figures.c.name.in_([one.id for one in wanted]),
            figures.c.as_of <= window.period.last,
        )
        .order_by(figures.c.as_of.desc(), figures.c.id.desc())
    )
    rows: dict[tuple[int, str], list[_Row]] = {}
    for row in found:
        rows.setdefault((row.place_id, row.name), []).append(row)
    growing = [one for one in wanted if one.adds and not one.flow]
    since = {
        newest.as_of
        for one in growing
        for place in ground.places
        if (newest := _newest(rows.get((place.id, one.id), ()), one))
    }
    activities = {activity for one in growing for activity in one.adds}
    added = await _added(tx, ground, window, sorted(since), activities) if since else {}
    return Given(ground, window, rows, added)


async def _added(
    tx: AsyncConnection,
    ground: Ground,
    window: Window,
    since: Sequence[date],
    activities: Iterable[str],
) -> _Added:
    """Count some activities from the day after each of some days, in one pass over the facts."""
    latest_first = reversed(list(enumerate(since)))
    nth_passed = case(*((facts.c.day > day, nth) for nth, day in latest_first)).label("nth")
    total_given = func.sum(facts.c["count"])
    steps = (
        select(facts.c.village_id, facts.c.activity, nth_passed, total_given)
        .where(
            facts.c.commune_id.in_(ground.communes),
            facts.c.day > since[0],
            facts.c.day <= window.until,
            facts.c.activity.in_(list(activities)),
        )
        .group_by(facts.c.village_id, facts.c.activity, "nth")
    )
    counts: Counter[tuple[int, str, date]] = Counter()
    for village, activity, nth, count in await tx.execute(steps):
        for holder in ground.holders(village):
            for day in since[: nth + 1]:
                counts[holder, activity, day] += int(count or 0)
    return counts


def _newest(rows: Sequence[_Row], quantity: Quantity) -> _Row | None:
    return next((row for row in rows if _fit(row, quantity)), None)


def _fit(row: _Row, quantity: Quantity) -> bool:
    """Tell whether a figure is in its quantity's unit, of which there are only whole ones."""
    value: Decimal = row.value
    return bool(
        row.unit == quantity.unit.value
        and value.is_finite()
        and value >= 0
        and value == value.to_integral_value()
    )
