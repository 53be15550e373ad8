"""A sheet that came in a chat: of the own commune only, and told in as many rows as fit there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.enrolment import Amiss, Known
from bot.domain.giving import Step
from bot.domain.indicators import Catalogue
from bot.domain.text import Phrase, Text, _, lines
from bot.intake import previews, rolls
from bot.intake.told import Told
from bot.intake.work import Of, hold, sheet
from bot.reading.roll.heads import Head, Page
from bot.reading.roll.names import same_place
from bot.reading.workbook.kept import read

# Rows that are said of each kind; whoever wants all of them has the file.
_SAID = 30


async def told(content: str, known: Known, catalogue: Catalogue, today: date, of: Of) -> Told:
    """Hold what was read of a file against what there is; an official has one commune."""
    found = sheet(read(content), catalogue, today)
    lacking = not found.roll.pages and found.figures is None
    wrong = [Amiss(Page.COMMUNE, 1, None, _nothing())] if lacking else []
    own = known.commune.name if known.commune else ""
    for line in found.roll.communes[1:]:
        several = _("One file is of one commune: leave one row here.")
        wrong.append(Amiss(Page.COMMUNE, line.row, Head.COMMUNE, several))
    for line in found.roll.communes[:1]:
        if not same_place(line.name, own):
            other = _("This file is of another commune. Yours is called “{name}”.", name=own)
            wrong.append(Amiss(Page.COMMUNE, line.row, Head.COMMUNE, other))
    return await hold(found, known, catalogue, today, of, wrong=wrong)


def preview(catalogue: Catalogue, sheet: Told) -> Text:
    """Say everything that would be kept, beside what there is."""
    if sheet.roster:
        return rolls.preview(catalogue, sheet)
    return previews.preview(catalogue, sheet.plan.commune, sheet.table, sheet.rows)


def kept(sheet: Told) -> Text:
    """Say how much was kept, and how whoever is new on the roster comes to a code."""
    rows = (*sheet.rows, *sheet.villages)
    figures = sum(row.what is not Step.SAME for row in rows)
    codes = _(
        "Whoever is new joins with a code: open “Invite to a team” for one of them, or get the "
        "cards for all of them below."
    )
    return lines(rolls.kept(replace(sheet, kept=figures)), codes if sheet.plan.listed else None)


def mistakes(sheet: Told) -> Text:
    """Say what is wrong, and that nothing was kept."""
    wrong = rolls.mistakes(sheet)
    return lines(
        *wrong[:_SAID],
        _more(wrong),
        _("Nothing was kept. Mend the rows named above, then send the file again."),
    )


def _more(ones: Sequence[object]) -> Text | None:
    return _("… and {n} more rows.", n=len(ones) - _SAID) if len(ones) > _SAID else None


def _nothing() -> Phrase:
    return _(
        "I find no page of figures and none of a roster in this file. Ask for the empty sheet, "
        "and fill that in."
    )
