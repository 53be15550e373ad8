"""Puts the parts together; the only module that knows every concrete class."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import handlers
from bot.channels import Receive
from bot.counters import Channel
from bot.desk import Desk
from bot.dialogue.engine import Dialogue
from bot.dialogue.flows import Flows, discover
from bot.digests import Digests
from bot.domain.chat import Ability, Address
from bot.domain.clock import Clock
from bot.domain.dossiers import Form
from bot.domain.errors import Refused
from bot.domain.nudges import Nudging
from bot.domain.problems import Problem
from bot.domain.schedules import Schedule
from bot.domain.text import _
from bot.fetching import Fetcher
from bot.forms import FORMS, Maker, Materials
from bot.library.declared import Declared, declared
from bot.library.shelves import Library, load
from bot.nudges import Nudges
from bot.post import Post
from bot.printing import Printer
from bot.rounds import Rounds
from bot.store.db import Database
from bot.voices import LANGUAGES, Voices
from bot.writing import Writer

# How long a stop waits for all that is to be said, and then, in seconds, for what is on its way:
# cut off in the middle it would be sent once more. Service managers kill after ten seconds.
_GRACE = 6
_ON_ITS_WAY = 2.5


class Listening(Channel, Protocol):
    """A channel that fetches messages by itself."""

    async def run(self, receive: Receive) -> None:
        """Hand over messages for ever."""

    async def close(self) -> None:
        """Close the connections."""


class App:
    """The program: a desk, a post and rounds over one database and some channels."""

    def __init__(
        self,
        database: Database,
        channels: Sequence[Channel],
        *,
        clock: Clock,
        content: Path,
        flows: Flows | None = None,
        voices: Voices | None = None,
        library: Library | None = None,
        overlay: Path | None = None,
        forms: Mapping[Form, Maker] = FORMS,
        schedule: Schedule | None = None,
        nudging: Nudging | None = None,
    ) -> None:
        self.database = database
        self.clock = clock
        self.library = library or sound(content, overlay)
        self.voices = voices or Voices(content / "words")
        self.flows = flows or discover(handlers)
        self.channels: Mapping[str, Channel] = {channel.name: channel for channel in channels}
        materials = Materials(
            Declared(self.library.activities, self.library.catalogue), content, overlay
        )
        self.printer = Printer(database, materials, self.voices, clock, forms, self._join_link)
        writer = Writer(self.voices, self._ability)
        self.post = Post(database, self.channels, clock, self.printer, writer)
        self.desk = self.desk_posting_to(self.post.lanes.wake)
        names, wake = tuple(self.channels), self.desk.lanes.wake
        self.digests = Digests(database, clock, schedule or Schedule(), channels=names, wake=wake)
        self.nudges = Nudges(database, clock, nudging or Nudging(), channels=names, wake=wake)
        self.rounds = Rounds(
            database,
            self.desk,
            self.post,
            (self.digests, self.nudges),
            clock=clock,
            channels=names,
        )

    def desk_posting_to(self, posted: Callable[[Address], None]) -> Desk:
        """Make a desk that tells `posted` of every chat it has written a letter to."""
        return Desk(
            self.database,
            Dialogue(self.flows),
            library=self.library,
            voices=self.voices,
            clock=self.clock,
            abilities=self._ability,
            channels=tuple(self.channels),
            posted=posted,
            fetcher=Fetcher(self.channels, self.clock),
        )

    async def settle(self) -> None:
        """Wait until everything that came in is answered and everything that is due is sent."""
        await self.desk.lanes.idle()
        await self.post.lanes.idle()

    async def run(self, listening: Sequence[Listening]) -> None:
        """Serve until told to stop (SIGINT, SIGTERM); raises Refused where it cannot go on."""
        await self.database.claim()
        stopped = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stopped.set)
        jobs: list[Coroutine[Any, Any, None]] = [
            self.rounds.go(),
            self.desk.lanes.failed(),
            self.post.lanes.failed(),
            *(channel.run(self.desk.receive) for channel in listening),
        ]
        tasks = [asyncio.ensure_future(job) for job in jobs]
        stop = asyncio.ensure_future(stopped.wait())
        try:
            done, __ = await asyncio.wait({stop, *tasks}, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stop}:
                await task
        finally:
            await self._stop([stop, *tasks], listening)

    async def _stop(
        self, tasks: Sequence["asyncio.Future[Any]"], listening: Sequence[Listening]
    ) -> None:
        """Take nothing new, finish what there is, let go."""
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        with contextlib.suppress(TimeoutError, Refused):
            await asyncio.wait_for(self.settle(), _GRACE)
        self.post.take_no_more()
        with contextlib.suppress(TimeoutError, Refused):
            await asyncio.wait_for(self.post.lanes.idle(), _ON_ITS_WAY)
        for channel in listening:
            await channel.close()

    def _join_link(self) -> str | None:
        """Return the address that opens a chat with a join code, of a channel that has one."""
        links = (channel.ability.join_link for channel in self.channels.values())
        return next(filter(None, links), None)

    def _ability(self, channel: str) -> Ability:
        return self.channels[channel].ability


def telegram(token: str, api: str, clock: Clock, flows: Flows, voices: Voices) -> Listening:
    """Make the Telegram channel, with the commands of every flow in every language."""
    # Its client takes a fifth of the time in which every command begins, and few commands need it.
    from bot.channels.telegram.channel import Telegram, make_bot  # noqa: PLC0415

    listed = [flow for flow in flows if flow.command]
    commands = {
        language: [(str(flow.command), voices.voice(language).say(flow.title)) for flow in listed]
        for language in LANGUAGES
    }
    return Telegram(make_bot(token, api), clock, commands)


def sound(content: Path, overlay: Path | None = None) -> Library:
    """Return the library; raises Unsound where anything in it is wrong, whatever day it is."""
    library, problems = load(content, overlay)
    if problems:
        raise Unsound(problems)
    return library


def countable(content: Path, overlay: Path | None = None) -> Declared:
    """Return what is counted, for whom no guide matters; raises Unsound."""
    problems: list[Problem] = []
    found = declared(content, overlay, problems)
    if problems:
        raise Unsound(sorted(problems, key=lambda problem: (problem.file, problem.line)))
    return found


class Unsound(Refused):
    """The content has problems; all of them are listed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("TS-30", _("The content is not in order. Mend this, then start again:"))
        self.problems = tuple(problems)
