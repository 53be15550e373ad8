"""Reads a question to the official and the official's answer: words, kept as they are."""

import unicodedata

from bot.domain.errors import Unclear
from bot.domain.questions import LONGEST_ANSWER, LONGEST_QUESTION
from bot.domain.text import _

# Signs that nobody sees, or that turn the line around: they have no business in anybody's words.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})


def question(said: str) -> str:
    """Return a question in one line; raises Unclear where there is none, or too much of it."""
    words = " ".join(_seen(said).split())
    if not any(sign.isalpha() for sign in words):
        raise Unclear(_("Type the question in words."))
    if len(words) > LONGEST_QUESTION:
        raise Unclear(
            _(
                "That is {n} characters; at most {most} can be sent. Shorter, please.",
                n=len(words),
                most=LONGEST_QUESTION,
            )
        )
    return words


def answer(said: str) -> str:
    """Return an answer, its lines kept; raises Unclear where there is none, or too much of it."""
    rows = (" ".join(_seen(row).split()) for row in said.splitlines())
    words = "\n".join(row for row in rows if row)
    if not any(sign.isalnum() for sign in words):
        raise Unclear(_("Type the answer in words."))
    if len(words) > LONGEST_ANSWER:
        raise Unclear(
            _(
                "That is {n} characters; at most {most} can be sent. Shorter, please.",
                n=len(words),
                most=LONGEST_ANSWER,
            )
        )
    return words


def _seen(said: str) -> str:
    return "".join(
        " " if sign.isspace() else sign
        for sign in said
        if sign.isspace() or unicodedata.category(sign) not in _UNSEEN
    )
