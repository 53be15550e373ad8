"""What flows about periods share: the step "another period", and the period before."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from bot.dialogue.flow import Ask, Step
from bot.dialogue.giving import heard, refused
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.errors import Unclear
from bot.domain.periods import Period, previous
from bot.domain.text import _

# Reads a period as people say it, on a day; raises Unclear.
Spans: TypeAlias = Callable[[str, date], Period]


def another(turn: Turn, offered: tuple[Choice, ...], then: Step, *, reads: Spans) -> Ask:
    """Ask for a period: choose one, or type it in words or as the command line writes it."""
    today = turn.today
    return Ask(
        text=_(
            "Which period? Choose, or type for example: month 10, quarter 3, nine months, "
            "month 11 decree 09, 15/10 to 14/11."
        ),
        choices=offered,
        reads=heard(lambda said: reads(said, today).id),
        then=then,
    )


def chosen(turn: Turn, step: str, *, reads: Spans) -> str | None:
    """Return the id of the period that a step was answered with, or say why it cannot be read."""
    answer = turn.answers[step]
    if refused(turn, answer, lambda said: reads(said, turn.today).id):
        return None
    return reads(str(answer), turn.today).id


def before(shown: Period) -> Period:
    """Return the period before, or the same one where the calendar we know begins."""
    try:
        return previous(shown)
    except Unclear:
        return shown
