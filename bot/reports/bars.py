"""Shares as bars of ten signs that a cheap phone's font has."""

from decimal import Decimal

from bot.domain.indicators import Target
from bot.domain.text import Plain, Text, _

# Block elements and "►" are in every font since WGL4; unlike "▶" they are no emoji, which
# messengers draw in colour and wider than their neighbours.
_FULL, _EMPTY, _BEYOND, _GOAL = "█", "░", "►", "|"
_CELLS = 10
_HUNDRED = Decimal(100)


def reached(share: Decimal, target: Target) -> bool:
    """Tell whether an exact share is what the target asks for; `above` wants more than that."""
    return share > target.value if target.above else share >= target.value


def bar(share: Decimal | None, target: Target | None = None) -> Text:
    """Draw a share in percent: full only from 100 % on, with "►" beyond it, never cut silently.

    The target's sign stands where ten cells allow, and on the right side of what is full: a bar
    does not say "reached" where the number does not. No share is no bar.
    """
    if share is None:
        return _("no denominator yet")
    full = min(int(share * _CELLS / _HUNDRED), _CELLS) or int(share > 0)
    cells = [_FULL] * full + [_EMPTY] * (_CELLS - full)
    if target:
        goal = min(max(1, round(target.value * _CELLS / _HUNDRED)), _CELLS)
        full = max(full, goal) if reached(share, target) else min(full, goal - 1)
        cells = [_FULL] * full + [_EMPTY] * (_CELLS - full)
        cells.insert(goal, _GOAL)
    return Plain("".join(cells) + (_BEYOND if share > _HUNDRED else ""))


def beside(now: Decimal, before: Decimal) -> tuple[Text, Text] | None:
    """Draw two counts against the greater of them; None where there is nothing of either."""
    most = max(now, before)
    return (bar(now * _HUNDRED / most), bar(before * _HUNDRED / most)) if most > 0 else None


def doubted(share: Decimal | None, said: Text) -> Text:
    """Mark what cannot be: more than all of them. It is shown as it is, and to be checked."""
    if share is None or share <= _HUNDRED:
        return said
    return _("{share} (!) more than 100%, to be checked", share=said)
