"""An indicator in cells: a rate as a formula over its two numbers, which stand beside it."""

from bot.domain.indicators import Measure, Value, half_up
from bot.domain.quantities import Amount
from bot.domain.text import Percent, Plain, Text, _, lines
from bot.domain.units import Unit, units
from bot.reports import lacks
from bot.reports.amounts import asked, estimate, much, source
from bot.reports.bars import doubted
from bot.reports.comparing import printed, ranges
from bot.reports.indicators import brief
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import Cell, Formula
from bot.reports.workbook.styles import CENTRED, SOFT_CELL, number, of_unit, share

_HUNDRED = 100


def worth(book: Book, value: Value, over: str, under: str) -> Cell:
    """Return what an indicator comes to; `over`, `under`: where its two numbers stand.

    It is rounded half up in the formula itself, so that what is printed here is what is printed
    elsewhere. Where there is no number, words say so.
    """
    rate, base = value.rounded, value.denominator
    if value.why or (rate is None and (value.numerator is None or ranges(value))):
        return Cell(brief(value), SOFT_CELL)
    if rate is None or base is None:
        return amount(book, value.numerator)
    if value.measure is Measure.DENSITY:
        before, after = _per_hundred(book, base.unit)
        text = f"=ROUND({over}/{under}*{_HUNDRED},{value.decimals})"
        return Cell(Formula(text, float(rate)), number(value.decimals, before, after))
    beyond = value.percent is not None and value.percent > _HUNDRED
    text = f"=ROUND({over}/{under},{value.decimals + 2})"
    return Cell(Formula(text, float(rate / _HUNDRED)), share(value.decimals, marked=beyond))


def amount(book: Book, known: Amount | None) -> Cell:
    """Return an amount as a number that shows its unit; one that nobody knows as nothing."""
    if known is None:
        return Cell(None)
    return Cell(known.value, of_unit(book.said(units(known.unit))))


def top(book: Book, value: Value) -> Cell:
    """Return the numerator of a rate; that of a count, or of an estimate, is the value itself."""
    return Cell("–", CENTRED) if value.denominator_title is None else amount(book, value.numerator)


def base(book: Book, value: Value) -> Cell:
    """Return the denominator of a rate."""
    return (
        Cell("–", CENTRED) if value.denominator_title is None else amount(book, value.denominator)
    )


def rests(value: Value) -> Text:
    """Say what the numbers are, who counted them, and of which day."""
    if value.denominator_title is None:
        return source(value.numerator) if value.numerator else Plain("–")
    if value.numerator is None and value.denominator is None:
        over, under = value.numerator_title, value.denominator_title
        return _("needs: {over}; {under}", over=over, under=under)
    return lines(
        _told(_("Numerator"), value.numerator_title, value.numerator),
        _told(_("Denominator"), value.denominator_title, value.denominator),
    )


def remark(value: Value) -> Text | None:
    """Say why there is no number, or what is to be known of the one there is."""
    if value.why:
        why = lacks.shortly(value)
        return None if why == lacks.briefly(value) else why
    found = value.numerator
    if found is None:
        return None
    said = (
        _beyond(value),
        # An estimate that is no rate is the value itself, and stands there.
        _("Estimate: {much}", much=much(found))
        if ranges(value) and value.denominator_title
        else None,
        asked(found.coverage) if found.coverage else None,
        estimate(found),
        _papers(value),
    )
    return lines(*said) if any(said) else None


def gap(book: Book, value: Value, stands: str, aim: str) -> Cell:
    """Return how much is above the target, or (below zero) missing; of shares in points."""
    now, target = printed(value), value.target
    if now is None or target is None:
        return Cell(None)
    decimals = 0 if value.measure is Measure.COUNT else value.decimals
    off, text, after = now - target.value, f"{stands}-{aim}", ""
    if value.measure is Measure.SHARE:
        text, after = f"({text})*{_HUNDRED}", " " + book.said(_("points"))
    formula = Formula(f"=ROUND({text},{decimals})", float(half_up(off, decimals)))
    return Cell(formula, number(decimals, after=after, signed=True))


def _beyond(value: Value) -> Text | None:
    """Mark a share of more than all of them, which is shown as it is."""
    share_of = value.percent if value.measure is Measure.SHARE else None
    if share_of is None or share_of <= _HUNDRED:
        return None
    return doubted(share_of, Percent(share_of, value.decimals))


def _told(role: Text, title: Text, known: Amount | None) -> Text:
    whose = source(known) if known else _("no figure yet")
    return _("{role}: {title} ({source})", role=role, title=title, source=whose)


def _papers(value: Value) -> Text | None:
    """Name the documents that the numbers stand in, each once."""
    known = [one for one in (value.numerator, value.denominator) if one]
    papers = dict.fromkeys(paper for one in known for paper in one.documents)
    return _("Document: {name}", name=Plain(", ".join(papers))) if papers else None


def _per_hundred(book: Book, unit: Unit) -> tuple[str, str]:
    """Return the words before and behind a number per hundred of a unit."""
    sign = "\N{SYMBOL FOR SUBSTITUTE}"
    said = book.said(_("{n} per 100 {unit}", n=sign, unit=units(unit)))
    before, __, after = said.partition(sign)
    return before, after
