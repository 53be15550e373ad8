"""The people of these tests: two teams of one commune, and outsiders who must see nothing."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.domain.chat import Address
from bot.domain.facts import AssistanceGiven, AssistanceVoided, Entry, Fact
from bot.domain.people import Person, Role
from bot.domain.places import PlaceKind
from bot.store import chats, facts, roster
from bot.store.db import Database, Tx
from bot.store.roster import NewPlace

# A Saturday morning in Viet Nam; the week is 2026-W47.
NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
TODAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class People:
    """Hoa and her leader are Tổ Đông, the neighbour is Tổ Tây; outsiders are of Xã Suối Đá."""

    member: Person
    leader: Person
    neighbour: Person
    official: Person
    outsider: Person
    outside_official: Person


async def settle(tx: Tx) -> People:
    """Put both communes and their people on the map."""
    here = await place(tx, PlaceKind.COMMUNE, "Xã Hoà Bình", None)
    east = await place(tx, PlaceKind.VILLAGE, "Thôn Đông", here)
    west = await place(tx, PlaceKind.VILLAGE, "Thôn Tây", here)
    east_team = await place(tx, PlaceKind.TEAM, "Tổ Đông", east)
    west_team = await place(tx, PlaceKind.TEAM, "Tổ Tây", west)
    there = await place(tx, PlaceKind.COMMUNE, "Xã Suối Đá", None)
    far = await place(tx, PlaceKind.VILLAGE, "Thôn Xa", there)
    far_team = await place(tx, PlaceKind.TEAM, "Tổ Xa", far)
    return People(
        member=await _person(tx, "Trần Thị Hoa", Role.MEMBER, east_team),
        leader=await _person(tx, "Nguyễn Văn Nam", Role.LEADER, east_team),
        neighbour=await _person(tx, "Lê Văn Đức", Role.MEMBER, west_team),
        official=await _person(tx, "Phạm Thị Lan", Role.OFFICIAL, here),
        outsider=await _person(tx, "Y Blô", Role.MEMBER, far_team),
        outside_official=await _person(tx, "H'Ni", Role.OFFICIAL, there),
    )


async def place(tx: Tx, kind: PlaceKind, name: str, parent: int | None) -> int:
    """Put one place on the map."""
    return await roster.add_place(tx, NewPlace(kind, name, parent, date(2025, 7, 1), demo=False))


async def _person(tx: Tx, name: str, role: Role, at: int) -> Person:
    number = await roster.add_person(
        tx, title="bà", name=name, role=role, place=at, consented_at=NOW
    )
    return await roster.person(tx, number)


async def western(database: Database, people: People, role: Role) -> Person:
    """Put one more person into Tổ Tây, which has nobody but the neighbour."""
    assert people.neighbour.team
    async with database.write() as tx:
        return await _person(tx, "Võ Thị Tây", role, people.neighbour.team.id)


def signed(code: str, person: Person, fact: Fact, at: datetime = NOW) -> Entry:
    """Sign a fact as the dialogue does for the person who says it."""
    return Entry(
        code=code,
        at=at,
        fact=fact,
        member=person.id,
        commune=person.commune.id,
        village=person.village.id if person.village else None,
        team=person.team.id if person.team else None,
    )


def helped(
    code: str, person: Person, activity: str, count: int, day: date = TODAY, at: datetime = NOW
) -> Entry:
    """Return the entry of help that somebody gave."""
    return signed(code, person, AssistanceGiven(activity, count, day), at)


def voided(code: str, person: Person, entry: Entry) -> Entry:
    """Return what takes an entry back."""
    return signed(code, person, AssistanceVoided(entry))


async def keep(database: Database, *entries: Entry, chat: int | None = None) -> None:
    """Add entries to the ledger, in one transaction."""
    async with database.write() as tx:
        for entry in entries:
            await facts.add(tx, entry, chat)


async def open_chat(database: Database, chat: str, person: Person | None = None) -> int:
    """Open a chat of Telegram, somebody's or a stranger's; return its number."""
    address = Address("telegram", chat)
    async with database.write() as tx:
        if person:
            await chats.bind(tx, address, person.id)
        return (await chats.visit(tx, address)).id


async def person_at(database: Database, chat: str) -> Person | None:
    """Return who belongs to a chat of Telegram."""
    async with database.write() as tx:
        return (await chats.visit(tx, Address("telegram", chat))).person
