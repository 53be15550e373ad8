"""Windows of days that together are a period: without a gap, and no day twice."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

Window = tuple[date, date]  # the first and the last day, both inside


def tiled(windows: Collection[Window], first: date, last: date) -> tuple[Window, ...] | None:
    """Return the windows that lie end to end from the first day to the last; None where none do.

    Of several ways the one whose windows are longest counts, from the first window on.
    """
    starting: dict[date, list[date]] = {}
    for since, until in windows:
        if first <= since <= until <= last:
            starting.setdefault(since, []).append(until)
    # From the last day backwards: from which days on the rest of the period can be laid out.
    onward: dict[date, date] = {}
    for since in sorted(starting, reverse=True):
        fit = [until for until in starting[since] if until == last or _after(until) in onward]
        if fit:
            onward[since] = max(fit)
    return tuple(_path(onward, first)) if first in onward else None


def _path(onward: Mapping[date, date], first: date) -> Iterable[Window]:
    since = first
    while since in onward:
        yield since, onward[since]
        since = _after(onward[since])


def _after(day: date) -> date:
    return day + timedelta(days=1)
