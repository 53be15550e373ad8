"""What a leader reads about their team: who did what, and why somebody is not reminded."""

from collections.abc import Mapping

from bot.domain.activities import Activity, entitled
from bot.domain.nudges import Reach
from bot.domain.periods import Period
from bot.domain.tally import Own
from bot.domain.text import Lines, Phrase, Plain, Text, _
from bot.reports.rolls import shortly
from bot.reports.text import unfinished


def did(name: str, own: Own, activities: Mapping[str, Activity]) -> Text | None:
    """Say what somebody did, each kind in its own unit; None where nothing is in the books."""
    told: list[Text] = [
        entitled(one, own.given[one.id]) for one in activities.values() if own.given.get(one.id)
    ]
    if own.tried:
        told.append(unfinished(own.tried))
    if not told:
        return None
    return Lines((Plain(f"– {name}: "), Lines(tuple(told), gap="; ")), gap="")


def had_nothing(team: str, week: Period) -> Phrase:
    """Say that it is kept that a team had nothing in a week."""
    return _(
        "Noted: {team} had nothing in the week {days}. If something comes up, just record it.",
        team=team,
        days=shortly(week),
    )


def reminded(name: str, reach: Reach) -> Phrase:
    """Say that somebody is reminded, or why not."""
    match reach:
        case Reach.FREE:
            return _("I am reminding {name}, once; nothing more comes this week.", name=name)
        case Reach.HAD:
            return _("{name} had this week's message already, so I send no other.", name=name)
        case Reach.STOPPED:
            return _("{name} wants no reminders. A word in person may help.", name=name)
        case Reach.NEW:
            return _("{name} joined less than a week ago, so I leave them in peace.", name=name)
        case Reach.NIGHT:
            return _("It is late: I disturb nobody between 21:00 and 07:00.")
        case Reach.AWAY:
            return _("I cannot reach {name} here just now.", name=name)
