"""The survey in the store: which round stands, and what the rounds come to, on both engines."""

from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.facts import MemberLeft, SurveyTakenBack
from bot.domain.survey import Outcome, Rate, Round, Survey
from bot.store.db import Database
from bot.store.surveys import Surveys
from tests.store.households import FOUR, ONE, asked, result, standing, waiting
from tests.store.people import NOW, TODAY, People, keep, signed
from tests.store.recounting import recount, said
from tests.store.tables import rows


async def test_a_round_comes_back_as_it_was_said(database: Database, people: People) -> None:
    await keep(database, asked("A0001", people.member, "12A", FOUR, day=date(2026, 11, 20)))
    who, team = people.member.id, people.member.team
    assert team
    kept = Round("A0001", "12A", date(2026, 11, 20), Outcome.ASKED, FOUR, who, team.id)
    assert await standing(database, people.member, "12A") == kept
    assert await standing(database, people.member, "12") is None
    async with database.read() as tx:
        surveys = Surveys(tx, people.leader)
        assert await surveys.round("A0001") == kept
        assert await surveys.round("A0002") is None


async def test_rates_add_up_within_their_unit(database: Database, people: People) -> None:
    await keep(
        database,
        asked("A0001", people.member, "12", FOUR, day=date(2026, 11, 3)),
        asked("A0002", people.member, "13", ONE),
    )
    assert await result(database, people.member) == Survey(
        households={Outcome.ASKED: 2},
        rates={
            "people_15": Rate(5, 5, 2),
            "people_14": Rate(1, 1, 2),
            "smartphone": Rate(3, 5, 2),
            # Of the second household this is not known: it is in neither number.
            "account": Rate(2, 4, 1),
            "signature": Rate(0, 4, 1),
            "vneid": Rate(6, 6, 2),
            "service": Rate(1, 4, 1),
            "skills": Rate(2, 4, 1),
            "fibre": Rate(1, 2, 2),
        },
        first=date(2026, 11, 3),
        last=TODAY,
    )


async def test_the_newer_round_replaces_and_both_stay_in_the_ledger(
    database: Database, people: People
) -> None:
    later = NOW + timedelta(days=30)
    await keep(
        database,
        asked("A0001", people.member, "12", FOUR),
        asked("A0002", people.leader, "12", ONE, day=date(2026, 12, 21), at=later),
    )
    found = await result(database, people.official)
    assert found.households == {Outcome.ASKED: 1}
    assert found.rates["smartphone"] == Rate(0, 1, 1)
    assert (found.first, found.last) == (date(2026, 12, 21), date(2026, 12, 21))
    assert await rows(
        database, "SELECT code, day FROM facts WHERE kind = 'HouseholdSurveyed' ORDER BY id"
    ) == [("A0001", "2026-11-21"), ("A0002", "2026-12-21")]


async def test_a_call_that_reached_nobody_does_not_wipe_out_answers(
    database: Database, people: People
) -> None:
    later = NOW + timedelta(days=1)
    await keep(
        database,
        asked("A0001", people.member, "12", FOUR),
        asked("A0002", people.member, "12", outcome=Outcome.ABSENT, at=later),
    )
    found = await result(database, people.member)
    assert found.households == {Outcome.ASKED: 1}
    assert found.rates["smartphone"] == Rate(3, 4, 1)
    assert await waiting(database, people.member) == []


async def test_who_gave_no_answers_is_counted_apart_and_come_back_to(
    database: Database, people: People
) -> None:
    await keep(
        database,
        asked("A0001", people.member, "1", outcome=Outcome.LATER, answers={"people_15": 3}),
        asked("A0002", people.member, "2", outcome=Outcome.REFUSED),
        asked("A0003", people.member, "3", outcome=Outcome.ABSENT, at=NOW - timedelta(days=2)),
        asked("A0004", people.member, "4", outcome=Outcome.ABSENT),
        asked("A0005", people.member, "4", FOUR, at=NOW + timedelta(hours=1)),
    )
    found = await result(database, people.member)
    assert found.households == {
        Outcome.ASKED: 1,
        Outcome.ABSENT: 1,
        Outcome.REFUSED: 1,
        Outcome.LATER: 1,
    }
    # What was begun and put off is kept, and is in no rate.
    assert found.rates["people_15"] == Rate(4, 4, 1)
    begun = await standing(database, people.member, "1")
    assert begun
    assert begun.answers == {"people_15": 3}
    assert await waiting(database, people.member) == ["3", "1"]


async def test_what_is_taken_back_gives_way_to_the_round_before(
    database: Database, people: People
) -> None:
    await keep(
        database,
        asked("A0001", people.member, "12", FOUR),
        asked("A0002", people.member, "12", ONE, at=NOW + timedelta(minutes=1)),
        signed("A0003", people.member, SurveyTakenBack("A0002")),
    )
    found = await standing(database, people.member, "12")
    assert found
    assert found.code == "A0001"
    assert (await result(database, people.member)).rates["smartphone"] == Rate(3, 4, 1)
    async with database.read() as tx:
        assert await Surveys(tx, people.member).round("A0002") is None
    with pytest.raises(IntegrityError):
        await keep(database, signed("A0004", people.member, SurveyTakenBack("A0002")))


async def test_the_database_refuses_more_people_than_there_are(
    database: Database, people: People
) -> None:
    with pytest.raises(IntegrityError):
        await keep(database, asked("A0001", people.member, "12", FOUR | {"smartphone": 5}))
    assert await rows(database, "SELECT code FROM facts") == []


async def test_who_leaves_leaves_the_village_its_answers(
    database: Database, people: People
) -> None:
    await keep(
        database,
        asked("A0001", people.member, "12", FOUR),
        signed("L0001", people.member, MemberLeft(people.member.id)),
    )
    assert (await result(database, people.official)).rates["smartphone"] == Rate(3, 4, 1)
    assert said(await recount(database)) == []
