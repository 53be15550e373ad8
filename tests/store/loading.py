"""Puts the plain lists of `edges` into a ledger, as the dialogue would sign them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count

from sqlalchemy import insert

from bot.domain.facts import (
    AssistanceGiven,
    Entry,
    FigureGiven,
    FirstTimeTold,
    HouseholdSurveyed,
    MemberLeft,
)
from bot.domain.people import Person, Role
from bot.domain.quantities import Origin, Quantity
from bot.domain.survey import Outcome
from bot.store import roster
from bot.store.db import Database
from bot.store.schema import facts, figures
from tests.house import LIBRARY
from tests.store.amounting import EAST, HERE, WEST
from tests.store.edges import DAY, NEW, Books, Call, Done, Joined, Told, days, edges, midnight_after
from tests.store.households import FOUR, ONE
from tests.store.maps import WEDNESDAY as MERGED
from tests.store.maps import merge, now
from tests.store.people import NOW, People, keep, settle, signed

QUANTITIES: Mapping[str, Quantity] = LIBRARY.catalogue.quantities
ACTIVITIES = tuple(LIBRARY.activities)
FIGURES = [one for one in QUANTITIES.values() if one.origin is Origin.FIGURE]
SECOND = timedelta(seconds=1)


def written(names: Collection[str]) -> Books:
    """Write the books: something of everything on every edge of some periods."""
    books = Books()
    books.done = list(_done(edges(names)))
    books.told = list(_told(names))
    books.calls = sorted(_calls(edges(names)), key=lambda one: one.day)
    books.joined = [
        Joined("member", EAST, NOW),
        Joined("leader", EAST, NOW),
        Joined("neighbour", WEST, NOW),
        *_joined(names),
    ]
    return books


def _done(every: list[date]) -> Iterator[Done]:
    numbers = count(1)
    for nth, day in enumerate(every):
        villages = (EAST, WEST) if day < MERGED else (NEW,)
        for village in villages:
            for which, activity in enumerate(ACTIVITIES):
                # West is heard of only now and then.
                if village == WEST and (nth + which) % 7:
                    continue
                number = next(numbers)
                gathered = activity == "tuyen_truyen" and nth % 3 != 1
                yield Done(
                    village,
                    day,
                    activity,
                    number,
                    attendees=number % 50 if gathered else None,
                    first=number // 2 if number % 3 == 0 else None,
                    who="neighbour" if village == WEST else "member",
                )


def _told(names: Collection[str]) -> Iterator[Told]:
    numbers = count(1000)
    for which, one in enumerate(FIGURES):
        for nth, name in enumerate(sorted(names, key=days)):
            first, last = days(name)
            if one.flow:
                yield from _windows(one.id, which + nth, first, last, numbers)
            elif one.adds:
                yield Told(HERE, one.id, next(numbers), first - DAY)
            elif which % 4:
                yield Told(HERE, one.id, next(numbers), last)
                yield Told(HERE, one.id, next(numbers), last + DAY)
        if not one.flow:
            yield Told(EAST, one.id, next(numbers), date(2025, 12, 31))
            yield Told(WEST, one.id, next(numbers) * (which % 9 > 0), MERGED - DAY)
            if which % 3 == 0:
                yield Told(NEW, one.id, next(numbers), date(2028, 2, 29))


def _windows(
    name: str, nth: int, first: date, last: date, numbers: Iterator[int]
) -> Iterator[Told]:
    """Give a flow for the days of a period, or only for windows that are a day off."""
    off, on = ((-1, 0), (1, 0), (0, 1), (0, -1))[nth % 4]
    beside = first + off * DAY, last + on * DAY
    if beside[0] <= beside[1]:
        yield Told(HERE, name, next(numbers), beside[1], beside[0])
    if nth % 5:
        # Given twice: what was given last counts.
        yield Told(HERE, name, next(numbers), last, first)
        yield Told(HERE, name, next(numbers), last, first)
    for village in (EAST, WEST) if last < MERGED else (NEW,):
        if nth % 3 == 0:
            yield Told(village, name, next(numbers), last, first)


def _calls(every: list[date]) -> Iterator[Call]:
    for nth, day in enumerate(every):
        village = EAST if day < MERGED else NEW
        yield Call(village, EAST, str(nth % 11), day, FOUR if nth % 2 else ONE)
        # Nobody at home after an answer takes nothing away from it.
        yield Call(village, EAST, str(nth % 13), day, {}, Outcome.ABSENT)
        if day < MERGED and nth % 4 == 0:
            yield Call(WEST, WEST, str(nth % 3), day, FOUR | {"smartphone": nth % 5})


def _joined(names: Collection[str]) -> Iterator[Joined]:
    """Have people join and leave on either side of the midnight that ends a period."""
    for nth, over in enumerate(sorted({midnight_after(days(name)[1]) for name in names})):
        for side, at in enumerate((over - SECOND, over)):
            yield Joined(f"joined {nth} {side}", EAST, at)
            yield Joined(f"left {nth} {side}", EAST, midnight_after(date(2025, 11, 30)), at)


async def load(database: Database, books: Books) -> People:
    """Load everything that was before the merger of East and West."""
    async with database.write() as tx:
        people = await settle(tx)
        left = []
        for one in books.joined[3:]:
            assert people.member.team
            number = await roster.add_person(
                tx,
                title="bà",
                name=one.who,
                role=Role.MEMBER,
                place=people.member.team.id,
                consented_at=one.at,
            )
            left += [Entry(f"L{number:05}", one.left, MemberLeft(number))] if one.left else []
    who = {EAST: people.member, WEST: people.neighbour}
    await keep(database, *left, *_entries(books, who))
    await _give(database, books, people, {HERE: None, **who})
    return people


async def load_merged(database: Database, books: Books, people: People) -> None:
    """Merge East and West, and load what came after that."""
    await merge(database, NEW, EAST, WEST, commune=people.official.commune)
    who = {NEW: await now(database, people.member)}
    await keep(database, *_entries(books, who))
    await _give(database, books, people, who)


def _entries(books: Books, who: Mapping[str, Person]) -> Iterator[Entry]:
    """Sign what was said in some villages."""
    for nth, done in enumerate(books.done):
        if (person := who.get(done.village)) is not None:
            given = AssistanceGiven(done.activity, done.count, done.day, attendees=done.attendees)
            entry = signed(f"B{nth:05}", person, given)
            yield entry
            if done.first is not None:
                yield replace(entry, code=f"C{nth:05}", fact=FirstTimeTold(entry, done.first))
    for nth, call in enumerate(books.calls):
        if (person := who.get(call.village)) is not None:
            at = datetime.combine(call.day, time(3), UTC) + nth * SECOND
            said = HouseholdSurveyed(call.household, call.day, call.outcome, call.answers)
            yield signed(f"S{nth:05}", person, said, at)


async def _give(
    database: Database, books: Books, people: People, who: Mapping[str, Person | None]
) -> None:
    """Give the figures of some places in one stroke: they are many, and written nowhere else."""
    official = people.official
    told = [(nth, one) for nth, one in enumerate(books.told) if one.place in who]
    signature = {"at": NOW, "member_id": official.id, "commune_id": official.commune.id}
    async with database.write() as tx:
        await tx.execute(
            insert(facts),
            [{**signature, "code": f"F{nth:05}", "kind": FigureGiven.__name__} for nth, __ in told],
        )
        await tx.execute(
            insert(figures),
            [
                {
                    "place_id": _place(who[one.place], official),
                    "name": one.name,
                    "value": Decimal(one.value),
                    "unit": QUANTITIES[one.name].unit.value,
                    "as_of": one.as_of,
                    "giver": "Ai đó",
                    "document": "99/BC",
                    "since": one.since,
                    "code": f"F{nth:05}",
                }
                for nth, one in told
            ],
        )


def _place(person: Person | None, official: Person) -> int:
    village = person.village if person else None
    return village.id if village else official.commune.id
