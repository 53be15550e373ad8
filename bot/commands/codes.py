"""`toso codes`: join codes for everybody who has yet to join, as cards to be printed and cut."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

from bot import cards
from bot.channels.telegram.links import joining
from bot.commands import options
from bot.commands.context import Context
from bot.commands.spoken import Told
from bot.domain.clock import VIET_NAM
from bot.domain.codes import join_digest, new_join_code
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.places import Place
from bot.domain.text import Phrase, _, lines
from bot.store import inviting
from bot.store.db import Tx

# Whole days, so that a card can say until when.
_GOOD_FOR = timedelta(days=7)


def declare(command: Callable[[str, Phrase], ArgumentParser], told: Told) -> None:
    """Say which words the command takes."""
    to = command("codes", _("print a card with a join code for everybody who has yet to join"))
    out = _("the cards, a new .docx file")
    to.add_argument("-o", "--output", metavar="F", required=True, help=told(out))
    again = _("make new codes also for those who hold one; the old ones stop working")
    to.add_argument("--yes", action="store_true", help=told(again))
    whose = _("whose people, where the database holds several communes")
    to.add_argument("--commune", metavar="NAME", help=told(whose))
    options.database(to, told)
    options.as_json(to, told)
    to.set_defaults(run=run)


async def run(context: Context, args: Namespace) -> int:
    """Make a code for each, keep their digests and write the cards: both, or neither."""
    file = Path(args.output)
    _check(file)
    until = context.today + _GOOD_FOR
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        with _undone(file) as made:
            async with database.write() as tx:
                codes = await _issue(context, tx, commune, until, again=args.yes)
                people = tuple(codes)
                if people:
                    _write(file, _cards(context, codes, until))
                    made.append(file)
    if args.json:
        last = until.isoformat() if people else None
        context.give({"file": args.output if people else None, "cards": len(people), "until": last})
    elif not people:
        context.say(_("Everybody on the roster has joined."))
    else:
        context.say(
            lines(
                _("{n} cards are written: {file}.", n=len(people), file=args.output),
                _("The codes work once, until the end of {day}.", day=until),
                _("Give each card to its person only, and delete the file once it is printed."),
                None
                if context.config.telegram_name
                else _(
                    "For links instead of bare codes, set TOSO_TELEGRAM_NAME to the bot's name."
                ),
            )
        )
    return 0


async def _issue(
    context: Context, tx: Tx, commune: Place, until: date, *, again: bool
) -> dict[Person, str]:
    """Keep a new code for everybody who has yet to join; raises Refused where some still work."""
    at = context.clock.now()
    people = await inviting.waiting(tx, commune)
    held = await inviting.valid(tx, people, at)
    if held and not again:
        raise Refused(
            "TS-86",
            _(
                "{n} people hold a code that still works. New cards stop the old ones: print again "
                "with --yes, and throw the old cards away.",
                n=held,
            ),
        )
    codes = {person: new_join_code() for person in people}
    digests = {person.id: join_digest(code) or "" for person, code in codes.items()}
    ends = datetime.combine(until + timedelta(days=1), time(), VIET_NAM)
    await inviting.issue(tx, commune, digests, until=ends, at=at)
    return codes


def _cards(context: Context, codes: Mapping[Person, str], until: date) -> bytes:
    name = context.config.telegram_name
    link = joining(name) if name else None
    made = [
        cards.Card(person, code, link.format(code=code) if link else None)
        for person, code in codes.items()
    ]
    return cards.document(context.voice, made, bot=name, until=until)


@contextmanager
def _undone(file: Path) -> Iterator[list[Path]]:
    """Take a file away again where what follows fails: its codes were not kept."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        if made:
            file.unlink(missing_ok=True)
        raise


def _check(file: Path) -> None:
    if file.suffix.lower() != ".docx":
        raise Refused("TS-87", _("The cards are a .docx file: give it such a name."))
    if file.exists():
        raise Refused("TS-87", _("{file} is there already; nothing was changed.", file=str(file)))


def _write(file: Path, content: bytes) -> None:
    """Write a new file that only its owner can read: whoever reads a code can use it."""
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(content)
    except OSError:
        raise Refused("TS-87", _("{file} cannot be written.", file=str(file))) from None
