"""`toso tally`: its contract, and its numbers against an independent count."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Toso, change, rows
from tests.commands.recount import recount, taken_back
from tests.content.test_shelves import UNITS

BINH_AN, TAN_LAP = "Bình An (xã mẫu)", "Tân Lập (xã mẫu)"
WAYS = ("activity", "village", "team", "member")
PERIODS = {
    "2026-W46": ("calendar", "2026-11-09", "2026-11-15"),
    "2026-W47": ("calendar", "2026-11-16", "2026-11-22"),
    "2026-W46@nd09": ("nd09", "2026-11-09", "2026-11-15"),
    "2026-11": ("calendar", "2026-11-01", "2026-11-30"),
    "2026-11@nd09": ("nd09", "2026-10-15", "2026-11-14"),
    "2026-12@nd09": ("nd09", "2026-11-15", "2026-12-14"),
    "2026-Q4": ("calendar", "2026-10-01", "2026-12-31"),
    "2026-Q4@nd09": ("nd09", "2026-09-15", "2026-12-14"),
    "2026-H2": ("calendar", "2026-07-01", "2026-12-31"),
    "2026-H2@nd09": ("nd09", "2026-06-15", "2026-12-14"),
    "2026": ("calendar", "2026-01-01", "2026-12-31"),
    "2026@nd09": ("nd09", "2025-12-15", "2026-12-14"),
    "2026-11-09..2026-11-09": ("calendar", "2026-11-09", "2026-11-09"),
    "2026-10-25..2026-11-05@nd09": ("nd09", "2026-10-25", "2026-11-05"),
    "2020-W01": ("calendar", "2019-12-30", "2020-01-05"),
}


def _json(toso: Toso, file: Path, period: str, by: str, *more: str) -> dict[str, Any]:
    ran = toso("tally", "--period", period, "--by", by, "--json", "--db", file, *more)
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = ran.json
    return found


@pytest.mark.parametrize("by", WAYS)
@pytest.mark.parametrize("period", PERIODS)
def test_the_numbers_are_those_of_an_independent_count(
    toso: Toso, commune: Path, period: str, by: str
) -> None:
    scheme, first, last = PERIODS[period]
    printed = _json(toso, commune, period, by)
    assert printed["period"] == {"id": period, "scheme": scheme, "start": first, "end": last}
    counted = recount(commune, first, last, by, BINH_AN)
    assert _rows(printed, by) == counted
    totals = {one["activity"]: one["count"] for one in printed["totals"]}
    assert totals == {row[1]: row[2] for row in recount(commune, first, last, "", BINH_AN)}


def test_the_demo_holds_what_the_count_must_leave_out(commune: Path) -> None:
    assert taken_back(commune, "2026-10-15", "2026-11-22") > 0
    given = recount(commune, "2026-01-01", "2026-12-31", "member", BINH_AN)
    assert len({row[0] for row in given}) > 20
    assert {row[1] for row in given} == set(UNITS)
    assert recount(commune, "2026-01-01", "2026-12-31", "member", TAN_LAP) != []


@pytest.mark.parametrize("by", WAYS)
def test_the_keys_are_those_of_the_contract(toso: Toso, commune: Path, by: str) -> None:
    printed = _json(toso, commune, "2026-W46", by)
    assert list(printed) == [
        *("commune", "period", "totals", "rows", "quiet", "tried", "adjustments"),
        *("state", "seal"),
    ]
    assert (printed["adjustments"], printed["state"], printed["seal"]) == ([], "draft", None)
    assert list(printed["period"]) == ["id", "scheme", "start", "end"]
    assert {tuple(one) for one in printed["totals"]} == {("activity", "unit", "count")}
    dimension = () if by == "activity" else (by,)
    assert {tuple(one) for one in printed["rows"]} == {(*dimension, "activity", "unit", "count")}
    assert printed["commune"] == BINH_AN


@pytest.mark.parametrize("by", WAYS)
def test_every_count_has_its_own_unit(toso: Toso, commune: Path, by: str) -> None:
    printed = _json(toso, commune, "2026", by)
    for part in ("totals", "rows"):
        assert {one["activity"]: one["unit"] for one in printed[part]} == UNITS
    # Totals come in the order of the reports.
    assert [one["activity"] for one in printed["totals"]] == list(UNITS)


def test_rows_are_of_activities_unless_something_else_is_asked_for(
    toso: Toso, commune: Path
) -> None:
    plain = toso("tally", "--period", "2026-W46", "--json", "--db", commune)
    assert plain.json == _json(toso, commune, "2026-W46", "activity")


@pytest.mark.parametrize("by", WAYS)
def test_another_communes_numbers_are_its_own(toso: Toso, commune: Path, by: str) -> None:
    printed = _json(toso, commune, "2026", by, "--commune", TAN_LAP)
    assert printed["commune"] == TAN_LAP
    assert _rows(printed, by) == recount(commune, "2026-01-01", "2026-12-31", by, TAN_LAP)


def test_the_commune_may_be_a_setting(toso: Toso, commune: Path) -> None:
    asked = ("tally", "--period", "2026", "--json", "--db", commune)
    assert toso(*asked, commune=TAN_LAP).json["commune"] == TAN_LAP
    assert toso(*asked, "--commune", BINH_AN, commune=TAN_LAP).json["commune"] == BINH_AN


def test_the_database_may_be_a_setting(toso: Toso, commune: Path) -> None:
    ran = toso("tally", "--period", "2026", "--json", database=commune)
    assert ran.json == _json(toso, commune, "2026", "activity")


def test_the_help_of_someone_who_left_still_counts(toso: Toso, commune: Path) -> None:
    change(commune, "UPDATE people SET name = NULL WHERE id IN (2, 3)")
    printed = _json(toso, commune, "2026", "member")
    counted = recount(commune, "2026-01-01", "2026-12-31", "member", BINH_AN)
    assert _rows(printed, "member") == counted
    assert [row for row in counted if row[0] is None] != []


def test_an_activity_that_the_content_no_longer_knows_still_counts(
    toso: Toso, commune: Path
) -> None:
    change(commune, "UPDATE facts SET activity = 'gone' WHERE activity = 'chu_ky_so'")
    for by in WAYS:
        printed = _json(toso, commune, "2026", by)
        assert _rows(printed, by) == recount(commune, "2026-01-01", "2026-12-31", by, BINH_AN)
        assert [one["unit"] for one in printed["totals"] if one["activity"] == "gone"] == [None]


def test_nothing_recorded_is_no_row(toso: Toso, commune: Path) -> None:
    printed = _json(toso, commune, "2020-W01", "village")
    assert (printed["totals"], printed["rows"]) == ([], [])


@pytest.mark.parametrize(("by", "names"), [("village", "village_id"), ("team", "team_id")])
def test_the_text_names_every_place_that_has_a_row(
    toso: Toso, commune: Path, by: str, names: str
) -> None:
    ran = toso("tally", "--period", "2026-W46", "--by", by, "--db", commune)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{BINH_AN}\nKỳ 2026-W46: 09/11/2026 – 15/11/2026\n")
    known = rows(commune, f"SELECT name FROM places WHERE id IN (SELECT {names} FROM facts)")  # noqa: S608 - the test's own words
    with_rows = {row[0] for row in recount(commune, "2026-11-09", "2026-11-15", by, BINH_AN)}
    assert {name for (name,) in known if f"\n{name}\n" in ran.out} == with_rows


def test_the_text_stands_beside_the_period_before(toso: Toso, commune: Path) -> None:
    ran = toso("tally", "--period", "2026-W46", "--db", commune, language="en")
    now = {row[1]: row[2] for row in recount(commune, "2026-11-09", "2026-11-15", "", BINH_AN)}
    then = {row[1]: row[2] for row in recount(commune, "2026-11-02", "2026-11-08", "", BINH_AN)}
    line = f"– VNeID level 2 activated: {now['vneid_kich_hoat']} accounts"
    assert f"{line} (before: {then['vneid_kich_hoat']})\n" in ran.out


def _rows(printed: dict[str, Any], by: str) -> list[tuple[str | None, str, int]]:
    found = [(one.get(by) if by != "activity" else None, one["activity"], one["count"])
             for one in printed["rows"]]  # fmt: skip
    return sorted(found, key=lambda row: (row[0] or "", row[1], row[2]))
