"""The card (thẻ): a period of a commune in at most seven lines."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.activities import Activity
from bot.domain.findings import Finding
from bot.domain.sheets import Sheet, Status
from bot.domain.tally import Helped, Tally
from bot.domain.text import Lines, Plain, Text, _, lines, n_
from bot.reports.periods import called
from bot.reports.states import briefly, counted_so_far
from bot.reports.text import compared, people_helped

_MOST = 2


def card(
    sheet: Sheet,
    before: Tally,
    status: Status,
    findings: Sequence[Finding],
    helped: Helped,
    activities: Mapping[str, Activity],
    today: date,
) -> Text:
    """Say a period in at most seven lines."""
    totals = sheet.by_village.totals
    most = sorted(totals, key=lambda one: -totals[one])[:_MOST]
    first = {name: activities[name] for name in most if name in activities}
    silent = [one.name for one in sheet.by_team.quiet if not one.told]
    waiting = sum(one.answer is None for one in findings)
    return lines(
        Lines((Plain(sheet.commune), Plain(": "), called(sheet.period)), gap=""),
        counted_so_far(sheet.period, today, status) or briefly(status),
        compared(totals, before.totals, first),
        people_helped(helped),
        _("Not reported yet: {names}", names=", ".join(silent)) if silent else None,
        n_("{n} remark to be checked.", "{n} remarks to be checked.", waiting) if waiting else None,
    )
