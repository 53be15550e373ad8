"""Tells what in a clause is not understood but may matter: a verb, a procedure, a denial."""

from collections.abc import Collection, Sequence

from bot.reading.entry.amounts import Amount, Role
from bot.reading.entry.mark import NUMBER, UNKNOWN, Mark
from bot.reading.entry.vocabulary import Deed
from bot.reading.keyboard import is_syllable

# Topics that are an activity without any verb; a verb that is not understood may change it.
_BARE_TOPICS = frozenset({"vneid", "dossier", "procedure", "dvc", "card", "licence", "vehicle"})
# Who says so does the work; others only use what was done.
_WORKING = (
    "activate", "again", "bring", "class", "do", "fix", "guide", "help", "helped", "install",
    "integrate", "open", "outreach", "pass_on", "redo", "register", "remind", "renew", "self",
    "send", "several", "submit", "teach",
)  # fmt: skip
_DENYING = frozenset({"khong", "chua", "chang", "cha"})


def strange_verb(
    deed: Deed, marks: Sequence[Mark], telling: Collection[str], numbers: Sequence[Amount]
) -> bool:
    """Tell whether an unknown word may be a verb that makes another activity of a bare topic.

    It does right before the topic and its number ("đồng bộ 2 vneid"), and where people are counted
    by a word that is no syllable ("hunwgs dẫn 2 người hồ sơ").
    """
    if not {sense.removeprefix("#") for sense in deed.needs} <= _BARE_TOPICS:
        return False
    first = next((n for n, mark in enumerate(marks) if mark.means(*telling)), len(marks))
    before = first - 1
    while before >= 0 and (marks[before].means(NUMBER, "thing") or marks[before].bare == "x"):
        before -= 1
    if before >= 0 and marks[before].means(UNKNOWN, "other_thing"):
        return True
    strange = (mark.sense == UNKNOWN and not is_syllable(mark.bare) for mark in marks[:first])
    return any(one.role is Role.PEOPLE for one in numbers) and any(strange)


def strange_dossier(marks: Sequence[Mark]) -> bool:
    """Tell whether an unknown word follows "hồ sơ": it may be a procedure misspelt."""
    return any(
        mark.means("dossier")
        and (
            marks[at + 1].sense == UNKNOWN
            or (marks[at + 1].sense == "ask_end" and at + 2 < len(marks))
        )
        for at, mark in enumerate(marks[:-1])
    )


def denied(marks: Sequence[Mark], verbs: Collection[str]) -> bool:
    """Tell whether a deed is denied: "không nộp", "chưa cài"."""
    return any(
        mark.bare in _DENYING
        and marks[at + 1].means(*verbs, "activate")
        # What one is told not to do is the topic.
        and not any(one.means("outreach", "remind") for one in marks[:at])
        for at, mark in enumerate(marks[:-1])
    )


def is_aside(marks: Sequence[Mark], *, whole: bool) -> bool:
    """Tell whether a clause without a number only tells what came of a deed beside it.

    It speaks of what somebody uses or has, and of nobody who works: "khách chuyển khoản thử". One
    that would be an entry by itself is about somebody spoken of before: "bà đăng nhập được liền".
    """
    if any(mark.means(*_WORKING) for mark in marks):
        return False
    if whole:
        said = [at for at, mark in enumerate(marks) if mark.means("kin")]
        return bool(said) and all(marks[at].name is None for at in said)
    return any(mark.means(UNKNOWN, "people", "kin") for mark in marks)
