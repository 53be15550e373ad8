"""The crash test: killed again and again at random moments, under traffic; nothing may be lost.

TOSO_KILLS: how many kills (200). TOSO_KILLS_SEED: the chance of an earlier run, which prints it.
"""

import asyncio
import os
import random
import sqlite3
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.botapi import BotApi
from tests.process import audit
from tests.process import town as towns
from tests.process.crowd import Member
from tests.process.runner import PATIENCE, Program, toso
from tests.process.town import Town

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("kills")]

KILLS = int(os.environ.get("TOSO_KILLS", "200"))
SEED = int(os.environ.get("TOSO_KILLS_SEED", str(time.time_ns())))
_CHATS = range(101, 117)


async def test_no_kill_loses_or_doubles_anything(
    api: BotApi, url: str, town: Town, tmp_path: Path
) -> None:
    sys.stdout.write(f"TOSO_KILLS={KILLS} TOSO_KILLS_SEED={SEED}\n")
    chance = random.Random(SEED)
    bound = await towns.bind(town, list(_CHATS))
    members = [Member(api, api.person(number), random.Random(chance.random())) for number in _CHATS]
    program = Program(api, url, town.path)
    enough = asyncio.Event()
    talking = [asyncio.create_task(member.go_on(enough)) for member in members]
    fell: Counter[str] = Counter()
    begun = time.monotonic()
    try:
        for __ in range(KILLS):
            await program.start()
            await _moment(program, api, chance)
            polled = program.polled
            await program.kill()
            phases = audit.phase(town, members, tmp_path / "copy.db")
            fell.update(phases or {"between messages"})
            fell.update(set() if polled else {"in start-up"})
            for task in talking:
                if task.done():
                    await task
        enough.set()
        await program.start()
        await asyncio.gather(*talking)
        await api.until(lambda: not api.updates.pending, PATIENCE)
        assert await program.terminate() == 0
    finally:
        for task in talking:
            task.cancel()
        if program.running:
            await program.kill()
    seconds = time.monotonic() - begun
    audit.effects(town, members, bound)
    receipts = audit.screens(town, members)
    assert "TS-" not in program.err
    assert "Traceback" not in program.err
    recount = await toso("verify", env=program.env, cwd=tmp_path)
    assert recount.code == 0, recount
    with closing(sqlite3.connect(town.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    messages = sum(len(member.said) for member in members)
    sys.stdout.write(
        f"{KILLS} kills in {seconds:.0f} s; {messages} messages, {receipts} records, "
        f"{audit.repeated(members)} letters shown twice; kills fell: {dict(fell)}\n"
    )


async def _moment(program: Program, api: BotApi, chance: random.Random) -> None:
    """Wait for the moment of the kill.

    These timers are what is tested: a kill that waited for something to happen would only ever
    fall behind that event. Some kills do, since the work of one message takes milliseconds.
    """
    kind = chance.random()
    if kind < 0.2:
        await asyncio.sleep(chance.uniform(0, 1.6))
        return
    await api.until(lambda: program.polled, PATIENCE)
    if kind < 0.6:
        await asyncio.sleep(chance.uniform(0, 0.8))
        return
    method = chance.choice(["sendMessage", "getUpdates"])
    wanted = chance.randint(1, 8)
    with_luck = chance.uniform(0.2, 1)
    try:
        await api.until(lambda: program.calls.count(method) >= wanted, with_luck)
    except AssertionError:
        return
    await asyncio.sleep(chance.uniform(0, 0.02))
