"""`toso bench parse FILE`: how well and how fast labelled quick entries are read."""

import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bot.app import sound
from bot.commands.context import Context
from bot.commands.parsing import as_json, known_villages
from bot.domain.errors import Refused
from bot.domain.text import _
from bot.library.shelves import Library

_FIELDS = ("activity", "count", "date", "village", "service", "attendees")


@dataclass(slots=True)
class _Score:
    messages: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    recorded: int = 0
    wrong: int = 0
    seconds: list[float] = field(default_factory=list)


async def judge(context: Context, where: str | None, db: str | None) -> dict[str, Any]:
    """Compare every message of a labelled file with its label; raises Refused.

    Entries are compared as an unordered list of all their fields. Wrong when recorded is the share,
    in percent, of the messages recorded without asking whose entries are not those of the label.
    """
    library = sound(context.content, context.overlay)
    villages = await known_villages(context, db)
    score = _Score()
    for label in _labels(where):
        _compare(label, library, villages, score)
    taken = sorted(score.seconds)
    total, exact = sum(score.messages.values()), sum(score.exact.values())
    return {
        "messages": total,
        "exact": exact,
        "exact_percent": round(100 * exact / total, 2),
        "recorded": score.recorded,
        "wrong_when_recorded": score.wrong,
        "wrong_when_recorded_percent": round(100 * score.wrong / max(score.recorded, 1), 2),
        "p50_ms": round(taken[len(taken) // 2] * 1000, 2),
        "p99_ms": round(taken[int(len(taken) * 0.99)] * 1000, 2),
        "by_style": {
            style: {"messages": count, "exact": score.exact[style]}
            for style, count in score.messages.items()
        },
    }


def _compare(
    label: Mapping[str, Any], library: Library, villages: tuple[str, ...], score: _Score
) -> None:
    today = date.fromisoformat(label["today"])
    begun = time.perf_counter()
    reading = library.read_entry(label["text"], today=today, villages=villages)
    score.seconds.append(time.perf_counter() - begun)
    read = as_json(label["text"], reading)
    style = str(label.get("style", ""))
    same = _rows(read["entries"]) == _rows(label["entries"])
    score.messages[style] += 1
    score.recorded += bool(reading.items)
    score.wrong += bool(reading.items) and not same
    score.exact[style] += (
        same
        and read["unsure"] == bool(label.get("unsure"))
        and read["pii"] == bool(label.get("pii"))
    )


def _rows(entries: Iterable[Mapping[str, Any]]) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(entry[name] for name in _FIELDS) for entry in entries)


def _labels(where: str | None) -> list[dict[str, Any]]:
    """Read one JSON value a line."""
    try:
        text = Path(where or "").read_text(encoding="utf-8")
        labels = [json.loads(line) for line in text.splitlines() if line.strip()]
        good = labels and all({"text", "today", "entries"} <= set(label) for label in labels)
    except (OSError, ValueError, TypeError):
        good = False
    if not good:
        what = _("bench parse needs a file of labelled messages, one JSON value a line.")
        raise Refused("TS-47", what)
    return labels
