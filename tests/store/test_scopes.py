"""What is cut off in the store: every method, for a viewer, another team's leader, outsiders."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.dialogue.closings import Closings as CanClose
from bot.dialogue.numbers import Numbers as CanCount
from bot.dialogue.surveys import Surveys as CanSurvey
from bot.dialogue.views import Records
from bot.domain.facts import (
    AssistanceTried,
    CommuneChosen,
    Entry,
    FigureGiven,
    FirstTimeTold,
    PeriodClosed,
    PeriodReopened,
    PeriodSeen,
)
from bot.domain.obstacles import Obstacle
from bot.domain.people import Person, Role
from bot.domain.periods import period
from bot.domain.places import Place, PlaceKind
from bot.domain.tally import By
from bot.store import gaps, provinces, roster
from bot.store.closed import Closings
from bot.store.db import Database, Tx
from bot.store.ledger import Ledger
from bot.store.numbers import Numbers
from bot.store.surveys import Surveys
from tests.declared import catalogue
from tests.store.households import FOUR, asked
from tests.store.people import (
    NOW,
    TODAY,
    People,
    helped,
    keep,
    open_chat,
    person_at,
    place,
    signed,
)
from tests.store.sealed import sheet as sealed_sheet

WEEK, MONTH = period("2026-W47"), period("2026-11")
_DAY = timedelta(days=1)
# A count, a household, a reason and a giver that stand nowhere else.
COUNT, HOUSEHOLD, REASON, GIVER = 31337, "77B", "nộp muộn quá", "Công an xã nhà"
NAMES = ("Trần Thị Hoa", "Nguyễn Văn Nam", "Phạm Thị Lan")
CODES = ("A0001", "A0002", "T0001", "H0001")
Ask = Callable[[Any, People], Awaitable[object]]

RECORDS: dict[str, Ask] = {
    "usual": lambda on, _: on.usual(),
    "entries": lambda on, who: on.entries(50, who.member.id),
    "entry": lambda on, _: on.entry("A0001"),
    "history": lambda on, who: on.history(_entry(who)),
    "alike": lambda on, who: on.alike(replace(_entry(who), code="Z0001"), NOW - _DAY),
    "first_told": lambda on, who: on.first_told(_entry(who)),
    "own": lambda on, _: on.own(WEEK),
    "told_nothing": lambda on, _: on.told_nothing(WEEK.start),
    "tally": lambda on, _: _all([on.tally(WEEK, by) for by in By]),
    "helped": lambda on, _: on.helped(WEEK, ("vneid_kich_hoat",)),
    "closed": lambda on, _: on.closed(TODAY),
    "is_closed": lambda on, _: on.is_closed(WEEK),
    "villages": lambda on, _: on.villages(),
    "village": lambda on, who: on.village(_village(who)),
    "village_names": lambda on, _: on.village_names(),
    "villages_called": lambda on, _: on.villages_called(),
    "members": lambda on, _: on.members(),
    "unjoined": lambda on, _: on.unjoined(),
    "roster": lambda on, _: on.roster(),
    "teams": lambda on, _: on.teams(),
    "invited": lambda on, _: on.invited("nobody's"),
    "gaps": lambda on, _: on.gaps(9),
    "figures": lambda on, _: on.figures(),
    "communes": lambda on, _: on.communes(),
}
NUMBERS: dict[str, Ask] = {
    "sheet": lambda on, _: on.sheet(MONTH),
    "status": lambda on, _: on.status(WEEK),
    "findings": lambda on, _: on.findings(WEEK),
    "places": lambda on, _: on.places(),
    "figures": lambda on, who: on.figures("dan_so", who.official.commune),
}
CLOSINGS: dict[str, Ask] = {
    "looked": lambda on, _: on.looked(WEEK),
    "newest": lambda on, _: on.newest(WEEK),
    "before": lambda on, _: on.before(WEEK),
    "beside": lambda on, _: on.beside(WEEK),
}
SURVEYS: dict[str, Ask] = {
    "standing": lambda on, _: on.standing(HOUSEHOLD),
    "round": lambda on, _: on.round("H0001"),
    "waiting": lambda on, _: on.waiting(),
    "villages": lambda on, _: on.villages(),
    "by_village": lambda on, _: on.by_village(),
    "result": lambda on, who: _all([on.result(), on.result(_village(who))]),
}
EVERY: dict[Any, dict[str, Ask]] = {
    Records: RECORDS, CanCount: NUMBERS, CanClose: CLOSINGS, CanSurvey: SURVEYS,
}  # fmt: skip
# These read nothing of anybody: they wait, or compute from what they are given.
_READ_NOTHING = {"hold", "fingerprint"}


def _village(who: People) -> int:
    assert who.member.village
    return who.member.village.id


def _entry(who: People) -> Entry:
    return helped("A0001", who.member, "vneid_kich_hoat", COUNT)


async def _all(asking: list[Awaitable[object]]) -> list[object]:
    return [await one for one in asking]


async def seen(database: Database, person: Person | None, people: People) -> dict[str, str]:
    """Return what every method tells somebody, as it would be printed; a refusal is nothing."""
    told: dict[str, str] = {}
    async with database.read() as tx:
        for of, reader in zip(EVERY, _readers(tx, person), strict=True):
            for name, ask in EVERY[of].items():
                try:
                    answer = await ask(reader, people)
                except LookupError:
                    answer = None
                told[f"{of.__name__}.{name}"] = repr(answer)
    return told


def _readers(tx: Tx, person: Person | None) -> tuple[object, ...]:
    return (
        Ledger(tx, person, NOW),
        Numbers(tx, person, catalogue((), ()), NOW),
        Closings(tx, person),
        Surveys(tx, person),
    )


def holding(told: dict[str, str], *secrets: str) -> dict[str, list[str]]:
    """Return which of some secrets stand in what each method told."""
    found = {name: [one for one in secrets if one in said] for name, said in told.items()}
    return {name: ones for name, ones in found.items() if ones}


@pytest.fixture
async def work(database: Database, people: People) -> None:
    """A bit of everything in the eastern team and the commune."""
    entry = _entry(people)
    told = AssistanceTried("vneid_khac", 7, TODAY, next(iter(Obstacle)))
    figure = FigureGiven("dan_so", 4096, "người", TODAY, GIVER)  # type: ignore[arg-type]
    await keep(
        database,
        entry,
        helped("A0002", people.leader, "dvc_huong_dan", 5),
        signed("T0001", people.member, told),
        signed("T0002", people.member, FirstTimeTold(entry, 2)),
        asked("H0001", people.member, HOUSEHOLD, FOUR),
        signed("F0001", people.official, figure),
        signed("S0001", people.leader, PeriodSeen(WEEK)),
    )
    made = await sealed_sheet(database, people.official, WEEK)
    reopened = replace(signed("P0002", people.official, PeriodReopened(WEEK)), why=REASON)
    await keep(database, signed("P0001", people.official, PeriodClosed(WEEK, made)), reopened)
    async with database.write() as tx:
        await gaps.count(tx, people.official.commune.id, "ho chieu", TODAY)


async def put(database: Database, role: Role, place: int) -> Person:
    """Put somebody on the roster, who has joined."""
    async with database.write() as tx:
        number = await roster.add_person(
            tx, title="ông", name="Tống Văn Lâm", role=role, place=place, consented_at=NOW
        )
        return await roster.person(tx, number)


@pytest.mark.parametrize("of", EVERY, ids=lambda of: of.__module__)
def test_every_method_is_asked(of: type[object]) -> None:
    methods = {
        name
        for name, one in vars(of).items()
        if inspect.isfunction(one) and not name.startswith("_")
    }
    assert methods - _READ_NOTHING == set(EVERY[of])


@pytest.mark.usefixtures("work")
async def test_what_is_looked_for_is_there_for_the_official(
    database: Database, people: People
) -> None:
    """Without this, the tests below would pass over a book with nothing in it."""
    told = await seen(database, people.official, people)
    for secret in (*NAMES, "A0001", "T0001", str(COUNT), "4096", GIVER, "ho chieu", "Tổ Đông"):
        assert holding(told, secret), secret
    assert holding(await seen(database, people.member, people), HOUSEHOLD)


@pytest.mark.usefixtures("work")
async def test_a_viewer_sees_totals_and_nobody(database: Database, people: People) -> None:
    viewer = await put(database, Role.VIEWER, people.official.commune.id)
    told = await seen(database, viewer, people)
    hidden = (*NAMES, *CODES, HOUSEHOLD, REASON, GIVER, "4096", "ho chieu", "Tổ Đông")
    assert holding(told, *hidden) == {}
    # The count by activity and by village, and the sheet made of it.
    assert set(holding(told, str(COUNT))) == {"Records.tally", "Numbers.sheet"}
    async with database.read() as tx:
        ledger = Ledger(tx, viewer, NOW)
        told_by = {by: (await ledger.tally(WEEK, by)).totals for by in By}
    whole = {"vneid_kich_hoat": COUNT, "dvc_huong_dan": 5}
    assert told_by == {By.ACTIVITY: whole, By.VILLAGE: whole, By.TEAM: {}, By.MEMBER: {}}


@pytest.mark.usefixtures("work")
async def test_a_leader_of_another_team_sees_nothing_of_this_one(
    database: Database, people: People
) -> None:
    assert people.neighbour.team
    for role in (Role.LEADER, Role.DEPUTY):
        western = await put(database, role, people.neighbour.team.id)
        told = await seen(database, western, people)
        # Two teams that recorded the very same are told of each other, whoever leads them.
        assert "Trần Thị Hoa" in told.pop("Records.alike")
        # Figures are the whole commune's; which teams have looked, every leader is told.
        told = {name: one for name, one in told.items() if name not in _OF_THE_COMMUNE}
        assert holding(told, *NAMES, *CODES, str(COUNT), HOUSEHOLD, REASON, "ho chieu") == {}
        assert holding(told, "Tổ Đông") == {}


_OF_THE_COMMUNE = {"Records.figures", "Numbers.status"}


@pytest.mark.usefixtures("work")
async def test_people_of_another_commune_see_nothing_at_all(
    database: Database, people: People
) -> None:
    away = people.outside_official.commune.id
    others = (
        people.outside_official,
        people.outsider,
        await put(database, Role.VIEWER, away),
        None,
    )
    hidden = (*NAMES, *CODES, str(COUNT), HOUSEHOLD, REASON, GIVER, "4096", "ho chieu", "Tổ Đông")
    for other in others:
        told = await seen(database, other, people)
        assert holding(told, *hidden, "Thôn Đông", "Hoà Bình") == {}, other


@pytest.mark.usefixtures("work")
async def test_a_viewer_of_several_sees_the_commune_that_was_chosen(
    database: Database, people: People
) -> None:
    here, there = people.official.commune, people.outside_official.commune
    async with database.write() as tx:
        province, both = await provinces.over(tx, "Tỉnh Mẫu", (here, there), TODAY)
        alone, __ = await provinces.over(tx, "Tỉnh Khác", (await _third(tx),), TODAY)
    assert both == (here, there)
    viewer = await put(database, Role.VIEWER, province.id)
    assert viewer.choosing
    hidden = (*NAMES, *CODES, HOUSEHOLD, GIVER, "Tổ Đông")
    told = await seen(database, viewer, people)
    assert holding(told, *hidden, str(COUNT)) == {}
    assert set(holding(told, "Hoà Bình")) == {"Records.communes"}
    chat = await open_chat(database, "16", viewer)
    for commune, found in ((here, True), (there, False)):
        await keep(database, signed(f"V000{found:d}", viewer, CommuneChosen(commune.id)), chat=chat)
        looking = await person_at(database, "16")
        assert looking
        assert (looking.commune, looking.choosing) == (commune, False)
        told = await seen(database, looking, people)
        assert bool(holding(told, str(COUNT))) is found
        assert holding(told, *hidden) == {}
    # A commune that is not of the province is not chosen, whatever stands in the chat.
    other = await put(database, Role.VIEWER, alone.id)
    chat = await open_chat(database, "17", other)
    await keep(database, signed("V0009", other, CommuneChosen(here.id)), chat=chat)
    assert await person_at(database, "17") == other
    assert holding(await seen(database, other, people), str(COUNT), "Hoà Bình") == {}


async def _third(tx: Tx) -> Place:
    return Place(await place(tx, PlaceKind.COMMUNE, "Xã Thứ Ba", None), "Xã Thứ Ba")
