"""The household survey as amounts, as it stood on a period's last day, with how far it reached."""

from dataclasses import replace
from datetime import date, datetime

from bot.domain.clock import VIET_NAM
from bot.domain.facts import SurveyTakenBack
from bot.domain.quantities import Amount, Coverage, Lack, Origin
from bot.domain.survey import Outcome
from bot.domain.units import Unit
from bot.store.db import Database
from tests.declared import quantity
from tests.store.amounting import EAST, HERE, WEST, known, told, values
from tests.store.households import FOUR, ONE, asked
from tests.store.people import TODAY, People, helped, keep, signed

PHONES = quantity("phones", origin=Origin.SURVEY, of=("smartphone",))
ADULTS = replace(PHONES, id="adults", among=True)
SKILLED = replace(PHONES, id="skilled", of=("skills",))
REACHED = quantity("reached", Unit.HOUSEHOLD, Origin.SURVEY, of=("households",), flow=True)
HOMES = quantity("so_ho", Unit.HOUSEHOLD, months=12)
WEEK = "2026-W47"
OCTOBER = date(2026, 10, 20)


def in_october(hour: int = 9) -> datetime:
    return datetime(2026, 10, 20, hour, tzinfo=VIET_NAM)


async def test_the_survey_says_how_many_of_how_many_in_how_many_households(
    database: Database, people: People
) -> None:
    official = people.official
    await keep(
        database,
        asked("B0001", people.member, "1", FOUR, day=OCTOBER, at=in_october()),
        asked("B0002", people.leader, "2", ONE),
        asked("B0003", people.leader, "3", outcome=Outcome.ABSENT),
        asked("B0004", people.neighbour, "1", FOUR),
        asked("B0005", people.outsider, "1", FOUR),
        told("A0001", official, "90", OCTOBER, name="so_ho", unit=Unit.HOUSEHOLD),
    )
    found = await known(database, official, WEEK, PHONES, ADULTS, SKILLED, HOMES)
    assert found[HERE]["phones"] == Amount(
        6, Unit.PERSON, Origin.SURVEY, TODAY, coverage=Coverage(3, 90)
    )
    assert found[EAST]["phones"] == Amount(
        3, Unit.PERSON, Origin.SURVEY, TODAY, coverage=Coverage(2, None)
    )
    adults = {name: amounts["adults"] for name, amounts in found.items()}
    plain = {name: one.value for name, one in adults.items() if isinstance(one, Amount)}
    assert plain == {HERE: 9, EAST: 5, WEST: 4}
    # Who lives alone was not asked for skills: that household is no part of this rate.
    skilled = found[EAST]["skilled"]
    assert isinstance(skilled, Amount)
    assert (skilled.value, skilled.coverage) == (2, Coverage(1, None))


async def test_an_expired_number_of_households_tells_nothing_of_coverage(
    database: Database, people: People
) -> None:
    of_2024 = date(2024, 12, 31)
    await keep(
        database,
        asked("B0001", people.member, "1", FOUR),
        told("A0001", people.official, "90", of_2024, name="so_ho", unit=Unit.HOUSEHOLD),
    )
    found = (await known(database, people.official, WEEK, PHONES, HOMES))[HERE]["phones"]
    assert isinstance(found, Amount)
    assert found.coverage == Coverage(1, None)


async def test_a_question_that_nobody_was_asked_is_missing(
    database: Database, people: People
) -> None:
    missing = {HERE: Lack.MISSING, EAST: Lack.MISSING, WEST: Lack.MISSING}
    assert await values(database, people.official, WEEK, PHONES) == missing
    await keep(database, asked("B0001", people.member, "1", ONE))
    assert await values(database, people.official, WEEK, PHONES) == missing | {HERE: 0, EAST: 0}
    assert await values(database, people.official, WEEK, SKILLED) == missing


async def test_a_round_after_the_period_changes_nothing_in_it(
    database: Database, people: People
) -> None:
    await keep(
        database,
        asked("B0001", people.member, "1", FOUR, day=OCTOBER, at=in_october()),
        asked("B0002", people.member, "2", ONE, day=date(2026, 11, 1)),
        asked("B0003", people.member, "1", FOUR | {"smartphone": 4}),
    )
    of_october = {HERE: 3, EAST: 3, WEST: Lack.MISSING}
    assert await values(database, people.official, "2026-10", PHONES) == of_october
    assert (await values(database, people.official, "2026-11-01..2026-11-01", PHONES))[EAST] == 3
    assert (await values(database, people.official, "2026-11-01..2026-11-01", ADULTS))[EAST] == 5
    assert (await values(database, people.official, "2026-11", PHONES))[EAST] == 4
    before = await values(database, people.official, "2026-10-01..2026-10-19", PHONES)
    assert before[EAST] is Lack.MISSING


async def test_what_was_taken_back_no_longer_stands(database: Database, people: People) -> None:
    await keep(
        database,
        asked("B0001", people.member, "1", FOUR, day=OCTOBER, at=in_october()),
        asked("B0002", people.member, "1", FOUR | {"smartphone": 4}),
        signed("B0003", people.member, SurveyTakenBack("B0002")),
    )
    assert (await values(database, people.official, WEEK, PHONES))[EAST] == 3
    assert (await values(database, people.official, WEEK, REACHED))[EAST] is Lack.SILENT


async def test_households_are_reached_once_a_period_and_silence_is_not_zero(
    database: Database, people: People
) -> None:
    await keep(
        database,
        asked("B0001", people.member, "1", FOUR, day=OCTOBER, at=in_october()),
        asked("B0002", people.member, "1", FOUR),
        asked("B0003", people.leader, "1", ONE),
        asked("B0004", people.leader, "2", ONE),
        asked("B0005", people.leader, "3", outcome=Outcome.REFUSED),
        helped("B0006", people.neighbour, "an_toan_so", 1),
    )
    found = await known(database, people.official, WEEK, REACHED)
    since = date(2026, 11, 16)
    assert found[HERE]["reached"] == Amount(2, Unit.HOUSEHOLD, Origin.SURVEY, TODAY, since=since)
    reached = await values(database, people.official, WEEK, REACHED)
    assert reached == {HERE: 2, EAST: 2, WEST: 0}
    assert await values(database, people.official, "2026-10", REACHED) == {
        HERE: 1,
        EAST: 1,
        WEST: Lack.SILENT,
    }
    # Whoever surveyed has been heard of: other help was none.
    help_ = quantity("help", Unit.TIME, Origin.EVENTS, of=("vneid_khac",), flow=True)
    assert (await values(database, people.official, "2026-10", help_))[EAST] == 0
