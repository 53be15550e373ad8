"""`toso parse`: what the program makes of a quick entry, without recording it."""

import sys
import tomllib
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from bot.app import sound
from bot.commands.context import Context
from bot.domain.activities import entitled
from bot.domain.clock import local_day
from bot.domain.entries import Reading
from bot.domain.errors import Refused
from bot.domain.text import Day, Lines, Phrase, Plain, Text, _, n_
from bot.library.shelves import Library
from bot.reports.readings import reason
from bot.store import place_names


def declare(to: ArgumentParser, told: Callable[[Phrase], str]) -> None:
    """Say which words the command takes."""
    to.add_argument("text", metavar="TEXT", help=told(_("the message, or - for many lines")))
    on = _("the day on which it was typed, like 2026-11-21")
    to.add_argument("--today", metavar="D", help=told(on))
    to.set_defaults(run=parse)


async def parse(context: Context, args: Namespace) -> int:
    """Read one message, or every line of standard input."""
    library = sound(context.content, context.overlay)
    today = day(args.today) if args.today else local_day(context.clock.now())
    villages = await known_villages(context, args.db)
    for said in _messages(args.text):
        reading = library.read_entry(said, today=today, villages=villages)
        if args.json:
            context.give(as_json(said, reading))
        else:
            context.say(_told(reading, library))
    return 0


def as_json(said: str, reading: Reading) -> dict[str, Any]:
    """Return a reading as its JSON contract has it."""
    return {
        "text": said,
        "entries": [
            {
                "activity": item.activity,
                "count": item.count,
                "date": item.day.isoformat(),
                "village": item.village,
                "service": item.service,
                "attendees": item.attendees,
            }
            for item in reading.items
        ],
        "unsure": reading.doubt is not None,
        "pii": reading.personal,
    }


async def known_villages(context: Context, where: str | None) -> tuple[str, ...]:
    """Return the villages of the database's commune, else those of the demo commune."""
    try:
        async with context.database(where, make=False) as database:
            commune = await context.commune(database, None)
            async with database.read() as tx:
                return tuple(await place_names.called(tx, commune.id))
    except Refused as refused:
        if refused.code not in {"TS-40", "TS-45"}:
            raise
    plan = tomllib.loads((context.content / "demo.toml").read_text(encoding="utf-8"))
    return tuple(plan["villages"])


def day(said: str) -> date:
    """Read a day of the command line; raises Refused."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Refused("TS-46", _("A day is written like 2026-11-21.")) from None


def _messages(text: str) -> Iterator[str]:
    if text != "-":
        yield text
        return
    for line in sys.stdin or ():
        yield line.rstrip("\r\n")


def _told(reading: Reading, library: Library) -> Text:
    """Say a reading in words."""
    if reading.doubt:
        return _("Not sure, it would be asked about: {why}", why=reason(reading.doubt))
    if not reading.items:
        return _("Not a record.")
    rows: list[Text] = []
    for item in reading.items:
        parts: list[Text] = [entitled(library.activities[item.activity], item.count), Day(item.day)]
        if item.attendees is not None:
            parts.append(n_("{n} attended", "{n} attended", item.attendees))
        parts += [Plain(extra) for extra in (item.village, item.service) if extra]
        rows.append(Lines(tuple(parts), gap=", "))
    return Lines(tuple(rows))
