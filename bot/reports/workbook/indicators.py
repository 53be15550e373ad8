"""The indicators of the commune: what each comes to, of what, whose numbers, and the target."""

from bot.domain.indicators import Measure, Target, Value
from bot.domain.text import Plain, Text, Words, _, lines
from bot.reports.bars import reached
from bot.reports.comparing import exact
from bot.reports.sheets import grouped, summed_up
from bot.reports.workbook.book import Book
from bot.reports.workbook.cells import Cell
from bot.reports.workbook.page import Page, at
from bot.reports.workbook.rates import base, gap, remark, rests, top, worth
from bot.reports.workbook.styles import CENTRED, DAY, GROUP, MARKED, at_least

_WIDTHS = (35, 15, 15, 15, 41, 10, 11, 11, 12, 29)
_VALUE, _OVER, _UNDER, _AIM = 1, 2, 3, 5


def add(book: Book) -> dict[str, str]:
    """Add the sheet of the indicators; returns where each value stands, as in "'Tally'!B9"."""
    page = Page(book, _("Indicators"), _("Indicators of the commune"), _WIDTHS, kept=1)
    shown = book.dossier.sheet
    if not shown.whole.values:
        page.note(_("This period has no indicators yet."))
        page.done()
        return {}
    page.head(
        _("Indicator"),
        _("Value"),
        _("Numerator"),
        _("Denominator"),
        _("Who counted, which day"),
        _("Target"),
        _("To be reached by"),
        _("Reached?"),
        _("Above or missing"),
        _("To note"),
    )
    stands = {}
    for title, values in _in_groups(book):
        page.row(*(Cell(text, GROUP) for text in (title, *[None] * (len(_WIDTHS) - 1))))
        for value in values:
            stands[value.id] = page.elsewhere(_indicator(page, value), _VALUE)
    page.blank()
    page.note(summed_up(shown.whole.values))
    page.note(_("Each value is a formula over its numerator and denominator, rounded once."))
    page.done()
    return stands


def _indicator(page: Page, value: Value) -> int:
    """Write one indicator; returns its row."""
    book, row, target = page.book, page.next, value.target
    stands = worth(book, value, at(row, _OVER), at(row, _UNDER))
    aim = [Cell(None)] * 4
    if target:
        aim = [
            _aim(value, target),
            Cell(target.by, DAY),
            _reached(value, target),
            gap(book, value, at(row, _VALUE), at(row, _AIM)),
        ]
    return page.row(
        value.title, stands, top(book, value), base(book, value), rests(value), *aim, _note(value)
    )


def _aim(value: Value, target: Target) -> Cell:
    """Return the target as a number, which says whether it must be more than that."""
    whole = target.value == target.value.to_integral_value()
    is_share = value.measure is Measure.SHARE
    style = at_least(0 if whole else 2, above=target.above, percent=is_share)
    return Cell(target.value / 100 if is_share else target.value, style)


def _reached(value: Value, target: Target) -> Cell:
    now = exact(value)
    if now is None:
        return Cell(_("no number yet"), CENTRED)
    if reached(now, target):
        return Cell(_("reached"), CENTRED)
    return Cell(_("not reached"), MARKED)


def _note(value: Value) -> Text | None:
    """Say what is to be known, and which paper set the target."""
    said, target = remark(value), value.target
    if target is None or not target.document:
        return said
    paper: Text = Plain(target.document)
    if target.signed:
        paper = _("{document} of {day}", document=target.document, day=target.signed)
    asks = _("Target set by: {paper}", paper=paper)
    return lines(said, asks)


def _in_groups(book: Book) -> list[tuple[Text, tuple[Value, ...]]]:
    """Return the values under their headings; those without one come last."""
    shown = book.dossier.sheet
    known: dict[str, Words] = dict(shown.groups)
    found: list[tuple[Text, tuple[Value, ...]]] = [
        (known[group], values) for group, values in grouped(shown, known).items()
    ]
    others = tuple(one for one in shown.whole.values if one.group not in known)
    return [*found, (_("Other indicators"), others)] if others else found
