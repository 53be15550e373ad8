"""`toso merge`: shown first, done once, refused in one sentence; and tallies on both maps."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Ran, Toso, change, dump, rows
from tests.commands.recount import recount
from tests.house import NOW

BINH_AN, TAN_LAP = "Bình An (xã mẫu)", "Tân Lập (xã mẫu)"
TWO = ("--into", "Đoàn Kết", "--from", "An Khương", "Thọ An")
DAY = ("--day", "2026-11-18")
WEEK, EARLIER = ("2026-11-16", "2026-11-22"), ("2026-11-09", "2026-11-15")


@pytest.fixture(autouse=True)
def _today(set_clock: Callable[[datetime], None]) -> None:
    """Saturday of the week in which the villages become one."""
    set_clock(NOW)


def _merge(toso: Toso, file: Path, *words: object) -> Ran:
    return toso("merge", *words, "--db", file)


def _villages(toso: Toso, file: Path, period: str, *more: str) -> dict[tuple[str, str], int]:
    ran = toso("tally", "--period", period, "--by", "village", "--json", "--db", file, *more)
    assert (ran.code, ran.err) == (0, "")
    told: list[dict[str, Any]] = ran.json["rows"]
    return {(one["village"], one["activity"]): one["count"] for one in told}


def _counted(file: Path, days: tuple[str, str], **now: str) -> dict[tuple[str, str], int]:
    """Return an independent count, each village under the name it has `now`."""
    found: dict[tuple[str, str], int] = {}
    for name, activity, count in recount(file, *days, "village", BINH_AN):
        key = (now.get((name or "").replace(" ", "_"), name or ""), activity)
        found[key] = found.get(key, 0) + count
    return found


def test_it_is_only_shown_without_yes(toso: Toso, commune: Path) -> None:
    before = dump(commune)
    ran = _merge(toso, commune, *TWO, *DAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "Từ ngày 18/11/2026:\n– An Khương → Đoàn Kết\n– Thọ An → Đoàn Kết\n"
        "Số thôn, tổ bên trong giữ nguyên tên: 2.\nSố người chuyển theo: 12.\n"
    )
    assert ran.out.endswith("--yes.\n")
    assert _merge(toso, commune, *TWO, *DAY, "--json").json["done"] is False
    assert dump(commune) == before


def test_it_is_done_once(toso: Toso, commune: Path) -> None:
    first = _merge(toso, commune, *TWO, *DAY, "--yes", "--json")
    assert (first.code, first.json["done"], first.json["before"]) == (0, True, False)
    assert first.json["people"] == 12
    assert [(one["kind"], one["old"], one["new"]) for one in first.json["changes"]] == [
        ("village", "An Khương", "Đoàn Kết"),
        ("village", "Thọ An", "Đoàn Kết"),
        ("team", "Tổ An Khương", "Tổ An Khương"),
        ("team", "Tổ Thọ An", "Tổ Thọ An"),
    ]
    after = dump(commune)
    again = _merge(toso, commune, *TWO, *DAY, "--yes")
    assert (again.code, again.out) == (0, "Đoàn Kết: việc này đã làm rồi; không thay đổi gì.\n")
    assert _merge(toso, commune, *TWO, *DAY, "--json").json["before"] is True
    assert dump(commune) == after
    checked = toso("verify", "--db", commune)
    assert (checked.code, checked.err) == (0, "")


def test_the_numbers_on_both_maps_are_those_of_an_independent_count(
    toso: Toso, commune: Path
) -> None:
    _merge(toso, commune, *TWO, *DAY, "--yes")
    new = {"An_Khương": "Đoàn Kết", "Thọ_An": "Đoàn Kết"}
    assert _villages(toso, commune, "2026-W47") == _counted(commune, WEEK, **new)
    assert _villages(toso, commune, "2026-W46") == _counted(commune, EARLIER)
    on_new = _villages(toso, commune, "2026-W46", "--map", "2026-11-18")
    assert on_new == _counted(commune, EARLIER, **new)
    on_old = _villages(toso, commune, "2026-W47", "--map", "2026-11-17")
    assert on_old == _counted(commune, WEEK)
    assert ("Đoàn Kết", "vneid_kich_hoat") in on_new
    told = toso("tally", "--period", "2026-W46", "--map", "2026-11-18", "--json", "--db", commune)
    assert told.json["map"] == "2026-11-18"


def test_communes_become_one(toso: Toso, commune: Path) -> None:
    both = ("--communes", "--into", "Xã Mới", "--from", BINH_AN, TAN_LAP, *DAY)
    renamed = ("--rename", "Gò Đá", "Gò Đá Mới")
    assert _merge(toso, commune, *both, *renamed, "--yes").code == 0
    whole = _villages(toso, commune, "2026-W47")
    assert {"Gò Đá Mới", "Suối Cát"} <= {name for name, __ in whole}
    expected = _counted(commune, WEEK, Gò_Đá="Gò Đá Mới")
    assert {key: n for key, n in whole.items() if key[0] != "Suối Cát"} == expected
    # A setting that names an old commune goes on; whoever asks for the old one sees it alone.
    tally = ("tally", "--period", "2026-W47", "--json", "--db", commune)
    assert toso(*tally, commune=TAN_LAP).json["commune"] == "Xã Mới"
    assert toso(*tally, "--commune", BINH_AN).json["commune"] == BINH_AN
    assert _merge(toso, commune, *both, *renamed, "--yes").out.startswith("Xã Mới: việc này đã")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((*TWO, "--day", "2026-11-22"), "TS-70"),
        ((*TWO, "--day", "18/11/2026"), "TS-46"),
        ((*TWO, "An Khương", *DAY), "TS-71"),
        (("--into", "Mới", "--from", "An Khương", "Nam An", *DAY), "TS-72"),
        ((*TWO, *DAY, "--rename", "Tổ Nào", "Tổ Khác"), "TS-72"),
        (("--into", "Mới", "--from", "An Khương", "Suối Cát", *DAY), "TS-73"),
        (("--teams", "--into", "Mới", "--from", "Tổ An Khương", "Tổ Thọ An", *DAY), "TS-73"),
        (("--into", "Gò Đá", "--from", "An Khương", "Thọ An", *DAY), "TS-75"),
        ((*TWO, *DAY, "--rename", "Tổ Thọ An", "Tổ An Khương"), "TS-75"),
        ((*TWO, "--day", "2020-01-01"), "TS-76"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("how", [(), ("--yes",), ("--yes", "--json")])
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    toso: Toso, commune: Path, words: tuple[str, ...], code: str, how: tuple[str, ...]
) -> None:
    before = dump(commune)
    ran = _merge(toso, commune, *words, *how)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"toso: [{code}] ")
    assert ran.err.count("\n") == 1
    assert dump(commune) == before


def test_a_closed_period_is_not_put_on_another_map(toso: Toso, commune: Path) -> None:
    change(
        commune,
        'INSERT INTO closings (commune_id, period, first, "end", code) '
        "VALUES (1, '2026-W47', '2026-11-16', '2026-11-23', 'X')",
    )
    ran = _merge(toso, commune, *TWO, *DAY, "--yes")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("toso: [TS-77] Kỳ 2026-W47 đã chốt")
    assert "23/11/2026" in ran.err
    change(commune, "UPDATE closings SET reopened = 'Y'")
    assert _merge(toso, commune, *TWO, *DAY, "--yes").code == 0


def test_what_was_merged_leads_to_what_it_became(toso: Toso, commune: Path) -> None:
    _merge(toso, commune, *TWO, *DAY, "--yes")
    words = ("--into", "Khác", "--from", "Thọ An", "Gò Đá", *DAY)
    ran = _merge(
        toso,
        commune,
        *words,
        "--yes",
    )
    assert ran.err.startswith("toso: [TS-74] Thọ An đã sáp nhập: từ ngày 18/11/2026 thuộc Đoàn Kết")
    teams = ("--teams", "--into", "Tổ Đoàn Kết", "--from", "Tổ An Khương", "Tổ Thọ An", *DAY)
    assert _merge(toso, commune, *teams, "--yes").code == 0
    now = rows(commune, "SELECT name FROM places WHERE kind = 'team' AND valid_to IS NULL")
    assert ("Tổ Đoàn Kết",) in now
    assert ("Tổ Thọ An",) not in now
    assert toso("verify", "--db", commune).code == 0


def test_a_village_may_only_get_another_name(toso: Toso, commune: Path) -> None:
    renamed = ("--into", "Gò Đá Mới", "--from", "gò  đá", *DAY)
    ran = _merge(toso, commune, *renamed, "--yes")
    assert ran.code == 0
    assert ran.out.startswith("Từ ngày 18/11/2026:\n– Gò Đá → Gò Đá Mới\n")
    assert ("Gò Đá Mới",) in rows(commune, "SELECT name FROM places WHERE valid_to IS NULL")
