"""What the teams did: each activity in its own unit, beside the period before, village by village.

Silence is not zero: where nobody reported, there is no number.
"""

from collections.abc import Mapping

from bot.domain.activities import Activity
from bot.domain.dossiers import Dossier
from bot.domain.tally import Tally
from bot.domain.text import Phrase, Plain, Text, _
from bot.domain.units import counted
from bot.reports.adjusted import moved
from bot.reports.document.pen import Pen, clean
from bot.reports.text import people_helped

_SILENT = _("not reported yet")


def reported(tally: Tally) -> bool:
    """Tell whether anybody reported: help, or that there was nothing."""
    return bool(tally.rows) or any(one.told for one in tally.quiet)


def deeds(
    dossier: Dossier, activities: Mapping[str, Activity], pen: Pen
) -> dict[str, dict[str, object]]:
    """Return every activity by its id; also what the content does not know any more."""
    now, before = dossier.sheet.by_village, dossier.before
    known = dict.fromkeys((*activities, *sorted(now.totals), *sorted(before.totals)))
    return {one: _deed(one, activities.get(one), now, before, pen) for one in known}


def done(found: Mapping[str, Mapping[str, object]], dossier: Dossier) -> list[Mapping[str, object]]:
    """Return the activities of which there was something, in this period or in the one before."""
    now, before = dossier.totals, dossier.before.totals
    return [row for one, row in found.items() if now.get(one) or before.get(one)]


def people(dossier: Dossier, pen: Pen) -> str:
    """Say how many people were helped: an estimate, as a range."""
    said = people_helped(dossier.helped)
    return pen.line(said) if said else ""


def corrections(
    dossier: Dossier, activities: Mapping[str, Activity], pen: Pen
) -> list[dict[str, object]]:
    """Say which part of the totals belongs to periods that were closed before, line by line."""
    changes = dossier.sheet.by_village.adjustments
    return [{"noi_dung": pen.line(moved(one, activities))} for one in changes]


def _deed(
    one: str, known: Activity | None, now: Tally, before: Tally, pen: Pen
) -> dict[str, object]:
    def much(count: int) -> Text:
        return counted(count, known.unit) if known else Plain(str(count))

    count, earlier = now.totals.get(one, 0), before.totals.get(one, 0)
    told, told_before = reported(now), reported(before)
    return {
        "ten": pen.cell(known.title) if known else clean(one),
        "don_vi": known.unit.value if known else "",
        "so": pen.cell(count if told else _SILENT),
        "chu": pen.line(much(count) if told else _SILENT),
        "ky_truoc": pen.cell(earlier if told_before else _SILENT),
        "tang_giam": _signed(count - earlier, pen) if told and told_before else "",
        "so_sanh": pen.line(_against(count, earlier, much(abs(count - earlier)), much(earlier)))
        if told and told_before
        else pen.line(_("the period before: not reported")),
        "theo_thon": _places(one, now, pen),
    }


def _against(count: int, earlier: int, change: Text, was: Text) -> Phrase:
    if count == earlier:
        return _("as in the period before")
    if count > earlier:
        return _("{was} in the period before: {change} more", was=was, change=change)
    return _("{was} in the period before: {change} fewer", was=was, change=change)


def _signed(change: int, pen: Pen) -> str:
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{pen.cell(abs(change))}"


def _places(one: str, tally: Tally, pen: Pen) -> str:
    """Say village by village how much there was; together they are the total."""
    rows = ((row.name or "–", row.count) for row in tally.rows if row.activity == one and row.count)
    return "; ".join(f"{clean(name)}: {pen.cell(count)}" for name, count in rows)
