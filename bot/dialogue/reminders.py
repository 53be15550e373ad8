"""Whether somebody is told anything unasked, wherever that can be changed."""

from bot.dialogue.turn import Turn
from bot.domain.facts import RemindersChosen
from bot.domain.text import _


def wanted(turn: Turn) -> bool:
    """Tell whether the person wants reminders, also as chosen in this very turn."""
    chosen = [one.fact.wanted for one in turn.recorded if isinstance(one.fact, RemindersChosen)]
    return chosen[-1] if chosen else turn.reminders


def choose(turn: Turn, *, yes: bool) -> None:
    """Keep whether reminders may come."""
    if wanted(turn) is not yes:
        turn.record(RemindersChosen(yes))
    turn.say(
        _("Good: I may remind {you} again, once a week at most.")
        if yes
        else _("Good, I remind {you} no more. To switch it on again: /toi.")
    )
