"""From corrections of a draft report to words."""

from bot.domain.drafts import Correction, Fault
from bot.domain.text import Phrase, Plain, Text, _, lines, n_, paragraphs

_FAULTS = {
    Fault.RATIO: _("Percentages that do not match their figures"),
    Fault.SUM: _("Parts that do not make the whole"),
    Fault.UNIT: _("Numbers of different things set against each other"),
    Fault.BOUND: _("“More than” or “nearly” that is not so"),
    Fault.CONFLICT: _("Places that exclude each other"),
    Fault.PLACE: _("Another commune's name"),
    Fault.TEMPLATE: _("Prompts of the form that were left in"),
    Fault.FORMAT: _("Numbers written wrongly"),
    Fault.ORDER: _("Document numbers and days that do not fit"),
    Fault.PERIOD: _("Periods and their days"),
    Fault.BASELESS: _("Rates without their figures"),
}
# What is surest to be wrong is said first: these can be seen or recounted at once.
SUREST = (
    Fault.RATIO, Fault.SUM, Fault.FORMAT, Fault.PLACE, Fault.TEMPLATE, Fault.CONFLICT,
    Fault.BOUND, Fault.UNIT, Fault.ORDER, Fault.PERIOD, Fault.BASELESS,
)  # fmt: skip


def fault(kind: Fault) -> Phrase:
    """Name a kind of error, as a heading."""
    return _FAULTS[kind]


def surest_first(found: tuple[Correction, ...]) -> tuple[Correction, ...]:
    """Order corrections by how sure they are, then by line."""
    return tuple(sorted(found, key=lambda one: (SUREST.index(one.fault), one.line)))


def suggested(one: Correction) -> Text:
    """Say why a place is wrong and what it should be."""
    return _("{why} Should be: {expected}.", why=one.why, expected=one.expected)


def pointed_out(one: Correction) -> Text:
    """Say a correction as a small paragraph: the quote, what is wrong, what it should be."""
    return lines(
        _("Line {n}: “{quote}”", n=one.line, quote=Plain(one.quote)),
        suggested(one),
    )


def nothing_found() -> Phrase:
    """Say that nothing was found, and what was looked at: not that all is right."""
    return _(
        "I found nothing to mend. I looked at: percentages, sums, units, “more than”, places that "
        "exclude each other, names of communes, prompts left in, how numbers are written, document "
        "numbers and days, periods, rates without figures. Whether the figures themselves are "
        "right, only you can tell."
    )


def invitation() -> Text:
    """Ask for a draft."""
    return paragraphs(
        _(
            "Send the draft report as a file (.docx or .txt). Or paste it here, in as many "
            "messages as it needs; then type “done”."
        ),
        _("Leave out whatever belongs to one citizen. The draft is dropped after checking."),
    )


def received(so_far: str) -> Text:
    """Say how much of a draft is here."""
    number = so_far.count("\n") + 1
    return lines(
        n_("I have {n} line of the draft.", "I have {n} lines of the draft.", number),
        _("Paste on, or type “done”."),
    )


def heading(number: int, page: int) -> Text | None:
    """Say above the first page how many places were found."""
    if page:
        return None
    return n_(
        "I found {n} place to look at:", "I found {n} places to look at, the surest first:", number
    )
