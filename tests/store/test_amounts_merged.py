"""Amounts over a merger: what the old places had and did counts for the new one."""

from datetime import date

from bot.domain.places import Place
from bot.domain.quantities import Amount, Lack, Origin
from bot.domain.survey import Outcome
from bot.domain.units import Unit
from bot.store.db import Database
from tests.declared import quantity
from tests.store.amounting import EAST, HERE, WEST, known, told, values
from tests.store.households import FOUR, ONE, asked
from tests.store.maps import WEDNESDAY, merge, now
from tests.store.people import TODAY, People, helped, keep

NEW = "Thôn Đoàn Kết"
MONDAY, LAST_MONDAY = date(2026, 11, 16), date(2026, 11, 9)
END_2024, END_2025 = date(2024, 12, 31), date(2025, 12, 31)
WEEK, LAST = "2026-W47", "2026-W46"
HELP = quantity("help", Unit.ACCOUNT, Origin.EVENTS, of=("vneid_kich_hoat",), flow=True)
CARDS = quantity("cards", adds=("vneid_kich_hoat",))
FILES = quantity("files", Unit.DOSSIER, flow=True)


async def together(database: Database, people: People) -> None:
    """Make one village of East and West on Wednesday."""
    await merge(database, NEW, EAST, WEST, commune=people.official.commune)


async def test_help_of_the_old_villages_is_the_new_ones(database: Database, people: People) -> None:
    await keep(
        database,
        helped("B0001", people.member, "vneid_kich_hoat", 1, LAST_MONDAY),
        helped("B0002", people.member, "vneid_kich_hoat", 20, MONDAY),
        helped("B0003", people.neighbour, "vneid_kich_hoat", 300, MONDAY),
    )
    await together(database, people)
    await keep(
        database, helped("B0004", await now(database, people.member), "vneid_kich_hoat", 4000)
    )
    assert await values(database, people.official, WEEK, HELP) == {HERE: 4320, NEW: 4320}
    # A period that was over is told on its own map.
    assert await values(database, people.official, LAST, HELP) == {
        HERE: 1,
        EAST: 1,
        WEST: Lack.SILENT,
    }


async def test_stocks_of_all_old_villages_are_the_new_ones_until_it_is_counted(
    database: Database, people: People
) -> None:
    east, west = people.member.village, people.neighbour.village
    assert east
    assert west
    await keep(
        database,
        told("A0001", people.official, "40", END_2025, village=east),
        helped("B0001", people.member, "vneid_kich_hoat", 1, END_2024),
        helped("B0002", people.member, "vneid_kich_hoat", 20, MONDAY),
        helped("B0003", people.neighbour, "vneid_kich_hoat", 300, MONDAY),
    )
    await together(database, people)
    member = await now(database, people.member)
    await keep(database, helped("B0004", member, "vneid_kich_hoat", 4000))
    assert await values(database, people.official, WEEK, CARDS) == {
        HERE: Lack.MISSING,
        NEW: Lack.MISSING,
    }
    await keep(
        database, told("A0002", people.official, "2", END_2024, village=west, giver="Thôn Tây")
    )
    found = await known(database, people.official, WEEK, CARDS)
    assert found[NEW]["cards"] == Amount(
        42,
        Unit.PERSON,
        Origin.FIGURE,
        END_2024,
        givers=("Công an xã", "Thôn Tây"),
        documents=("12/BC-CAX",),
        added=4320,
    )
    assert found[HERE]["cards"] == found[NEW]["cards"]
    # Counted anew, and also what the old ones did since then is added to it.
    assert member.village
    new = told("A0003", people.official, "50", date(2026, 11, 15), village=member.village)
    await keep(database, new)
    counted = (await known(database, people.official, WEEK, CARDS))[NEW]["cards"]
    assert isinstance(counted, Amount)
    assert (counted.value, counted.added) == (50, 4320)


async def test_windows_of_all_old_villages_make_the_new_ones_period(
    database: Database, people: People
) -> None:
    east, west = people.member.village, people.neighbour.village
    assert east
    assert west

    async def give(code: str, village: Place | None, value: str, first: date, last: date) -> None:
        entry = told(
            code, people.official, value, last,
            name="files", unit=Unit.DOSSIER, since=first, village=village,
        )  # fmt: skip
        await keep(database, entry)

    october = date(2026, 10, 1), date(2026, 10, 31)
    await give("A0001", east, "1", *october)
    await merge(database, NEW, EAST, WEST, commune=people.official.commune, day=date(2026, 11, 1))
    new = (await now(database, people.member)).village
    await give("A0002", new, "300", date(2026, 11, 1), date(2026, 11, 30))
    half = "2026-10-01..2026-11-30"
    later = date(2026, 12, 1)
    missing = await values(database, people.official, half, FILES, later)
    assert missing == {HERE: Lack.MISSING, NEW: Lack.MISSING}
    await give("A0003", west, "20", *october)
    assert await values(database, people.official, half, FILES, later) == {HERE: 321, NEW: 321}
    assert await values(database, people.official, "2026-10", FILES, later) == {
        HERE: 21,
        EAST: 1,
        WEST: 20,
    }


async def test_a_merged_commune_has_what_the_old_ones_had(
    database: Database, people: People
) -> None:
    there = people.outside_official
    await keep(
        database,
        told("A0001", people.official, "1000", END_2025),
        told("A0002", there, "200", END_2025),
        helped("B0001", people.member, "vneid_kich_hoat", 1, MONDAY),
        helped("B0002", people.outsider, "vneid_kich_hoat", 20, MONDAY),
    )
    await merge(database, "Xã Chung", HERE, "Xã Suối Đá")
    official = await now(database, people.official)
    member = await now(database, people.member)
    await keep(database, helped("B0003", member, "vneid_kich_hoat", 300))
    found = await known(database, official, WEEK, CARDS, HELP)
    cards = found["Xã Chung"]["cards"]
    assert isinstance(cards, Amount)
    assert (cards.value, cards.added) == (1200, 321)
    assert {name: one["help"] for name, one in found.items()} == {
        name: Amount(value, Unit.ACCOUNT, Origin.EVENTS, TODAY, since=MONDAY)
        for name, value in {"Xã Chung": 321, EAST: 301, "Thôn Xa": 20}.items()
    } | {WEST: Lack.SILENT}


async def test_the_roster_before_a_merger_is_that_of_the_old_villages(
    database: Database, people: People
) -> None:
    await together(database, people)
    counts = [
        quantity(word, Unit.TEAM, Origin.REGISTER, of=(word,))
        for word in ("teams", "villages", "villages_with_team", "members")
    ]

    async def roster(asked_for: str) -> dict[str, list[int]]:
        found = await known(database, people.official, asked_for, *counts, today=WEDNESDAY)
        return {
            name: [one.value for one in amounts.values() if isinstance(one, Amount)]
            for name, amounts in found.items()
        }

    assert await roster("2026-11") == {HERE: [2, 1, 1, 3], NEW: [2, 1, 1, 3]}


async def test_the_members_of_an_old_map_are_where_their_teams_were(
    database: Database, people: People
) -> None:
    members = quantity("members", Unit.PERSON, Origin.REGISTER, of=("members",))
    # Everybody agreed on the 21st, so the merger comes after that.
    await merge(database, NEW, EAST, WEST, commune=people.official.commune, day=date(2026, 12, 1))
    later = date(2026, 12, 24)
    assert await values(database, people.official, "2026-11", members, later) == {
        HERE: 3,
        EAST: 2,
        WEST: 1,
    }
    assert await values(database, people.official, "2026-12", members, later) == {HERE: 3, NEW: 3}


async def test_the_same_number_on_two_lists_is_two_households(
    database: Database, people: People
) -> None:
    phones = quantity("phones", origin=Origin.SURVEY, of=("smartphone",))
    reached = quantity("reached", Unit.HOUSEHOLD, Origin.SURVEY, of=("households",), flow=True)
    await keep(
        database,
        asked("B0001", people.member, "1", FOUR, day=MONDAY),
        asked("B0002", people.neighbour, "1", ONE | {"smartphone": 1}, day=MONDAY),
    )
    await together(database, people)
    again = FOUR | {"smartphone": 4}
    await keep(
        database,
        asked("B0003", await now(database, people.member), "1", again),
        asked("B0004", people.outsider, "1", FOUR, outcome=Outcome.ASKED),
    )
    assert await values(database, people.official, WEEK, phones) == {HERE: 5, NEW: 5}
    assert await values(database, people.official, WEEK, reached) == {HERE: 2, NEW: 2}
