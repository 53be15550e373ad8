"""The days and windows that figures are usually counted on, as choices."""

from datetime import date, timedelta

from bot.domain.chat import Choice
from bot.domain.periods import Period, month, period, previous, quarter
from bot.domain.text import Text, _, near
from bot.reports.text import span


def days(today: date) -> tuple[Choice, ...]:
    """Offer today and the ends of the month, quarter and year gone by; each day once."""
    year = period(str(today.year))
    offered: dict[str, Text] = {today.isoformat(): near(today, today)}
    for before, said in (
        (previous(month(today)), _("end of last month, {day}", day=_end(month(today)))),
        (previous(quarter(today)), _("end of last quarter, {day}", day=_end(quarter(today)))),
        (previous(year), _("end of last year, {day}", day=_end(year))),
    ):
        offered.setdefault(before.last.isoformat(), said)
    return tuple(Choice(value, label) for value, label in offered.items())


def windows(today: date) -> tuple[Choice, ...]:
    """Offer the months, quarters and year gone by, in both schemes, and this year until today."""
    begun = period(f"{today.year}-01-01..{today.isoformat()}")
    offered = (
        (previous(month(today)), _("Last month")),
        (_over(month(today), today), _("Month of NĐ 09/2019")),
        (previous(quarter(today)), _("Last quarter")),
        (_over(quarter(today), today), _("Quarter of NĐ 09/2019")),
        (begun, _("This year until today")),
        (previous(period(str(today.year))), _("Last year")),
    )
    return tuple(
        Choice(f"{one.start}..{one.last}", _("{title}: {days}", title=title, days=span(one)))
        for one, title in offered
    )


def _over(like: Period, today: date) -> Period:
    """Return the newest period of a kind that is over, in the scheme of NĐ 09/2019."""
    found = period(f"{like.id}@nd09")
    return found if found.last < today else previous(found)


def _end(running: Period) -> date:
    return running.start - timedelta(days=1)
