"""`toso bench`: how fast the program is, measured beside the least that could do the same."""

import asyncio
import tempfile
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.commands import counting, judged, judging, pressing, searching, starting, talking
from bot.commands.context import Context
from bot.domain.text import Plain, lines

KINDS = ("messages", "start", "parse", "search", "tally", "report", "check-report")


async def run(context: Context, args: Namespace) -> int:
    """Measure one thing."""
    if args.what == "parse":
        result = await judging.judge(context, args.file, args.db)
        return _give(context, result, as_json=args.json)
    if args.what == "check-report":
        return _give(context, judged.judge(args.file, args.reports), as_json=args.json)
    if args.what == "search":
        result = searching.judge(context, args.file)
        return _give(context, result, as_json=args.json)
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        if args.what == "messages":
            result = await talking.measure(context, Path(folder), args.count or talking.MESSAGES)
        elif args.what == "tally":
            result = await counting.measure(context, Path(folder), args.count or counting.FACTS)
        elif args.what == "report":
            result = await pressing.measure(context, Path(folder), args.count or pressing.FACTS)
        else:
            result = await asyncio.to_thread(starting.measure, Path(folder))
    return _give(context, result, as_json=args.json)


def _give(context: Context, result: Mapping[str, Any], *, as_json: bool) -> int:
    """Print figures, those within a figure each on a line of its own."""
    if as_json:
        context.give(result)
        return 0
    rows: dict[str, object] = {}
    for name, value in result.items():
        if isinstance(value, dict):
            rows |= {f"  {inner}": _short(one) for inner, one in value.items()}
        elif isinstance(value, list):
            rows |= {name: len(value), **{f"  {one}": "" for one in value}}
        else:
            rows[name] = value
    context.say(lines(*(Plain(f"{name:32} {value!s:>10}") for name, value in rows.items())))
    return 0


def _short(figures: Mapping[str, Any]) -> str:
    if "exact" in figures:
        return f"{figures['exact']}/{figures['messages']}"
    return "  ".join(f"{name.removesuffix('_percent')} {one}" for name, one in figures.items())
