"""`toso bench`: how fast the program is, measured beside the least that could do the same."""

import asyncio
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.app import App
from bot.channels.terminal import Terminal
from bot.commands import counting, demo, judged, judging, pressing, searching
from bot.commands.context import Context
from bot.domain.chat import Address, Incoming
from bot.domain.text import Plain, _, lines
from bot.store import chats, roster, version
from bot.store.db import Database

KINDS = ("messages", "start", "parse", "search", "tally", "report", "check-report")
_MESSAGES = 2000
_CHATS = 50
_ALONE = 200
_BARE = 500
_STARTS = 5
# What a member types to record three activations, look at the book and return: one record.
_TALK = ("ghi", "1", "3", "so", "menu")


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
            count = max(_CHATS, args.count or _MESSAGES)
            result = await _messages(context, Path(folder), count)
        elif args.what == "tally":
            result = await counting.measure(context, Path(folder), args.count or counting.FACTS)
        elif args.what == "report":
            result = await pressing.measure(context, Path(folder), args.count or pressing.FACTS)
        else:
            result = await asyncio.to_thread(_start, Path(folder))
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


async def _messages(context: Context, folder: Path, count: int) -> dict[str, float]:
    """Send messages of many chats through inbox and desk; time each from inbox to commit."""
    database = Database(str(folder / "bench.db"))
    try:
        await version.migrate(database)
        await demo.make(database, context.content, context.clock)
        addresses = [Address("terminal", f"bench{nth}") for nth in range(_CHATS)]
        async with database.write() as tx:
            members = await roster.members(tx)
            for nth, address in enumerate(addresses):
                await chats.bind(tx, address, members[nth % len(members)])
        talk = _Talk(context, database)
        begun = time.perf_counter()
        together: list[float] = []
        rounds = range(count // _CHATS)
        for nth in context.progress(_("Measuring"), rounds, len(rounds)):
            together += await talk.all_say(addresses, nth)
        seconds = time.perf_counter() - begun
        alone = [(await talk.all_say(addresses[:1], nth))[0] for nth in range(_ALONE)]
    finally:
        await database.close()
    bare = _bare_inserts(folder / "bare.db")
    return {
        "messages": len(together),
        "messages_a_second": round(len(together) / seconds, 1),
        "p50_ms_one_at_a_time": _ms(statistics.median(alone)),
        "p99_ms_one_at_a_time": _ms(statistics.quantiles(alone, n=100)[98]),
        f"p50_ms_{_CHATS}_at_once": _ms(statistics.median(together)),
        f"p99_ms_{_CHATS}_at_once": _ms(statistics.quantiles(together, n=100)[98]),
        "bare_durable_insert_p50_ms": _ms(statistics.median(bare)),
        "bare_durable_inserts_a_second": round(len(bare) / sum(bare), 1),
    }


class _Talk:
    """Chats that say the same things, with the instant at which each was answered."""

    def __init__(self, context: Context, database: Database) -> None:
        app = App(
            database,
            [Terminal(print)],
            clock=context.clock,
            content=context.content,
            overlay=context.overlay,
            voices=context.voices,
        )
        # Nothing is sent: what is measured ends with the commit.
        self._desk = app.desk_posting_to(self._answered)
        self._clock = context.clock
        self._said = 0
        self._begun = 0.0
        self._taken: list[float] = []

    async def all_say(self, addresses: Sequence[Address], nth: int) -> list[float]:
        """Have every chat say its next line; return the seconds until each was committed."""
        self._said += 1
        now = self._clock.now()
        line = _TALK[nth % len(_TALK)]
        messages = [
            Incoming(address, f"{address.chat}:{self._said}", line, now) for address in addresses
        ]
        self._taken = []
        self._begun = time.perf_counter()
        await self._desk.receive(messages)
        await self._desk.lanes.idle()
        return self._taken

    def _answered(self, _address: Address) -> None:
        self._taken.append(time.perf_counter() - self._begun)


def _bare_inserts(file: Path) -> list[float]:
    """Insert rows with the bare driver, each durably on disk, in the same run."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, said TEXT)")
    taken = []
    for _nth in range(_BARE):
        begun = time.perf_counter()
        connection.execute("INSERT INTO bare (said) VALUES ('ghi 3')")
        taken.append(time.perf_counter() - begun)
    connection.close()
    return taken


def _start(folder: Path) -> dict[str, float]:
    """Start the program afresh; time its first answer, and weigh it while it waits."""
    command = [sys.executable, "-m", "bot", "chat", "--db", str(folder / "start.db")]
    subprocess.run(  # noqa: S603 - our own program
        command, check=True, stdin=subprocess.DEVNULL, capture_output=True
    )
    seconds, memory = [], []
    for _nth in range(_STARTS):
        begun = time.perf_counter()
        with subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ
        ) as process:
            if process.stdout is None:
                raise ChildProcessError
            process.stdout.readline()
            seconds.append(time.perf_counter() - begun)
            memory.append(_resident(process.pid))
            process.kill()
    return {
        "first_answer_s_median": round(statistics.median(seconds), 3),
        "first_answer_s_worst": round(max(seconds), 3),
        "idle_memory_mb": round(max(memory), 1),
    }


def _resident(pid: int) -> float:
    """Return the megabytes a process holds."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ChildProcessError(pid)


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)
