"""`toso import`: which words it takes; `tables` does it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from bot.commands import tables
from bot.commands.context import Context
from bot.domain.text import Phrase, _


def declare(to: ArgumentParser, told: Callable[[Phrase], str]) -> None:
    """Say which words the command takes."""
    what = to.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file", metavar="FILE", nargs="?", help=told(_("the sheet, an .xlsx or .csv file"))
    )
    empty = _("write a sheet to be filled in instead: the roster as it is, and every figure")
    what.add_argument("--template", metavar="FILE", help=told(empty))
    to.add_argument(
        "--yes",
        action="store_true",
        help=told(_("keep what is in it; without it that is only shown")),
    )
    each = _("for the template: rows for every village, too")
    to.add_argument("--villages", action="store_true", help=told(each))
    beside = _("a roster's commune is new and is put beside those that are there")
    to.add_argument("--new-commune", action="store_true", help=told(beside))
    whose = _("whose numbers, where the database holds several communes")
    to.add_argument("--commune", metavar="NAME", help=told(whose))


async def run(context: Context, args: Namespace) -> int:
    """Write the template, or show what a table holds and, where asked, keep it."""
    return await tables.run(context, args)
