"""Killed at random moments around four o'clock on a Friday: each card is sent once.

TOSO_CARD_KILLS: how many kills (12). TOSO_KILLS_SEED: the chance of an earlier run.
"""

import asyncio
import os
import random
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.clock import VIET_NAM
from tests.process.runner import PATIENCE, settings
from tests.process.town import Town
from tests.words import ROOT

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("kills")]

KILLS = int(os.environ.get("TOSO_CARD_KILLS", "12"))
SEED = int(os.environ.get("TOSO_KILLS_SEED", str(time.time_ns())))
FRIDAY = datetime(2026, 11, 20, 16, tzinfo=VIET_NAM)
_SENT = "SELECT channel, chat, period FROM digests JOIN chats ON chats.id = chat_id"
_TOLD = "SELECT chat, state FROM inbox WHERE external_id LIKE 'due:%'"


async def test_no_kill_and_no_clock_that_is_set_doubles_or_loses_a_card(town: Town) -> None:
    sys.stdout.write(f"TOSO_CARD_KILLS={KILLS} TOSO_KILLS_SEED={SEED}\n")
    chance = random.Random(SEED)
    said: list[str] = []
    fell = 0
    for __ in range(KILLS):
        # From just before the hour to long behind it, back and forth.
        at = FRIDAY + timedelta(seconds=chance.uniform(-20, 7200))
        before = town.ask(_SENT)
        said += await _run(town.path, at, chance.uniform(0.2, 3.5))
        fell += before != town.ask(_SENT)
    said += await _run(town.path, FRIDAY + timedelta(hours=2), PATIENCE, until="official:")
    assert town.ask(_SENT) == [("terminal", "official", "2026-W47")]
    assert town.ask(_TOLD) == [("official", "done")]
    letters = town.ask("SELECT state FROM letters WHERE chat = 'official'")
    assert letters == [("sent",)]
    # A letter may be seen twice, where the kill fell between sending and noting it; never none.
    assert [line.partition(":")[0] for line in said] == ["official"] * len(said)
    assert 1 <= len(said) <= 2
    sys.stdout.write(f"{KILLS} kills, {fell} behind the card; shown {len(said)} times\n")


async def _run(path: Path, at: datetime, seconds: float, until: str | None = None) -> list[str]:
    """Run it from an instant on, and kill it; return what it said, a letter's first line each.

    `until`: stop as soon as this was said, in this run or (then at once) in one before.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.process.friday",
        str(path),
        at.isoformat(),
        cwd=ROOT,
        env=settings(path) | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    heard: list[str] = []
    settled = Town(path)
    try:
        async with asyncio.timeout(seconds):
            while not (until and settled.ask("SELECT 1 FROM letters WHERE state = 'sent'")):
                line = await _line(process.stdout)
                heard += [line] if line else []
                assert process.returncode is None, heard
    except TimeoutError:
        assert until is None, heard
    finally:
        if process.returncode is None:
            process.kill()
        rest, __ = await process.communicate()
        heard += rest.decode().splitlines()
    return heard


async def _line(out: asyncio.StreamReader) -> str:
    """Wait for a line, or for long enough to look at the tables again."""
    try:
        return (await asyncio.wait_for(out.readline(), 0.2)).decode().strip()
    except TimeoutError:
        return ""
