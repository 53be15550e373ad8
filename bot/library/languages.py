"""Puts the languages of a guide side by side, text for text."""

from bot.domain.text import Words, _
from bot.library.heads import Head

# The longest line of a list.
LONGEST_LINE = 120


def in_both(head: Head, other: Head | None, key: str, most: int) -> Words:
    """Return a text of a head in the languages that have it."""
    spoken = {"vi": head.words(key, most=most)}
    if other:
        spoken["en"] = other.words(key, most=most)
    return Words(spoken)


def all_in_both(head: Head, other: Head | None, key: str) -> tuple[Words, ...]:
    """Return a list of texts in the languages that have it; it must be as long in each."""
    mine = list(head.many(key, most=LONGEST_LINE))
    theirs = list(other.many(key, most=LONGEST_LINE)) if other else []
    if other and len(mine) != len(theirs):
        other.complain(key, _("“{key}” has not as many entries as in Vietnamese.", key=key))
    return paired(mine, theirs)


def paired(vietnamese: list[str], english: list[str]) -> tuple[Words, ...]:
    """Put the languages of each line together; what has no English is said in Vietnamese."""
    padded = [*english, *[""] * len(vietnamese)]
    return tuple(
        Words({"vi": vi, "en": en or vi}) for vi, en in zip(vietnamese, padded, strict=False)
    )
