"""What short summaries share: a period's state, counts with their change, who has reported."""

from collections.abc import Mapping
from datetime import date

from bot.domain.activities import Activity, entitled
from bot.domain.clock import local_day
from bot.domain.codes import grouped
from bot.domain.periods import Period
from bot.domain.sheets import Sheet, State, Status
from bot.domain.tally import Tally
from bot.domain.text import Lines, Phrase, Plain, Text, Words, _, n_

# More names of silent villages than these are only counted.
_NAMES = 5
_LONGEST_NAME = 14
_LONGEST_COMMUNE = 36
_SHORT = 3


def clipped(words: str, most: int) -> str:
    """Shorten words to at most so many signs, between two words where that can be.

    A short last word stays: villages are called Tân Lập 1 and Tân Lập 2.
    """
    if len(words) <= most:
        return words
    last = words.rpartition(" ")[2]
    end = f"… {last}" if len(last) <= _SHORT else "…"
    cut = words[: most - len(end)]
    whole = cut if words[len(cut)] == " " else cut.rpartition(" ")[0]
    return (whole if len(whole) * 2 > most else cut).rstrip(" ,.;:–-(") + end


def clipped_all(words: Words, most: int) -> Words:
    """Shorten words of the content in every language."""
    return Words({language: clipped(said, most) for language, said in words.by_language.items()})


def whose(sheet: Sheet) -> Plain:
    """Name the commune of a sheet, shortened where a line would not hold it."""
    return Plain(clipped(sheet.commune, _LONGEST_COMMUNE))


def standing(status: Status) -> Text:
    """Say in a few words how far a period is, with the code of what is closed."""
    match status.state:
        case State.DRAFT | State.SEEN if status.former:
            return _("not closed by the new commune yet")
        case State.DRAFT:
            return _("a draft, not closed yet")
        case State.SEEN:
            return _("seen by the leaders, not closed yet")
        case State.CLOSED if status.seal:
            day, code = local_day(status.seal.closed_at), grouped(status.seal.fingerprint)
            return _("closed on {day}, code of the figures {code}", day=day, code=code)
        case State.CLOSED:
            return _("closed by an earlier version, without a code")


def so_far(period: Period, day: date, status: Status) -> Text | None:
    """Say of a period that is not over up to which day it is counted; None of any other."""
    return _("counted up to {day}", day=day) if running(period, day, status) else None


def running(period: Period, day: date, status: Status) -> bool:
    """Tell whether a period is not over yet, so that a smaller count is not a decrease."""
    return day in period and status.state is not State.CLOSED


def change(now: int, before: int, *, over: bool) -> Phrase:
    """Say how much more or less it is; of a period that is not over only how much it was."""
    if not over:
        return _("(before: {n})", n=before)
    if now == before:
        return _("(as before)")
    return _("(up {n})", n=now - before) if now > before else _("(down {n})", n=before - now)


def count(activity: Activity, now: int, before: Tally, *, over: bool) -> Text:
    """Say how much there was of an activity, and the change where there is something to compare."""
    said = entitled(activity, now)
    if not known(before):
        return said
    was = before.totals.get(activity.id, 0)
    return Lines((said, change(now, was, over=over)), gap=" ")


def known(tally: Tally) -> bool:
    """Tell whether anybody has said anything of a period: silence is not zero."""
    return bool(tally.totals) or any(one.told for one in tally.quiet)


def leading(
    totals: Mapping[str, int], activities: Mapping[str, Activity], most: int
) -> tuple[list[Activity], int]:
    """Return the most frequent activities in the order of the reports, and how many are left out.

    What the library does not know any more is left out and counted.
    """
    there = [one for one in activities.values() if totals.get(one.id)]
    chosen = sorted(there, key=lambda one: -totals[one.id])[:most]
    left = sum(number != 0 for number in totals.values()) - len(chosen)
    return [one for one in there if one in chosen], left


def others(left: int) -> Phrase:
    """Say how many activities are not named."""
    return n_("and {n} other kind of help", "and {n} other kinds of help", left)


def reported(sheet: Sheet, *, named: bool) -> Text:
    """Say how many villages recorded help, told that there was none, or are silent.

    `named`: with the names of the silent ones, where there are few.
    """
    tally = sheet.by_village
    given = len({row.name for row in tally.rows if row.name})
    told = sum(one.told for one in tally.quiet)
    silent = [one.name for one in tally.quiet if not one.told]
    expected = given + told + len(silent)
    if not expected:
        return _("No village has a team yet")
    parts: list[Text] = [_("{n} of {all} villages recorded help", n=given, all=expected)]
    if told:
        parts.append(_("{n} said that there was none", n=told))
    if silent:
        parts.append(_silent(silent if named else []) or _("{n} not reported yet", n=len(silent)))
    if without := max(0, len(sheet.villages) - expected):
        parts.append(_("{n} without a team", n=without))
    return Lines(tuple(parts), gap=", ")


def _silent(names: list[str]) -> Text | None:
    """Say who is silent by name; None where there are too many names, or none."""
    if not 0 < len(names) <= _NAMES:
        return None
    listed = ", ".join(clipped(one, _LONGEST_NAME) for one in names)
    return _("{n} not reported yet ({names})", n=len(names), names=listed)
