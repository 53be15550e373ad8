"""Figures from outside: the newest replaces, older ones stay, no digit and no letter changes."""

from datetime import date
from decimal import Decimal

from bot.domain.facts import FigureGiven
from bot.domain.figures import Figure
from bot.domain.people import Person
from bot.domain.units import Unit
from bot.store.db import Database
from bot.store.ledger import Ledger
from tests.store.people import NOW, People, keep, signed
from tests.store.tables import rows

END_2024, END_2025 = date(2024, 12, 31), date(2025, 12, 31)


def count(value: str, as_of: date, name: str = "dan_so") -> FigureGiven:
    return FigureGiven(name, Decimal(value), Unit.PERSON, as_of, "Công an xã", "12/BC-CAX")


def kept(given: FigureGiven) -> Figure:
    """Return how the ledger shows a figure."""
    return Figure(
        given.name, given.value, str(given.unit), given.as_of, given.giver, given.document
    )


async def known(database: Database, person: Person | None) -> tuple[Figure, ...]:
    async with database.read() as tx:
        return await Ledger(tx, person, NOW).figures()


async def test_a_figure_comes_back_as_it_was_given(database: Database, people: People) -> None:
    given = FigureGiven(
        "dan_so_15_tuoi", Decimal(6021), Unit.PERSON, END_2024, "Công an xã", "12/BC-CAX"
    )
    await keep(database, signed("A0001", people.official, given))
    assert await known(database, people.official) == (
        Figure("dan_so_15_tuoi", Decimal(6021), "người", END_2024, "Công an xã", "12/BC-CAX"),
    )


async def test_the_newest_figure_replaces_and_the_older_ones_stay_in_the_table(
    database: Database, people: People
) -> None:
    older, newer = count("8120", END_2024), count("8263", END_2025)
    corrected = count("8236", END_2025)
    for nth, one in enumerate((newer, corrected, older)):
        await keep(database, signed(f"A000{nth}", people.official, one))
    assert await known(database, people.official) == (kept(corrected),)
    assert await rows(database, "SELECT value, as_of FROM figures ORDER BY id") == [
        ("8263", "2025-12-31"),
        ("8236", "2025-12-31"),
        ("8120", "2024-12-31"),
    ]


async def test_each_figure_is_replaced_by_its_own_name_only(
    database: Database, people: People
) -> None:
    everybody, homes = count("8120", END_2025), count("2010", END_2024, name="so_ho")
    await keep(
        database,
        signed("A0001", people.official, homes),
        signed("A0002", people.official, everybody),
    )
    assert await known(database, people.official) == (kept(everybody), kept(homes))


async def test_figures_are_those_of_the_own_commune(database: Database, people: People) -> None:
    here, there = count("8120", END_2024), count("51", END_2025)
    await keep(
        database,
        signed("A0001", people.official, here),
        signed("A0002", people.outside_official, there),
    )
    seen = [
        await known(database, person)
        for person in (people.official, people.leader, people.outside_official, None)
    ]
    assert seen == [(kept(here),), (kept(here),), (kept(there),), ()]


async def test_a_figure_survives_to_the_last_digit(database: Database, people: People) -> None:
    written = ("0", "0.1", "-3.50", "12345678901234567.8901234567", "1E+3", "33.333333333333333")
    for nth, value in enumerate(written):
        given = count(value, END_2024, name=f"số {nth}")
        await keep(database, signed(f"A000{nth}", people.official, given))
    found = {figure.name: str(figure.value) for figure in await known(database, people.official)}
    assert found == {f"số {nth}": value for nth, value in enumerate(written)}


async def test_vietnamese_words_survive_to_the_last_accent(
    database: Database, people: People
) -> None:
    written = (
        "Phòng Văn hoá – Xã hội xã Đắk Ơ",
        # The same letters as some keyboards send them, accent by accent.
        "Pho\u0300ng Va\u0306n hoa\u0301",
        'H\'Ni "Niê" \\ 100% _ 🌾',
        " hai đầu trống ",
    )
    given = [
        FigureGiven(words, Decimal(1), words[:20], END_2024, giver=words, document=words)
        for words in written
    ]
    for nth, one in enumerate(given):
        await keep(database, signed(f"A000{nth}", people.official, one))
    assert set(await known(database, people.official)) == {kept(one) for one in given}
