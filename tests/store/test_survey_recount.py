"""The survey recounted, round by round: in any order, and where it was damaged."""

import random
from datetime import datetime, timedelta

import pytest

from bot.domain.facts import HouseholdSurveyed, SurveyTakenBack
from bot.domain.survey import Outcome, Rate
from bot.store.db import Database
from tests.store.households import FOUR, ONE, asked, result
from tests.store.people import NOW, People, keep, signed
from tests.store.recounting import damage, recount, said


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
