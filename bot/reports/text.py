"""A tally as lines that read well on a phone; every count with its unit, never added across."""

from collections.abc import Mapping

from bot.domain.activities import Activity, counted, entitled
from bot.domain.periods import Period
from bot.domain.tally import By, Row, Tally
from bot.domain.text import Lines, Plain, Text, _, lines, listed, paragraphs


def span(period: Period) -> Text:
    """Say a period with both its days."""
    if period.end == period.start:
        raise ValueError(period.id)
    return _("{start} – {end}", start=period.start, end=period.last)


def compared(
    now: Mapping[str, int], before: Mapping[str, int], activities: Mapping[str, Activity]
) -> Text:
    """List each activity's total with the one of the period before; nothing is said as nothing."""
    told = []
    for one in activities.values():
        total, earlier = now.get(one.id, 0), before.get(one.id, 0)
        if total or earlier:
            was = _("(before: {count})", count=counted(earlier, one.unit))
            told.append(Lines((entitled(one, total), Plain(" "), was), gap=""))
    return listed(told) if told else _("– nothing recorded")


def tallied(tally: Tally, before: Tally, activities: Mapping[str, Activity]) -> Text:
    """Say a tally: totals beside the period before, or one paragraph for each place or person."""
    if tally.by is By.ACTIVITY:
        return compared(tally.totals, before.totals, activities)
    if not tally.rows:
        return _("– nothing recorded")
    return paragraphs(*(_paragraph(name, rows, activities) for name, rows in _grouped(tally.rows)))


def _grouped(rows: tuple[Row, ...]) -> list[tuple[str | None, list[Row]]]:
    grouped: dict[str | None, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.name, []).append(row)
    return list(grouped.items())


def _paragraph(name: str | None, rows: list[Row], activities: Mapping[str, Activity]) -> Text:
    order = list(activities)
    ordered = sorted(
        rows, key=lambda row: order.index(row.activity) if row.activity in order else 99
    )
    title: Text = Plain(name) if name else _("A member who has left")
    told = (
        entitled(activities[row.activity], row.count)
        for row in ordered
        if row.activity in activities
    )
    return lines(title, listed(told))
