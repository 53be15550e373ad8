"""Reads a reason: a few words, kept as they are and read by whoever checks the ledger later."""

from bot.domain.errors import Unclear
from bot.domain.text import _

LONGEST = 120


def reason(said: str) -> str:
    """Return a reason of at most 120 characters; raises Unclear where there is none."""
    words = " ".join(said.split())
    if not any(sign.isalpha() for sign in words) or len(words) > LONGEST:
        raise Unclear(_("Say why in a few words, for example “wrong number”."))
    return words
