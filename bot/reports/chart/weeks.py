"""Twelve weeks of the most frequent help, a small panel for each: units are on no common axis."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.activities import Activity
from bot.domain.dossiers import Dossier, Report
from bot.domain.tally import Tally
from bot.domain.text import Number, Text, _, n_
from bot.domain.units import counted
from bot.reports.briefing import leading
from bot.reports.chart.letters import Type, wide
from bot.reports.chart.paper import (
    GREY,
    INNER,
    MARGIN,
    Block,
    Mark,
    Word,
    box,
    gap,
    paragraph,
    row,
    stacked,
)

Say = Callable[[Text], str]

_PANELS = 4
_TALL, _STEM = 80, 0.7
_EARLIER, _LAST, _STRIPES = "#7d9dbf", "#0b4f8a", 8
_TITLE, _COUNT = Type(40), Type(42, bold=True)
_SMALL, _NOTE = Type(36, colour=GREY), Type(36, colour=GREY)
# Every third week has its date: more of them would not fit side by side.
_DATED = 3
_SLOT = INNER / 12
# A week in which others reported has a line, however little it was.
_LEAST = 3.0


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the trend: `silent` where nobody reported, `ahead` where it has not begun."""

    tally: Tally
    silent: bool
    ahead: bool
    running: bool


def weeks(dossier: Dossier) -> list[Week]:
    """Return the weeks of the trend, and what an empty one means."""
    day = dossier.sheet.day
    return [
        Week(one, not _told(one, dossier), one.period.start > day, day in one.period)
        for one in dossier.trend
    ]


def _told(tally: Tally, dossier: Dossier) -> bool:
    """Tell whether anybody said anything of a week, be it that there was nothing."""
    grid = dossier.grid
    nth = next((nth for nth, one in enumerate(grid.weeks) if one.id == tally.period.id), None)
    answered = nth is not None and any(
        reports[nth] in {Report.GIVEN, Report.NOTHING} for __, reports in grid.rows
    )
    return bool(tally.totals or tally.tried or answered)


def panels(dossier: Dossier, activities: Mapping[str, Activity], say: Say) -> Block:
    """Return the panels, or a sentence where there is nothing to draw."""
    run = weeks(dossier)
    sums: dict[str, int] = {}
    for one in dossier.trend:
        for name, number in one.totals.items():
            sums[name] = sums.get(name, 0) + number
    chosen, left = leading(sums, activities, _PANELS)
    if not chosen:
        return paragraph(say(_("Nobody has recorded help in these twelve weeks.")), _TITLE)
    last = next((one for one in reversed(run) if not one.ahead), None)
    drawn = [block for one in chosen for block in (gap(16), _panel(one, run, last, say))]
    legend = paragraph(_legend(run, last, left, say), _NOTE, most=4)
    return stacked((*drawn, _dates(run), gap(6), legend))


def _panel(activity: Activity, run: Sequence[Week], last: Week | None, say: Say) -> Block:
    """Return one activity: its name, its last count with the unit, and a column for each week."""
    counts = [one.tally.totals.get(activity.id, 0) for one in run]
    now = last.tally.totals.get(activity.id, 0) if last else 0
    told = say(counted(now, activity.unit)) if last and not last.silent else "–"
    head = row(say(activity.title), _TITLE, told, _COUNT)
    most = max(1, *counts)
    peak = _peak(counts, run, last, say)
    room = _SMALL.size + 12 if peak else 6
    marks: list[Mark] = [box(MARGIN, room + _TALL, INNER, 2, GREY)]
    for nth, one in enumerate(run):
        marks += _column(nth, one, counts[nth] / most * _TALL, room, final=one is last)
    marks += peak
    return stacked((head, Block(room + _TALL + 2, tuple(marks))))


def _column(nth: int, week: Week, tall: float, room: float, *, final: bool) -> Iterator[Mark]:
    """Draw a week: a column, a dash where nobody reported, nothing where it has not begun."""
    width, ground = _SLOT * _STEM, room + _TALL
    left = _middle(nth) - width / 2
    if week.ahead:
        return
    if week.silent:
        yield Word(_middle(nth), ground - 14, "–", _SMALL, "center")
        return
    height = max(_LEAST, tall)
    yield box(left, ground - height, width, height, _LAST if final else _EARLIER)
    if week.running:
        for above in range(_STRIPES, int(height), 2 * _STRIPES):
            yield box(left, ground - above - _STRIPES / 2, width, _STRIPES / 2, "white")


def _peak(counts: Sequence[int], run: Sequence[Week], last: Week | None, say: Say) -> list[Mark]:
    """Write the highest count above its column; the last one stands beside the name already."""
    highest = max(range(len(counts)), key=lambda nth: (counts[nth], run[nth] is last))
    if counts[highest] <= 0 or run[highest] is last:
        return []
    said = say(Number(Decimal(counts[highest])))
    return [_centred(said, highest, _SMALL.size - 2)]


def _dates(run: Sequence[Week]) -> Block:
    """Write the first day of every third week below the columns, among them the last begun one."""
    begun = sum(not one.ahead for one in run)
    marks = (
        _centred(f"{one.tally.period.start:%d/%m}", nth, _SMALL.size)
        for nth, one in enumerate(run)
        if (nth - begun + 1) % _DATED == 0
    )
    return Block(_SMALL.size * 1.4, tuple(marks))


def _middle(nth: int) -> float:
    return MARGIN + _SLOT * (nth + 0.5)


def _centred(said: str, nth: int, y: float) -> Word:
    """Return words in the middle of a week's place, within the margins."""
    reach = wide(said, _SMALL) / 2
    at = min(max(_middle(nth), MARGIN + reach), MARGIN + INNER - reach)
    return Word(at, y, said, _SMALL, "center")


def _legend(run: Sequence[Week], last: Week | None, left: int, say: Say) -> str:
    """Say which week the numbers beside the names are of, what signs mean, what is left out."""
    told: list[Text] = []
    if last:
        day = f"{last.tally.period.start:%d/%m}"
        told.append(_("On the right: the week of {day}.", day=day))
    if any(one.silent and not one.ahead for one in run):
        told.append(_("–: nobody reported."))
    if any(one.running for one in run):
        told.append(_("Striped: the week is not over."))
    if left:
        told.append(n_("{n} more kind of help.", "{n} more kinds of help.", left))
    return " ".join(map(say, told))
