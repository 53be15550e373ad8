"""Closing a period: from then on its numbers stay, and what comes later is an adjustment."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import PeriodClosed, PeriodReopened
from bot.domain.people import OFFICIALS
from bot.domain.periods import Period, period
from bot.domain.text import _
from bot.reading.reasons import reason as read_reason
from bot.reports.text import span

flow = Flow("closing", _("Close a period"), roles=OFFICIALS)
TALLY = flow.door("tally")


@flow.step
async def sure(turn: Turn) -> Screen:
    """Say what closing means, and ask; a period that is closed can only be opened again."""
    wanted = _period(turn)
    if wanted.end > turn.today:
        turn.say(_("That period is not over yet. It can be closed from {day}.", day=wanted.end))
        return go(TALLY, period=wanted.id)
    if await turn.records.is_closed(wanted):
        return go(why)
    return Ask(
        text=_(
            "Close {days}? Its numbers then stay for ever; what members correct later is an "
            "adjustment on the day they do it.",
            days=span(wanted),
        ),
        choices=(Choice("yes", _("Yes, close it")), Choice("no", _("Not yet"))),
        then=closed,
    )


@flow.step
async def closed(turn: Turn) -> Screen:
    """Lock it, or leave it open."""
    wanted = _period(turn)
    if turn.answers["sure"] != "yes":
        return go(TALLY, period=wanted.id)
    turn.record(PeriodClosed(wanted))
    turn.say(_("Closed: {days}.", days=span(wanted)))
    return Done()


@flow.step
async def why(turn: Turn) -> Screen:
    """Ask why a closed period is to be opened again."""
    return Ask(
        text=_(
            "{days} is closed. Opening it again needs a reason: type a few words.",
            days=span(_period(turn)),
        ),
        reads=read_reason,
        then=reopened,
    )


@flow.step
async def reopened(turn: Turn) -> Screen:
    """Open it again; the reason stands in the ledger."""
    wanted = _period(turn)
    if await turn.records.is_closed(wanted):
        turn.record(PeriodReopened(wanted), why=str(turn.answers["why"]))
        turn.say(_("Open again: {days}.", days=span(wanted)))
    return Done()


def _period(turn: Turn) -> Period:
    return period(str(turn.answers["period"]))
