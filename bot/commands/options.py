"""Options that many commands share."""

from argparse import ArgumentParser

from bot.commands.spoken import Told
from bot.domain.text import _


def database(to: ArgumentParser, told: Told) -> None:
    """Let a command be told which database."""
    to.add_argument("--db", metavar="F", help=told(_("database: a path or a URL")))


def as_json(to: ArgumentParser, told: Told) -> None:
    """Let a command print one JSON value."""
    to.add_argument("--json", action="store_true", help=told(_("print one JSON value")))
