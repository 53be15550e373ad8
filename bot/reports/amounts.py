"""Amounts in words: how much, with its unit, whose number it is, of which day, on which paper."""

from datetime import timedelta

from bot.domain.quantities import Amount, Coverage, Origin
from bot.domain.text import Lines, Phrase, Plain, Text, _, lines
from bot.domain.units import Unit, counted


def much(amount: Amount) -> Text:
    """Say how much there is: a number with its unit, or a range; its title calls it an estimate."""
    if amount.most is not None and not amount.value:
        return _("at most {most}", most=_most(amount))
    if amount.most is not None:
        return _("{least} to {most}", least=amount.value, most=_most(amount))
    return counted(amount.value, amount.unit)


def source(amount: Amount) -> Text:
    """Say who counted and when, as in "Công an xã, 31/12/2024"."""
    if amount.since and amount.since != amount.as_of:
        when: Text = _("{start} – {end}", start=amount.since, end=amount.as_of)
    else:
        when = _("{day}", day=amount.as_of)
    parts = [whose(amount), when]
    if amount.expired:
        parts.append(_("too old"))
    return Lines(tuple(parts), gap=", ")


def whose(amount: Amount) -> Text:
    """Say who counted."""
    if amount.givers:
        return Plain(", ".join(amount.givers))
    return obtained(amount.origin)


def obtained(origin: Origin) -> Phrase:
    """Say how a number is come by."""
    return {
        Origin.REGISTER: _("the roster"),
        Origin.EVENTS: _("recorded by the teams"),
        Origin.SURVEY: _("household survey"),
        Origin.FIGURE: _("figure from outside"),
        Origin.SUM: _("added up"),
    }[origin]


def asked(coverage: Coverage) -> Phrase:
    """Say how many households a number of the survey speaks of, of how many there are."""
    if coverage.households is None:
        return _("asked {n}/? households", n=coverage.asked)
    return _("asked {n}/{all} households", n=coverage.asked, all=coverage.households)


def estimate(amount: Amount) -> Phrase | None:
    """Say an official stock together with what the teams added since; None where nothing adds."""
    if amount.added is None or amount.estimate is None:
        return None
    return _(
        "estimated to date {all}: {n} + {added} with the teams' help since {day}",
        all=amount.estimate,
        n=amount.value,
        added=amount.added,
        day=amount.as_of + timedelta(days=1),
    )


def told(role: Phrase, title: Text, amount: Amount | None) -> Text:
    """Say all about a numerator or denominator; an unknown one as unknown."""
    if amount is None:
        return _("{role}: {title}: no figure yet", role=role, title=title)
    return lines(
        _(
            "{role}: {title}: {much} ({source})",
            role=role,
            title=title,
            much=much(amount),
            source=source(amount),
        ),
        _behind(amount),
    )


def counted_by(amount: Amount) -> Text:
    """Say all about a count whose name and number stand above it already."""
    return lines(_("Source: {source}", source=source(amount)), _behind(amount))


def _behind(amount: Amount) -> Text | None:
    """Say the papers of an amount, how far a survey got, and what the teams added."""
    on = Plain(", ".join(amount.documents))
    found = (
        _("Document: {name}", name=on) if amount.documents else None,
        asked(amount.coverage) if amount.coverage else None,
        estimate(amount),
    )
    return lines(*found) if any(found) else None


def _most(amount: Amount) -> Phrase:
    return counted(amount.most or 0, Unit(amount.unit))
