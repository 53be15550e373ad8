"""What differs between two closings of one period, as an official reads it: from → to."""

from collections.abc import Iterator, Mapping

from bot.domain.activities import Activity
from bot.domain.indicators import Value
from bot.domain.sheets import PlaceValues, Sheet
from bot.domain.tally import Row, Tally
from bot.domain.text import Plain, Text, _, lines, listed


def differences(before: Sheet, now: Sheet, activities: Mapping[str, Activity]) -> Text:
    """List every total, every village's count and every indicator that is another one now."""
    found = [
        *_totals(before.by_village, now.by_village, activities),
        *_rows(before.by_village, now.by_village, activities),
        *_values(before.whole, now.whole),
    ]
    if not found:
        return _("No figure differs from the closing before.")
    return lines(_("Different from the closing before:"), listed(found))


def _totals(before: Tally, now: Tally, activities: Mapping[str, Activity]) -> Iterator[Text]:
    for one in _order(activities, before.totals, now.totals):
        was, is_now = before.totals.get(one, 0), now.totals.get(one, 0)
        if was != is_now:
            title = _title(one, activities)
            yield _("{title}: {before} → {now}", title=title, before=was, now=is_now)


def _rows(before: Tally, now: Tally, activities: Mapping[str, Activity]) -> Iterator[Text]:
    was, is_now = _by_place(before.rows), _by_place(now.rows)
    for name, one in sorted(was.keys() | is_now.keys()):
        earlier, later = was.get((name, one), 0), is_now.get((name, one), 0)
        if earlier != later:
            yield _(
                "{place}, {title}: {before} → {now}",
                place=name,
                title=_title(one, activities),
                before=earlier,
                now=later,
            )


def _values(before: PlaceValues, now: PlaceValues) -> Iterator[Text]:
    was = {value.id: value for value in before.values}
    for value in now.values:
        earlier = was.get(value.id)
        if earlier is None or _numbers(earlier) != _numbers(value):
            yield _(
                "{title}: {before} → {now}",
                title=value.title,
                before=_said(earlier),
                now=_said(value),
            )


def _by_place(rows: tuple[Row, ...]) -> dict[tuple[str, str], int]:
    """Add up by name and activity; places of one name are told together."""
    counts: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.name or "", row.activity)
        counts[key] = counts.get(key, 0) + row.count
    return counts


def _order(activities: Mapping[str, Activity], *known: Mapping[str, int]) -> list[str]:
    """Return the activities in the order of the reports, those no longer known last."""
    every = {one for some in known for one in some}
    return [*(one for one in activities if one in every), *sorted(every - activities.keys())]


def _title(activity: str, activities: Mapping[str, Activity]) -> Text:
    return activities[activity].title if activity in activities else Plain(activity)


def _numbers(value: Value) -> tuple[int | None, int | None]:
    return (
        value.numerator.value if value.numerator else None,
        value.denominator.value if value.denominator else None,
    )


def _said(value: Value | None) -> Text:
    """Say numerator and denominator; a dash stands for what nobody knows."""
    count, among = _numbers(value) if value else (None, None)
    if count is None:
        return Plain("–")
    if value is None or value.denominator_title is None:
        return _("{n}", n=count)
    return _("{n}/{among}", n=count, among="–" if among is None else among)
