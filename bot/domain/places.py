"""Where things happen: communes (xã), their villages (thôn), the villages' teams (tổ).

Above communes there may be a province (tỉnh), which has viewers and nothing else.
"""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """The levels of the tree of places."""

    PROVINCE = "province"
    COMMUNE = "commune"
    VILLAGE = "village"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the tree of places."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What a person may see: the whole commune, or one team of it."""

    commune: Place
    team: Place | None = None
