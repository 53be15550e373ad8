"""Figures from outside in words: always with unit, day, giver and document."""

from bot.domain.figures import Figure
from bot.domain.giving import Odd, Oddity, Rate, Step, expires
from bot.domain.quantities import Quantity
from bot.domain.text import Lines, Percent, Plain, Text, _, lines
from bot.domain.units import Unit, counted


def much(figure: Figure) -> Text:
    """Say how much a figure is, with its unit."""
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


def stands(place: Text, figure: Figure | None, quantity: Quantity) -> Text:
    """Say what stands in a place now, or that nobody has given anything."""
    if figure is None:
        return _("{place}: not given yet", place=place)
    return lines(_("{place}: {figure}", place=place, figure=told(figure)), aged(figure, quantity))
