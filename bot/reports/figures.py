"""Figures from outside in words: always with unit, day, giver and document."""

from collections.abc import Sequence

from bot.domain.figures import Figure
from bot.domain.giving import (
    Known,
    Odd,
    Oddity,
    Rate,
    Standing,
    Step,
    expires,
    rates,
    step,
    strange,
)
from bot.domain.indicators import Catalogue
from bot.domain.periods import Period
from bot.domain.places import Place
from bot.domain.quantities import Quantity
from bot.domain.text import Lines, Percent, Plain, Text, _, lines, listed, paragraphs
from bot.domain.units import Unit, counted
from bot.reports.text import span

_UNITS = frozenset(unit.value for unit in Unit)


def much(figure: Figure) -> Text:
    """Say how much a figure is, with its unit; one of an older version may have any."""
    if figure.unit not in _UNITS:
        return _("{n} {unit}", n=int(figure.value), unit=figure.unit)
    return counted(int(figure.value), Unit(figure.unit))


def when(figure: Figure) -> Text:
    """Say the day of a stock, or both days of a flow."""
    if figure.since is None:
        return _("{day}", day=figure.as_of)
    return _("{start} – {end}", start=figure.since, end=figure.as_of)


def source(figure: Figure) -> Text:
    """Say who gave a figure, and in which document."""
    return _(
        "{giver}, {document}",
        giver=figure.giver,
        document=Plain(figure.document) if figure.document else _("no document yet"),
    )


def told(figure: Figure) -> Text:
    """Say a figure in one line."""
    return _(
        "{much} ({when}; {source})", much=much(figure), when=when(figure), source=source(figure)
    )


def aged(figure: Figure, quantity: Quantity) -> Text | None:
    """Say from when on a figure is too old."""
    day = expires(quantity, figure.as_of)
    return _("Too old from {day} on.", day=day) if day else None


def named(figure: Figure, quantity: Quantity) -> Text:
    """Say a figure with the name of what was counted."""
    return Lines((quantity.title, Plain(": "), much(figure)), gap="")


def entitled(quantity: Quantity, now: Figure | None) -> Text:
    """Say the name of a figure with what stands now."""
    return named(now, quantity) if now else Lines((quantity.title, Plain(": "), _("none yet")), "")


def relation(step: Step, earlier: Figure | None) -> Text | None:
    """Say what a new figure does to an earlier one; both stay to be read."""
    if earlier is None or step is Step.FIRST:
        return None
    was = {"value": int(earlier.value), "when": when(earlier)}
    match step:
        case Step.REPLACES:
            return _("Takes the place of {value} ({when}); the old one can still be read.", **was)
        case Step.CORRECTS:
            return _("Corrects {value} of the same time ({when}); that can still be read.", **was)
        case Step.OLDER:
            return _("{value} ({when}) is newer and stays the one that counts.", **was)
        case _:
            return _("This very figure is there already.")


def odd(one: Oddity) -> Text:
    """Say what is strange about a figure; nothing is stopped by it."""
    other = {"other": named(one.other, one.quantity), "when": when(one.other)}
    match one.kind:
        case Odd.CHANGE:
            return _("This is far from the figure before: {other} ({when}).", **other)
        case Odd.OVER:
            return _("This is more than what it is a part of: {other} ({when}).", **other)
        case _:
            return _("This is less than a part of it: {other} ({when}).", **other)


def rate(one: Rate) -> Text:
    """Say a rate with its two counts."""
    return _(
        "{title}: {percent} ({n}/{of})",
        title=one.indicator.title,
        percent=Percent(one.percent),
        n=one.numerator,
        of=one.denominator,
    )


def stands(quantity: Quantity, known: Sequence[Standing]) -> Text:
    """Say what stands in the commune (the first) and in those villages that have anything."""
    whole, *villages = known
    return lines(
        quantity.title,
        _stands(_("Whole commune"), whole.now, quantity),
        *(_stands(Plain(one.place.name), one.now, quantity) for one in villages if one.all),
    )


def history(place: Place, figures: Sequence[Figure]) -> Text:
    """List the figures of a place, the one that counts first."""
    return lines(Plain(place.name), listed(map(told, figures)))


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


def _stands(place: Text, figure: Figure | None, quantity: Quantity) -> Text:
    if figure is None:
        return _("{place}: not given yet", place=place)
    return lines(_("{place}: {figure}", place=place, figure=told(figure)), aged(figure, quantity))
