"""Where something comes from, in words: each address with the day of its page."""

from collections.abc import Iterable
from datetime import date

from bot.domain.guides import Source
from bot.domain.text import Lines, Plain, Text, _, lines, listed


def cited(sources: Iterable[Source]) -> Text:
    """List sources below their heading."""
    return lines(_("Sources:"), listed(map(_cited, sources)))


def _cited(source: Source) -> Text:
    return Lines((Plain(source.url), Plain(" ("), _dated(source.date), Plain(")")), gap="")


def _dated(written: str) -> Text:
    """Say the day, the month or the year of a page, as far as it is known."""
    year, __, rest = written.partition("-")
    if len(written) == len("2026-11-21"):
        return Plain(f"{date.fromisoformat(written):%d/%m/%Y}")
    if year.isdecimal():
        return Plain(f"{rest}/{year}" if rest else year)
    return _("no date")
