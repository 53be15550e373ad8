"""`toso indicators`: its contract, and that no number stands there without what it rests on."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.clock import VIET_NAM
from bot.domain.indicators import Measure
from bot.domain.quantities import Lack, Origin
from tests.commands.conftest import Toso, rows
from tests.commands.recount import recount
from tests.house import LIBRARY, NOW

BINH_AN = "Bình An (xã mẫu)"
CATALOGUE = LIBRARY.catalogue
KEYS = (
    *("id", "title", "group", "measure", "unit", "value", "numerator", "denominator"),
    *("target", "why", "lack", "period", "state", "seal"),
)
AMOUNT = (
    *("value", "unit", "source", "as_of", "since", "origin", "document", "expired"),
    *("added", "estimate", "most", "coverage"),
)


@pytest.fixture(autouse=True)
def _morning(set_clock: Callable[[datetime], None]) -> None:
    """The morning on which the demo commune was made."""
    set_clock(NOW)


@pytest.fixture
def known(commune: Path) -> Path:
    """The demo commune with the figures of its cards, accounts and people, and nothing else."""
    figures = (
        ("the_tu_14", "3009", "thẻ"),
        ("dinh_danh_duyet", "2570", "tài khoản"),
        ("dinh_danh_kich_hoat", "2495", "tài khoản"),
        ("dan_so", "3833", "người"),
        ("nguoi_dung_internet", "2334", "người"),
        ("ho_cap_quang", "646", "hộ"),
        ("thue_bao_co_dinh", "676", "thuê bao"),
    )
    given = (
        "INSERT INTO figures (name, value, unit, code, place_id, as_of, giver, document)"
        " SELECT ?, ?, ?, ?, id, '2025-12-31', 'Công an xã', '12/BC-CAX'"
        " FROM places WHERE name = ?"
    )
    with closing(sqlite3.connect(commune)) as connection:
        connection.execute("DELETE FROM figures")
        named = [(*one, f"A000{nth}", BINH_AN) for nth, one in enumerate(figures)]
        connection.executemany(given, named)
        connection.commit()
    return commune


def printed(toso: Toso, file: Path, *more: str) -> list[dict[str, Any]]:
    ran = toso("indicators", "--json", "--db", file, *more)
    assert (ran.code, ran.err) == (0, "")
    found: list[dict[str, Any]] = ran.json
    return found


def of(found: list[dict[str, Any]], id_: str, place: str | None = None) -> dict[str, Any]:
    (one,) = (one for one in found if one["id"] == id_ and one.get("place") == place)
    return one


def test_every_indicator_is_told_in_the_order_of_the_reports(toso: Toso, known: Path) -> None:
    found = printed(toso, known)
    assert [one["id"] for one in found] == list(CATALOGUE.indicators)
    assert {tuple(one) for one in found} == {KEYS}
    parts = [part for one in found for part in (one["numerator"], one["denominator"]) if part]
    assert {tuple(part) for part in parts} == {AMOUNT}
    # A number or a reason, and never both; nothing is unexplained.
    for one in found:
        assert (one["value"] is None) == bool(one["why"]) == (one["lack"] in set(Lack)), one
        assert one["numerator"] or one["why"]
        if one["measure"] != Measure.COUNT and one["value"] is not None:
            assert one["denominator"]["value"] > 0
            assert not one["denominator"]["expired"]


def test_a_rate_is_told_with_its_numbers_units_sources_and_days(toso: Toso, known: Path) -> None:
    found = printed(toso, known, "--at", "2026-06-30")
    activated = of(found, "vneid_kich_hoat_tren_the")
    assert (activated["value"], activated["unit"], activated["why"]) == (82.92, "%", None)
    cards = {"source": "Công an xã", "as_of": "2025-12-31", "document": "12/BC-CAX"}
    assert activated["numerator"].items() >= (cards | {"value": 2495, "unit": "tài khoản"}).items()
    assert activated["denominator"].items() >= (cards | {"value": 3009, "unit": "thẻ"}).items()
    assert activated["denominator"]["added"] is None
    assert of(found, "vneid_kich_hoat_tren_cap")["value"] == 97.08
    assert of(found, "internet_nguoi_ty_le")["value"] == 60.89
    fixed = of(found, "bang_rong_co_dinh_100dan")
    assert (fixed["value"], fixed["unit"]) == (17.64, "thuê bao/100 người")
    # Households are no share of people, and nobody gave how many households there are.
    fibre = of(found, "caquang_ho_ty_le")
    assert (fibre["value"], fibre["lack"], fibre["denominator"]) == (None, "missing", None)
    assert fibre["numerator"]["value"] == 646


def test_what_the_teams_added_stands_beside_the_figure(toso: Toso, known: Path) -> None:
    found = of(printed(toso, known), "vneid_kich_hoat_tren_the")["numerator"]
    since = recount(known, "2026-01-01", "2026-11-21", "", BINH_AN)
    (helped,) = (row[2] for row in since if row[1] == "vneid_kich_hoat")
    assert helped > 0
    assert (found["value"], found["added"], found["estimate"]) == (2495, helped, 2495 + helped)


def test_counts_of_the_teams_are_those_of_an_independent_count(toso: Toso, known: Path) -> None:
    for asked, first, last in (
        ("2026-W46", "2026-11-09", "2026-11-15"),
        ("2026-11@nd09", "2026-10-15", "2026-11-14"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
    ):
        found = printed(toso, known, "--period", asked)
        theirs = {row[1]: row[2] for row in recount(known, first, last, "", BINH_AN)}
        silent = not theirs
        for one in CATALOGUE.indicators.values():
            quantity = CATALOGUE.quantities[one.numerator]
            told = of(found, one.id)
            if quantity.origin is Origin.EVENTS and quantity.counts in {"unit", "each"}:
                total = sum(theirs.get(activity, 0) for activity in quantity.of)
                assert told["value"] == (None if silent else total), one.id
                assert told["lack"] == ("silent" if silent else None)
            period = {"id": asked, "start": first, "end": last}
            assert told["period"].items() >= period.items()


def test_a_day_means_stocks_as_of_it_and_flows_from_new_year(toso: Toso, known: Path) -> None:
    found = printed(toso, known, "--at", "2025-12-30")
    assert of(found, "vneid_kich_hoat_tren_the")["lack"] == "missing"
    of_the_day = of(printed(toso, known, "--at", "2025-12-31"), "vneid_kich_hoat_tren_the")
    assert of_the_day["value"] == 82.92
    assert of_the_day["numerator"]["added"] == 0
    days = of_the_day["period"]
    assert (days["start"], days["end"]) == ("2025-01-01", "2025-12-31")
    today = printed(toso, known)
    assert today == printed(toso, known, "--at", "2026-11-21")
    assert today != printed(toso, known, "--at", "2026-10-21")


def test_village_by_village_the_commune_comes_first(toso: Toso, known: Path) -> None:
    found = printed(toso, known, "--by", "village", "--period", "2026-W46")
    villages = [row[0] for row in rows(known, "SELECT name FROM places WHERE kind = 'village'")]
    places = list(dict.fromkeys(one["place"] for one in found))
    assert places == [BINH_AN, *(name for name in villages if name != "Suối Cát")]
    assert [one["id"] for one in found] == list(CATALOGUE.indicators) * 6
    counted = {
        (row[0], row[1]): row[2]
        for row in recount(known, "2026-11-09", "2026-11-15", "village", BINH_AN)
    }
    for place in places[1:]:
        told = of(found, "dvctt_huong_dan_luot", place)
        assert told["value"] == counted.get((place, "dvc_huong_dan"), 0)
        assert of(found, "vneid_kich_hoat_tren_the", place)["lack"] == "missing"
    assert of(found, "vneid_kich_hoat_tren_the", BINH_AN)["value"] == 82.92


def test_another_communes_numbers_are_its_own(toso: Toso, known: Path) -> None:
    found = printed(toso, known, "--commune", "Tân Lập (xã mẫu)")
    assert of(found, "vneid_kich_hoat_tren_the")["numerator"] is None
    assert of(found, "to_cnscd_so_to")["value"] == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [("vi", ("82,92%", "2.495 tài khoản", "3.009 thẻ")), ("en", ("82.92%", "2,495 accounts"))],
)
def test_people_read_each_indicator_in_one_line(
    toso: Toso, known: Path, language: str, words: tuple[str, ...]
) -> None:
    ran = toso("indicators", "--db", known, language=language)
    assert (ran.code, ran.err) == (0, "")
    title = CATALOGUE.indicators["vneid_kich_hoat_tren_the"].title.of(language)
    (line,) = (line for line in ran.out.splitlines() if f"– {title}:" in line)
    assert all(word in line for word in (*words, "Công an xã", "31/12/2025")), line
    assert ran.out.startswith(BINH_AN)
    headings = [line for line in ran.out.splitlines() if line and not line.startswith("–")]
    for group in CATALOGUE.groups.values():
        assert group.of(language) in headings


def test_people_read_village_by_village(toso: Toso, known: Path) -> None:
    ran = toso("indicators", "--by", "village", "--period", "2026-W46", "--db", known)
    lines = ran.out.splitlines()
    assert [name for name in ("An Khương", "Thọ An", "Gò Đá") if name not in lines] == []


def test_a_period_that_is_not_over_says_so(
    toso: Toso, known: Path, set_clock: Callable[[datetime], None]
) -> None:
    running = toso("indicators", "--period", "2026-W47", "--db", known).out
    set_clock(datetime(2026, 11, 23, 0, 0, tzinfo=VIET_NAM))
    over = toso("indicators", "--period", "2026-W47", "--db", known).out
    assert "21/11/2026" in running.split("\n\n")[0]
    assert "21/11/2026" not in over.split("\n\n")[0]


@pytest.mark.parametrize("words", [("--at", "yesterday"), ("--period", "2026-W54"), ("--at", "")])
def test_what_is_no_day_or_period_is_refused(
    toso: Toso, known: Path, words: tuple[str, ...]
) -> None:
    ran = toso("indicators", "--db", known, *words)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("toso: [TS-4")
