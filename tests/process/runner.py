"""Starts the program itself, against a Bot API server on the loopback, and ends it as one likes."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.botapi import BotApi

TOSO = Path(sys.executable).with_name("toso")
# The machine may be busy with other things; nothing here takes so long by itself.
PATIENCE = 180


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it left on its two outputs."""

    code: int
    out: str
    err: str


def settings(database: Path | str, **more: str) -> dict[str, str]:
    """Return an environment with these settings and hardly anything else.

    The locale is the poorest there is: the program must write Vietnamese all the same.
    """
    given = {f"TOSO_{name.upper()}": value for name, value in more.items()}
    path = os.environ.get("PATH", "")
    return {"PATH": path, "LANG": "C", "TOSO_DATABASE": str(database)} | given


async def toso(
    *words: str,
    env: Mapping[str, str],
    cwd: Path,
    stdin: bytes = b"",
    before: str = "",
) -> Ended:
    """Run a command to its end; `before` and the command are a line of the shell where given."""
    line = ("sh", "-c", f'exec "$0" "$@" {before}', str(TOSO)) if before else (str(TOSO),)
    process = await asyncio.create_subprocess_exec(
        *line,
        *words,
        env=dict(env),
        cwd=cwd,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(PATIENCE):
            out, err = await process.communicate(stdin)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return Ended(process.returncode or 0, out.decode(), err.decode())


class Program(AbstractAsyncContextManager["Program"]):
    """`toso run`, which can be ended and started again over the same database."""

    def __init__(
        self, api: BotApi, url: str, database: Path, *, folder: Path | None = None, **more: str
    ) -> None:
        self._api = api
        self._token = more.pop("telegram_token", api.token)
        self.env = settings(database, telegram_token=self._token, telegram_api=url, **more)
        self._folder = folder or database.parent
        self._log = self._folder / f"stderr-of-{database.name}.txt"
        self._process: asyncio.subprocess.Process | None = None
        self._end: asyncio.Task[int] | None = None
        self._calls_before = 0

    async def __aenter__(self) -> Self:
        """Start, and wait until it asks for updates."""
        await self.start()
        try:
            await self.polls()
        except BaseException:
            await self.kill()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave nothing running behind."""
        if self.running:
            await self.kill()

    async def start(self) -> None:
        """Start the process and return at once."""
        self._calls_before = len(self._api.calls)
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                str(TOSO),
                "run",
                env=self.env,
                cwd=self._folder,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self._end = asyncio.create_task(self._ended(self._process))

    async def polls(self) -> None:
        """Wait until this start has asked for updates."""
        await self.called("getUpdates")

    async def called(self, *methods: str) -> None:
        """Wait until this start has called these methods."""
        await self._api.until(lambda: set(methods) <= set(self.calls) or not self.running, PATIENCE)
        assert self.running, self.err

    @property
    def polled(self) -> bool:
        """Whether this start has asked for updates."""
        return "getUpdates" in self.calls

    @property
    def calls(self) -> list[str]:
        """The methods called since this start."""
        return [call.method for call in self._api.calls[self._calls_before :]]

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.returncode is None

    @property
    def err(self) -> str:
        """Everything that all starts have put on their outputs."""
        return self._log.read_text(encoding="utf-8")

    async def terminate(self) -> int:
        """Ask it to end, as a service manager does; return the exit code."""
        self.signal(signal.SIGTERM)
        return await self.end()

    async def kill(self) -> int:
        """End it as a power cut would."""
        self.signal(signal.SIGKILL)
        return await self.end()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to this very process, if it still lives."""
        assert self._process is not None
        if self.running:
            self._process.send_signal(number)

    async def end(self) -> int:
        """Wait for the end; return the exit code."""
        assert self._end is not None
        async with asyncio.timeout(PATIENCE):
            return await asyncio.shield(self._end)

    async def _ended(self, process: asyncio.subprocess.Process) -> int:
        code = await process.wait()
        self._api.bell.ring()
        return code
