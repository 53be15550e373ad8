"""One entry in words: in a receipt, in a list, and how it came to be what it is."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.activities import Activity, entitled
from bot.domain.clock import VIET_NAM
from bot.domain.facts import AssistanceGiven, AssistanceTried, Entry, day_of
from bot.domain.history import Alike, Version
from bot.domain.obstacles import named
from bot.domain.text import Lines, Plain, Text, _, briefly, listed, near
from bot.domain.units import counted

_UNKNOWN = Plain("?")


def told(entry: Entry, activities: Mapping[str, Activity]) -> Text:
    """Say what an entry says: "Kích hoạt VNeID mức 2: 3 tài khoản", or what stood in the way."""
    match entry.fact:
        case AssistanceGiven() as given if given.activity in activities:
            return entitled(activities[given.activity], given.count)
        case AssistanceGiven() as given:
            return Plain(f"{given.activity}: {given.count}")
        case AssistanceTried() as tried:
            title = _title(tried.activity, activities)
            return _("{title}: not finished ({why})", title=title, why=named(tried.obstacle))
        case _:
            return _UNKNOWN


def in_full(
    entry: Entry, activities: Mapping[str, Activity], villages: Mapping[int, str], today: date
) -> Text:
    """Say an entry with its day and village: all that a correction can change."""
    return _(
        "{what}, {day}, {village}",
        what=told(entry, activities),
        day=near(day_of(entry), today),
        village=villages.get(entry.village or 0, "?"),
    )


def listed_as(entry: Entry, activities: Mapping[str, Activity], today: date) -> Text:
    """Say an entry as a line of a list: the day and the number first, for they tell them apart."""
    match entry.fact:
        case AssistanceGiven() as given if given.activity in activities:
            one = activities[given.activity]
            return _(
                "{day}: {count}, {title}",
                day=briefly(given.day, today),
                count=counted(given.count, one.unit),
                title=one.title,
            )
        case AssistanceGiven(day=day) | AssistanceTried(day=day):
            parts = (briefly(day, today), Plain(": "), told(entry, activities))
            return Lines(parts, gap="")
        case _:
            return _UNKNOWN


def repeated(double: Alike) -> Text:
    """Ask about what looks like the same help written down twice; nothing is dropped by itself."""
    at = double.at.astimezone(VIET_NAM).strftime("%H:%M")
    if double.own:
        return _("At {at} you recorded exactly the same. One more, or twice the same?", at=at)
    return _(
        "At {at} {who} recorded exactly the same. One more, or twice the same?",
        at=at,
        who=Plain(double.by) if double.by else _("someone"),
    )


def versions(
    history: Sequence[Version],
    activities: Mapping[str, Activity],
    villages: Mapping[int, str],
    today: date,
) -> Text:
    """Say who wrote what and when, the first version first, and why it was changed."""
    return listed(_version(one, activities, villages, today) for one in history)


def _version(
    version: Version, activities: Mapping[str, Activity], villages: Mapping[int, str], today: date
) -> Text:
    entry = version.entry
    return _(
        "{at}, {who}: {what}{why}",
        at=entry.at.astimezone(VIET_NAM).strftime("%H:%M %d/%m"),
        who=Plain(version.by) if version.by else _("a member who has left"),
        what=in_full(entry, activities, villages, today),
        why=_(" (reason: {why})", why=entry.why) if entry.why else Plain(""),
    )


def _title(activity: str, activities: Mapping[str, Activity]) -> Text:
    return activities[activity].title if activity in activities else Plain(activity)
