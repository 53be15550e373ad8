"""`toso tally` and `toso verify` of a closed period: the same numbers under the same code."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import sound
from bot.domain.facts import Entry, PeriodClosed
from bot.domain.people import Role
from bot.domain.periods import Period, period
from bot.store import facts, roster
from bot.store.db import Database
from bot.store.numbers import Numbers
from bot.store.sheet_text import fingerprint
from tests.commands.conftest import Toso, change, rows
from tests.house import CONTENT, NOW

LAST, WEEK = period("2026-W46"), period("2026-W47")
# A province's own heading for the indicators of teams, and figures that nobody gives here.
OTHERS = """
decimals = 0

[[groups]]
id = "to-cong-nghe-so"
title.vi = "Tổ, nhóm"
title.en = "Groups"

[[quantities]]
id = "dan_so"
title.vi = "Nhân khẩu"
title.en = "Inhabitants"
unit = "người"
origin = "figure"
giver = "cong-an"
"""
# Recorded by the teams, and so to be recounted from what they recorded.
FORGED = "vneid_kich_hoat_ho_tro"
WAYS = ("activity", "village", "team")


def close(file: Path, closed: Period) -> None:
    """Close a period of the first commune as its official does."""

    async def run() -> None:
        database = Database(str(file))
        async with database.write() as tx:
            commune = (await roster.communes(tx))[0]
            number = await roster.add_person(
                tx, title="bà", name="Phạm Thị Lan", role=Role.OFFICIAL, place=commune.id,
                consented_at=NOW,
            )  # fmt: skip
            official = await roster.person(tx, number)
            sheet = await Numbers(tx, official, sound(CONTENT).catalogue, NOW).sheet(closed)
            fact = PeriodClosed(closed, sheet)
            entry = Entry("A0001", NOW, fact, member=number, commune=commune.id)
            await facts.add(tx, entry, None)
        await database.close()

    asyncio.run(run())


@pytest.mark.parametrize("by", WAYS)
def test_a_closed_period_prints_what_it_was_closed_with(toso: Toso, commune: Path, by: str) -> None:
    asked = ("tally", "--period", LAST.id, "--by", by, "--json", "--db", commune)
    before = toso(*asked).json
    close(commune, LAST)
    change(commune, "UPDATE facts SET count = count + 100 WHERE day = '2026-11-12'")
    change(commune, "UPDATE places SET name = name || ' mới' WHERE kind <> 'commune'")
    closed = toso(*asked).json
    ((fingerprint, last),) = rows(commune, "SELECT fingerprint, last_fact FROM closings")
    code = "-".join(fingerprint[at : at + 4].upper() for at in (0, 4, 8))
    assert closed == before | {
        "state": "closed",
        "seal": {
            "code": code,
            "fingerprint": fingerprint,
            "catalogue": sound(CONTENT).catalogue.version,
            "last_fact": last,
            "closed_at": "2026-11-21T02:00:00+00:00",
        },
    }
    told = toso("tally", "--period", LAST.id, "--by", by, "--db", commune)
    assert told.out.split("\n")[2] == f"Đã chốt ngày 21/11/2026, mã số liệu {code}"


def test_an_adjustment_is_told_beside_the_totals_that_hold_it(toso: Toso, commune: Path) -> None:
    change(
        commune,
        "UPDATE facts SET adjusts = '2026-11-15' WHERE id = (SELECT max(id) FROM facts"
        " WHERE kind = 'AssistanceGiven' AND day >= '2026-11-16' AND commune_id = 1)",
    )
    ((activity, count),) = rows(
        commune, "SELECT activity, count FROM facts WHERE adjusts IS NOT NULL"
    )
    printed = toso("tally", "--period", WEEK.id, "--json", "--db", commune).json
    (told,) = printed["adjustments"]
    assert list(told) == ["activity", "unit", "count", "for_day"]
    assert (told["activity"], told["count"], told["for_day"]) == (activity, count, "2026-11-15")
    ran = toso("tally", "--period", WEEK.id, "--db", commune, language="en")
    assert "\nAdjustments for closed periods (they are in the totals above):\n– " in ran.out
    assert "(work of 15/11/2026)\n" in ran.out


def test_a_damaged_sheet_is_refused_and_named(toso: Toso, commune: Path) -> None:
    close(commune, LAST)
    assert toso("verify", "--db", commune).code == 0
    change(commune, "UPDATE closings SET sheet = replace(sheet, 'An Bình', 'An Bính')")
    ran = toso("tally", "--period", LAST.id, "--db", commune)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("toso: [TS-60] Bảng số của kỳ đã chốt 2026-W46 bị thay đổi")
    ran = toso("verify", "--db", commune)
    assert ran.code == 1
    assert "kỳ đã chốt 2026-W46 bị thay đổi sau khi chốt" in ran.err


def test_a_period_that_an_earlier_version_closed_has_no_code(toso: Toso, commune: Path) -> None:
    close(commune, LAST)
    change(commune, "UPDATE closings SET sheet = NULL, fingerprint = NULL, last_fact = NULL")
    change(commune, "UPDATE facts SET body = '{\"period\": \"2026-W46\"}' WHERE code = 'A0001'")
    printed = toso("tally", "--period", LAST.id, "--json", "--db", commune).json
    assert (printed["state"], printed["seal"]) == ("closed", None)
    ran = toso("tally", "--period", LAST.id, "--db", commune)
    assert ran.out.split("\n")[2] == "Đã chốt (bằng phiên bản trước, chưa có mã số liệu)."
    assert toso("verify", "--db", commune).code == 0


def test_every_command_prints_the_closed_sheet_whatever_is_declared_by_now(
    toso: Toso, commune: Path, tmp_path: Path
) -> None:
    close(commune, LAST)
    asked = [
        (*words, "--period", LAST.id, "--json", "--db", commune)
        for words in (("indicators", "--by", "village"), ("findings",), ("tally",))
    ]
    before = [toso(*words).out for words in asked]
    (seal,) = {json.dumps(one["seal"]) for out in before[:2] for one in json.loads(out)}
    assert json.loads(before[2])["seal"] == json.loads(seal)
    assert {one["unit"] for one in json.loads(before[0])} > {"%", "người", "hộ"}
    change(commune, "UPDATE figures SET value = value * 2, as_of = '2020-01-01'")
    change(commune, "UPDATE facts SET why = 'khác' WHERE kind = 'FindingAnswered'")
    laid = tmp_path / "laid"
    laid.mkdir()
    (laid / "indicators.toml").write_text(OTHERS, encoding="utf-8")
    assert [toso(*words, overlay=laid).out for words in asked] == before


def test_what_a_closed_period_was_made_of_is_told(toso: Toso, commune: Path) -> None:
    close(commune, LAST)
    ((catalogue, last),) = rows(commune, "SELECT catalogue, last_fact FROM closings")
    for name in ("tally", "indicators", "findings"):
        told = toso(name, "--period", LAST.id, "--db", commune, language="en").out.split("\n")
        assert told[2].startswith("Closed on 21/11/2026, code of the figures "), name
        assert told[3] == f"Catalogue {catalogue}, counted up to line {last} of the ledger.", name


@pytest.mark.parametrize("name", ["tally", "indicators", "findings"])
def test_no_command_prints_a_damaged_sheet(toso: Toso, commune: Path, name: str) -> None:
    close(commune, LAST)
    change(commune, "UPDATE closings SET sheet = replace(sheet, 'An Bình', 'An Bính')")
    for form in ((), ("--json",)):
        ran = toso(name, "--period", LAST.id, "--db", commune, *form)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("toso: [TS-60] ")
        assert LAST.id in ran.err


def test_a_sheet_that_was_forged_with_its_code_is_found(toso: Toso, commune: Path) -> None:
    close(commune, LAST)
    ((text, before),) = rows(commune, "SELECT sheet, fingerprint FROM closings")
    sheet = json.loads(text)
    (one,) = (value for value in sheet["whole"]["values"] if value["id"] == FORGED)
    honest = one["numerator"]["value"]
    one["numerator"]["value"] += 7
    forged = json.dumps(sheet, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    after = fingerprint(forged)
    with closing(sqlite3.connect(commune)) as file:
        file.execute("UPDATE closings SET sheet = ?, fingerprint = ?", (forged, after))
        file.execute("UPDATE facts SET body = replace(body, ?, ?)", (before, after))
        file.commit()
    ran = toso("verify", "--db", commune, language="en")
    found = [one for one in ran.err.splitlines() if "as an indicator has it" in one]
    assert (ran.code, len(found)) == (1, 1)
    assert f" in 2026-W46 differs: {honest} fact by fact, {honest + 7} as" in found[0]


def test_a_figure_behind_the_indicators_of_today_is_recounted(
    toso: Toso, commune: Path, set_clock: Callable[[datetime], None]
) -> None:
    set_clock(NOW)
    assert toso("verify", "--db", commune).code == 0
    change(commune, "UPDATE figures SET value = '4000' WHERE name = 'dan_so'")
    ran = toso("verify", "--db", commune, language="en")
    for name in ("2026-W47", "2026-11"):
        said = f"dan_so of Bình An (xã mẫu) in {name} differs: 3833 fact by fact, 4000 as an"
        assert said in ran.err


@pytest.mark.parametrize("at", ["0001-01-01", "9999-12-31"])
def test_a_day_out_of_every_calendar_is_refused(toso: Toso, commune: Path, at: str) -> None:
    ran = toso("indicators", "--at", at, "--json", "--db", commune)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("toso: [TS-44] ")
