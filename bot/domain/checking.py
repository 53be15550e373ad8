"""Checks a commune's numbers against the declared rules; what does not hold becomes a finding.

Nothing is ever stopped by it. Only what was counted for the same days is compared: a rule that
cannot be decided says nothing, for every wrong alarm costs the next one its reader.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.domain.checking_figures import expired, twice, unsourced
from bot.domain.checking_habits import burst, history, silent
from bot.domain.checking_sums import at_most, over, parts, ratio
from bot.domain.findings import Finding, Kind, Rule
from bot.domain.indicators import Catalogue
from bot.domain.material import Material

_Check = Callable[[Rule, Catalogue, Material], Iterator[Finding]]
_CHECKS: dict[Kind, _Check] = {
    Kind.PARTS: parts,
    Kind.AT_MOST: at_most,
    Kind.RATIO: ratio,
    Kind.OVER: over,
    Kind.HISTORY: history,
    Kind.BURST: burst,
    Kind.SILENT: silent,
    Kind.UNSOURCED: unsourced,
    Kind.EXPIRED: expired,
    Kind.TWICE: twice,
}


def findings(catalogue: Catalogue, material: Material) -> tuple[Finding, ...]:
    """Return what does not hold, in the order of the rules; answered findings come last."""
    found = {
        one.key: replace(one, answer=material.answers.get(one.key))
        for rule in catalogue.rules.values()
        for one in _CHECKS[rule.kind](rule, catalogue, material)
    }
    return tuple(sorted(found.values(), key=lambda one: one.answer is not None))


def impersonal(finding: Finding) -> Finding:
    """Return a finding without anybody's name, as it may be kept and passed on."""
    answer = replace(finding.answer, by=None) if finding.answer else None
    place = None if finding.kind is Kind.BURST else finding.place
    return replace(finding, place=place, answer=answer)
