"""A period as one paragraph that an official can send on to a group; plain text, no marks."""

from collections.abc import Mapping

from bot.domain.activities import Activity
from bot.domain.dossiers import Dossier
from bot.domain.text import Lines, Plain, Text, _, n_
from bot.reports.aims import against, aimed, lacking, met
from bot.reports.briefing import (
    clipped_all,
    count,
    known,
    leading,
    others,
    reported,
    running,
    so_far,
    standing,
    whose,
)
from bot.reports.periods import called

# With so many, and names cut at so many signs, the paragraph stays within a thousand signs; where
# numbers are longer than any commune's, fewer of them are named.
_COUNTS, _FEWER = 4, 2
_AIMS = 2
_LONGEST_TITLE = 26
_LONG = 10**5


def paste(dossier: Dossier, activities: Mapping[str, Activity]) -> Text:
    """Say a period in one paragraph of at most 1 000 signs; what is left out is said."""
    sentences = (
        _("An invented commune, for trying out.") if dossier.demo else None,
        _opening(dossier),
        _done(dossier, activities),
        _villages(dossier),
        _moved(dossier),
        _aims(dossier),
        _("These figures are {standing}.", standing=standing(dossier.status)),
        _thanks(dossier),
    )
    return Lines(tuple(one for one in sentences if one is not None), gap=" ")


def _opening(dossier: Dossier) -> Text:
    sheet = dossier.sheet
    until = so_far(sheet.period, sheet.day, dossier.status)
    days = called(sheet.period)
    said = (whose(sheet), days, until)
    return _ended(Lines(tuple(one for one in said if one is not None), gap=", "))


def _done(dossier: Dossier, activities: Mapping[str, Activity]) -> Text:
    """Say the main counts, each in its own unit, and how many more there are."""
    sheet, totals = dossier.sheet, dossier.totals
    if not totals:
        return _nothing(dossier)
    over = not running(sheet.period, sheet.day, dossier.status)
    long = max(map(abs, (*totals.values(), *dossier.before.totals.values()))) >= _LONG
    chosen, left = leading(totals, activities, _FEWER if long else _COUNTS)
    said = [count(one, totals[one.id], dossier.before, over=over) for one in chosen]
    told = Lines((*said, *((others(left),) if left else ())), gap="; ")
    helped = _("The digital teams helped people: {counts}.", counts=told)
    if known(dossier.before):
        return helped
    return Lines((helped, _("Nothing was told of the period before.")), gap=" ")


def _nothing(dossier: Dossier) -> Text:
    quiet = dossier.sheet.by_village.quiet
    if quiet and all(one.told for one in quiet):
        return _("Every team said that there was nothing this time.")
    if _ahead(dossier):
        return _("This period has not begun yet.")
    return _("The digital teams recorded nothing.")


def _villages(dossier: Dossier) -> Text | None:
    return None if _ahead(dossier) else _ended(reported(dossier.sheet, named=True))


def _ahead(dossier: Dossier) -> bool:
    return dossier.sheet.day < dossier.sheet.period.start


def _ended(said: Text) -> Text:
    return Lines((said, Plain(".")), gap="")


def _moved(dossier: Dossier) -> Text | None:
    """Say that the totals hold corrections of closed periods."""
    moved = len(dossier.sheet.by_village.adjustments)
    if not moved:
        return None
    return n_(
        "In the totals is {n} adjustment for a closed period.",
        "In the totals are {n} adjustments for closed periods.",
        moved,
    )


def _aims(dossier: Dossier) -> Text | None:
    """Say how many targets are reached, and the values that are farthest from theirs."""
    values = dossier.sheet.whole.values
    found, without = aimed(values), lacking(values)
    if not found and not without:
        return None
    reached = _("{n} of {all} reached", n=sum(map(met, found)), all=len(found))
    rows = [
        Lines((clipped_all(one.title, _LONGEST_TITLE), against(one)), gap=" ")
        for one in found[:_AIMS]
    ]
    rest = len(found) - len(rows)
    told: list[Text] = [reached] if found else []
    told += [*rows]
    if rest:
        told.append(n_("and {n} other indicator", "and {n} other indicators", rest))
    if without:
        told.append(n_("{n} has no number yet", "{n} have no number yet", len(without)))
    said = Lines(tuple(told), gap="; ")
    return Lines((_("Targets:"), _ended(said)), gap=" ")


def _thanks(dossier: Dossier) -> Text | None:
    real = dossier.totals and not dossier.demo
    return _("Thanks to the teams and everybody.") if real else None
