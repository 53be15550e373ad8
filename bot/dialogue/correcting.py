"""A corrected record: what should stand there, and who is told what it was before."""

from dataclasses import replace
from datetime import date

from bot.dialogue.turn import Turn
from bot.domain.chat import Answer
from bot.domain.facts import AssistanceGiven, Entry
from bot.domain.text import Text, _


def corrected(given: AssistanceGiven, what: str, right: Answer) -> AssistanceGiven:
    """Return what should stand there: exactly one thing is corrected at a time.

    `right`: the number, the day (ISO) or the id of the activity; a village is no part of it.
    """
    match what:
        case "count":
            return replace(given, count=int(right))
        case "day":
            return replace(given, day=date.fromisoformat(str(right)), adjusts=None)
        case "activity":
            return replace(given, activity=str(right), service=None, attendees=None)
        case _:
            return given


def say(turn: Turn, entry: Entry, before: Text, now: Text) -> None:
    """Say what it was before; the member whose record it is is told who corrected it."""
    turn.say(_("Corrected. Before: {before}.", before=before))
    if entry.member and entry.member != turn.member.id:
        turn.tell(
            entry.member,
            _(
                "{who} corrected your record. Before: {before}. Now: {now}.",
                who=turn.member.name,
                before=before,
                now=now,
            ),
        )
