"""`toso phone`: a lost phone of an official or a viewer is cut off, and a new code is printed.

A member's or a leader's phone is the commune's own affair, in the chat; a lone official has nobody
there who could let them in again.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from bot.commands import options
from bot.commands.context import Context
from bot.commands.spoken import Told
from bot.domain.codes import new_join_code
from bot.domain.errors import Refused
from bot.domain.text import Phrase, Text, _, lines
from bot.reports.people import not_tied, role
from bot.store import chats, letters, lost
from bot.store.db import Tx
from bot.store.lost import Lost
from bot.writing import notice


def declare(command: Callable[[str, Phrase], ArgumentParser], told: Told) -> None:
    """Say which words the command takes."""
    to = command("phone", _("cut off a lost phone of an official or a viewer; prints a new code"))
    to.add_argument("who", metavar="NAME", help=told(_("the name on the roster, in quotes")))
    where = _("their commune or province, where several people have that name")
    to.add_argument("--commune", metavar="NAME", help=told(where))
    to.add_argument("--yes", action="store_true", help=told(_("do it; otherwise it is only shown")))
    options.database(to, told)
    options.as_json(to, told)
    to.set_defaults(run=run)


async def run(context: Context, args: Namespace) -> int:
    """Show whose phone it is; with --yes, cut it off and make a code."""
    code = new_join_code() if args.yes else None
    async with context.database(args.db, make=False) as database:
        if code is None:
            async with database.read() as tx:
                found = await _one(tx, args)
        else:
            async with database.write() as tx:
                found = await _one(tx, args)
                told = await chats.of(tx, found.person.id)
                await lost.replace_phone(tx, found.person, code, context.clock)
                # Whoever holds the phone reads this: it names nobody.
                for address, language, title in told:
                    letter = notice(context.voices, address, not_tied(), language, title)
                    await letters.post(tx, letter, None, context.clock.now())
    if args.json:
        person = found.person
        shown = {"name": person.name, "role": person.role.value, "place": found.place}
        context.give(shown | {"done": code is not None, "code": code})
    else:
        context.say(_told(found, code))
    return 0


async def _one(tx: Tx, args: Namespace) -> Lost:
    """Return who is meant; raises Refused where it is nobody, or might be several."""
    known = await lost.called(tx, args.who, args.commune)
    if not known:
        raise Refused(
            "TS-98",
            _(
                "No official or viewer of that name is on the roster. For a member or a leader the "
                "commune does it in the chat: /nguoito."
            ),
        )
    if len(known) > 1:
        places = ", ".join(f"{one.person.title} {one.person.name} ({one.place})" for one in known)
        raise Refused(
            "TS-98",
            _(
                "Several people have that name: {names}. Write the title too, or --commune.",
                names=places,
            ),
        )
    return known[0]


def _told(found: Lost, code: str | None) -> Text:
    person = found.person
    who = _(
        "{name}: {role}, {place}",
        title=person.title,
        name=person.name,
        role=role(person.role),
        place=found.place,
    )
    if code is None:
        return lines(
            who,
            _("Every phone of theirs is cut off, and they join again with a new code.")
            if person.joined
            else _("They have not joined yet, and get a new code."),
            _("Nothing was changed yet. To do it, run the same command with --yes."),
        )
    return lines(
        who,
        _("Their old phone is cut off.") if person.joined else None,
        _("Code for {name}: {code}", name=person.name, code=code),
        _("Pass it on to this person only. It works once, for seven days."),
    )
