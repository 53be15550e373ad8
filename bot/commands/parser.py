"""The words of the command line, with their help."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import TypeAlias

from bot.commands import (
    bench,
    benched,
    codes,
    demo,
    drafting,
    findings,
    guides,
    importing,
    indicators,
    keeping,
    listing,
    looking,
    merging,
    parsing,
    phone,
    reporting,
    serving,
    tallying,
    viewers,
)
from bot.commands.options import as_json, database
from bot.commands.spoken import SpokenParser, Told
from bot.domain.text import Phrase, _
from bot.voices import Voice

Command: TypeAlias = Callable[[str, Phrase], ArgumentParser]


def parser(voice: Voice) -> ArgumentParser:
    """Return the parser of `toso`, explained in a language."""

    def told(phrase: Phrase) -> str:
        return voice.say(phrase)

    whole = SpokenParser(
        told=told,
        prog="toso",
        description=told(_("The assistant of village digital teams.")),
        epilog=told(_("Exit: 0 done, 1 problems found or refused, 2 wrong usage.")),
    )
    commands = whole.add_subparsers(
        title=told(_("commands")),
        dest="command",
        required=True,
        metavar="COMMAND",
        parser_class=SpokenParser,
    )

    def command(name: str, summary: Phrase) -> ArgumentParser:
        return commands.add_parser(name, help=told(summary), description=told(summary), told=told)

    _talking(command, told)
    _looking(command, told)
    _keeping(command, told)
    return whole


def _talking(command: Command, told: Told) -> None:
    """Conversations."""
    run = command("run", _("serve every channel that is set up; with none, open the demo chat"))
    database(run, told)
    run.set_defaults(run=serving.run)

    chat = command("chat", _("talk in the terminal; lines come from standard input"))
    database(chat, told)
    chat.add_argument(
        "--as",
        dest="role",
        choices=(*demo.ROLES, "stranger"),
        default="member",
        help=told(_("who you are in the demo commune")),
    )
    now = _("pretend it is this instant, for example 2026-11-21T09:00")
    chat.add_argument("--now", metavar="ISO", help=told(now))
    chat.set_defaults(run=serving.chat)

    made = command("demo", _("make the demo commune: villages, teams, people, four weeks of work"))
    database(made, told)
    made.set_defaults(run=serving.make_demo)


def _looking(command: Command, told: Told) -> None:
    """Looking without changing anything."""
    whose = _("whose numbers, where the database holds several communes")
    check = command("check", _("report all problems of settings, content and database at once"))
    database(check, told)
    check.set_defaults(run=looking.check)

    search = command("search", _("find guides for some words"))
    search.add_argument("text", metavar="TEXT", help=told(_("the words, or - for many lines")))
    as_json(search, told)
    search.set_defaults(run=looking.search)

    parse = command("parse", _("show what would be recorded for a typed entry"))
    parsing.declare(parse, told)
    database(parse, told)
    as_json(parse, told)

    drafted = command("check-report", _("list what does not hold in a draft report"))
    drafting.declare(drafted, told)
    database(drafted, told)
    as_json(drafted, told)

    listed = command("guides", _("list the guides, check them, or show what they lack"))
    guides.declare(listed, told)
    listed.add_argument("--commune", metavar="NAME", help=told(whose))
    database(listed, told)
    as_json(listed, told)

    services = command("services", _("list the essential public services"))
    as_json(services, told)
    services.set_defaults(run=listing.services)

    tally = command("tally", _("print the tally of a period"))
    grammar = _(
        "2026-W47, 2026-11, 2026-Q4, 2026-H2, 2026-9M, 2026 or D..D; with @nd09 in that scheme"
    )
    tallying.declare(tally, told, grammar)
    tally.add_argument("--commune", metavar="NAME", help=told(whose))
    database(tally, told)
    as_json(tally, told)

    report = command("report", _("write the report of a period as a file"))
    reporting.declare(report, told)
    database(report, told)

    checked = command("findings", _("print what is to be checked in a period"))
    findings.declare(checked, told, grammar)
    checked.add_argument("--commune", metavar="NAME", help=told(whose))
    database(checked, told)
    as_json(checked, told)

    rates = command("indicators", _("print the indicators of a day or a period"))
    indicators.declare(rates, told)
    rates.add_argument("--commune", metavar="NAME", help=told(whose))
    database(rates, told)
    as_json(rates, told)


def _keeping(command: Command, told: Told) -> None:
    """The database, and the program's own measure."""
    migrate = command("migrate", _("bring the database to the newest schema"))
    database(migrate, told)
    migrate.set_defaults(run=keeping.migrate)

    verify = command("verify", _("recount everything independently and compare"))
    database(verify, told)
    as_json(verify, told)
    verify.set_defaults(run=keeping.verify)

    imported = command(
        "import", _("keep a roster and figures from a sheet, or write one to be filled in")
    )
    importing.declare(imported, told)
    database(imported, told)
    as_json(imported, told)
    imported.set_defaults(run=importing.run)

    codes.declare(command, told)
    phone.declare(command, told)

    merge = command("merge", _("make one place of several from a day on; shows first what changes"))
    merging.declare(merge, told)
    database(merge, told)
    as_json(merge, told)

    looks_on = command("viewers", _("let somebody see the totals of communes; prints their code"))
    viewers.declare(looks_on, told)
    database(looks_on, told)
    as_json(looks_on, told)

    backup = command(
        "backup", _("write a consistent copy of the database, also while it is in use")
    )
    backup.add_argument("file", metavar="F", help=told(_("the copy, a new file")))
    database(backup, told)
    backup.set_defaults(run=keeping.backup)

    restore = command("restore", _("put a copy in the place of the database; the present is kept"))
    restore.add_argument("file", metavar="F", help=told(_("the copy")))
    database(restore, told)
    restore.set_defaults(run=keeping.restore)
    _measuring(command, told)


def _measuring(command: Command, told: Told) -> None:
    measured = command("bench", _("measure the program"))
    benched.declare(measured, told)
    database(measured, told)
    as_json(measured, told)
    measured.set_defaults(run=bench.run)
