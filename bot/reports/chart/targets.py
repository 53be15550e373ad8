"""Indicators beside their targets as bars; what has no number is written and never drawn."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from bot.domain.indicators import Measure, Value
from bot.domain.text import Text, _, n_
from bot.reports.aims import aim, aimed, lacking, met, rests, stand, verdict
from bot.reports.chart.letters import Type
from bot.reports.chart.paper import (
    GREY,
    INK,
    INNER,
    MARGIN,
    Block,
    Mark,
    Shape,
    box,
    gap,
    paragraph,
    row,
    stacked,
)
from bot.reports.lacks import briefly

Say = Callable[[Text], str]

_TITLE, _NUMBER, _GOAL = Type(38), Type(40, bold=True), Type(36)
_NOTE, _LACK = Type(36, colour=GREY), Type(36, bold=True)
_TALL, _TICK, _OVER = 34, 8, 10
# Beyond the end of the bar there is room for an arrow.
_ARROW = 44
_LONG = INNER - _ARROW
_REACHED, _MISSED, _EMPTY = "#0b6b3a", "#b34700", "#dfe3e8"
_WRITTEN = 2


def bars(values: Sequence[Value], say: Say, room: float) -> Block:
    """Return the indicators that have a target, as many as there is room for; the rest is said."""
    found, without = aimed(values), lacking(values)
    if not found and not without:
        return paragraph(say(_("No indicator of this commune has a target yet.")), _TITLE)
    below = _without(without, say)
    blocks: list[Block] = []
    if found:
        reached = _("Reached: {n} of {all} targets.", n=sum(map(met, found)), all=len(found))
        blocks.append(paragraph(say(reached), _TITLE))
    left = room - below.height - sum(one.height for one in blocks) - _NOTE.size * 2
    drawn = 0
    for one in found:
        block = stacked((gap(10), _bar(one, say)))
        if block.height > left:
            break
        blocks.append(block)
        left -= block.height
        drawn += 1
    if rest := len(found) - drawn:
        more = n_("and {n} other indicator", "and {n} other indicators", rest)
        blocks.append(paragraph(say(more), _NOTE))
    return stacked((*blocks, below))


def _bar(value: Value, say: Say) -> Block:
    """Return an indicator: its name, its bar with the target's tick, and its numbers in words."""
    said = verdict(value)
    goal = aim(value.target, value.measure) if value.target else said
    return stacked(
        (
            paragraph(say(value.title), _TITLE),
            Block(_TALL + 2 * _OVER, tuple(_marks(value))),
            row(
                say(rests(value)), _NUMBER,
                say(_("{value}: {verdict}", value=goal, verdict=said)), _GOAL,
            ),
        )
    )  # fmt: skip


def _marks(value: Value) -> list[Mark]:
    """Draw a bar to scale; beyond its end only an arrow, the number stands in words."""
    now = stand(value) or Decimal(0)
    goal = value.target.value if value.target else Decimal(0)
    # A share is drawn out of all; anything else so that its target is at four fifths.
    whole = Decimal(100) if value.measure is Measure.SHARE else max(goal, Decimal(1)) * 5 / 4
    colour = _REACHED if met(value) else _MISSED
    full = float(min(now / whole, Decimal(1))) * _LONG
    at = MARGIN + float(min(goal / whole, Decimal(1))) * _LONG
    marks: list[Mark] = [
        box(MARGIN, _OVER, _LONG, _TALL, _EMPTY),
        box(MARGIN, _OVER, full, _TALL, colour),
    ]
    if now > whole:
        end, middle = MARGIN + _LONG, _OVER + _TALL / 2
        marks.append(Shape(((end, 0), (end + _ARROW, middle), (end, _TALL + 2 * _OVER)), colour))
    # White beside the tick, so that it is seen on the bar too.
    marks.append(box(at - _TICK / 2 - 3, 0, _TICK + 6, _TALL + 2 * _OVER, "white"))
    marks.append(box(at - _TICK / 2, 0, _TICK, _TALL + 2 * _OVER, INK))
    return marks


def _without(values: Sequence[Value], say: Say) -> Block:
    """List those that have no number below the reason in two or three words."""
    if not values:
        return gap(0)
    rows = [gap(14)]
    why = ""
    for one in sorted(values[:_WRITTEN], key=lambda one: say(briefly(one))):
        reason = say(briefly(one))
        if reason != why:
            why = reason
            rows.append(paragraph(f"{why[:1].upper()}{why[1:]}:", _LACK))
        rows.append(paragraph(f"– {say(one.title)}", _NOTE, most=1))
    if rest := len(values) - min(len(values), _WRITTEN):
        more = n_("and {n} more without a number", "and {n} more without a number", rest)
        rows.append(paragraph(say(more), _NOTE))
    return stacked(rows)
