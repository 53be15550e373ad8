"""`toso parse` shows a reading and records nothing; `toso bench parse` compares with labels."""

import json
from pathlib import Path

from tests.commands.conftest import Toso

_ENTRY = {
    "activity": "dvc_nop_ho_so", "count": 4, "date": "2026-11-17", "village": "Gò Đá",
    "service": "dvc-dang-ky-khai-tu", "attendees": None,
}  # fmt: skip
_SAID = "hôm qua nộp 4 hồ sơ khai tử ở gò đá"


def test_a_message_is_read_without_a_database(toso: Toso, tmp_path: Path) -> None:
    ran = toso("parse", _SAID, "--today", "2026-11-18", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json == {"text": _SAID, "entries": [_ENTRY], "unsure": False, "pii": False}
    assert list(tmp_path.glob("*.db")) == []


def test_each_line_gives_one_value(toso: Toso) -> None:
    ran = toso("parse", "-", "--json", stdin="4 cks\n\nmấy cks\nsđt 0999999999 là gì\n")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["text"] for row in rows] == ["4 cks", "", "mấy cks", "sđt 0999999999 là gì"]
    assert [len(row["entries"]) for row in rows] == [1, 0, 0, 0]
    assert [row["unsure"] for row in rows] == [False, False, True, False]
    assert [row["pii"] for row in rows] == [False, False, False, True]


def test_without_json_it_speaks(toso: Toso) -> None:
    ran = toso(
        "parse", "-", "--today", "2026-11-18", stdin=f"{_SAID}\nmấy cks\nok\n", language="en"
    )
    assert ran.out.splitlines() == [
        "Dossiers filed online: 4 dossiers, Tuesday 17 November, Gò Đá, dvc-dang-ky-khai-tu",
        "Not sure, it would be asked about: How many was said only roughly.",
        "Not a record.",
    ]


def test_the_villages_are_those_of_the_database(toso: Toso, commune: Path) -> None:
    toso("parse", "4 cks ở gò đá", "--db", commune)
    ran = toso("parse", "4 cks ở gò đá", "--db", commune, "--json")
    assert [entry["village"] for entry in ran.json["entries"]] == ["Gò Đá"]


def test_a_wrong_day_is_refused(toso: Toso) -> None:
    ran = toso("parse", "4 cks", "--today", "hôm qua", language="en")
    assert (ran.code, ran.out) == (1, "")
    assert "TS-46" in ran.err


def test_labelled_messages_are_compared(toso: Toso, tmp_path: Path) -> None:
    label = {"today": "2026-11-18", "style": "plain"}
    rows = [
        {**label, "text": _SAID, "entries": [_ENTRY]},
        {**label, "text": _SAID, "entries": [{**_ENTRY, "count": 5}]},
        {**label, "text": "mấy cks", "entries": [], "unsure": True},
        {**label, "text": "mấy cks", "entries": [], "style": "odd"},
    ]
    file = tmp_path / "labels.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    found = toso("bench", "parse", file, "--json").json
    assert (found["messages"], found["exact"], found["exact_percent"]) == (4, 2, 50.0)
    assert (found["recorded"], found["wrong_when_recorded"]) == (2, 1)
    assert found["wrong_when_recorded_percent"] == 50.0
    assert found["by_style"] == {
        "plain": {"messages": 3, "exact": 2},
        "odd": {"messages": 1, "exact": 0},
    }
    assert found["p99_ms"] >= found["p50_ms"] > 0


def test_a_file_without_labels_is_refused(toso: Toso, tmp_path: Path) -> None:
    for file in ("nowhere.jsonl", "odd.jsonl"):
        (tmp_path / "odd.jsonl").write_text("[1]\n", encoding="utf-8")
        ran = toso("bench", "parse", tmp_path / file, language="en")
        assert (ran.code, ran.out) == (1, "")
        assert "TS-47" in ran.err
