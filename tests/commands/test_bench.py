"""`toso bench` gives numbers; how good they are is not for a test to say."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Toso

_MESSAGES = {
    "messages", "messages_a_second", "p50_ms_one_at_a_time", "p99_ms_one_at_a_time",
    "p50_ms_50_at_once", "p99_ms_50_at_once", "bare_durable_insert_p50_ms",
    "bare_durable_inserts_a_second",
}  # fmt: skip
_START = {"first_answer_s_median", "first_answer_s_worst", "idle_memory_mb"}


def test_messages_are_measured(toso: Toso, tmp_path: Path) -> None:
    ran = toso("bench", "messages", "--count", 100, "--folder", tmp_path, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.json) == _MESSAGES
    assert ran.json["messages"] == 100
    assert all(value > 0 for value in ran.json.values())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.process
def test_the_start_is_measured(toso: Toso, tmp_path: Path) -> None:
    ran = toso("bench", "start", "--folder", tmp_path, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.json) == _START
    assert all(value > 0 for value in ran.json.values())
    assert list(tmp_path.iterdir()) == []


_KIND = {"hit_at_1_percent", "best_at_1_percent", "hit_at_3_percent"}
_ANSWERED = {"questions", *_KIND, "sure_percent", "wrong_when_sure_percent"}
_SPEED = {"p50_ms", "p99_ms"}


def test_labelled_questions_are_compared_beside_two_plain_searches(
    toso: Toso, tmp_path: Path
) -> None:
    title = "Quên mật khẩu VNeID"
    rows = [
        {"q": title, "ids": ["vneid-quen-mat-khau"], "style": "plain"},
        {"q": title, "ids": ["vneid-cai-dat", "vneid-quen-mat-khau"], "style": "plain"},
        {"q": title, "ids": ["vneid-cai-dat"], "style": "odd"},
        {"q": "xyzzy plugh", "ids": ["vneid-cai-dat"], "style": "odd"},
        {"q": title, "ids": [], "style": "none"},
        {"q": "xyzzy", "ids": [], "style": "none"},
    ]
    file = tmp_path / "labels.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    found = toso("bench", "search", file, "--json").json
    assert set(found) == {
        *_ANSWERED, *_SPEED, "load_library_ms", "make_search_ms", "refused_when_none_percent",
        "by_style", "baselines",
    }  # fmt: skip
    assert (found["questions"], found["hit_at_1_percent"], found["best_at_1_percent"]) == (
        6, 50.0, 25.0,
    )  # fmt: skip
    assert (found["sure_percent"], found["wrong_when_sure_percent"]) == (75.0, 25.0)
    assert found["refused_when_none_percent"] == 50.0
    assert set(found["by_style"]) == {"plain", "odd", "none"}
    assert set(found["by_style"]["odd"]) == _ANSWERED
    assert found["by_style"]["none"] == {"questions": 2, "refused_when_none_percent": 50.0}
    assert {name: set(one) for name, one in found["baselines"].items()} == {
        "fts5": _KIND | _SPEED,
        "bm25": _KIND | _SPEED,
    }
    assert all(one["hit_at_3_percent"] >= 50.0 for one in found["baselines"].values())


@pytest.mark.parametrize(
    "text", ["", "[1]", "{}", '{"q": 1, "ids": []}', '{"q": "a", "ids": "b"}', "no JSON"]
)
def test_a_file_without_questions_is_refused(toso: Toso, tmp_path: Path, text: str) -> None:
    file = tmp_path / "odd.jsonl"
    file.write_text(text, encoding="utf-8")
    for where in (file, tmp_path / "nowhere.jsonl"):
        ran = toso("bench", "search", where, language="en")
        assert (ran.code, ran.out) == (1, "")
        assert "TS-48" in ran.err


def test_figures_for_people_name_every_style(toso: Toso, tmp_path: Path) -> None:
    file = tmp_path / "labels.jsonl"
    file.write_text('{"q": "xyzzy", "ids": [], "style": "none"}', encoding="utf-8")
    out = toso("bench", "search", file).out
    assert "  none" in out
    assert "refused_when_none 100.0" in out


_TALLY = {"plain_group_by", "tally_by_activity", "tally_by_village", "indicators"}


def test_counting_is_measured_beside_a_plain_query(toso: Toso, tmp_path: Path) -> None:
    ran = toso("bench", "tally", "--count", 3000, "--folder", tmp_path, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.json) == {"facts", "making_them_s", "week_demanded_ms", "counted"}
    assert ran.json["facts"] == 3000
    assert set(ran.json["counted"]) == {
        f"{kind}_{name}" for kind in ("week", "month") for name in _TALLY
    }
    assert all(0 < one["p50_ms"] <= one["p99_ms"] for one in ran.json["counted"].values())
    assert list(tmp_path.iterdir()) == []
