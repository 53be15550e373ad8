"""The survey in the store: which round stands, who sees it, what it comes to, on both engines."""

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.activities import Unit
from bot.domain.facts import Entry, FigureGiven, HouseholdSurveyed, MemberLeft, SurveyTakenBack
from bot.domain.people import Person, Role
from bot.domain.places import PlaceKind
from bot.domain.survey import Outcome, Rate, Round, Survey, Total
from bot.store import roster
from bot.store.db import Database
from bot.store.surveys import Surveys
from tests.store.people import NOW, TODAY, People, keep, place, signed
from tests.store.recounting import damage, recount, said
from tests.store.tables import rows

FOUR = {
    "people_15": 4, "people_14": 1, "smartphone": 3, "account": 2, "signature": 0, "vneid": 5,
    "service": 1, "skills": 2, "fibre": 1,
}  # fmt: skip
ONE = {"people_15": 1, "people_14": 0, "smartphone": 0, "vneid": 1, "fibre": 0}


def asked(
    code: str,
    person: Person,
    household: str,
    answers: Mapping[str, int] | None = None,
    *,
    outcome: Outcome = Outcome.ASKED,
    day: date = TODAY,
    at: datetime = NOW,
) -> Entry:
    """Return the entry of one call on a household."""
    return signed(code, person, HouseholdSurveyed(household, day, outcome, answers or {}), at)


async def result(database: Database, person: Person | None, village: int | None = None) -> Survey:
    async with database.read() as tx:
        return await Surveys(tx, person).result(village)


async def standing(database: Database, person: Person | None, household: str) -> Round | None:
    async with database.read() as tx:
        return await Surveys(tx, person).standing(household)


async def waiting(database: Database, person: Person | None) -> list[str]:
    async with database.read() as tx:
        return [one.household for one in await Surveys(tx, person).waiting()]


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


async def test_each_sees_the_own_village_the_own_team_or_the_own_commune(
    database: Database, people: People
) -> None:
    await keep(
        database,
        asked("A0001", people.member, "12", FOUR),
        asked("A0002", people.neighbour, "12", ONE),
        asked("A0003", people.outsider, "12", FOUR),
        asked("A0004", people.outsider, "13", outcome=Outcome.ABSENT),
    )
    seen = {
        name: (await result(database, getattr(people, name))).asked
        for name in ("member", "leader", "neighbour", "official", "outsider", "outside_official")
    }
    assert seen == {
        "member": 1, "leader": 1, "neighbour": 1, "official": 2, "outsider": 1,
        "outside_official": 1,
    }  # fmt: skip
    async with database.read() as tx:
        asked_there = {
            name: [
                (place.name, survey.asked)
                for place, survey in await Surveys(tx, getattr(people, name)).by_village()
            ]
            for name in ("official", "outside_official", "leader", "member")
        }
    assert asked_there == {
        "official": [("Thôn Đông", 1), ("Thôn Tây", 1)],
        "outside_official": [("Thôn Xa", 1)],
        "leader": [],
        "member": [],
    }
    assert await result(database, None) == Survey()
    here, there = people.member.village, people.outsider.village
    assert here
    assert there
    assert (await result(database, people.official, here.id)).asked == 1
    # Neither the neighbours' village nor another commune's, whoever asks.
    assert await result(database, people.official, there.id) == Survey()
    assert await result(database, people.neighbour, here.id) == Survey()
    for stranger in (people.outsider, people.neighbour):
        async with database.read() as tx:
            assert await Surveys(tx, stranger).round("A0001") is None
    found = await standing(database, people.neighbour, "12")
    assert found
    assert found.code == "A0002"
    assert await waiting(database, people.member) == []
    for nobody in (None, people.official):
        assert await standing(database, nobody, "12") is None
        assert await waiting(database, nobody) == []


async def test_of_two_teams_in_a_village_a_leader_counts_the_own_one(
    database: Database, people: People
) -> None:
    village = people.member.village
    assert village
    async with database.write() as tx:
        team = await place(tx, PlaceKind.TEAM, "Tổ Đông 2", village.id)
        number = await roster.add_person(
            tx, title="anh", name="Mai Tùng", role=Role.MEMBER, place=team, consented_at=NOW
        )
        other = await roster.person(tx, number)
    await keep(
        database,
        asked("A0001", people.member, "12", FOUR),
        asked("A0002", other, "13", ONE),
        asked("A0003", other, "14", outcome=Outcome.ABSENT),
    )
    assert (await result(database, people.leader)).households == {Outcome.ASKED: 1}
    whole = {Outcome.ASKED: 2, Outcome.ABSENT: 1}
    assert (await result(database, people.official)).households == whole
    # Whoever asks sees the whole village: the other team's 13 must be noticed.
    assert (await result(database, other)).households == whole
    assert await standing(database, people.leader, "13") is not None


async def test_villages_are_those_of_the_scope_by_name(database: Database, people: People) -> None:
    async with database.read() as tx:
        named = {
            who: [one.name for one in await Surveys(tx, person).villages()]
            for who, person in (
                ("official", people.official),
                ("leader", people.leader),
                ("nobody", None),
            )
        }
    assert named == {"official": ["Thôn Đông", "Thôn Tây"], "leader": ["Thôn Đông"], "nobody": []}


def counted(value: str, name: str = "Số hộ", as_of: date = TODAY) -> FigureGiven:
    return FigureGiven(name, Decimal(value), Unit.HOUSEHOLD, as_of, "Thôn")


async def test_how_many_households_there_are_is_known_or_is_not_said(
    database: Database, people: People
) -> None:
    assert (await result(database, people.member)).total is None
    older = date(2025, 12, 31)
    await keep(
        database,
        # For a village it is given in that village's name.
        signed("F0001", people.member, counted("210", as_of=older)),
        signed("F0002", people.member, counted("21", name="Số hộ nghèo")),
        signed("F0003", people.member, FigureGiven("Số hộ", Decimal(9), Unit.PERSON, TODAY, "?")),
        signed("F0004", people.member, counted("0.5")),
    )
    assert (await result(database, people.member)).total == Total(210, older)
    # One village is not the commune.
    assert (await result(database, people.official)).total is None
    await keep(database, signed("F0005", people.neighbour, counted("90")))
    assert (await result(database, people.official)).total == Total(300, older)
    await keep(database, signed("F0006", people.official, counted("305")))
    assert (await result(database, people.official)).total == Total(305, TODAY)
    assert people.member.village
    village = await result(database, people.official, people.member.village.id)
    assert village.total == Total(210, older)


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


@pytest.mark.parametrize("seed", range(4))
async def test_in_any_order_and_however_often_the_newest_answers_stand(
    database: Database, people: People, seed: int
) -> None:
    """Rounds of two villages arrive in any order, some twice, some are taken back."""
    chance = random.Random(seed)
    members = (people.member, people.neighbour)
    moments = chance.sample(range(100_000), 60)
    entries = []
    for nth, moment in enumerate(moments):
        outcome = chance.choice([Outcome.ASKED, Outcome.ASKED, *Outcome])
        most = chance.randint(0, 6)
        answers = {"people_15": most, "smartphone": chance.randint(0, most)}
        entries.append(
            asked(
                f"A{nth:04d}",
                chance.choice(members),
                str(chance.randint(1, 6)),
                answers if outcome is Outcome.ASKED else {},
                outcome=outcome,
                at=NOW + timedelta(seconds=moment),
            )
        )
    repeated = [
        asked(
            f"B{nth:04d}",
            members[one.member != people.member.id],
            one.fact.household,
            one.fact.answers,
            outcome=one.fact.outcome,
            at=one.at,
        )
        for nth, one in enumerate(chance.sample(entries, 10))
        if isinstance(one.fact, HouseholdSurveyed)
    ]
    dropped = chance.sample(
        [one for one in entries if one.code not in {twin.code for twin in repeated}], 8
    )
    arriving = entries + repeated
    chance.shuffle(arriving)
    await keep(database, *arriving)
    gone = {one.code for one in dropped}
    await keep(
        database,
        *(signed(f"V{nth:04d}", people.member, SurveyTakenBack(code))
          for nth, code in enumerate(sorted(gone))),
    )  # fmt: skip
    stands: dict[tuple[int | None, str], tuple[bool, datetime, HouseholdSurveyed]] = {}
    for one in arriving:
        fact = one.fact
        assert isinstance(fact, HouseholdSurveyed)
        place = (one.village, fact.household)
        weight = (fact.outcome is Outcome.ASKED, one.at, fact)
        if one.code not in gone and (place not in stands or weight[:2] > stands[place][:2]):
            stands[place] = weight
    found = await result(database, people.official)
    assert sum(found.households.values()) == len(stands)
    answered = [fact for full, __, fact in stands.values() if full]
    assert found.asked == len(answered) > 0
    phones = Rate(
        sum(fact.answers["smartphone"] for fact in answered),
        sum(fact.answers["people_15"] for fact in answered),
        len(answered),
    )
    assert found.rates["smartphone"] == phones
    assert phones.percent is not None
    assert phones.percent <= 100
    assert said(await recount(database)) == []


async def test_the_recount_finds_each_damage(database: Database, people: People) -> None:
    await keep(
        database,
        asked("A0001", people.member, "12", ONE),
        asked("A0002", people.member, "12", FOUR, at=NOW + timedelta(days=1)),
        asked("A0003", people.member, "13", ONE),
    )
    sound = await recount(database)
    assert said(sound) == []
    assert sound.totals == 10
    for change, back, what in (
        ("UPDATE survey_answers SET count = 2 WHERE fact_id = 2 AND question = 'smartphone'",
         "UPDATE survey_answers SET count = 3 WHERE fact_id = 2 AND question = 'smartphone'",
         "smartphone: (3, 5, 2) round by round, (2, 5, 2) in the tables."),
        ("UPDATE survey_answers SET among = 9 WHERE fact_id = 2 AND question = 'vneid'",
         "UPDATE survey_answers SET among = 5 WHERE fact_id = 2 AND question = 'vneid'",
         "vneid: (6, 6, 2) round by round, (6, 10, 2) in the tables."),
        ("UPDATE surveys SET outcome = 'absent' WHERE fact_id = 3",
         "UPDATE surveys SET outcome = 'asked' WHERE fact_id = 3",
         "absent: None round by round, (1,) in the tables."),
        ("UPDATE surveys SET household = '12' WHERE fact_id = 3",
         "UPDATE surveys SET household = '13' WHERE fact_id = 3",
         "asked: (2,) round by round, (1,) in the tables."),
    ):  # fmt: skip
        await damage(database, change)
        assert f"The survey of village 2 differs for {what}" in said(await recount(database))
        await damage(database, back)
        assert said(await recount(database)) == []
