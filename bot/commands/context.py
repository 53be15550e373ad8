"""What every command is given: settings, voice, clock, and a way to the database."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from tqdm import tqdm

from bot.config import Config
from bot.domain.clock import Clock, local_day
from bot.domain.errors import Refused
from bot.domain.places import Place
from bot.domain.problems import Problem
from bot.domain.text import Phrase, Text, _
from bot.store import roster, version
from bot.store.db import Database
from bot.store.places import present
from bot.voices import Voice, Voices

Item = TypeVar("Item")

# How often a line says that something is still going on, in seconds.
_TICK = 0.2


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one command; with `problems` of the settings, only `check` runs."""

    config: Config
    voices: Voices
    clock: Clock
    problems: tuple[Problem, ...] = ()

    @property
    def voice(self) -> Voice:
        """Return the command line's language."""
        return self.voices.voice(self.config.language)

    @property
    def content(self) -> Path:
        """Return the folder of guides, activities and words."""
        return Path(self.config.content)

    @property
    def overlay(self) -> Path | None:
        """Return the folder that is laid over the content, if there is one."""
        return Path(self.config.overlay) if self.config.overlay else None

    @property
    def today(self) -> date:
        """Return this day in Viet Nam."""
        return local_day(self.clock.now())

    def say(self, text: Text) -> None:
        """Print what was asked for."""
        print(self.voice.say(text))

    def warn(self, text: Text) -> None:
        """Print something beside what was asked for."""
        print(self.voice.say(text), file=sys.stderr)

    def refuse(self, refused: Refused) -> None:
        """Print why something cannot be done, with its code and the remedy."""
        print(f"toso: [{refused.code}] {self.voice.say(refused.text)}", file=sys.stderr)

    def give(self, value: object) -> None:
        """Print one JSON value."""
        print(json.dumps(value, ensure_ascii=False))

    def list(self, problems: Iterable[Problem]) -> None:
        """Print problems, one a line, as file:line: what to do."""
        for problem in problems:
            line = f":{problem.line}" if problem.line else ""
            print(f"{problem.file}{line}: {self.voice.say(problem.text)}", file=sys.stderr)

    def progress(self, what: Phrase, items: Iterable[Item], total: int) -> Iterable[Item]:
        """Show how far something is, on a screen that somebody looks at."""
        return tqdm(
            items,
            desc=self.voice.say(what),
            total=total,
            delay=1,
            leave=False,
            disable=not sys.stderr.isatty(),
            file=sys.stderr,
        )

    async def waiting(self, what: Phrase, work: Coroutine[Any, Any, Item]) -> Item:
        """Wait for something that has no steps to count; after a second, say since when."""
        going = asyncio.ensure_future(work)
        with tqdm(
            desc=self.voice.say(what),
            bar_format="{desc}… {elapsed}",
            delay=1,
            leave=False,
            disable=not sys.stderr.isatty(),
            file=sys.stderr,
        ) as line:
            while not going.done():
                await asyncio.wait({going}, timeout=_TICK)
                line.update()
        return await going

    @asynccontextmanager
    async def database(self, where: str | None, *, make: bool = True) -> AsyncIterator[Database]:
        """Open a database that is ready for use; raises Refused.

        Commands that only look do not `make` a file where there is none: its name may be mistyped.
        """
        database = Database(where or self.config.database)
        try:
            if not make and database.path and not database.path.exists():
                raise Refused("TS-45", _("There is no database {file}.", file=str(database.path)))
            await version.ready(database)
            yield database
        finally:
            await database.close()

    async def commune(self, database: Database, wanted: str | None) -> Place:
        """Return the commune of the command line: the one named, else the first one."""
        name = wanted or self.config.commune
        async with database.read() as tx:
            known = await roster.communes(tx)
            found = [place for place in known if not name or place.name == name]
            if found and not wanted:
                # A setting outlives a merger; whoever names a merged commune wants that one.
                today = await present(tx, found[0].id)
                found = [place for place in known if place.id == today]
        if not known:
            raise Refused("TS-40", _("There is no commune yet. For a try: toso demo"))
        if not found:
            names = ", ".join(place.name for place in known)
            raise Refused("TS-41", _("There is no such commune. Known are: {names}", names=names))
        return found[0]
