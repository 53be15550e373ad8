"""Five real reports given as figures: what is right comes out right, what is not is found."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.domain.facts import FigureGiven
from bot.domain.findings import Finding
from bot.domain.indicators import Value, half_up
from bot.domain.people import Person, Role
from bot.domain.periods import Period, period
from bot.domain.places import PlaceKind
from bot.domain.quantities import Lack, Origin
from bot.domain.sheets import Sheet
from bot.store import roster, sheets
from bot.store.db import Database, Tx
from tests.house import LIBRARY
from tests.store.people import NOW, keep, place, signed
from tests.store.real_reports import (
    ELSEWHERE,
    FOUND,
    PERIODS,
    ROWS,
    TEAMS,
    Counts,
    Line,
    Rate,
    Sum,
    lines,
    numbered,
    together,
    windows,
)

LINES = lines()
CATALOGUE = LIBRARY.catalogue

pytestmark = pytest.mark.skipif(not LINES, reason="../shared/facts is not part of the project")


def test_every_row_is_known_as_quantities() -> None:
    assert LINES.keys() == ROWS.keys()
    told = {name for pair in TEAMS.values() for name in pair}
    assert numbered().keys() <= ROWS.keys() | told | ELSEWHERE.keys()


@pytest.mark.parametrize("name", sorted(LINES))
async def test_each_row_alone_comes_to_what_it_is(file: Database, name: str) -> None:
    line, row = LINES[name], ROWS[name]
    rows = row.of if isinstance(row, Rate) and row.of else (name,)
    given = [figure for one in rows for figure in figures(LINES[one], ROWS[one])]
    asked = together(row) if isinstance(row, Sum) and row.windows else PERIODS[name[:4]]
    sheet = await reported(file, period(asked), given)
    if isinstance(row, Rate):
        assert_rate(line, value(sheet, row.indicator))
    broken = row.breaks if isinstance(row, Sum) else None
    assert [one.rule for one in sheet.findings] == ([broken] if broken else [])
    if broken:
        assert sum(one.amount.value for one in sheet.findings[0].left) == line.recomputed
    elif isinstance(row, Sum):
        assert amount(sheet, row.whole) in {line.recomputed, None}
    elif isinstance(row, Counts):
        for quantity, number in zip(row.quantities, line.left, strict=True):
            assert amount(sheet, quantity) in {number, None}
    assert (line.verdict == "BAD-SUM") is bool(broken)


@pytest.mark.parametrize("report", sorted(PERIODS))
async def test_a_whole_report_is_found_to_hold_but_for_what_does_not(
    database: Database, report: str
) -> None:
    given = [
        figure
        for name, line in LINES.items()
        if name.startswith(report) and not (isinstance(row := ROWS[name], Sum) and row.windows)
        for figure in figures(line, row)
    ]
    sheet = await reported(database, period(PERIODS[report]), given)
    assert {(one.rule, about(one)) for one in sheet.findings} == FOUND[report]
    assert len(sheet.findings) == len(FOUND[report])


@pytest.mark.parametrize("report", sorted(TEAMS))
async def test_the_roster_says_how_many_teams_and_members_there_are(
    file: Database, report: str
) -> None:
    teams, members = (int(numbered()[name][0]) for name in TEAMS[report])
    async with file.write() as tx:
        commune = await place(tx, PlaceKind.COMMUNE, "Xã Thử", None)
        official = await _official(tx, commune)
        for nth in range(teams):
            village = await place(tx, PlaceKind.VILLAGE, f"Thôn {nth}", commune)
            team = await place(tx, PlaceKind.TEAM, f"Tổ {nth}", village)
            for one in range(members // teams):
                await roster.add_person(
                    tx, title="bà", name=f"{one}", role=Role.MEMBER, place=team, consented_at=NOW
                )
    async with file.read() as tx:
        sheet = await sheets.live(
            tx, official.commune, period("2026-11"), CATALOGUE, NOW.date() + timedelta(days=30)
        )
    assert amount(sheet, "to_tat_ca") == teams
    assert amount(sheet, "to_thanh_vien") == members
    assert value(sheet, "to_cnscd_ty_le_thon_co_to").rounded == Decimal("100.00")


async def test_people_given_as_households_are_seen(file: Database) -> None:
    """What 646 households over 3.833 people becomes when the people are typed as households."""
    line = LINES["T002-22"]
    given = [*figures(line, ROWS["T002-22"])]
    given.append(_figure("so_ho", line.right, period(PERIODS["T002"])))
    sheet = await reported(file, period(PERIODS["T002"]), given)
    assert [one.rule for one in sheet.findings] == ["nguoi_moi_ho"]


async def test_every_rung_stands_on_one_base(file: Database) -> None:
    """97,08 % of those approved are 82,92 % of those with a card, as the rung before is 85,41 %."""
    given = [
        *figures(LINES["T002-04"], ROWS["T002-04"]),
        *figures(LINES["T002-05"], ROWS["T002-05"]),
    ]
    sheet = await reported(file, period(PERIODS["T002"]), given)
    (climb,) = sheet.whole.climbs
    assert climb.base
    rates = [
        Decimal(one.amount.value * 100) / climb.base.value for one in climb.rungs if one.amount
    ]
    wanted = [Decimal(100), *(LINES[name].recomputed for name in ("T002-04", "T002-05b"))]
    assert [half_up(one, 2) for one in rates] == wanted


async def reported(database: Database, asked: Period, given: Iterable[FigureGiven]) -> Sheet:
    """Give figures to a commune of its own, hours apart, and return its sheet."""
    async with database.write() as tx:
        number = await place(tx, PlaceKind.COMMUNE, "Xã Thử", None)
        official = await _official(tx, number)
    await keep(
        database,
        *(
            signed(f"F{nth:05}", official, one, NOW + timedelta(hours=2 * nth))
            for nth, one in enumerate(given)
        ),
    )
    async with database.read() as tx:
        return await sheets.live(tx, official.commune, asked, CATALOGUE, asked.end)


async def _official(tx: Tx, commune: int) -> Person:
    number = await roster.add_person(
        tx, title="bà", name="Phạm Thị Lan", role=Role.OFFICIAL, place=commune, consented_at=NOW
    )
    return await roster.person(tx, number)


def figures(line: Line, row: Rate | Sum | Counts) -> Iterator[FigureGiven]:
    """Return what is given of a row: each number as a figure of its quantity."""
    asked = period(PERIODS[line.id[:4]])
    if isinstance(row, Sum) and row.windows:
        for part, (__, window) in zip(line.left, windows(row), strict=True):
            yield _figure(row.whole, part, period(window))
        return
    if isinstance(row, Rate):
        sides = [(row.numerator, line.left[0]), (row.denominator, line.right)] if not row.of else []
    elif isinstance(row, Counts):
        sides = [*zip(row.quantities, line.left, strict=True)]
    else:
        wholes = ((one, line.right) for one in (row.whole, *row.more))
        sides = [*zip(row.parts, line.left, strict=True), *wholes]
    for quantity, number in sides:
        if not quantity:
            assert not number
        elif CATALOGUE.quantities[quantity].origin is Origin.FIGURE:
            yield _figure(quantity, number, asked)


def _figure(name: str, number: Decimal, asked: Period) -> FigureGiven:
    declared = CATALOGUE.quantities[name]
    since = asked.start if declared.flow else None
    return FigureGiven(name, number, declared.unit, asked.last, "UBND xã", "99/BC-UBND", since)


def assert_rate(line: Line, shown: Value) -> None:
    """See that a rate is what it is at the precision printed; of unlike units there is none."""
    row, declared = ROWS[line.id], CATALOGUE.indicators[shown.id]
    assert isinstance(row, Rate)
    if not row.of and row.denominator != declared.denominator:
        assert line.verdict == "BAD-DEN" or line.id == "T002-06"
        assert (shown.why, shown.percent) == (Lack.MISSING, None)
        return
    assert shown.percent is not None
    decimals = -int(line.recomputed.as_tuple().exponent)
    assert half_up(shown.percent, decimals) == line.recomputed
    assert shown.numerator
    assert shown.numerator.value == sum(line.left)
    assert shown.denominator
    assert shown.denominator.value == line.right


def value(sheet: Sheet, indicator: str) -> Value:
    """Return an indicator of the whole commune."""
    return next(one for one in sheet.whole.values if one.id == indicator)


def amount(sheet: Sheet, quantity: str) -> int | None:
    """Return how much there is of a quantity, from an indicator that is made of it."""
    for one in sheet.whole.values:
        declared = CATALOGUE.indicators[one.id]
        if declared.numerator == quantity and one.numerator:
            return one.numerator.value
        if declared.denominator == quantity and one.denominator:
            return one.denominator.value
    return None


def about(finding: Finding) -> str:
    """Return the quantity that a finding is about: the whole, or what was given twice."""
    title = (finding.right or finding.left)[0].title
    return next(one.id for one in CATALOGUE.quantities.values() if one.title == title)
