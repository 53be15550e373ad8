"""Reads the ledger for one person; what that person may not see is cut off here, not in flows."""

from datetime import datetime, timedelta

from sqlalchemy import Column, Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.clock import local_day
from bot.domain.facts import AssistanceGiven, Entry
from bot.domain.figures import Figure
from bot.domain.people import Person, Role
from bot.domain.periods import Period
from bot.domain.places import Scope
from bot.domain.tally import By, Row, Tally, summed
from bot.domain.text import fold
from bot.store.chats import person_of, select_people
from bot.store.schema import facts, figures, join_codes, people, places

# How far back the order of a member's activities looks, in days.
_USUAL_DAYS = 60

_given = facts.alias("given")
_voiding = facts.alias("voiding")
_COUNTS = (
    select(_given, _given.c["count"].label("amount"))
    .where(
        _given.c.member_id == bindparam("member"),
        _given.c.kind == AssistanceGiven.__name__,
        # Said again for the partial index `ix_facts_book`.
        _given.c.activity.is_not(None),
        ~select(_voiding.c.id).where(_voiding.c.voids == _given.c.id).exists(),
    )
    .order_by(_given.c.id.desc())
)
_USUAL = (
    select(facts.c.activity)
    .where(
        facts.c.member_id == bindparam("member"),
        facts.c.day >= bindparam("since"),
        facts.c.activity.is_not(None),
        facts.c["count"] > 0,
    )
    .group_by(facts.c.activity)
    .order_by(func.count().desc(), facts.c.activity)
)
_OWN = (
    select(facts.c.activity, func.sum(facts.c["count"]))
    .where(
        facts.c.member_id == bindparam("member"),
        facts.c.day >= bindparam("first"),
        facts.c.day < bindparam("end"),
        facts.c.activity.is_not(None),
    )
    .group_by(facts.c.activity)
)


class Ledger:
    """The ledger as one person may read it at one instant; nobody reads nothing."""

    def __init__(self, tx: AsyncConnection, person: Person | None, now: datetime) -> None:
        self._tx = tx
        self._person = person
        self._now = now

    async def usual(self) -> tuple[str, ...]:
        """Return the person's activities, most often recorded first."""
        if not self._person:
            return ()
        since = local_day(self._now) - timedelta(days=_USUAL_DAYS)
        found = await self._tx.execute(_USUAL, {"member": self._person.id, "since": since})
        return tuple(found.scalars())

    async def entries(self, limit: int) -> tuple[Entry, ...]:
        """Return the person's latest entries that still count, newest first."""
        return await self._own_entries(_COUNTS.limit(limit))

    async def entry(self, code: str) -> Entry | None:
        """Return an entry of the person's own that still counts."""
        found = await self._own_entries(_COUNTS.where(_given.c.code == code))
        return found[0] if found else None

    async def own(self, period: Period) -> dict[str, int]:
        """Return the person's own totals by activity."""
        if not self._person:
            return {}
        found = await self._tx.execute(
            _OWN, {"member": self._person.id, "first": period.start, "end": period.end}
        )
        return {activity: int(total) for activity, total in found if total}

    async def tally(self, period: Period, by: By) -> Tally:
        """Return the tally of the person's scope; a plain member's is empty."""
        if not self._person or self._person.role is Role.MEMBER:
            return Tally(period, by, {}, ())
        return await tally(self._tx, self._person.scope, period, by)

    async def unjoined(self) -> tuple[Person, ...]:
        """Return those on the roster, in the person's scope, who have not joined yet."""
        if not self._person or self._person.role is Role.MEMBER:
            return ()
        scope = self._person.scope
        found = await self._tx.execute(
            select_people()
            .where(people.c.consented_at.is_(None), people.c.left_at.is_(None))
            .order_by(people.c.place_id, people.c.name)
        )
        waiting = (person_of(row) for row in found)
        return tuple(person for person in waiting if person and within(person, scope))

    async def invited(self, digest: str) -> Person | None:
        """Return whose roster line a join code opens, if it is still good."""
        found = await self._tx.execute(
            select_people()
            .join(join_codes, join_codes.c.person_id == people.c.id)
            .where(
                join_codes.c.digest == digest,
                join_codes.c.used_at.is_(None),
                join_codes.c.expires_at > self._now,
                people.c.consented_at.is_(None),
            )
        )
        row = found.first()
        return person_of(row) if row else None

    async def figures(self) -> tuple[Figure, ...]:
        """Return the newest of each figure of the person's commune."""
        if not self._person:
            return ()
        found = await self._tx.execute(
            select(figures)
            .where(figures.c.place_id == self._person.commune.id)
            .order_by(figures.c.as_of.desc(), figures.c.id.desc())
        )
        newest: dict[str, Figure] = {}
        for row in found:
            figure = Figure(row.name, row.value, row.unit, row.as_of, row.giver, row.document)
            newest.setdefault(row.name, figure)
        return tuple(newest.values())

    async def _own_entries(self, query: Select[tuple[object, ...]]) -> tuple[Entry, ...]:
        if not self._person:
            return ()
        found = await self._tx.execute(query, {"member": self._person.id})
        return tuple(
            Entry(
                code=row.code,
                at=row.at,
                fact=AssistanceGiven(row.activity, row.amount, row.day, row.service),
                member=row.member_id,
                commune=row.commune_id,
                village=row.village_id,
                team=row.team_id,
            )
            for row in found
        )


def within(person: Person, scope: Scope) -> bool:
    """Tell whether somebody belongs to what a scope covers."""
    same_commune = person.commune.id == scope.commune.id
    return same_commune and (scope.team is None or person.team == scope.team)


async def tally(tx: AsyncConnection, scope: Scope, period: Period, by: By) -> Tally:
    """Count a period's help: a question put to the facts, answered from `ix_facts_tally`."""
    key = _dimension(by)
    columns = (facts.c.activity,) if key is None else (key, facts.c.activity)
    total = func.sum(facts.c["count"])
    query = (
        select(*columns, total)
        .where(
            facts.c.commune_id == scope.commune.id,
            facts.c.day >= period.start,
            facts.c.day < period.end,
            facts.c.activity.is_not(None),
        )
        .group_by(*columns)
        .having(total != 0)
    )
    if scope.team:
        query = query.where(facts.c.team_id == scope.team.id)
    found = (await tx.execute(query)).all()
    names = await _names(tx, by, {row[0] for row in found}) if key is not None else {}
    rows = tuple(
        Row(None if key is None else names.get(row[0]), row[-2], int(row[-1])) for row in found
    )
    # By name as read aloud; those who left come last.
    ordered = tuple(
        sorted(rows, key=lambda row: (not row.name, fold(row.name or ""), row.activity))
    )
    return Tally(period, by, summed(ordered), ordered)


def _dimension(by: By) -> Column[int] | None:
    match by:
        case By.ACTIVITY:
            return None
        case By.VILLAGE:
            return facts.c.village_id
        case By.TEAM:
            return facts.c.team_id
        case By.MEMBER:
            return facts.c.member_id


async def _names(tx: AsyncConnection, by: By, ids: set[int]) -> dict[int, str | None]:
    """Return the names of places or people; one who left has none."""
    table = people if by is By.MEMBER else places
    found = await tx.execute(select(table.c.id, table.c.name).where(table.c.id.in_(ids)))
    return {row.id: row.name for row in found}
