"""Who reported and who did not, in words and signs that read well on a phone."""

from collections.abc import Sequence

from bot.domain.dossiers import Grid, Report
from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.rolls import Roll
from bot.domain.text import Lines, Plain, Text, _, lines, n_, paragraphs
from bot.reports.text import span

# More weeks than these do not stand beside each other on a phone.
MOST_WEEKS = 6
_SIGNS = {Report.GIVEN: "✓", Report.NOTHING: "0", Report.SILENT: "?", Report.AHEAD: "·"}


def grid_told(place: str, grid: Grid) -> Text:
    """Say of every team how it reported: week by week, or how often where there are many."""
    if not grid.rows:
        return _("This commune has no teams yet, so nobody's report is missing.")
    few = len(grid.weeks) <= MOST_WEEKS
    row = _in_signs if few else _in_numbers
    days = Lines(tuple(Plain(f"{one.start:%d/%m}") for one in grid.weeks), gap=" · ")
    return paragraphs(
        lines(
            _("Who reported: {place}", place=place),
            _("From left to right, the weeks from {days}", days=days)
            if few
            else _("{n} weeks, from {start}", n=len(grid.weeks), start=grid.weeks[0].start),
        ),
        lines(*(row(name, reports) for name, reports in grid.rows)),
        _legend({one for __, reports in grid.rows for one in reports}) if few else None,
    )


def roll_told(roll: Roll) -> Text:
    """Say who of a team recorded in each week, the newest first."""
    weeks = range(len(roll.weeks))
    return paragraphs(Plain(roll.team.name), *(week_told(roll, nth) for nth in reversed(weeks)))


def week_told(roll: Roll, nth: int) -> Text:
    """Say who of a team recorded in one week, who had nothing, who said nothing."""
    given, others = roll.those(nth, Report.GIVEN), roll.others[nth]
    more = n_("{n} who has left the team", "{n} who have left the team", others)
    recorded = [*_names(given), *([more] if others else [])]
    shown = (
        (Report.GIVEN, recorded, _("recorded")),
        (Report.NOTHING, _names(roll.those(nth, Report.NOTHING)), _("said that there was nothing")),
        (Report.SILENT, _names(roll.those(nth, Report.SILENT)), _("not reported yet")),
        (Report.AHEAD, _names(roll.those(nth, Report.AHEAD)), _("the week has not begun")),
    )
    return lines(
        _("Week {days}", days=span(roll.weeks[nth])),
        _("The team said that there was nothing.") if roll.whole[nth] else None,
        *(
            _(
                "{sign} {what} ({n}): {names}",
                sign=_SIGNS[report],
                what=what,
                n=len(names) + (max(0, others - 1) if report is Report.GIVEN else 0),
                names=Lines(tuple(names), gap=", "),
            )
            for report, names, what in shown
            if names
        ),
        None if roll.members else _("Nobody has joined yet."),
    )


def signed(name: str, report: Report | None) -> Text:
    """Put the sign of what somebody did before their name."""
    return Plain(f"{_SIGNS[report]} {name}" if report else name)


def shortly(period: Period) -> Text:
    """Say a week by its first and last day, without the year."""
    return Plain(f"{period.start:%d/%m} – {period.last:%d/%m}")


def _names(people: Sequence[Person]) -> list[Text]:
    return [Plain(one.name) for one in people]


def _in_signs(name: str, reports: Sequence[Report]) -> Text:
    silent = sum(one is Report.SILENT for one in reports)
    signs = " ".join(_SIGNS[one] for one in reports)
    if not silent:
        return _("{signs} {team}: complete", signs=signs, team=name)
    told = n_("{n} week not reported", "{n} weeks not reported", silent)
    return _("{signs} {team}: {told}", signs=signs, team=name, told=told)


def _in_numbers(name: str, reports: Sequence[Report]) -> Text:
    return _(
        "{team}: recorded in {given} weeks, nothing in {nothing}, not reported in {silent}",
        team=name,
        given=sum(one is Report.GIVEN for one in reports),
        nothing=sum(one is Report.NOTHING for one in reports),
        silent=sum(one is Report.SILENT for one in reports),
    )


def _legend(there: set[Report]) -> Text:
    """Explain the signs that are there."""
    words = {
        Report.GIVEN: _("recorded"),
        Report.NOTHING: _("said that there was nothing"),
        Report.SILENT: _("not reported yet"),
        Report.AHEAD: _("the week has not begun"),
    }
    parts = (
        Lines((Plain(_SIGNS[one]), what), gap=" ") for one, what in words.items() if one in there
    )
    return Lines(tuple(parts), gap=" · ")
