"""Reads people of the roster, with the places they belong to."""

from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.sql import Select

from bot.domain.people import Person, Role
from bot.domain.places import Place, PlaceKind
from bot.store.schema import people, places

place = places.alias("place")
village = places.alias("village")
commune = places.alias("commune")

COLUMNS = (
    people.c.id.label("person_id"), people.c.name, people.c.title, people.c.role,
    people.c.consented_at, people.c.cut_off_at, people.c.left_at,
    place.c.id.label("place_id"), place.c.name.label("place_name"),
    place.c.kind.label("place_kind"),
    village.c.id.label("village_id"), village.c.name.label("village_name"),
    commune.c.id.label("commune_id"), commune.c.name.label("commune_name"),
)  # fmt: skip


def select_people() -> Select[Any]:
    """Select people with their places, for `person_of`."""
    return select(*COLUMNS).select_from(
        people.join(place, place.c.id == people.c.place_id)
        .outerjoin(village, village.c.id == place.c.parent_id)
        .outerjoin(commune, commune.c.id == village.c.parent_id)
    )


def person_of(row: Row[*tuple[Any, ...]]) -> Person | None:
    """Return the person of a row, without a commune chosen in a chat.

    The place of officials and viewers is a commune, a viewer's may be a province; that of everybody
    else is a team.
    """
    if row.person_id is None or row.left_at is not None:
        return None
    at = Place(row.place_id, row.place_name)
    in_team = row.place_kind == "team"
    return Person(
        id=row.person_id,
        name=row.name or "",
        title=row.title or "",
        role=Role(row.role),
        commune=Place(row.commune_id, row.commune_name) if in_team else at,
        village=Place(row.village_id, row.village_name) if in_team else None,
        team=at if in_team else None,
        consented_at=None if row.cut_off_at else row.consented_at,
        province=at if row.place_kind == PlaceKind.PROVINCE.value else None,
    )
