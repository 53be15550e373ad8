"""Reads what somebody wants to find, and what only looks like it."""

import re

from bot.domain.errors import Unclear
from bot.domain.text import _, fold

# Said out of politeness or habit; searching for it would suggest something silly.
_SMALL_TALK = frozenset(
    {"cam on", "cam on ban", "cam on em", "cam on nhe", "cam on nhieu", "ok", "oke", "okie", "da",
     "vang", "u", "uh", "duoc roi", "roi", "em oi", "thank you", "thanks", "bye", "tam biet"}
)  # fmt: skip
_NOT_THAT = re.compile(
    r"(?:da |oi |a )?(?:khong|ko|k|chua|hong)\s?(?:phai|dung)(?: (?:bai|cai|viec|the|y|muc))?"
    r"(?: (?:nay|do|toi|minh))?|sai(?: (?:bai|roi))?|not (?:this|that|these)(?: one)?"
)
_STEP = re.compile(r"(?:qua |den |toi |sang )?(?:buoc |step )?(\d{1,2})")
_ONWARD = frozenset(
    {"tiep", "tiep tuc", "buoc tiep", "next", "ok", "oke", "u", "roi", "xong", "xong roi",
     "duoc roi", "da xong", "done"}
)  # fmt: skip


def topic(said: str) -> str:
    """Return the words to search for; raises Unclear where there is nothing but a number."""
    if not any(sign.isalpha() for sign in said):
        raise Unclear(_("Type a few words, or choose below."))
    return said.strip()


def is_small_talk(said: str) -> bool:
    """Tell whether the words ask for nothing."""
    return fold(said).strip(" .!?") in _SMALL_TALK


def is_refusal(said: str) -> bool:
    """Tell whether the words only say that something is not what was meant."""
    return _NOT_THAT.fullmatch(fold(said).strip(" .!?")) is not None


def refusal(said: str, answer: str = "") -> str:
    """Return what a plain no answers: it is not what was meant; raises Unclear on anything else."""
    if is_refusal(said):
        return answer
    raise Unclear(_("Choose below, or say it in other words."))


def page(said: str) -> str:
    """Return where to turn in a guide: "next", or the number of a step; raises Unclear."""
    words = fold(said).strip(" .!?")
    if words in _ONWARD:
        return "next"
    if found := _STEP.fullmatch(words):
        return found[1]
    raise Unclear(_("Choose below, or type the number of a step, for example “step 3”."))
