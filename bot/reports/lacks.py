"""Why there is no number, as a short sentence with the way out of it."""

from collections.abc import Iterable, Mapping

from bot.domain.indicators import Catalogue, Value
from bot.domain.quantities import Amount, Lack, Origin, Quantity
from bot.domain.text import Lines, Phrase, Plain, Text, Words, _, lines
from bot.reports.amounts import much, source


def briefly(value: Value, catalogue: Catalogue | None = None) -> Phrase:
    """Say in two or three words why there is no number."""
    match value.why:
        case Lack.SILENT:
            return _("not reported yet")
        case Lack.UNLIKE:
            return _("cannot be computed")
        case Lack.MISSING if unasked(value, catalogue):
            return _("not asked at the door yet")
        case _ if value.numerator is None:
            return _("no figure yet")
        case _:
            return _("no denominator yet")


def shortly(value: Value, catalogue: Catalogue | None = None) -> Text:
    """Say in a line of a long list why there is no number; `ways_out` is said once below it."""
    short = briefly(value, catalogue)
    if value.why is Lack.EXPIRED and (old := _worn(value)):
        title, amount = old
        return _("{lack}: {title} of {day} is too old", lack=short, title=title, day=amount.as_of)
    if value.why is Lack.ZERO and value.denominator_title:
        return _("{lack}: {title} is 0", lack=short, title=value.denominator_title)
    if value.why is Lack.MISSING and value.numerator and value.denominator_title:
        return _("{lack}: needs {title}", lack=short, title=value.denominator_title)
    return short


def ways_out(values: Iterable[Value], catalogue: Catalogue) -> Text | None:
    """Say once below a list what can be done about the numbers that are lacking."""
    lacking = [one for one in values if one.why and one.why is not Lack.SILENT]
    at_door = [unasked(one, catalogue) for one in lacking]
    if not lacking:
        return None
    return lines(
        _("Figures that are lacking: send /solieu to give them.") if not all(at_door) else None,
        _("What was not asked at the door yet: the teams ask it with /rasoat.")
        if any(at_door)
        else None,
    )


def unasked(value: Value, catalogue: Catalogue | None) -> bool:
    """Tell whether a number is lacking because nobody was asked at the door."""
    declared = catalogue.indicators.get(value.id) if catalogue else None
    if not catalogue or not declared or value.numerator is not None:
        return False
    return _origin(catalogue.quantities.get(declared.numerator)) is Origin.SURVEY


def _origin(quantity: Quantity | None) -> Origin:
    return quantity.origin if quantity else Origin.FIGURE


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
    match _origin(quantity):
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
