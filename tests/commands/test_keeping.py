"""`toso migrate`, `verify`, `demo`, `check`: the database, and whether all is in order."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.commands.conftest import Toso, change, dump, rows
from tests.content.plants import PLANTS
from tests.house import NOW

SetClock = Callable[[datetime], None]


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Another program's database."""
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    return file


def _tamper(file: Path) -> None:
    change(file, "UPDATE facts SET count = count - 1 WHERE id = "
                 "(SELECT id FROM facts WHERE voids IS NOT NULL LIMIT 1)")  # fmt: skip


def test_migrating_is_done_once(toso: Toso, tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    assert toso("migrate", "--db", file, language="en").out == "The database is now up to date.\n"
    before = dump(file)
    again = toso("migrate", "--db", file, language="en")
    assert (again.code, again.out) == (0, "The database was up to date.\n")
    assert dump(file) == before


@pytest.mark.parametrize("command", ["migrate", "verify", "demo", "check"])
def test_another_programs_database_is_refused_and_left_alone(
    toso: Toso, foreign: Path, command: str
) -> None:
    before = dump(foreign)
    ran = toso(command, "--db", foreign)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("toso: [TS-17] ")
    assert ran.err.count("\n") == 1
    assert dump(foreign) == before


def test_a_file_that_is_no_database_is_refused(toso: Toso, tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Kính gửi xã" * 1000, encoding="utf-8")
    ran = toso("verify", "--db", file)
    assert (ran.code, ran.out, ran.err[:14]) == (1, "", "toso: [TS-12] ")
    assert file.read_text("utf-8") == "Kính gửi xã" * 1000


def test_verifying_counts_every_fact_and_total(toso: Toso, commune: Path) -> None:
    facts = rows(commune, "SELECT COUNT(*) FROM facts")[0][0]
    keys = "commune_id, village_id, team_id, member_id, day, activity"
    totals = len(rows(commune, f"SELECT 1 FROM facts WHERE activity <> '' GROUP BY {keys}"))  # noqa: S608 - the test's own words
    ran = toso("verify", "--json", "--db", commune)
    assert (ran.code, ran.json["facts"], ran.json["problems"]) == (0, facts, [])
    # Beside these totals, those that indicators are made of.
    assert ran.json["totals"] > totals
    totals = ran.json["totals"]
    plain = toso("verify", "--db", commune, language="en")
    assert plain.code == 0
    assert plain.out == f"{facts} facts, {totals:,} totals recounted.\nEverything agrees.\n"


def test_verifying_finds_what_was_changed_by_hand(toso: Toso, commune: Path) -> None:
    _tamper(commune)
    ran = toso("verify", "--json", "--db", commune, language="en")
    assert (ran.code, ran.err) == (1, "")
    opposite, differ, *others = ran.json["problems"]
    assert "is not the opposite of" in opposite
    assert differ.startswith("Totals differ for (")
    plain = toso("verify", "--db", commune, language="en")
    assert (plain.code, plain.err.splitlines()) == (1, [opposite, differ, *others])
    assert "Everything agrees." not in plain.out


def test_the_demo_is_made_once(toso: Toso, tmp_path: Path) -> None:
    file = tmp_path / "demo.db"
    first = toso("demo", "--db", file, language="en")
    assert (first.code, first.err) == (0, "")
    assert first.out == "The demo commune is ready. Talk in it: toso chat --as member\n"
    before = dump(file)
    assert any("Bình An (xã mẫu)" in line for line in before)
    again = toso("demo", "--db", file, language="en")
    assert (again.code, again.err) == (0, "")
    assert again.out == "The demo commune was there already; nothing was changed.\n"
    assert dump(file) == before


def test_no_demo_is_made_beside_a_real_commune(toso: Toso, tmp_path: Path) -> None:
    file = tmp_path / "real.db"
    toso("migrate", "--db", file)
    change(file, "INSERT INTO places (id, kind, name, demo, valid_from)"
                 " VALUES (1, 'commune', 'Bình An', 0, '2025-07-01')")  # fmt: skip
    before = dump(file)
    for words in (["demo"], ["chat"], ["chat", "--as", "official"]):
        ran = toso(*words, "--db", file)
        assert (ran.code, ran.out, ran.err[:14]) == (1, "", "toso: [TS-42] ")
    assert dump(file) == before


def test_a_sound_house_is_said_to_be(toso: Toso, commune: Path, set_clock: SetClock) -> None:
    set_clock(NOW)
    ran = toso("check", "--db", commune, language="en")
    said, indicators = ran.out.splitlines()
    assert (ran.code, said, ran.err) == (0, "Settings, content and database are in order.", "")
    assert re.fullmatch(r"Indicators: \d+, catalogue [0-9a-f]{12}\.", indicators)


def test_a_house_without_a_database_yet_is_sound(
    toso: Toso, tmp_path: Path, set_clock: SetClock
) -> None:
    set_clock(NOW)
    ran = toso("check", language="en")
    assert ran.code == 0
    assert ran.err == "There is no database yet; it is made at the first start.\n"
    assert list(tmp_path.iterdir()) == []


def test_checking_changes_nothing(toso: Toso, commune: Path) -> None:
    before = dump(commune)
    toso("check", "--db", commune)
    assert dump(commune) == before


def test_settings_content_and_database_are_reported_at_once(
    toso: Toso, content: Path, foreign: Path
) -> None:
    plants = [plant for plant in PLANTS if plant.name in {"a long title", "an unknown unit"}]
    for plant in plants:
        plant.spoil(content)
    ran = toso("check", "--db", foreign, content=content, language="en", nonsense="1")
    assert (ran.code, ran.out) == (1, "")
    setting, activity, guide, database = ran.err.splitlines()
    assert setting == "TOSO_NONSENSE: There is no such setting. Is TOSO_CONTENT meant?"
    assert activity.startswith("activities.toml:")
    assert guide.startswith("guides/vneid-quen-mat-khau.vi.md:2: “title” is too long")
    assert database.startswith("toso: [TS-17] ")


def test_a_wrong_database_setting_is_reported_beside_the_rest(toso: Toso, content: Path) -> None:
    (content / "groups.toml").unlink()
    ran = toso("check", content=content, language="en", database="mysql://x/y")
    assert (ran.code, ran.out) == (1, "")
    files = {line.split(":")[0] for line in ran.err.splitlines()}
    assert {"TOSO_DATABASE", "groups.toml"} <= files
