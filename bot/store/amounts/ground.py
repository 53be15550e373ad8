"""The ground that numbers stand on: a commune and its villages, on the map of a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.places import Place, PlaceKind
from bot.store.schema import places


@dataclass(frozen=True, slots=True)
class Ground:
    """A commune on a day.

    `communes`: the numbers of all communes whose facts are the commune's now. `villages`: those on
    the map, by number. `onto`: the village on the map that holds the numbers of each village that
    ever was; one that left the map without a successor counts in the commune alone.
    """

    commune: Place
    communes: tuple[int, ...]
    villages: tuple[Place, ...]
    onto: Mapping[int, int]

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the commune and then its villages."""
        return (self.commune, *self.villages)

    def holders(self, village: int | None) -> tuple[int, ...]:
        """Return which places hold what was counted in a village, or in none: it, the commune."""
        holder = None if village is None else self.onto.get(village)
        return (self.commune.id,) if holder is None else (self.commune.id, holder)


async def ground(tx: AsyncConnection, commune: Place, day: date) -> Ground:
    """Return the map of a day; no place of it was ever merged."""
    found = await tx.execute(
        select(places.c.id, places.c.name)
        .where(
            places.c.parent_id == commune.id,
            places.c.kind == PlaceKind.VILLAGE.value,
            places.c.valid_from <= day,
            places.c.valid_to.is_(None) | (places.c.valid_to > day),
        )
        .order_by(places.c.id)
    )
    villages = tuple(Place(*row) for row in found)
    return Ground(commune, (commune.id,), villages, {one.id: one.id for one in villages})
