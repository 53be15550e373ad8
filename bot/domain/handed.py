"""A file that somebody handed over (tệp gửi vào): how it can be fetched, and what is in it."""

from dataclasses import dataclass
from pathlib import PurePath

from bot.domain.text import Phrase

# Bytes of a file; a commune with a hundred villages and every figure fits ten times.
MOST_BYTES = 5_000_000
# An ending that is none of these is not kept: it may be a piece of somebody's name.
ENDINGS = frozenset({"xlsx", "xls", "csv", "tsv", "docx", "doc", "txt", "pdf"})


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file as its channel knows it: nothing of it is here, not even its name.

    `size`: the bytes that the channel says it has. `ending`: one of `ENDINGS`, or "".
    """

    reference: str
    size: int | None
    ending: str


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that a step asked for: what was read of it, or why nothing was."""

    content: object = None
    refused: Phrase | None = None


def ending(name: str) -> str:
    """Return what kind of file a name says it is; "" where that is not known."""
    found = PurePath(name).suffix.removeprefix(".").lower()
    return found if found in ENDINGS else ""
