"""`toso bench check-report LABELS FOLDER`: how well labelled draft reports are checked."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.domain.drafts import Fault
from bot.domain.errors import Refused
from bot.domain.text import _
from bot.reading.draft import check

Span = tuple[int, int]
_CLEAN = "clean"


@dataclass(slots=True)
class _Label:
    """A label with the places of its quotes in the report; `met`: a finding met it."""

    kind: str
    hard: bool
    spans: tuple[Span, ...]
    quote: str
    met: bool = False


@dataclass(slots=True)
class _Score:
    hard: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    soft: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    quiet: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def judge(labels: str | None, folder: str | None) -> dict[str, Any]:
    """Compare what is found in every labelled report with its labels; raises Refused.

    A finding meets a label of its kind whose quote (or one of `also`) it overlaps. What meets a
    hard label is right, what meets only a soft one is neither right nor wrong, all else is wrong.
    A report without hard or soft labels is clean; it is quiet where nothing is found.
    """
    score = _Score()
    for file, rows in _by_file(labels).items():
        text = _read(Path(folder or "") / file)
        _compare(file, text, rows, score)
    alarms, right = sum(score.alarms.values()), sum(score.right.values())
    hard, found = sum(score.hard.values()), sum(score.found.values())
    return {
        "hard": hard,
        "found": found,
        "found_percent": _percent(found, hard),
        "alarms": alarms,
        "right": right,
        "right_percent": _percent(right, alarms),
        "soft": sum(score.soft.values()),
        "clean_reports": score.clean,
        "clean_without_alarm": score.quiet,
        "by_kind": {
            kind.value: {
                "hard": score.hard[kind],
                "found": score.found[kind],
                "alarms": score.alarms[kind],
                "right": score.right[kind],
                "soft": score.soft[kind],
            }
            for kind in Fault
        },
        "missed": score.missed,
        "wrong": score.wrong,
    }


def _compare(file: str, text: str, rows: Iterable[Mapping[str, Any]], score: _Score) -> None:
    whole = _plain(text)
    labels = [_label(row, whole) for row in rows]
    faults = [label for label in labels if label.kind != _CLEAN]
    findings = check(text)
    score.clean += not faults
    score.quiet += not faults and not findings
    for finding in findings:
        spans = _places(finding.quote, whole)
        met = [one for one in faults if one.kind == finding.fault and _overlap(one.spans, spans)]
        for label in met:
            label.met = True
        kind = finding.fault.value
        if met and not any(label.hard for label in met):
            score.soft[kind] += 1
            continue
        score.alarms[kind] += 1
        score.right[kind] += bool(met)
        if not met:
            score.wrong.append(f"{file}:{finding.line} {kind}: {finding.quote}")
    for label in faults:
        if label.hard:
            score.hard[label.kind] += 1
            score.found[label.kind] += label.met
            if not label.met:
                score.missed.append(f"{file} {label.kind}: {label.quote}")


def _label(row: Mapping[str, Any], whole: str) -> _Label:
    quotes = [row["quote"], *row.get("also", ())]
    spans = tuple(span for quote in quotes for span in _places(quote, whole))
    return _Label(row["kind"], bool(row.get("hard")), spans, row["quote"])


def _places(quote: str, whole: str) -> tuple[Span, ...]:
    """Return every place of a quote in a text."""
    words = _plain(quote)
    if not words:
        return ()
    return tuple(found.span() for found in re.finditer(re.escape(words), whole))


def _overlap(some: Iterable[Span], others: Iterable[Span]) -> bool:
    there = tuple(others)
    return any(one[0] < two[1] and two[0] < one[1] for one in some for two in there)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


def _by_file(where: str | None) -> dict[str, list[dict[str, Any]]]:
    """Read one JSON value a line, by report."""
    try:
        text = Path(where or "").read_text(encoding="utf-8")
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        files: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            files.setdefault(row["file"], []).extend([row] if row.get("kind") else [])
        good = bool(rows) and all({"quote", "kind"} <= set(row) for row in rows if row.get("kind"))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        good = False
    if not good:
        what = _("bench check-report needs a file of labels, one JSON value a line.")
        raise Refused("TS-47", what)
    return files


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        what = _("The report “{name}” cannot be read.", name=path.name)
        raise Refused("TS-47", what) from None
