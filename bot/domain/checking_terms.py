"""What every check needs: numbers with their titles, what may be compared, findings with keys."""

import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.domain.findings import Finding, Rule, Term
from bot.domain.indicators import Catalogue
from bot.domain.material import Spot
from bot.domain.quantities import Amount
from bot.domain.units import comparable

# Signs of a digest: enough for one commune's findings, short enough for a key with its rule.
_DIGEST = 20


def term(catalogue: Catalogue, spot: Spot, quantity: str) -> Term | None:
    """Return how much of a quantity a place has, None where that is not known."""
    amount = spot.amounts.get(quantity)
    declared = catalogue.quantities.get(quantity)
    if declared is None or not isinstance(amount, Amount):
        return None
    return Term(declared.title, amount)


def known(terms: Iterable[Term | None]) -> tuple[Term, ...]:
    """Leave out what is not known."""
    return tuple(one for one in terms if one is not None)


def alike(terms: Sequence[Term]) -> bool:
    """Tell whether numbers may be added: counted in one unit, for the same day or window."""
    return len({(one.amount.unit, one.amount.since, one.amount.as_of) for one in terms}) == 1


def within_one(terms: Sequence[Term]) -> bool:
    """Tell whether numbers may be added for a bound: of people, cards and accounts each is one."""
    days = {(one.amount.since, one.amount.as_of) for one in terms}
    unit = terms[0].amount.unit
    return len(days) == 1 and all(comparable(one.amount.unit, unit) for one in terms)


def total(terms: Iterable[Term]) -> int:
    """Add numbers up."""
    return sum(one.amount.value for one in terms)


def finding(
    rule: Rule,
    place: str | None,
    *,
    left: tuple[Term, ...] = (),
    right: tuple[Term, ...] = (),
    expected: Decimal | None = None,
    names: tuple[str, ...] = (),
    about: str = "",
) -> Finding:
    """Make a finding; its key says rule, place and numbers (`about`: what else it is about)."""
    said = [rule.id, place or "", about, *names]
    for one in (*left, *right):
        amount = one.amount
        said += [one.title.of("vi"), str(amount.value), str(amount.since), str(amount.as_of)]
    digest = hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:_DIGEST]
    key = f"{rule.id}-{digest}"
    return Finding(key, rule.id, rule.kind, place, left, right, expected, names, rule.advice)
