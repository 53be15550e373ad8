"""The program around an hour at which something comes by itself: run, listened to, and killed."""

import asyncio
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from tests.process.friday import UP
from tests.process.runner import PATIENCE, settings
from tests.process.town import Town
from tests.words import ROOT


async def run(
    town: Town, at: datetime, seconds: float | None, done: Callable[[], bool]
) -> Counter[str]:
    """Run from an instant on, and kill; return to whom something was said.

    `seconds`: how long it lives once it is up; None: until everything is `done`.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.process.friday", str(town.path), at.isoformat()),
        cwd=ROOT,
        env=settings(town.path) | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    heard = Counter[str]()
    try:
        async with asyncio.timeout(PATIENCE):
            assert (await process.stdout.readline()).decode().strip() == UP
        try:
            async with asyncio.timeout(PATIENCE if seconds is None else seconds):
                while seconds is not None or not done():
                    heard += await _soon(process.stdout)
        except TimeoutError:
            assert seconds is not None, heard
    finally:
        process.kill()
        rest, __ = await process.communicate()
    for line in rest.splitlines():
        heard += _named(line)
    return heard


async def _soon(out: asyncio.StreamReader) -> Counter[str]:
    """Wait for a line, or for long enough to look at the tables again."""
    try:
        return _named(await asyncio.wait_for(out.readline(), 0.3))
    except TimeoutError:
        return Counter()


def _named(line: bytes) -> Counter[str]:
    return Counter([line.decode().partition(":")[0]] if line else ())
