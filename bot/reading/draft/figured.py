"""Everything that is checked in the numbers of a report."""

from collections.abc import Iterable

from bot.domain.drafts import Correction, Fault
from bot.reading.draft.borrowed import borrowed
from bot.reading.draft.checker import Context
from bot.reading.draft.conflicts.census import census
from bot.reading.draft.conflicts.everyone import everyone
from bot.reading.draft.conflicts.lacks import lacks
from bot.reading.draft.conflicts.officials import officials
from bot.reading.draft.conflicts.overdue import overdue
from bot.reading.draft.conflicts.recap import recap
from bot.reading.draft.conflicts.stocks import stocks
from bot.reading.draft.conflicts.swapped import swapped
from bot.reading.draft.conflicts.totals import totals
from bot.reading.draft.conflicts.villages import villages
from bot.reading.draft.counted import counted
from bot.reading.draft.pages import pages
from bot.reading.draft.rates.baseless import baseless
from bot.reading.draft.rates.bounded import bounded
from bot.reading.draft.rates.limits import limits
from bot.reading.draft.rates.of_what import of_what
from bot.reading.draft.rates.ratios import ratios
from bot.reading.draft.rates.rounded import rounded
from bot.reading.draft.rates.told_twice import told_twice
from bot.reading.draft.sums.enumerated import enumerated
from bot.reading.draft.sums.flow import flow
from bot.reading.draft.sums.lists import lists
from bot.reading.draft.sums.rest import rests
from bot.reading.draft.tables.tables import tables
from bot.reading.draft.text import Draft
from bot.reading.draft.unlike import unlike

# In the order in which one error is given one kind: wrong arithmetic comes before wrong units.
_CHECKS = (
    borrowed,
    ratios,
    tables,
    enumerated,
    lists,
    flow,
    rests,
    limits,
    rounded,
    told_twice,
    bounded,
    counted,
    of_what,
    unlike,
    baseless,
    villages,
    officials,
    swapped,
    overdue,
    totals,
    lacks,
    census,
    recap,
    stocks,
    everyone,
)


def figured(draft: Draft, _context: Context) -> Iterable[Correction]:
    """Check rates, sums, units, bounds and what rates are made of."""
    read = pages(draft)
    told: dict[int, list[Correction]] = {}
    for check in _CHECKS:
        for found in check(read):
            here = told.setdefault(found.line, [])
            if not any(_same(found, other) for other in here):
                here.append(found)
                yield found


def _same(one: Correction, other: Correction) -> bool:
    """Tell whether two corrections point at the same place of a line."""
    inside = one.quote in other.quote or other.quote in one.quote
    return inside and (one.fault is other.fault or Fault.SUM not in {one.fault, other.fault})
