"""Indicators in words: never a rate without its numbers, their units, sources and days."""

from decimal import Decimal

from bot.domain.indicators import Catalogue, Indicator, Measure, Source, Value
from bot.domain.quantities import Amount, Origin
from bot.domain.text import (
    Lines,
    Number,
    Percent,
    Phrase,
    Plain,
    Text,
    Words,
    _,
    lines,
    listed,
    paragraphs,
)
from bot.domain.units import counted, units
from bot.reports import lacks
from bot.reports.amounts import asked, counted_by, estimate, much, obtained, source, told
from bot.reports.bars import bar, doubted
from bot.reports.comparing import national, targeted, trend


def brief(value: Value, catalogue: Catalogue | None = None) -> Text:
    """Say an indicator as short as a line of a list can be; the rest is one step away."""
    if value.why:
        return lacks.briefly(value, catalogue)
    if value.percent is not None:
        return _rate(value)
    return _count(value.numerator) if value.numerator else _("no figure yet")


def line(value: Value, catalogue: Catalogue | None = None) -> Text:
    """Say an indicator in one line that can stand alone in a report."""
    return Lines((value.title, _full(value, catalogue)), gap=": ")


def detailed(value: Value, before: Value | None, catalogue: Catalogue | None = None) -> Text:
    """Say everything about one indicator: how it came about, its target, the period before."""
    declared = catalogue.indicators.get(value.id) if catalogue else None
    return paragraphs(
        lines(
            value.title,
            lacks.explained(value, catalogue) if value.why else _marked(value, brief(value)),
            bar(value.percent, value.target) if _is_share(value) else None,
        ),
        _rests(value),
        lines(targeted(value), trend(value, before)),
        _declared(declared, catalogue) if declared and catalogue else None,
    )


def _rests(value: Value) -> Text | None:
    """Say what a rate is made of, or who counted a count, whose number stands above it."""
    if value.denominator_title:
        return lines(
            told(_("Numerator"), value.numerator_title, value.numerator),
            told(_("Denominator"), value.denominator_title, value.denominator),
        )
    return counted_by(value.numerator) if value.numerator else None


def _is_share(value: Value) -> bool:
    return value.measure is Measure.SHARE and value.percent is not None


def _rate(value: Value) -> Text:
    """Say a rate at the precision of its table: in percent, or per hundred of another unit."""
    if value.percent is None:
        return lacks.briefly(value)
    if value.measure is Measure.DENSITY and value.denominator:
        return _(
            "{n} per 100 {unit}",
            n=Number(value.percent, value.decimals),
            unit=units(value.denominator.unit),
        )
    return Percent(value.percent, value.decimals)


def _count(amount: Amount) -> Text:
    """Say a count; of what the teams recorded, none is told as such and not as silence."""
    if amount.value or amount.origin is not Origin.EVENTS or amount.most:
        return much(amount)
    return _("none")


def _full(value: Value, catalogue: Catalogue | None) -> Text:
    """Say an indicator with all it rests on."""
    top, base = value.numerator, value.denominator
    if value.why or not top:
        return lacks.shortly(value, catalogue)
    if value.percent is None or not base or not value.denominator_title:
        return _("{much} ({source})", much=_count(top), source=_all_said(source(top), top))
    return _marked(
        value,
        _(
            "{share} ({n}/{all}; {source})",
            share=_rate(value),
            n=_plain(top.value) if top.unit is base.unit else counted(top.value, top.unit),
            all=_whole(base, value.denominator_title),
            source=_all_said(_sources(top, base), top),
        ),
    )


def _whole(base: Amount, title: Words) -> Text:
    """Say a denominator with its unit and what it is: the unit once, where the title has it."""
    named, unit = _small(title), base.unit.value
    words = named.of("vi")
    if words == f"số {unit}":
        return counted(base.value, base.unit)
    if words.startswith(f"{unit} "):
        return _("{n} {title}", n=_plain(base.value), title=named)
    return _("{all}: {title}", all=counted(base.value, base.unit), title=named)


def _plain(number: int) -> Number:
    return Number(Decimal(number))


def _sources(top: Amount, base: Amount) -> Text:
    """Say whose numbers they are: once where both have one source and day."""
    ours, theirs = source(top), source(base)
    if ours == theirs:
        return theirs
    return _("numerator: {ours}; denominator: {theirs}", ours=ours, theirs=theirs)


def _all_said(whose: Text, top: Amount) -> Text:
    """Say behind a source how far a survey got, and what the teams added to a stock."""
    parts = (whose, asked(top.coverage) if top.coverage else None, estimate(top))
    return Lines(tuple(part for part in parts if part is not None), gap="; ")


def _marked(value: Value, said: Text) -> Text:
    """Mark what cannot be: more than all of them. It is shown as it is, and to be checked."""
    return doubted(value.percent, said) if _is_share(value) else said


def _small(title: Words) -> Words:
    """Begin a title small inside a sentence, but not where it begins with a name like VNeID."""
    return Words(
        {
            language: words[:1].lower() + words[1:] if words[1:2].islower() else words
            for language, words in title.by_language.items()
        }
    )


def _declared(declared: Indicator, catalogue: Catalogue) -> Text:
    """Say who counts, how the number is come by, who asks for it, and the whole country's aim."""
    quantity = catalogue.quantities.get(declared.numerator)
    return lines(
        _("Counted from the age of {n}.", n=declared.floor) if declared.floor else None,
        _("How it is got: {how}.", how=obtained(quantity.origin)) if quantity else None,
        lines(_("Asked for by:"), listed(map(_paper, declared.sources)))
        if declared.sources
        else None,
        national(declared.national, declared.measure),
    )


def _paper(source: Source) -> Text:
    named: Phrase | Plain = Plain(source.document)
    if source.day:
        named = _("{document} of {day}", document=source.document, day=source.day)
    return named if source.sure else _("{document} (not read: ask again)", document=named)
