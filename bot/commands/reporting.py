"""`toso report`: a period as a file, for whoever sends it upward or keeps it."""

import errno
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot.app import countable
from bot.commands.context import Context
from bot.domain.dossiers import Document, Form, Wish
from bot.domain.errors import Refused
from bot.domain.text import Phrase, _
from bot.forms import FORMS, Materials
from bot.printing import Printer

_STANDARD_OUTPUT = "-"


def declare(to: ArgumentParser, told: Callable[[Phrase], str]) -> None:
    """Say which words the command takes; only forms that can be made are offered."""
    asked = _("a period, written as for tally")
    to.add_argument("--period", metavar="P", required=True, help=told(asked))
    forms = [form.value for form in Form if form in FORMS]
    to.add_argument("--as", dest="form", choices=forms, required=True, help=told(_("what to make")))
    where = _("the file; - prints text on standard output")
    to.add_argument("-o", dest="file", metavar="F", required=True, help=told(where))
    over = _("replace the file if it is there; without it nothing is ever replaced")
    to.add_argument("--force", action="store_true", help=told(over))
    whose = _("whose numbers, where the database holds several communes")
    to.add_argument("--commune", metavar="NAME", help=told(whose))
    to.set_defaults(run=report)


async def report(context: Context, args: Namespace) -> int:
    """Write a period's file, whole or not at all."""
    form = Form(args.form)
    printed = args.file == _STANDARD_OUTPUT
    if printed and form is not Form.TEXT:
        raise Refused(
            "TS-66", _("Only text is printed on standard output. Give -o the name of a file.")
        )
    target = Path(args.file)
    if not printed:
        _free(target, force=args.force)
    declared = countable(context.content, context.overlay)
    materials = Materials(declared, context.content, context.overlay)
    async with context.database(args.db, make=False) as database:
        commune = await context.commune(database, args.commune)
        printer = Printer(database, materials, context.voices, context.clock)
        wish = Wish(form, commune.id, args.period, context.voice.language)
        document = await context.waiting(_("Making the file"), printer.make(wish))
    if printed:
        print(document.data.decode(), end="")
        return 0
    _write(target, document, force=args.force)
    context.say(_("Written: {file}", file=str(target)))
    return 0


def _free(target: Path, *, force: bool) -> None:
    """Raise Refused where a file would be replaced that nobody asked to replace."""
    if target.exists() and not force:
        raise Refused(
            "TS-63",
            _(
                "{file} is there already; nothing was changed. Choose another name, or --force to "
                "replace it.",
                file=str(target),
            ),
        )


def _write(target: Path, document: Document, *, force: bool) -> None:
    """Write a file beside its place and move it there, so that no half of one is ever seen."""
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with part.open("xb") as opened:
            opened.write(document.data)
            opened.flush()
            os.fsync(opened.fileno())
        _free(target, force=force)
        part.replace(target)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        raise Refused(
            "TS-64",
            _(
                "{file} cannot be written. Check the folder, its rights and its space.",
                file=str(target),
            ),
        ) from None
    finally:
        with suppress(OSError):
            part.unlink()
