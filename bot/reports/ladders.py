"""Ladders in words: stocks of which each is part of the one before, all on one base."""

from decimal import Decimal

from bot.domain.indicators import Climb, Rung
from bot.domain.quantities import Amount
from bot.domain.text import Percent, Text, _, lines
from bot.reports.amounts import much, source
from bot.reports.bars import bar, doubted


def climbed(climb: Climb, decimals: int) -> Text:
    """Say a ladder: every rung on the same base, as number, share and bar."""
    base = climb.base
    known = base is not None and base.value > 0
    head = (
        _(
            "All out of: {title}, {much} ({source})",
            title=climb.base_title,
            much=much(base),
            source=source(base),
        )
        if base and known and climb.base_title
        else _("No denominator yet: nobody knows out of how many.")
    )
    return lines(
        climb.title,
        head,
        *(_rung(rung, base if known else None, decimals) for rung in climb.rungs),
    )


def _rung(rung: Rung, base: Amount | None, decimals: int) -> Text:
    amount = rung.amount
    if amount is None:
        return _("– {title}: no figure yet", title=rung.title)
    if base is None:
        return _("– {title}: {much}", title=rung.title, much=much(amount))
    share = Decimal(amount.value) * 100 / base.value
    return lines(
        _(
            "– {title}: {much} = {share}",
            title=rung.title,
            much=much(amount),
            share=doubted(share, Percent(share, decimals)),
        ),
        bar(share),
    )
