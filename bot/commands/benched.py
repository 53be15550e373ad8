"""The options of measuring the program."""

from argparse import ArgumentParser

from bot.commands import bench
from bot.commands.spoken import Told
from bot.domain.text import _


def declare(measured: ArgumentParser, told: Told) -> None:
    """Say what can be measured, and where."""
    measured.add_argument("what", choices=bench.KINDS)
    labelled = _("for parse, search and check-report: what is labelled, one JSON value a line")
    measured.add_argument("file", metavar="FILE", nargs="?", help=told(labelled))
    folder = _("for check-report: the folder of the labelled reports")
    measured.add_argument("reports", metavar="DIR", nargs="?", help=told(folder))
    measured.add_argument(
        "--folder", metavar="DIR", help=told(_("where to measure: the disk matters"))
    )
    measured.add_argument(
        "--count", metavar="N", type=int, help=told(_("how many messages, or facts for tally"))
    )
