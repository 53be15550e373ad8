"""Why there is no number, as a short sentence with the way out of it."""

from collections.abc import Mapping

from bot.domain.indicators import Catalogue, Value
from bot.domain.quantities import Amount, Lack, Origin, Quantity
from bot.domain.text import Lines, Phrase, Plain, Text, Words, _
from bot.reports.amounts import much, source


def briefly(value: Value) -> Phrase:
    """Say in two or three words why there is no number."""
    match value.why:
        case Lack.SILENT:
            return _("not reported yet")
        case Lack.UNLIKE:
            return _("cannot be computed")
        case _ if value.numerator is None:
            return _("no figure yet")
        case _:
            return _("no denominator yet")


def explained(value: Value, catalogue: Catalogue | None = None) -> Text:
    """Say why there is no number and what can be done; with a catalogue, by whom."""
    match value.why:
        case Lack.SILENT:
            return _("Not reported yet: no team has recorded anything or said that there was none.")
        case Lack.UNLIKE:
            return _(
                "Cannot be computed: its parts were counted on different days or in different "
                "units. Send /solieu to give them for one day."
            )
        case Lack.EXPIRED if old := _worn(value):
            title, amount = old
            return _(
                "{lack}: {title} {much} ({source}). Send /solieu to give a newer one.",
                lack=_lack(value, amount),
                title=title,
                much=much(amount),
                source=source(amount),
            )
        case Lack.ZERO if value.denominator:
            return _(
                "No denominator yet: {title} is 0 ({source}). Send /solieu to correct it.",
                title=value.denominator_title or Plain(value.id),
                source=source(value.denominator),
            )
        case _:
            return Lines(tuple(_missing(value, catalogue)), gap=" ")


def _worn(value: Value) -> tuple[Text, Amount] | None:
    """Return what is too old, the denominator first."""
    if value.denominator and value.denominator.expired:
        return value.denominator_title or Plain(value.id), value.denominator
    if value.numerator and value.numerator.expired:
        return value.numerator_title, value.numerator
    return None


def _lack(value: Value, amount: Amount) -> Phrase:
    return _("No denominator yet") if amount is value.denominator else _("No figure yet")


def _missing(value: Value, catalogue: Catalogue | None) -> list[Text]:
    declared = catalogue.indicators.get(value.id) if catalogue else None
    known: Mapping[str, Quantity] = catalogue.quantities if catalogue else {}
    told: list[Text] = []
    if value.numerator is None:
        of = known.get(declared.numerator) if declared else None
        told.append(_needs(_("No figure yet"), value.numerator_title, of))
    if value.denominator is None and value.denominator_title:
        of = known.get(declared.denominator or "") if declared else None
        told.append(_needs(_("No denominator yet"), value.denominator_title, of))
    return told


def _needs(lack: Phrase, title: Words, quantity: Quantity | None) -> Text:
    """Say what is needed, from whom, and how it is got."""
    origin = quantity.origin if quantity else Origin.FIGURE
    match origin:
        case Origin.SURVEY:
            way = _(
                "{lack}: needs {title}. Teams ask it at the door: /rasoat.", lack=lack, title=title
            )
        case Origin.EVENTS:
            way = _("{lack}: needs {title}, which the teams record.", lack=lack, title=title)
        case Origin.REGISTER:
            way = _("{lack}: needs {title}, which the roster says.", lack=lack, title=title)
        case _ if quantity and quantity.giver:
            way = _(
                "{lack}: needs {title}, {giver}. Send /solieu to give it.",
                lack=lack,
                title=title,
                giver=quantity.giver,
            )
        case _:
            way = _("{lack}: needs {title}. Send /solieu to give it.", lack=lack, title=title)
    return way
