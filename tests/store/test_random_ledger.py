"""Help given, tried, taken back at once or after closing, by chance, against a plain list."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from bot.domain.facts import AssistanceTried, AssistanceVoided, Entry
from bot.domain.obstacles import Obstacle
from bot.domain.quantities import Lack, Origin
from bot.domain.units import Unit
from bot.store.db import Database
from tests.declared import quantity
from tests.store.amounting import EAST, HERE, WEST, values
from tests.store.people import People, helped, keep, settle, signed

ACCOUNTS = quantity("accounts", Unit.ACCOUNT, Origin.EVENTS, of=("vneid_kich_hoat",), flow=True)
FIRST, LATER = date(2028, 2, 26), date(2030, 1, 1)


@pytest.mark.parametrize("seed", range(2))
async def test_what_was_taken_back_is_off_and_what_was_tried_is_nothing(
    file: Database, people: People, seed: int
) -> None:
    dice = random.Random(seed)
    counted: Counter[tuple[str, date]] = Counter()
    said: list[Entry] = []
    for nth in range(60):
        person, village = dice.choice([(people.member, EAST), (people.neighbour, WEST)])
        day, number = FIRST + timedelta(days=dice.randrange(6)), dice.randrange(1, 40)
        if dice.random() < 0.2:
            tried = AssistanceTried("vneid_kich_hoat", number, day, Obstacle.SYSTEM)
            said.append(signed(f"T{nth:04}", person, tried))
            counted[village, day] += 0
            continue
        entry = helped(f"B{nth:04}", person, "vneid_kich_hoat", number, day)
        said.append(entry)
        counted[village, day] += number
        if dice.random() < 0.4:
            later = dice.choice([None, FIRST + timedelta(days=dice.randrange(6, 9))])
            said.append(signed(f"V{nth:04}", person, AssistanceVoided(entry, later)))
            counted[village, later or day] -= number
    await keep(file, *said)
    for since in range(9):
        for until in range(since, 9):
            days = [FIRST + timedelta(days=nth) for nth in range(since, until + 1)]
            asked = f"{days[0]}..{days[-1]}"
            found = await values(file, people.official, asked, ACCOUNTS, LATER)
            for place, villages in ((EAST, [EAST]), (WEST, [WEST]), (HERE, [EAST, WEST])):
                total = sum(counted[village, day] for village in villages for day in days)
                wanted = (total, Lack.SILENT) if total == 0 else (total,)
                assert found[place] in wanted, (seed, asked, place)


@pytest.fixture
async def people(file: Database) -> People:
    """The people of these tests, in the file."""
    async with file.write() as tx:
        return await settle(tx)
