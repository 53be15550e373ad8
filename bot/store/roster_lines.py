"""What must hold of a roster whoever changes it: one leader a team, an official in a commune.

Every change says what it found before. Two that are made at once wait for each other at the place
they are about; the second finds something else than it was told of, and raises Overtaken. Whoever
only records there holds none of them up (`key_share`), nor do the facts that are just added.
"""

from sqlalchemy import Update, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import Entry, MemberAdded, MemberMoved, RoleGiven
from bot.domain.people import OFFICIALS, Role
from bot.domain.places import PlaceKind
from bot.store import ties
from bot.store.overtaken import Overtaken
from bot.store.schema import people, places

# How the names of the flows begin that are about a household of the person's own team.
_SURVEYS = "survey"


async def _wait_for(tx: AsyncConnection, place: int | None) -> None:
    """Wait for whoever else is changing the roster of a place.

    Not for its key: every fact of the place holds that until it is committed, and two that waited
    for it would wait for each other.
    """
    row = select(places.c.id).where(places.c.id == place)
    await tx.execute(row.with_for_update(key_share=True))


async def keep_an_official(tx: AsyncConnection, person: int, entry: Entry) -> None:
    """Raise Overtaken where the last official of a commune would go: nobody could let others in."""
    place = select(people.c.place_id).where(
        people.c.id == person, people.c.role.in_([role.value for role in OFFICIALS])
    )
    commune = await tx.scalar(place)
    if commune is None:
        return
    # Of two officials who let each other go at once, one waits here and then finds the other gone.
    await _wait_for(tx, commune)
    others = await tx.scalar(
        select(func.count())
        .select_from(people)
        .where(
            people.c.place_id == commune,
            people.c.id != person,
            people.c.role.in_([role.value for role in OFFICIALS]),
            people.c.consented_at.is_not(None),
            people.c.cut_off_at.is_(None),
            people.c.left_at.is_(None),
        )
    )
    if not others:
        raise Overtaken(entry.code)


async def move(tx: AsyncConnection, moved: MemberMoved, entry: Entry) -> None:
    """Put a member into another open team of the commune; nobody leads a team by moving there."""
    village, beside = places.alias("village"), places.alias("beside")
    old = places.alias("old")
    fits = (
        select(places.c.id)
        .join(village, village.c.id == places.c.parent_id)
        .join(beside, beside.c.parent_id == village.c.parent_id)
        .join(old, old.c.parent_id == beside.c.id)
        .where(
            places.c.id == moved.team,
            places.c.kind == PlaceKind.TEAM.value,
            places.c.valid_to.is_(None),
            old.c.id == moved.before,
        )
    )
    into = update(people).values(place_id=moved.team, role=Role.MEMBER.value)
    wanted = people.c.id == moved.person, people.c.place_id == moved.before, fits.exists()
    await of(tx, entry, into.where(*wanted))
    # A household's number is one of the former team's list: begun here, it would be kept there.
    await ties.end(tx, moved.person, _SURVEYS)


async def give(tx: AsyncConnection, given: RoleGiven, entry: Entry) -> None:
    """Give a role within a team; raises Overtaken where the team would then have two leaders."""
    team = await tx.scalar(select(people.c.place_id).where(people.c.id == given.person))
    await _wait_for(tx, team)
    became = update(people).values(role=given.role.value)
    await of(
        tx, entry, became.where(people.c.id == given.person, people.c.role == given.before.value)
    )
    if given.role is Role.LEADER and await _leaders(tx, team) > 1:
        raise Overtaken(entry.code)


async def _leaders(tx: AsyncConnection, team: int | None) -> int:
    asked = (
        select(func.count())
        .select_from(people)
        .where(
            people.c.place_id == team,
            people.c.role == Role.LEADER.value,
            people.c.left_at.is_(None),
        )
    )
    return await tx.scalar(asked) or 0


async def enrol(tx: AsyncConnection, added: MemberAdded, entry: Entry) -> int:
    """Put a line on the roster of a place that is still there; return its number."""
    await _wait_for(tx, added.place)
    open_still = select(places.c.id).where(places.c.id == added.place, places.c.valid_to.is_(None))
    if await tx.scalar(open_still) is None:
        raise Overtaken(entry.code)
    made = await tx.execute(
        insert(people)
        .values(title=added.title, name=added.name, role=added.role.value, place_id=added.place)
        .returning(people.c.id)
    )
    if added.role is Role.LEADER and await _leaders(tx, added.place) > 1:
        raise Overtaken(entry.code)
    return int(made.scalar_one())


async def of(tx: AsyncConnection, entry: Entry, changing: Update) -> None:
    """Change the one line of somebody who is there still; raises Overtaken where there is none."""
    changed = await tx.execute(changing.where(people.c.left_at.is_(None)))
    if changed.rowcount != 1:
        raise Overtaken(entry.code)
