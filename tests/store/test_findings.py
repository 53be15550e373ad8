"""What findings are made from, as the ledger has it; answers hold while the numbers do."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import event

from bot.domain.facts import FigureGiven, FindingAnswered, MemberLeft
from bot.domain.findings import Answer, Finding, Kind, Rule
from bot.domain.material import Spot
from bot.domain.people import Person, Role
from bot.domain.periods import Period, period
from bot.domain.places import Scope
from bot.domain.quantities import Amount, Origin, Quantity
from bot.domain.tally import By
from bot.domain.text import Words
from bot.domain.units import Unit
from bot.store import findings, roster, tallies
from bot.store.amounts import ground
from bot.store.db import Database
from tests.domain.checked import catalogue
from tests.store.people import NOW, TODAY, People, helped, keep, signed, voided

WEEK = period("2026-W47")
VNEID = "vneid_kich_hoat"
WORDS = Words({"vi": "hỏi lại"})
HELP = Quantity("giup", Words({"vi": "Đã giúp"}), Unit.ACCOUNT, Origin.EVENTS, of=(VNEID,))
PEOPLE = Quantity("dan_so", Words({"vi": "Dân số"}), Unit.PERSON, Origin.FIGURE)
END = date(2025, 12, 31)


def rule(kind: Kind, low: int | None = None, high: int | None = None) -> Rule:
    below, above = (None if one is None else Decimal(one) for one in (low, high))
    return Rule(kind.value, kind, (), (), below, above, WORDS)


async def found(
    database: Database,
    people: People,
    *rules: Rule,
    whose: Person | None = None,
    of: Period = WEEK,
    amount: Amount | None = None,
) -> tuple[Finding, ...]:
    """Check what the ledger holds against rules; `amount`: the commune's population in use."""
    commune = (whose or people.official).commune
    spots = (Spot(None, {"dan_so": amount} if amount else {}), Spot("Thôn Đông", {}))
    declared = catalogue(rules, (HELP, PEOPLE))
    async with database.read() as tx:
        where = await ground(tx, commune, of.last)
        by_team = await tallies.tally(tx, Scope(commune), of, By.TEAM)
        return await findings.findings(tx, where, of, declared, spots, by_team, of.end)


def population(value: int, giver: str = "Công an xã") -> FigureGiven:
    return FigureGiven("dan_so", Decimal(value), Unit.PERSON, END, giver)


def in_use(value: int) -> Amount:
    return Amount(value, Unit.PERSON, Origin.FIGURE, END, givers=("Công an xã",))


async def test_villages_are_held_against_the_weeks_in_which_they_reported(
    database: Database, people: People
) -> None:
    history = rule(Kind.HISTORY, 20, 5)
    weeks = [TODAY - timedelta(weeks=back) for back in range(6)]
    counts = (300, 9, 10, 11, 0, 10)
    for nth, (day, count) in enumerate(zip(weeks, counts, strict=True)):
        if count:
            await keep(database, helped(f"A000{nth}", people.member, VNEID, count, day))
    (odd,) = await found(database, people, history)
    assert (odd.place, odd.left[0].amount.value) == ("Thôn Đông", 300)
    # The week without a word is not a week with nothing.
    assert [(term.amount.value, term.amount.as_of) for term in odd.right] == [
        (count, period(f"2026-W{47 - back}").last) for back, count in enumerate(counts)
        if back and count
    ]  # fmt: skip
    outside = await found(database, people, history, whose=people.outside_official)
    assert outside == ()


async def test_a_burst_is_of_one_member_and_day_and_of_what_still_counts(
    database: Database, people: People
) -> None:
    entries = [
        helped(f"B{nth:04}", people.member, VNEID, 1, at=NOW + timedelta(seconds=nth))
        for nth in range(12)
    ]
    others = [
        helped(f"C{nth:04}", people.neighbour, VNEID, 1, TODAY - timedelta(days=nth % 3), NOW)
        for nth in range(12)
    ]
    corrected = replace(entries[0], code="D0001", corrects="B0000", at=NOW + timedelta(seconds=30))
    await keep(database, *entries, *others, corrected)
    burst = rule(Kind.BURST, 12, 2)
    (one,) = await found(database, people, burst)
    assert (one.place, one.names, one.left[0].amount.value) == ("Trần Thị Hoa", ("Thôn Đông",), 12)
    await keep(database, voided("D0002", people.member, entries[5]))
    assert await found(database, people, burst) == ()
    assert await found(database, people, burst, of=period("2026-W46")) == ()


async def test_teams_without_a_word_are_silent(database: Database, people: People) -> None:
    await keep(database, helped("A0001", people.member, VNEID, 1))
    silent = await found(database, people, rule(Kind.SILENT))
    assert [one.place for one in silent] == ["Tổ Tây"]


async def test_a_figure_given_twice_is_found_unless_it_was_put_right(
    database: Database, people: People
) -> None:
    twice = rule(Kind.TWICE)
    await keep(database, signed("A0001", people.official, population(999)))
    soon = signed("A0002", people.official, population(990), NOW + timedelta(minutes=59))
    await keep(database, soon)
    assert await found(database, people, twice, amount=in_use(990)) == ()
    later = signed("A0003", people.official, population(991), NOW + timedelta(hours=9))
    await keep(database, later)
    (one,) = await found(database, people, twice, amount=in_use(991))
    assert [term.amount.value for term in one.left] == [990, 991]
    named = replace(later, code="A0004", at=NOW + timedelta(hours=99), corrects="A0003")
    await keep(database, replace(named, fact=population(990)))
    assert await found(database, people, twice, amount=in_use(990)) == ()


async def test_an_answer_is_kept_with_its_reason_and_holds_for_its_numbers(
    database: Database, people: People
) -> None:
    silent = rule(Kind.SILENT)
    first, second = await found(database, people, silent)
    answered = FindingAnswered(first.key, WEEK)
    at = datetime(2026, 11, 21, 18, tzinfo=NOW.tzinfo)
    entry = replace(signed("A0001", people.official, answered, at), why="tổ mới lập")
    await keep(database, entry)
    last, answer = await found(database, people, silent)
    assert (last, answer.key) == (second, first.key)
    # In the evening of UTC it is the next day here.
    by = people.official.name
    assert answer.answer == Answer("tổ mới lập", by, date(2026, 11, 22))
    again = replace(entry, code="A0002", why="tổ trưởng nghỉ ốm")
    await keep(database, again)
    assert (await found(database, people, silent))[1].answer == Answer(
        "tổ trưởng nghỉ ốm", by, date(2026, 11, 22)
    )
    async with database.write() as tx:
        # The last official of a commune cannot leave.
        await roster.add_person(
            tx,
            title="anh",
            name="Hà Văn Bé",
            role=Role.OFFICIAL,
            place=people.official.commune.id,
            consented_at=NOW,
        )
    await keep(database, signed("A0003", people.official, MemberLeft(people.official.id)))
    left = (await found(database, people, silent))[1].answer
    assert left == Answer("tổ trưởng nghỉ ốm", None, date(2026, 11, 22))


async def test_an_answer_is_of_one_period(database: Database, people: People) -> None:
    twice = rule(Kind.TWICE)
    given = population(999), population(990, "Thống kê")
    await keep(
        database,
        *(signed(f"A000{nth}", people.official, one) for nth, one in enumerate(given)),
    )
    (one,) = await found(database, people, twice, amount=in_use(990))
    answered = signed("A0009", people.official, FindingAnswered(one.key, WEEK))
    await keep(database, replace(answered, why="hai cách đếm"))
    before = period("2026-W46")
    (here,) = await found(database, people, twice, amount=in_use(990))
    (there,) = await found(database, people, twice, amount=in_use(990), of=before)
    assert (here.key, here.answer is None) == (there.key, False)
    assert there.answer is None


async def test_however_many_rules_there_are_the_database_is_asked_the_same(
    database: Database, people: People
) -> None:
    asked: list[str] = []

    def note(*said: str) -> None:
        asked.append(said[2])

    event.listen(database._reader.sync_engine, "before_cursor_execute", note)
    every = (rule(Kind.HISTORY, 20, 5), rule(Kind.BURST, 12, 2), rule(Kind.TWICE))
    await found(database, people, *every)
    once = len(asked)
    await found(database, people, *every * 9)
    assert len(asked) == 2 * once
