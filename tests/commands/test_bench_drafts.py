"""`toso bench check-report` compares what is found in draft reports with their labels."""

import json
from pathlib import Path
from typing import Any

from tests.commands.conftest import Toso

_WRONG = "BÁO CÁO\n\nCó 39/40 hộ dùng mạng, đạt 97,4%.\n\nCó 21/22 người dự, đạt 90,0%.\n"
_RIGHT = "BÁO CÁO\n\nCó 39/40 hộ dùng mạng, đạt 97,5%.\n"


def _labelled(tmp_path: Path, *rows: dict[str, Any]) -> Path:
    (tmp_path / "wrong.txt").write_text(_WRONG, "utf-8")
    (tmp_path / "right.txt").write_text(_RIGHT, "utf-8")
    labels = tmp_path / "labels.jsonl"
    labels.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return labels


def test_findings_are_compared_with_labels(toso: Toso, tmp_path: Path) -> None:
    labels = _labelled(
        tmp_path,
        {"file": "wrong.txt", "quote": "đạt 97,4%", "kind": "ratio", "hard": True},
        {"file": "wrong.txt", "quote": "Có 21/22", "also": ["xyz"], "kind": "unit", "hard": True},
        {"file": "right.txt", "quote": "đạt 97,5%", "kind": "clean"},
    )
    found = toso("bench", "check-report", labels, tmp_path, "--json").json
    assert (found["hard"], found["found"], found["alarms"], found["right"]) == (2, 1, 2, 1)
    assert (found["clean_reports"], found["clean_without_alarm"]) == (1, 1)
    assert found["by_kind"]["ratio"] == {
        "hard": 1, "found": 1, "alarms": 2, "right": 1, "soft": 0,
    }  # fmt: skip
    assert found["missed"] == ["wrong.txt unit: Có 21/22"]
    assert [one.split()[0] for one in found["wrong"]] == ["wrong.txt:5"]


def test_what_only_may_be_found_is_neither_right_nor_wrong(toso: Toso, tmp_path: Path) -> None:
    labels = _labelled(
        tmp_path,
        {"file": "wrong.txt", "quote": "đạt 97,4%", "kind": "ratio", "hard": False},
        {
            "file": "wrong.txt",
            "quote": "xyz",
            "also": ["đạt  90,0%"],
            "kind": "ratio",
            "hard": True,
        },
    )
    found = toso("bench", "check-report", labels, tmp_path, "--json").json
    assert (found["hard"], found["found"], found["alarms"], found["right"]) == (1, 1, 1, 1)
    assert (found["soft"], found["clean_reports"]) == (1, 0)
    out = toso("bench", "check-report", labels, tmp_path).out
    assert "hard 1  found 1  alarms 1  right 1  soft 1" in out


def test_a_file_that_is_no_labels_is_refused(toso: Toso, tmp_path: Path) -> None:
    _labelled(tmp_path, {"quote": "no file"})
    for where in ("labels.jsonl", "nowhere.jsonl", "wrong.txt"):
        ran = toso("bench", "check-report", tmp_path / where, tmp_path, language="en")
        assert (ran.code, ran.out) == (1, "")
        assert "TS-47" in ran.err
    labels = _labelled(tmp_path, {"file": "gone.txt", "quote": "x", "kind": "ratio", "hard": True})
    assert "gone.txt" in toso("bench", "check-report", labels, tmp_path, language="en").err
