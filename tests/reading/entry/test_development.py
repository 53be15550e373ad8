"""The labelled development messages, where they lie beside the repository: the level is held."""

import json
import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.domain.entries import Item
from tests.reading.entry.conftest import VILLAGES, library
from tests.words import ROOT

_SHARED = Path(os.environ.get("TOSO_SHARED", ROOT.parent / "shared"))
_FILE = _SHARED / "data" / "quick-entry-dev.jsonl"


@pytest.mark.skipif(not _FILE.exists(), reason="no labelled messages beside the repository")
def test_the_development_messages_are_read_as_labelled() -> None:
    labels: list[dict[str, Any]] = [
        json.loads(line) for line in _FILE.read_text("utf-8").splitlines()
    ]
    wrong, missed = [], []
    for label in labels:
        today = date.fromisoformat(label["today"])
        reading = library().read_entry(label["text"], today=today, villages=VILLAGES)
        wanted = Counter(tuple(entry.values()) for entry in map(_ordered, label["entries"]))
        same = Counter(map(_fields, reading.items)) == wanted
        outcome = (reading.doubt is not None, reading.personal)
        if not same or outcome != (label.get("unsure", False), label.get("pii", False)):
            missed.append(label["text"])
        if reading.items and not same:
            wrong.append(label["text"])
    assert wrong == []
    assert len(missed) <= 0.01 * len(labels), missed


def _ordered(entry: dict[str, Any]) -> dict[str, Any]:
    names = ("activity", "count", "date", "village", "service", "attendees")
    return {name: entry[name] for name in names}


def _fields(item: Item) -> tuple[Any, ...]:
    day = item.day.isoformat()
    return item.activity, item.count, day, item.village, item.service, item.attendees
