"""Which facts belong to a scope: its commune's or team's, and those of all their parts."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, ColumnElement, FromClause, or_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import OVERSEERS, VIEWERS, Person
from bot.domain.places import Scope
from bot.domain.tally import By
from bot.store.places import among, lineage
from bot.store.schema import facts


@dataclass(frozen=True, slots=True)
class Held:
    """The numbers that count for a scope; `teams` is empty where it is a whole commune.

    `members`: whose facts are looked at beside those of the teams, wherever they were made.
    """

    communes: tuple[int, ...]
    teams: tuple[int, ...] = ()
    members: tuple[int, ...] = ()

    def facts(self, first: date, end: date, until: int | None = None) -> list[ColumnElement[bool]]:
        """Return the conditions of the facts of some days, `first <= day < end`.

        `until`: the number of the newest fact that counts, None where every one does.
        """
        conditions: list[ColumnElement[bool]] = [
            among(facts.c.commune_id, self.communes),
            facts.c.day >= first,
            facts.c.day < end,
            *as_of(facts, until),
        ]
        if not self.teams:
            return conditions
        within = among(facts.c.team_id, self.teams)
        theirs = facts.c.member_id.in_(self.members)
        return [*conditions, or_(within, theirs) if self.members else within]


def as_of(book: FromClause, number: int | None) -> list[ColumnElement[bool]]:
    """Return the condition that a row was there when the newest fact had a number."""
    return [] if number is None else [book.c.id <= number]


async def held(tx: AsyncConnection, scope: Scope) -> Held:
    """Look up what counts for a scope."""
    communes = await lineage(tx, scope.commune.id)
    return Held(communes, await lineage(tx, scope.team.id) if scope.team else ())


def may_count(person: Person, by: By) -> bool:
    """Tell whether somebody may see the counts of their scope: a viewer only what names nobody."""
    named = by in {By.TEAM, By.MEMBER}
    return person.role in OVERSEERS or (person.role in VIEWERS and not named)


def dimension(by: By) -> Column[int] | None:
    """Return the column of a fact that the rows of a tally stand for."""
    match by:
        case By.ACTIVITY:
            return None
        case By.VILLAGE:
            return facts.c.village_id
        case By.TEAM:
            return facts.c.team_id
        case By.MEMBER:
            return facts.c.member_id


def is_place(by: By) -> bool:
    """Tell whether the rows of a tally stand for places."""
    return by in {By.VILLAGE, By.TEAM}
