"""Figures as amounts: which one counts, for how long, and what the teams added to it since."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from bot.domain.people import Person
from bot.domain.places import Place
from bot.domain.quantities import Amount, Lack, Origin
from bot.domain.units import Unit
from bot.store.db import Database
from tests.declared import quantity
from tests.store.amounting import EAST, HERE, WEST, known, told, values
from tests.store.people import TODAY, People, helped, keep, voided

END_2024, END_2025 = date(2024, 12, 31), date(2025, 12, 31)
CARDS = quantity("cards")
GROWING = quantity("cards", adds=("vneid_kich_hoat", "chu_ky_so"))


def villages(people: People) -> tuple[Place, Place]:
    east, west = people.member.village, people.neighbour.village
    assert east
    assert west
    return east, west


async def commune(database: Database, official: Person, asked: str = "2026") -> Amount | Lack:
    return (await known(database, official, asked, CARDS))[HERE]["cards"]


async def test_a_stock_is_told_with_all_that_one_may_believe_it_for(
    database: Database, people: People
) -> None:
    await keep(database, told("A0001", people.official, "3009", END_2024))
    assert await known(database, people.official, "2026-W47", CARDS) == {
        HERE: {
            "cards": Amount(
                3009,
                Unit.PERSON,
                Origin.FIGURE,
                END_2024,
                givers=("Công an xã",),
                documents=("12/BC-CAX",),
            )
        },
        EAST: {"cards": Lack.MISSING},
        WEST: {"cards": Lack.MISSING},
    }


async def test_the_newest_day_counts_and_of_one_day_what_was_given_last(
    database: Database, people: People
) -> None:
    await keep(
        database,
        told("A0001", people.official, "8263", END_2025),
        # Given later, for an earlier day: it replaces nothing.
        told("A0002", people.official, "8120", END_2024),
        told("A0003", people.official, "8236", END_2025, document=None),
    )
    found = await commune(database, people.official)
    assert isinstance(found, Amount)
    assert (found.value, found.as_of, found.documents) == (8236, END_2025, ())
    earlier = await commune(database, people.official, "2025-Q3")
    assert isinstance(earlier, Amount)
    assert (earlier.value, earlier.as_of) == (8120, END_2024)
    # A stock of the period's last day is of the period, one of the day after is not.
    periods = ("2025", "2025-12-01..2025-12-30", "2024-12-31..2024-12-31", "2024-11")
    found_in = [(await values(database, people.official, one, CARDS))[HERE] for one in periods]
    assert found_in == [8236, 8120, 8120, Lack.MISSING]


@pytest.mark.parametrize("value", ["0.5", "-3", "NaN", "Infinity"])
async def test_what_is_no_whole_number_of_the_unit_does_not_count(
    database: Database, people: People, value: str
) -> None:
    await keep(
        database,
        told("A0001", people.official, value, END_2025),
        told("A0002", people.official, "646", END_2025, unit=Unit.HOUSEHOLD),
    )
    assert await commune(database, people.official) is Lack.UNLIKE
    await keep(database, told("A0003", people.official, "3009", END_2024))
    found = await commune(database, people.official)
    assert isinstance(found, Amount)
    assert (found.value, found.as_of) == (3009, END_2024)


async def test_a_zero_that_somebody_gave_is_known(database: Database, people: People) -> None:
    await keep(database, told("A0001", people.official, "0", END_2025))
    assert await values(database, people.official, "2026", CARDS) == {
        HERE: 0,
        EAST: Lack.MISSING,
        WEST: Lack.MISSING,
    }


@pytest.mark.parametrize(
    ("asked", "today", "expired"),
    [
        ("2026-02", date(2027, 5, 1), False),
        ("2026-01-01..2026-03-01", date(2027, 5, 1), True),
        # Of a period that is not over, today counts.
        ("2026-03", date(2026, 2, 28), False),
        ("2026-03", date(2026, 3, 1), True),
    ],
)
async def test_a_figure_is_good_for_so_many_months(
    database: Database, people: People, asked: str, today: date, expired: bool
) -> None:
    # A year after 29 February is the 28th.
    good_for_two_years = quantity("cards", months=24)
    await keep(database, told("A0001", people.official, "3009", date(2024, 2, 29)))
    found = (await known(database, people.official, asked, good_for_two_years, today=today))[HERE]
    amount = found["cards"]
    assert isinstance(amount, Amount)
    assert amount.expired is expired


async def test_a_commune_without_a_figure_is_the_sum_of_all_its_villages(
    database: Database, people: People
) -> None:
    east, west = villages(people)
    await keep(database, told("A0001", people.official, "40", END_2025, village=east))
    assert await values(database, people.official, "2026", CARDS) == {
        HERE: Lack.MISSING,
        EAST: 40,
        WEST: Lack.MISSING,
    }
    await keep(
        database,
        told("A0002", people.official, "2", END_2024, village=west, giver="Thôn", document="3/BC"),
    )
    expiring = quantity("cards", months=18)
    found = await known(database, people.official, "2026", expiring)
    assert found[HERE]["cards"] == Amount(
        42,
        Unit.PERSON,
        Origin.FIGURE,
        END_2024,
        givers=("Công an xã", "Thôn"),
        documents=("12/BC-CAX", "3/BC"),
        expired=True,
    )
    await keep(database, told("A0003", people.official, "50", END_2024))
    assert await values(database, people.official, "2026", CARDS) == {HERE: 50, EAST: 40, WEST: 2}


async def test_what_the_teams_add_counts_from_the_day_after_the_figure(
    database: Database, people: People
) -> None:
    day = date(2026, 11, 10)
    slip = helped("B0001", people.member, "vneid_kich_hoat", 500, TODAY)
    east, __ = villages(people)
    await keep(
        database,
        told("A0001", people.official, "1000", day),
        told("A0002", people.official, "70", day - timedelta(days=1), village=east),
        helped("B0000", people.member, "vneid_kich_hoat", 3, day - timedelta(days=1)),
        helped("B0002", people.member, "vneid_kich_hoat", 20, day),
        helped("B0003", people.member, "vneid_kich_hoat", 100, day + timedelta(days=1)),
        helped("B0004", people.neighbour, "chu_ky_so", 4, TODAY),
        helped("B0005", people.neighbour, "an_toan_so", 7000, TODAY),
        helped("B0006", people.outsider, "vneid_kich_hoat", 7000, TODAY),
        slip,
        voided("B0007", people.member, slip),
    )

    async def estimates(asked: str, today: date = TODAY) -> dict[str, tuple[int, int | None]]:
        found = await known(database, people.official, asked, GROWING, today=today)
        amounts = {name: one["cards"] for name, one in found.items()}
        return {
            name: (one.value, one.added) for name, one in amounts.items() if isinstance(one, Amount)
        }

    assert await estimates("2026") == {HERE: (1000, 104), EAST: (70, 120)}
    # Of a period that is over, what came later does not count.
    assert await estimates("2026-11-01..2026-11-12") == {HERE: (1000, 100), EAST: (70, 120)}
    assert await estimates("2026-11-01..2026-11-10") == {HERE: (1000, 0), EAST: (70, 20)}
    # Nor what is of a later day than today.
    assert await estimates("2026", date(2026, 11, 20)) == {HERE: (1000, 100), EAST: (70, 120)}
    # A new figure is a new base.
    await keep(database, told("A0003", people.official, "1200", date(2026, 11, 12)))
    assert await estimates("2026") == {HERE: (1200, 4), EAST: (70, 120)}
    # Where nothing adds, nothing is estimated.
    plain = (await known(database, people.official, "2026", CARDS))[HERE]["cards"]
    assert isinstance(plain, Amount)
    assert (plain.added, plain.estimate) == (None, None)


FILES = quantity("files", Unit.DOSSIER, flow=True)


@pytest.mark.parametrize(
    ("scheme", "cuts"),
    [
        ("", (date(2026, 7, 1), date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1))),
        ("@nd09", (date(2026, 6, 15), date(2026, 7, 15), date(2026, 8, 15), date(2026, 9, 15))),
    ],
)
async def test_windows_that_tile_a_period_are_added_up(
    database: Database, people: People, scheme: str, cuts: tuple[date, ...]
) -> None:
    months = list(pairwise(cuts))
    for nth, (since, end) in enumerate(months):
        last = end - timedelta(days=1)
        given = told(
            f"A000{nth}",
            people.official,
            str(10**nth),
            last,
            name="files",
            unit=Unit.DOSSIER,
            since=since,
            document=f"{nth}/BC",
        )
        before = await values(database, people.official, f"2026-Q3{scheme}", FILES)
        assert before[HERE] is Lack.MISSING
        await keep(database, given)
    found = (await known(database, people.official, f"2026-Q3{scheme}", FILES))[HERE]["files"]
    assert found == Amount(
        111,
        Unit.DOSSIER,
        Origin.FIGURE,
        cuts[-1] - timedelta(days=1),
        since=cuts[0],
        givers=("Công an xã",),
        documents=("0/BC", "1/BC", "2/BC"),
    )
    months_alone = [
        (await values(database, people.official, f"2026-0{month}{scheme}", FILES))[HERE]
        for month in (7, 8, 9)
    ]
    assert months_alone == [1, 10, 100]
    other = "" if scheme else "@nd09"
    for asked in (f"2026-Q3{other}", "2026", "2026-W33"):
        assert (await values(database, people.official, asked, FILES))[HERE] is Lack.MISSING


async def test_of_equal_windows_the_newest_counts_and_a_window_needs_both_its_days(
    database: Database, people: People
) -> None:
    first, last = date(2026, 7, 1), date(2026, 9, 30)

    await keep(database, told("A0001", people.official, "5", last, name="files", unit=Unit.DOSSIER))
    assert (await values(database, people.official, "2026-Q3", FILES))[HERE] is Lack.MISSING
    await keep(
        database,
        told("A0002", people.official, "6", last, name="files", unit=Unit.PERSON, since=first),
    )
    assert (await values(database, people.official, "2026-Q3", FILES))[HERE] is Lack.UNLIKE
    for nth, value in enumerate(("812", "797")):
        given = told(
            f"B000{nth}",
            people.official,
            value,
            last,
            name="files",
            unit=Unit.DOSSIER,
            since=first,
        )
        await keep(database, given)
    assert (await values(database, people.official, "2026-Q3", FILES))[HERE] == 797


async def test_another_communes_figures_are_not_ours(database: Database, people: People) -> None:
    await keep(database, told("A0001", people.outside_official, "51", END_2025))
    assert await values(database, people.official, "2026", CARDS) == {
        HERE: Lack.MISSING,
        EAST: Lack.MISSING,
        WEST: Lack.MISSING,
    }
