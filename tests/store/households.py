"""Calls on households, and the survey as one person reads it."""

from collections.abc import Mapping
from datetime import date, datetime

from bot.domain.facts import Entry, HouseholdSurveyed
from bot.domain.people import Person
from bot.domain.survey import Outcome, Round, Survey
from bot.store.db import Database
from bot.store.surveys import Surveys
from tests.store.people import NOW, TODAY, signed

# Answers of a house with four people from 15 years, and of one who lives alone.
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
    """Return what the survey comes to for somebody, or for one village of what they see."""
    async with database.read() as tx:
        return await Surveys(tx, person).result(village)


async def standing(database: Database, person: Person | None, household: str) -> Round | None:
    """Return the round that stands for a household."""
    async with database.read() as tx:
        return await Surveys(tx, person).standing(household)


async def waiting(database: Database, person: Person | None) -> list[str]:
    """Return the households somebody is to come back to, in their order."""
    async with database.read() as tx:
        return [one.household for one in await Surveys(tx, person).waiting()]
