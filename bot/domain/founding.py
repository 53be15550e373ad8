"""What sets a commune up: its places, and the people who are put on its roster."""

from dataclasses import dataclass
from datetime import date

from bot.domain.people import Role
from bot.domain.places import PlaceKind


@dataclass(frozen=True, slots=True)
class PlaceFounded:
    """A place was put on the map; it counts from a local day on. A commune has no parent."""

    kind: PlaceKind
    name: str
    parent: int | None
    since: date


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """Somebody on the roster has another role, or is addressed otherwise (kept in no fact)."""

    person: int
    title: str
    role: Role
