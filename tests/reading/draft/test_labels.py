"""The labelled draft reports in tests/drafts: every label can be met in its report."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

DRAFTS = Path(__file__).parents[2] / "drafts"
KINDS = {
    "ratio",
    "sum",
    "unit",
    "bound",
    "conflict",
    "place",
    "template",
    "format",
    "order",
    "period",
    "rate-without-base",
}
LONGEST_QUOTE = 80
"""Characters of a quote, the whole of a printed line at most."""

Label = dict[str, Any]


def labels() -> list[Label]:
    """All labels in the order of the file."""
    return [json.loads(line) for line in (DRAFTS / "labels.jsonl").read_text().splitlines()]


def same(text: str) -> str:
    """The form in which quotes are compared: NFC, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def quotes() -> Iterator[Any]:
    """Every quote and every other place of every label."""
    for label in labels():
        for quote in (label["quote"], *label.get("also", ())):
            yield pytest.param(label["file"], quote, id=f"{label['file'][:2]}: {quote}")


@pytest.mark.parametrize(("file", "quote"), list(quotes()))
def test_a_quote_stands_on_one_line_of_its_report(file: str, quote: str) -> None:
    lines = [same(line) for line in (DRAFTS / file).read_text().splitlines()]
    assert sum(line.count(quote) for line in lines) == 1
    assert quote == same(quote)
    assert 0 < len(quote) <= LONGEST_QUOTE


def test_a_label_is_an_error_of_a_known_kind_or_clean() -> None:
    for label in labels():
        if label["kind"] == "clean":
            assert label.keys() == {"file", "quote", "kind"}
            continue
        assert label["kind"] in KINDS
        assert isinstance(label["hard"], bool)
        assert label["expected"]
        assert label["why"].endswith(".")
        assert label.keys() - {"also"} == {"file", "quote", "kind", "hard", "expected", "why"}


def test_every_kind_has_a_hard_error() -> None:
    assert {label["kind"] for label in labels() if label.get("hard")} == KINDS


def test_every_report_is_labelled_and_no_label_is_without_its_report() -> None:
    assert {label["file"] for label in labels()} == {path.name for path in DRAFTS.glob("*.txt")}


def test_no_clean_figure_lies_inside_an_error() -> None:
    errors = [label for label in labels() if label["kind"] != "clean"]
    for clean in (label for label in labels() if label["kind"] == "clean"):
        for error in errors:
            if error["file"] == clean["file"]:
                assert clean["quote"] not in error["quote"]
                assert error["quote"] not in clean["quote"]
