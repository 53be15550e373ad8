"""Adjustments as lines of their own: what of a period's totals belongs to closed ones."""

from collections.abc import Mapping

from bot.domain.activities import Activity
from bot.domain.tally import Adjustment, Tally
from bot.domain.text import Plain, Text, _, lines, listed
from bot.domain.units import counted


def adjusted(tally: Tally, activities: Mapping[str, Activity]) -> Text | None:
    """Say which part of a tally corrects days of closed periods; it is in the totals already."""
    if not tally.adjustments:
        return None
    return lines(
        _("Adjustments for closed periods (they are in the totals above):"),
        listed(moved(change, activities) for change in tally.adjustments),
    )


def moved(change: Adjustment, activities: Mapping[str, Activity]) -> Text:
    """Say by how much an activity changed afterwards, and for work of which day."""
    known = activities.get(change.activity)
    number = abs(change.count)
    return _(
        "{title}: {sign}{count} (work of {day})",
        title=known.title if known else Plain(change.activity),
        sign="+" if change.count > 0 else "−",
        count=counted(number, known.unit) if known else number,
        day=change.for_day,
    )
