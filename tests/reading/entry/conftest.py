"""A reader with the real words, and a short way to write what it should read."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from bot.domain.entries import Item, Reading
from bot.library.shelves import Library
from tests.house import LIBRARY

TODAY = date(2026, 11, 18)
VILLAGES = ("An Khương", "Thọ An", "Tây Phước", "An Bình", "Gò Đá")

Read = Callable[[str], Reading]


@cache
def library() -> Library:
    """Read the real content once."""
    return LIBRARY


def read_entry(said: str) -> Reading:
    """Read a message typed on Wednesday, 18 November 2026."""
    return library().read_entry(said, today=TODAY, villages=VILLAGES)


def shown(item: Item) -> str:
    """Write an entry as the tables do: `activity 3 @17 Thọ An !service ^attendees`."""
    parts = [item.activity, str(item.count)]
    if item.day != TODAY:
        parts.append(f"@{item.day.month}-{item.day.day:02}")
    if item.village:
        parts.append(item.village)
    if item.service:
        parts.append(f"!{item.service}")
    if item.attendees is not None:
        parts.append(f"^{item.attendees}")
    return " ".join(parts)


@pytest.fixture
def read() -> Read:
    """Return the reader."""
    return read_entry
