"""The card of a period: at most seven lines for the chat, before anything longer is asked for."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.activities import Activity, Field, about
from bot.domain.findings import Finding
from bot.domain.sheets import Sheet, State, Status
from bot.domain.tally import Helped, Tally
from bot.domain.text import Lines, Text, _, lines, n_
from bot.reports.briefing import count, leading, others, reported, running, so_far, standing, whose
from bot.reports.findings import summed_up
from bot.reports.periods import called
from bot.reports.text import people_helped

# Activities that are named in a line; the others are counted.
_NAMED = 2


def card(
    sheet: Sheet,
    before: Tally,
    status: Status,
    findings: Sequence[Finding],
    helped: Helped,
    activities: Mapping[str, Activity],
    today: date,
) -> Text:
    """Say a period in at most seven lines: whose it is, what was done, who reported, what to check.

    `before`: the tally of the period before. A line is left out where it has nothing to say.
    """
    return lines(
        _head(sheet, status, today),
        *_done(sheet, before, status, activities, today),
        reported(sheet, named=True) if today >= sheet.period.start else None,
        _checked(findings),
        _last(sheet.by_village, helped),
    )


def _head(sheet: Sheet, status: Status, today: date) -> Text:
    parts = (
        whose(sheet),
        called(sheet.period),
        standing(status),
        so_far(sheet.period, today, status),
    )
    return Lines(tuple(part for part in parts if part is not None), gap=" · ")


def _done(
    sheet: Sheet, before: Tally, status: Status, activities: Mapping[str, Activity], today: date
) -> list[Text]:
    """Say what was done, in a line for each field; of nothing, what can be done about it."""
    if not sheet.by_village.totals:
        return [nothing(sheet, status, today)]
    over = not running(sheet.period, today, status)
    told = [_field(one, sheet.by_village, before, activities, over=over) for one in Field]
    return [line for line in told if line is not None] or [others(len(sheet.by_village.totals))]


def _field(
    field: Field, now: Tally, before: Tally, activities: Mapping[str, Activity], *, over: bool
) -> Text | None:
    """Say the leading activities of a field; None where it never had any."""
    ours = {one.id: one for one in activities.values() if one.field is field}
    totals = {name: number for name, number in now.totals.items() if name in ours}
    if field is list(Field)[-1]:
        # What the library does not know any more has no field, and is counted at the end.
        totals |= {name: one for name, one in now.totals.items() if name not in activities}
    if not totals:
        earlier = any(before.totals.get(name) for name in ours)
        return _line(field, _("nothing recorded this time")) if earlier else None
    chosen, left = leading(totals, ours, _NAMED)
    said = [count(one, totals[one.id], before, over=over) for one in chosen]
    return _line(field, Lines((*said, *((others(left),) if left else ())), gap="; "))


def _line(field: Field, said: Text) -> Text:
    return Lines((about(field), said), gap=" – ")


def nothing(sheet: Sheet, status: Status, today: date) -> Text:
    """Say that nothing was recorded, and what can be done about it."""
    quiet = sheet.by_village.quiet
    if today < sheet.period.start:
        return _("This period has not begun yet.")
    if quiet and all(one.told for one in quiet):
        return _("Every team said that there was nothing this time; thank you for telling.")
    if status.state is State.CLOSED:
        return _("Nothing was recorded in this period.")
    if today in sheet.period:
        return _(
            "Nothing recorded yet. Please remind the teams to type /ghi, or /khongco if there was "
            "nothing."
        )
    return _("Nothing was recorded. It can still be told: /ghi with the day, or /khongco.")


def _checked(findings: Sequence[Finding]) -> Text:
    """Say how many points there are to check, and how many have their answers."""
    return Lines(summed_up(findings).parts, gap=" ")


def _last(tally: Tally, helped: Helped) -> Text | None:
    """Say how many people were helped, and that totals hold adjustments of closed periods."""
    moved = len(tally.adjustments)
    said = (
        people_helped(helped),
        n_(
            "{n} adjustment for a closed period is in the totals",
            "{n} adjustments for closed periods are in the totals",
            moved,
        )
        if moved
        else None,
    )
    parts = tuple(one for one in said if one is not None)
    return Lines(parts, gap=" · ") if parts else None
