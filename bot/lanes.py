"""Work by key: what belongs to one key is done in order, different keys go side by side."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.domain.chat import Address


class Lanes:
    """Runs `work(address)` for every address that was woken, at most `width` at a time.

    The work itself looks up what there is to do and stops when nothing is left; waking an address
    at work makes it look again. The first exception is kept in `failure` and ends everything.
    """

    def __init__(self, work: Callable[[Address], Awaitable[None]], *, width: int) -> None:
        self._work = work
        self._places = asyncio.Semaphore(width)
        self._again: dict[Address, bool] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._failure: asyncio.Future[None] | None = None

    def wake(self, address: Address) -> None:
        """Have an address looked at, now or as soon as there is a place."""
        if address in self._again:
            self._again[address] = True
            return
        self._again[address] = False
        task = asyncio.get_running_loop().create_task(self._lane(address))
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    @asynccontextmanager
    async def aside(self) -> AsyncIterator[None]:
        """Step aside in the midst of work that takes long: others have the place meanwhile."""
        self._places.release()
        try:
            yield
        finally:
            # Given up once more at the end of the work, also where that is cancelled.
            await self._places.acquire()

    async def failed(self) -> None:
        """Wait for the first exception, and raise it."""
        if self._failure is None:
            self._failure = asyncio.get_running_loop().create_future()
        await asyncio.shield(self._failure)

    async def idle(self) -> None:
        """Wait until nothing is being done; raises what a lane raised."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))
        if self._failure is not None and self._failure.done():
            await self._failure

    async def _lane(self, address: Address) -> None:
        try:
            async with self._places:
                while True:
                    self._again[address] = False
                    await self._work(address)
                    if not self._again[address]:
                        return
        finally:
            del self._again[address]

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is None:
            return
        if self._failure is None:
            self._failure = task.get_loop().create_future()
        if not self._failure.done():
            self._failure.set_exception(error)
