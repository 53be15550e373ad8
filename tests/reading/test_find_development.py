"""The labelled development questions, where they lie beside the repository: the level is held."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.library.shelves import load
from tests.house import CONTENT
from tests.words import ROOT

_SHARED = Path(os.environ.get("TOSO_SHARED", ROOT.parent / "shared"))
_FILE = _SHARED / "data" / "search-dev.jsonl"


@pytest.mark.skipif(not _FILE.exists(), reason="no labelled questions beside the repository")
def test_the_development_questions_find_their_guides() -> None:
    labels: list[dict[str, Any]] = [
        json.loads(line) for line in _FILE.read_text("utf-8").splitlines()
    ]
    library = load(CONTENT)[0]
    found = [(set(label["ids"]), library.find(label["q"])) for label in labels]
    answered = [(ids, one.sure, [each.id for each in one.results]) for ids, one in found if ids]
    right = [not ids.isdisjoint(results[:1]) for ids, __, results in answered]
    offered = [not ids.isdisjoint(results[:3]) for ids, __, results in answered]
    sure = [one[1] for one in answered]
    wrong = [was_sure and not hit for was_sure, hit in zip(sure, right, strict=True)]
    nothing = [one.sure for ids, one in found if not ids]
    assert _share(right) >= 0.86
    assert _share(offered) >= 0.96
    assert _share(sure) >= 0.6
    assert _share(wrong) <= 0.03
    assert _share(nothing) <= 0.1


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)
