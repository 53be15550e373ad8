"""A figure that is being given: looked at once more, and its receipt."""

from collections.abc import Sequence

from bot.domain.figures import Figure
from bot.domain.giving import Known, Step, rates, step, strange
from bot.domain.indicators import Catalogue
from bot.domain.periods import Period
from bot.domain.places import Place
from bot.domain.quantities import Quantity
from bot.domain.text import Lines, Plain, Text, _, lines, listed, paragraphs
from bot.domain.units import counted
from bot.reports.figures import aged, named, odd, rate, relation, source, when
from bot.reports.text import span


def taken(said: str | None, value: int, quantity: Quantity) -> Text:
    """Say what a line was taken for; a name that was only alike stands beside it."""
    figure = Lines((quantity.title, Plain(": "), counted(value, quantity.unit)), gap="")
    return figure if said is None else _("“{said}” → {figure}", said=said, figure=figure)


def review(
    catalogue: Catalogue,
    news: Sequence[Figure],
    known: Known,
    *,
    place: Place | None,
    closed: Period | None = None,
) -> Text:
    """Show new figures before they are kept: what they replace, what is strange, what they make.

    `place`: None for the whole commune. `closed`: the closed period that a day of them lies in.
    """
    found = strange(catalogue, news, known)
    made = rates(catalogue, news, known)
    return paragraphs(
        _("Look at it once more:"),
        *(_reviewed(one, catalogue, known) for one in news),
        _where(place),
        listed(map(odd, found), bullet="⚠ ") if found else None,
        lines(*map(rate, made)) if made else None,
        _(
            "The period {days} is closed: its numbers stay as they are, and this figure counts "
            "in later ones.",
            days=span(closed),
        )
        if closed
        else None,
    )


def receipt(
    new: Figure, quantity: Quantity, what: Step, other: Figure | None, code: str | None
) -> Text:
    """Say what was kept, with its code; without one nothing new was."""
    if code is None:
        return lines(named(new, quantity), relation(what, other))
    return lines(
        _("Recorded: {figure}.", figure=named(new, quantity)),
        _("{when}; {source}", when=when(new), source=source(new)),
        relation(what, other),
        _("Code: {code}.", code=code),
    )


def _reviewed(new: Figure, catalogue: Catalogue, known: Known) -> Text:
    quantity = catalogue.quantities[new.name]
    return lines(
        named(new, quantity),
        _("{when}; {source}", when=when(new), source=source(new)),
        relation(*step(new, known.get(new.name, ()))),
        aged(new, quantity),
    )


def _where(place: Place | None) -> Text:
    return _("Place: {place}", place=Plain(place.name) if place else _("whole commune"))
