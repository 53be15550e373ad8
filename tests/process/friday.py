"""A program around four o'clock on a Friday: `python -m tests.process.friday DATABASE INSTANT`.

The real parts over the real file; only the clock is another: it starts at an instant, and its
waits take a twentieth of the time. Of every letter a line goes to standard output.
"""

import asyncio
import sys
from datetime import datetime

from bot.app import App
from bot.channels.terminal import Terminal
from bot.domain.clock import Clock
from bot.store.db import Database
from tests.house import CONTENT

_FASTER = 20
# Said before anything else.
UP = "up"


class Moved(Clock):
    """The machine's clock, moved to another instant."""

    def __init__(self, at: datetime) -> None:
        self._ahead = at - super().now()

    def now(self) -> datetime:
        """Return this instant, as far moved as at the start."""
        return super().now() + self._ahead

    async def sleep(self, seconds: float) -> None:
        """Wait for a part of it."""
        await asyncio.sleep(seconds / _FASTER)


async def serve(where: str, at: datetime) -> None:
    """Serve until killed."""
    clock = Moved(at)
    app = App(Database(where), [Terminal(_show)], clock=clock, content=CONTENT)
    sys.stdout.write(f"{UP}\n")
    sys.stdout.flush()
    await app.run([])


def _show(chat: str, words: str) -> None:
    sys.stdout.write(f"{chat}: {words.splitlines()[0]}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], datetime.fromisoformat(sys.argv[2])))
