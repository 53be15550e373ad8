"""Figures from outside as amounts: the newest stock of a place, the windows of a flow."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Row, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.giving import expires
from bot.domain.quantities import Amount, Lack, Origin, Quantity
from bot.domain.summing import total
from bot.domain.tiling import tiled
from bot.store.amounts.ground import Ground
from bot.store.amounts.window import Window
from bot.store.places import among, direct
from bot.store.schema import facts, figures

_Row: TypeAlias = Row[tuple[Any, ...]]
# Place as it was recorded, activity, and the day after which it was added up -> how much.
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
        if isinstance(own, Amount) or place != self.ground.commune.id:
            return own
        every = self._each(quantity, [village.id for village in self.ground.villages])
        return total(every, Origin.FIGURE) if every else own

    def _own(self, quantity: Quantity, place: int) -> Amount | Lack:
        return self._flow(quantity, place) if quantity.flow else self._stock(quantity, place)

    def _each(self, quantity: Quantity, places: Iterable[int]) -> list[Amount]:
        """Return what some places have, or nothing where one of them has none."""
        found = [self._own(quantity, place) for place in places]
        known = [one for one in found if isinstance(one, Amount)]
        return known if len(known) == len(found) else []

    def _stock(self, quantity: Quantity, place: int) -> Amount | Lack:
        """Return the newest figure, and what was added to it since its day.

        A merged place that nobody has counted yet has those of all places that became it.
        """
        rows = self.rows.get((place, quantity.id), ())
        newest = _newest(rows, quantity)
        if newest is None:
            if parts := self._each(quantity, direct(place, self.ground.parts)):
                whole = total(parts, Origin.FIGURE)
                since = self._since([place], quantity, whole.as_of)
                return replace(whole, added=since + (whole.added or 0) if quantity.adds else None)
            return Lack.UNLIKE if rows else Lack.MISSING
        held = (place, *self.ground.parts.get(place, ()))
        too_old = expires(quantity, newest.as_of)
        return Amount(
            value=int(newest.value),
            unit=quantity.unit,
            origin=Origin.FIGURE,
            as_of=newest.as_of,
            givers=(newest.giver,),
            documents=(newest.document,) if newest.document else (),
            added=self._since(held, quantity, newest.as_of) if quantity.adds else None,
            expired=too_old is not None and too_old <= self.window.until,
        )

    def _since(self, places: Iterable[int], quantity: Quantity, day: date) -> int:
        return sum(self.added.get((one, what, day), 0) for one in places for what in quantity.adds)

    def _flow(self, quantity: Quantity, place: int) -> Amount | Lack:
        """Return what the windows come to that are the whole period together."""
        first, last = self.window.period.start, self.window.period.last
        windows = self._windows(quantity, place)
        chosen = tiled(windows, first, last)
        if chosen is None:
            held = (place, *self.ground.parts.get(place, ()))
            given = [row for one in held for row in self.rows.get((one, quantity.id), ())]
            inside = (row for row in given if row.since and first <= row.since)
            return Lack.MISSING if all(_fit(row, quantity) for row in inside) else Lack.UNLIKE
        rows = [row for one in chosen for row in windows[one]]
        return Amount(
            value=sum(int(row.value) for row in rows),
            unit=quantity.unit,
            origin=Origin.FIGURE,
            as_of=last,
            since=first,
            givers=tuple(dict.fromkeys(row.giver for row in rows)),
            documents=tuple(dict.fromkeys(row.document for row in rows if row.document)),
        )

    def _windows(self, quantity: Quantity, place: int) -> dict[tuple[date, date], list[_Row]]:
        """Return the figures of a flow by window: a place's own, or of all that became it."""
        known: dict[tuple[date, date], list[_Row]] = {}
        for row in self.rows.get((place, quantity.id), ()):
            if row.since and _fit(row, quantity):
                # The newest given comes first, and counts.
                known.setdefault((row.since, row.as_of), [row])
        before = [self._windows(quantity, one) for one in direct(place, self.ground.parts)]
        if before:
            for window in set.intersection(*map(set, before)):
                known.setdefault(window, [row for one in before for row in one[window]])
        return known


async def given(
    tx: AsyncConnection, ground: Ground, window: Window, quantities: Iterable[Quantity]
) -> Given:
    """Read the figures of a commune and its villages, and what was added to them; two questions."""
    wanted = list(quantities)
    found = await tx.execute(
        select(figures)
        .where(
            figures.c.place_id.in_(ground.everything),
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
        for place in ground.everything
        if (newest := _newest(rows.get((place, one.id), ()), one))
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
    by = (facts.c.commune_id, facts.c.village_id, facts.c.activity)
    total_given = func.sum(facts.c["count"])
    steps = (
        select(*by, nth_passed, total_given)
        .where(
            among(facts.c.commune_id, ground.communes),
            facts.c.day > since[0],
            facts.c.day <= window.until,
            facts.c.activity.in_(list(activities)),
        )
        .group_by(*by, "nth")
    )
    counts: Counter[tuple[int, str, date]] = Counter()
    for commune, village, activity, nth, count in await tx.execute(steps):
        for day in since[: nth + 1]:
            counts[commune, activity, day] += int(count or 0)
            if village is not None:
                counts[village, activity, day] += int(count or 0)
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
