"""Findings in words: what does not hold, with its figures, where, and what can be done."""

from collections.abc import Sequence
from decimal import Decimal

from bot.domain.findings import Answer, Finding, Kind, Term
from bot.domain.indicators import half_up
from bot.domain.text import (
    Lines,
    Number,
    Percent,
    Phrase,
    Plain,
    Text,
    _,
    lines,
    listed,
    n_,
    paragraphs,
)
from bot.domain.units import counted
from bot.reports.amounts import much, source

# More figures than these are counted and not listed: a phone is small.
_MOST = 12


def headline(finding: Finding) -> Text:
    """Say in a line what a finding is about, beginning with the place where there is one."""
    said = _headline(finding)
    if finding.place is None or finding.kind in {Kind.BURST, Kind.SILENT}:
        return said
    return _("{place}: {what}", place=finding.place, what=said)


def told(finding: Finding) -> Text:
    """Say a finding with its figures and what can be done, and why it is right if somebody said."""
    answer = finding.answer
    return paragraphs(
        headline(finding),
        figures(finding),
        finding.advice,
        _("Answered: {answer}", answer=reply(answer)) if answer else None,
    )


def summed_up(findings: Sequence[Finding]) -> Lines:
    """Say how many points there are to check, and how many have their answer already."""
    waiting = sum(one.answer is None for one in findings)
    answered = len(findings) - waiting
    return lines(
        n_("{n} point to check.", "{n} points to check.", waiting)
        if waiting
        else _("Nothing to check."),
        n_("{n} has its answer.", "{n} have their answers.", answered) if answered else None,
    )


def _headline(finding: Finding) -> Phrase:
    left, right = _titles(finding.left), _titles(finding.right)
    match finding.kind:
        case Kind.PARTS:
            return _("{what}: the parts do not add up", what=right)
        case Kind.AT_MOST:
            return _("{what}: more than {other}", what=left, other=right)
        case Kind.RATIO:
            return _("{what} beside {other}: out of the ordinary", what=left, other=right)
        case Kind.OVER:
            return _("{what} out of {other}: more than 100%", what=left, other=right)
        case Kind.HISTORY:
            return _("{what}: unlike other times", what=left)
        case Kind.UNSOURCED:
            return _("{what}: no document named", what=left)
        case Kind.EXPIRED:
            return _("{what}: too old", what=left)
        case Kind.TWICE:
            return _("{what}: two different numbers", what=left)
        case _:
            return _habit(finding)


def _habit(finding: Finding) -> Phrase:
    """Say what is odd about somebody's recording: theirs is the place of the finding."""
    who: Text = Plain(finding.place) if finding.place else _("A member")
    if finding.kind is Kind.BURST:
        return _("{who}: many entries within minutes", who=who)
    return _("{team}: not reported yet", team=who)


def figures(finding: Finding) -> Text | None:
    """Say the numbers of a finding with their units and sources, and what they come to."""
    left, right = finding.left, finding.right
    match finding.kind:
        case Kind.PARTS:
            return lines(_rows(left), _sum(finding), _rows(right))
        case Kind.AT_MOST:
            total = _sum(finding) if len(left) > 1 else None
            return lines(_rows(left), total, _rows(right))
        case Kind.RATIO:
            return lines(_rows(left), _rows(right), _band(finding))
        case Kind.OVER:
            share = Decimal(left[0].amount.value) * 100 / right[0].amount.value
            return lines(_rows(left), _rows(right), _("That is {share}.", share=Percent(share)))
        case Kind.HISTORY:
            return lines(_rows(left), _usual(finding))
        case Kind.BURST:
            return _burst(finding)
        case _:
            more = len(left) - _MOST
            cut = n_("and {n} more", "and {n} more", more) if more > 0 else None
            return lines(_rows(left[:_MOST]), cut, _where(finding)) if left else None


def _rows(terms: Sequence[Term]) -> Text:
    return listed(
        _(
            "{what}: {much} ({source})",
            what=one.title,
            much=much(one.amount),
            source=source(one.amount),
        )
        for one in terms
    )


def _sum(finding: Finding) -> Text:
    """Say what the left side adds up to, and how far that is from the right side."""
    left, right = (sum(one.amount.value for one in side) for side in (finding.left, finding.right))
    unit = finding.right[0].amount.unit
    off = counted(abs(left - right), unit)
    total = counted(left, unit)
    if left < right:
        return _("Together {total}: {off} too few for this total:", total=total, off=off)
    return _("Together {total}: {off} too many for this number:", total=total, off=off)


def _band(finding: Finding) -> Text | None:
    if finding.expected is None:
        return None
    decimals = max(0, -int(finding.expected.normalize().as_tuple().exponent))
    bound = Number(finding.expected, decimals)
    if finding.left[0].amount.value < finding.expected * finding.right[0].amount.value:
        return _("That is fewer than {bound} to one.", bound=bound)
    return _("That is more than {bound} to one.", bound=bound)


def _usual(finding: Finding) -> Text:
    """Say what was usual before, over how many periods."""
    before = [one.amount.value for one in finding.right]
    unit = finding.left[0].amount.unit
    return _(
        "In the {n} times before: {least} to {most}, mostly about {usual}.",
        n=len(before),
        least=min(before),
        most=counted(max(before), unit),
        usual=int(half_up(finding.expected or Decimal(0), 0)),
    )


def _burst(finding: Finding) -> Text:
    amount = finding.left[0].amount
    minutes = int(half_up(finding.expected or Decimal(0), 0))
    return lines(
        _(
            "{n} entries for {day} within {minutes} minutes.",
            n=amount.value,
            day=amount.as_of,
            minutes=minutes,
        ),
        _where(finding),
    )


def _where(finding: Finding) -> Text | None:
    return _("In: {names}", names=", ".join(finding.names)) if finding.names else None


def reply(answer: Answer) -> Text:
    """Say why a finding is right as it is, who said so, and when."""
    by: Text = Plain(answer.by) if answer.by else _("A member who has left")
    return _("{why} ({by}, {day})", why=Plain(answer.why), by=by, day=answer.day)


def _titles(terms: Sequence[Term]) -> Text:
    """Name what numbers are of: all of a few, the first of many."""
    titles = list(dict.fromkeys(one.title.of("vi") for one in terms))
    known = [next(one.title for one in terms if one.title.of("vi") == each) for each in titles]
    if len(known) > 2:
        return _("{what} and {n} more", what=known[0], n=len(known) - 1)
    return Lines(tuple(known), gap=" + ")
