"""The ground that numbers stand on: a commune and its villages, on the map of a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.places import Place
from bot.store.places import lineage, onto, parts, villages_on


@dataclass(frozen=True, slots=True)
class Ground:
    """A commune on a day.

    `communes`: the numbers of all communes whose facts are the commune's now. `villages`: those on
    the map, by number. `onto`: the place on the map that holds the numbers of each village and team
    that ever was; one without a place on that map counts in the commune alone. `parts`: by place,
    everything that became part of it.
    """

    day: date
    commune: Place
    communes: tuple[int, ...]
    villages: tuple[Place, ...]
    onto: Mapping[int, int]
    parts: Mapping[int, frozenset[int]]

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the commune and then its villages."""
        return (self.commune, *self.villages)

    @property
    def everything(self) -> frozenset[int]:
        """Return the commune, its villages, and all that became part of any of them."""
        here = {place.id for place in self.places}
        return frozenset(here.union(*(self.parts.get(place, ()) for place in here)))

    def holders(self, village: int | None) -> tuple[int, ...]:
        """Return which places hold what was counted in a village, or in none: it, the commune."""
        holder = None if village is None else self.onto.get(village)
        return (self.commune.id,) if holder is None else (self.commune.id, holder)


async def ground(tx: AsyncConnection, commune: Place, day: date) -> Ground:
    """Return the map of a day: a commune's villages as they were then, whatever became of them."""
    villages = await villages_on(tx, commune.id, day)
    return Ground(
        day=day,
        commune=commune,
        communes=await lineage(tx, commune.id),
        villages=villages,
        onto=await onto(tx, commune.id, day),
        parts=await parts(tx, [commune.id, *(one.id for one in villages)]),
    )
