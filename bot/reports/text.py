"""A tally as lines that read well on a phone; every count with its unit, never added across."""

from collections.abc import Mapping, Sequence

from bot.domain.activities import Activity, entitled
from bot.domain.obstacles import Obstacle, named
from bot.domain.periods import Period
from bot.domain.tally import By, Helped, Quiet, Row, Tally, summed
from bot.domain.text import Lines, Plain, Text, _, fold, lines, listed, paragraphs
from bot.reports.adjusted import adjusted


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


def unfinished(tried: Mapping[Obstacle, int]) -> Text:
    """Say how much could not be finished and why; it is in no total."""
    why = Lines(
        tuple(
            Lines((named(obstacle), Plain(f" {number}")), gap="")
            for obstacle, number in tried.items()
        ),
        gap=", ",
    )
    return _("Not finished: {n} ({why})", n=sum(tried.values()), why=why)


def silence(quiet: Sequence[Quiet]) -> Text | None:
    """Say who has no count: those who said that there was nothing, and those who said nothing."""
    told = [Plain(one.name) for one in quiet if one.told]
    silent = [Plain(one.name) for one in quiet if not one.told]
    if not quiet:
        return None
    return lines(
        _("Nothing to report: {names}", names=Lines(tuple(told), gap=", ")) if told else None,
        _("Not reported yet: {names}", names=Lines(tuple(silent), gap=", ")) if silent else None,
    )


def people_helped(helped: Helped) -> Text | None:
    """Say how many people were helped: an estimate, and a range where not everything is known."""
    if not helped.most:
        return None
    if not helped.first:
        return _("People helped (estimate): not known, at most {n}", n=helped.most)
    if not helped.unknown:
        return _("People helped (estimate): {n}", n=helped.first)
    return _("People helped (estimate): {least} to {most}", least=helped.first, most=helped.most)


def tallied(tally: Tally, before: Tally, activities: Mapping[str, Activity]) -> Text:
    """Say a tally: totals beside the period before, or one paragraph for each place or person."""
    tried = unfinished(tally.tried) if tally.tried else None
    moved = adjusted(tally, activities)
    if tally.by is By.ACTIVITY:
        return paragraphs(lines(compared(tally.totals, before.totals, activities), tried), moved)
    names = list(dict.fromkeys(row.name for row in (*tally.rows, *before.rows)))
    quiet = silence(tally.quiet)
    if not names:
        return paragraphs(_("– nothing recorded"), moved, quiet)
    return paragraphs(
        *(
            lines(
                Plain(name) if name else _("A member who has left"),
                compared(now := _of(name, tally.rows), _kept(now, name, before), activities),
            )
            for name in sorted(names, key=lambda name: (not name, fold(name or "")))
            if _of(name, tally.rows) or name not in {one.name for one in tally.quiet}
        ),
        tried,
        moved,
        quiet,
    )


def _kept(now: Mapping[str, int], name: str | None, before: Tally) -> dict[str, int]:
    """Return what stood under a name before, of the activities there are now: a phone is small."""
    earlier = _of(name, before.rows)
    return {activity: earlier[activity] for activity in now if activity in earlier}


def _of(name: str | None, rows: tuple[Row, ...]) -> dict[str, int]:
    """Return what stands under a name, by activity."""
    return summed(tuple(row for row in rows if row.name == name))
