"""A tally as lines that read well on a phone; every count with its unit, never added across."""

from collections.abc import Mapping

from bot.domain.activities import Activity, entitled
from bot.domain.periods import Period
from bot.domain.tally import By, Row, Tally, summed
from bot.domain.text import Lines, Plain, Text, _, fold, lines, listed, paragraphs


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
            was = _("(before: {n})", n=earlier)
            told.append(Lines((entitled(one, total), Plain(" "), was), gap=""))
    return listed(told) if told else _("– nothing recorded")


def tallied(tally: Tally, before: Tally, activities: Mapping[str, Activity]) -> Text:
    """Say a tally: totals beside the period before, or one paragraph for each place or person."""
    if tally.by is By.ACTIVITY:
        return compared(tally.totals, before.totals, activities)
    names = list(dict.fromkeys(row.name for row in (*tally.rows, *before.rows)))
    if not names:
        return _("– nothing recorded")
    return paragraphs(
        *(
            lines(
                Plain(name) if name else _("A member who has left"),
                compared(now := _of(name, tally.rows), _kept(now, name, before), activities),
            )
            for name in sorted(names, key=lambda name: (not name, fold(name or "")))
        )
    )


def _kept(now: Mapping[str, int], name: str | None, before: Tally) -> dict[str, int]:
    """Return what stood under a name before, of the activities there are now: a phone is small."""
    earlier = _of(name, before.rows)
    return {activity: earlier[activity] for activity in now if activity in earlier}


def _of(name: str | None, rows: tuple[Row, ...]) -> dict[str, int]:
    """Return what stands under a name, by activity."""
    return summed(tuple(row for row in rows if row.name == name))
