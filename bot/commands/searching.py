"""`toso bench search FILE`: how well and how fast labelled questions find their guides."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.app import sound
from bot.commands.baselines import Search, bm25, fts5
from bot.commands.context import Context
from bot.domain.errors import Refused
from bot.domain.text import _


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question: `ids` of its guides, best first, none where no guide answers; what came."""

    style: str
    ids: Sequence[str]
    sure: bool
    found: Sequence[str]
    seconds: float

    @property
    def right(self) -> bool:
        """Tell whether the first result is one of its guides."""
        return bool(self.found) and self.found[0] in self.ids


def judge(context: Context, where: str | None) -> dict[str, Any]:
    """Ask every question of a labelled file, and two plain searches the same; raises Refused."""
    labels = _labels(where)
    begun = time.perf_counter()
    library = sound(context.content, context.overlay)
    loaded = time.perf_counter()
    # Made at the first question that anybody asks.
    library.find("vneid")
    ready = time.perf_counter()

    def ours(said: str) -> tuple[bool, list[str]]:
        found = library.find(said)
        return found.sure, [one.id for one in found.results]

    asked = _ask(labels, ours)
    guides = tuple(library.guides.values())
    return {
        **_figures(asked),
        **_speed(asked),
        "load_library_ms": round((loaded - begun) * 1000),
        "make_search_ms": round((ready - loaded) * 1000),
        "by_style": {
            style: _figures([one for one in asked if one.style == style])
            for style in dict.fromkeys(one.style for one in asked)
        },
        "baselines": {
            name: _plain(_ask(labels, search))
            for name, search in (("fts5", fts5(guides)), ("bm25", bm25(guides)))
        },
    }


def _ask(labels: Sequence[Mapping[str, Any]], search: Search) -> list[_Asked]:
    asked = []
    for label in labels:
        begun = time.perf_counter()
        sure, found = search(label["q"])
        seconds = time.perf_counter() - begun
        asked.append(_Asked(str(label.get("style", "")), label["ids"], sure, found, seconds))
    return asked


def _figures(asked: Sequence[_Asked]) -> dict[str, Any]:
    """Return figures in percent, each of the questions that it is about.

    hit_at_1 and hit_at_3 take any of the guides that answer, best_at_1 only the best of them;
    wrong_when_sure is the share of the questions with an answer that were surely answered wrong.
    """
    with_answer = [one for one in asked if one.ids]
    without = [one for one in asked if not one.ids]
    figures: dict[str, Any] = {"questions": len(asked)}
    if with_answer:
        figures |= {
            "hit_at_1_percent": _percent([one.right for one in with_answer]),
            "best_at_1_percent": _percent([one.found[:1] == one.ids[:1] for one in with_answer]),
            "hit_at_3_percent": _percent(
                [not set(one.found[:3]).isdisjoint(one.ids) for one in with_answer]
            ),
            "sure_percent": _percent([one.sure for one in with_answer]),
            "wrong_when_sure_percent": _percent(
                [one.sure and not one.right for one in with_answer]
            ),
        }
    if without:
        figures["refused_when_none_percent"] = _percent([not one.sure for one in without])
    return figures


def _plain(asked: Sequence[_Asked]) -> dict[str, Any]:
    """Return the figures of a search that is never sure."""
    wanted = ("hit_at_1_percent", "best_at_1_percent", "hit_at_3_percent")
    figures = _figures(asked)
    return {name: figures[name] for name in wanted if name in figures} | _speed(asked)


def _speed(asked: Sequence[_Asked]) -> dict[str, float]:
    taken = sorted(one.seconds for one in asked)
    return {
        "p50_ms": round(taken[len(taken) // 2] * 1000, 2),
        "p99_ms": round(taken[int(len(taken) * 0.99)] * 1000, 2),
    }


def _percent(hits: Sequence[bool]) -> float:
    return round(100 * sum(hits) / len(hits), 2)


def _labels(where: str | None) -> list[dict[str, Any]]:
    """Read one JSON value a line."""
    try:
        text = Path(where or "").read_text(encoding="utf-8")
        labels = [json.loads(line) for line in text.splitlines() if line.strip()]
        good = labels and all(_good(label) for label in labels)
    except (OSError, ValueError, TypeError, KeyError):
        good = False
    if not good:
        what = _("bench search needs a file of labelled questions, one JSON value a line.")
        raise Refused("TS-48", what)
    return labels


def _good(label: Mapping[str, Any]) -> bool:
    return isinstance(label["q"], str) and isinstance(label["ids"], list)
