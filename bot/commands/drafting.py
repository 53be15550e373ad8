"""`toso check-report`: what does not hold in a draft report."""

import sys
from argparse import ArgumentParser, Namespace
from itertools import groupby
from pathlib import Path

from bot.commands.context import Context
from bot.commands.owning import known_figures
from bot.commands.spoken import Told
from bot.domain.drafts import Correction, Fault
from bot.domain.errors import Refused
from bot.domain.text import Lines, Plain, Text, _, lines, n_, paragraphs
from bot.reading.draft import check
from bot.reading.draft.files import LARGEST_FILE, opened
from bot.reading.draft.own import differing
from bot.reports.drafts import fault, nothing_found, suggested


def declare(to: ArgumentParser, told: Told) -> None:
    """Say what can be given."""
    to.add_argument("file", metavar="FILE", help=told(_("the draft, text or .docx; - reads text")))
    named = _("the commune that reports; else it is read from the draft")
    to.add_argument("--commune", metavar="NAME", help=told(named))
    closed = _("compare with the closed numbers of this period as well")
    to.add_argument("--period", metavar="P", help=told(closed))
    to.set_defaults(run=check_report)


async def check_report(context: Context, args: Namespace) -> int:
    """List the corrections; exit 0 where there are none, 1 where there are or it was refused."""
    text = opened(_bytes(args.file))
    found = check(text, args.commune)
    if args.period:
        own = await known_figures(context, args, text)
        found = tuple(sorted((*found, *differing(text, own)), key=lambda one: one.line))
    if args.json:
        context.give([_as_json(one, context) for one in found])
    else:
        context.say(_told(found))
    return 1 if found else 0


def _bytes(where: str) -> bytes:
    try:
        if where == "-":
            # A stream that somebody put in its place may hold text alone.
            raw = getattr(sys.stdin, "buffer", None)
            return raw.read(LARGEST_FILE + 1) if raw else sys.stdin.read().encode()
        with Path(where).open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError:
        raise Refused("TS-93", _("The file {file} cannot be opened.", file=where)) from None


def _as_json(one: Correction, context: Context) -> dict[str, object]:
    """Return a correction as the JSON contract has it."""
    return {
        "line": one.line,
        "quote": one.quote,
        "kind": one.fault.value,
        "printed": one.printed,
        "expected": context.voice.say(one.expected),
        "why": context.voice.say(one.why),
    }


def _told(found: tuple[Correction, ...]) -> Text:
    """Say the corrections grouped by their kind, each with its line."""
    if not found:
        return nothing_found()
    ones = sorted(found, key=lambda one: (list(Fault).index(one.fault), one.line))
    groups = []
    for kind, members in groupby(ones, key=lambda one: one.fault):
        rows: list[Text] = [
            Lines(
                (
                    Plain("  "),
                    _("line {n}: “{quote}”", n=one.line, quote=Plain(one.quote)),
                    Plain("\n    "),
                    suggested(one),
                ),
                gap="",
            )
            for one in members
        ]
        groups.append(lines(fault(kind), *rows))
    counted = n_("{n} place to look at:", "{n} places to look at:", len(found))
    return paragraphs(counted, *groups)
