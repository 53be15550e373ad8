"""Closing a period: from then on its numbers stay, and what comes later is an adjustment."""

from bot.dialogue.files import choices, handed
from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.codes import grouped
from bot.domain.facts import PeriodClosed, PeriodReopened
from bot.domain.people import OFFICIALS
from bot.domain.periods import Period, period
from bot.domain.text import Lines, Text, _, lines, n_, paragraphs
from bot.reading.reasons import reason as read_reason
from bot.reports.differences import differences
from bot.reports.states import looked, state
from bot.reports.text import span

flow = Flow("closing", _("Close a period"), roles=OFFICIALS)
CARD, TALLY = flow.door("card"), flow.door("tally")


@flow.step
async def sure(turn: Turn) -> Screen:
    """Say how far the period is and what closing means, and ask; a closed one can be reopened."""
    wanted = _period(turn)
    if wanted.end > turn.today:
        turn.say(_("That period is not over yet. It can be closed from {day}.", day=wanted.end))
        return _back(turn)
    if await turn.records.is_closed(wanted):
        return go(why)
    return Ask(
        text=paragraphs(
            lines(looked(await turn.numbers.status(wanted)), await _unanswered(turn, wanted)),
            _(
                "Close {days}? Its numbers then stay for ever; what members correct later is an "
                "adjustment on the day they do it.",
                days=span(wanted),
            ),
        ),
        choices=(Choice("yes", _("Yes, close it")), Choice("no", _("Not yet"))),
        then=closed,
    )


@flow.step
async def closed(turn: Turn) -> Screen:
    """Lock it with every number as it is at this moment, or leave it open."""
    wanted = _period(turn)
    if turn.answers["sure"] != "yes":
        return _back(turn)
    await turn.closings.hold()
    if await turn.records.is_closed(wanted):
        turn.say(_("That period is closed already."))
        return _back(turn)
    sheet = await turn.numbers.sheet(wanted)
    turn.record(PeriodClosed(wanted, sheet))
    turn.say(
        lines(
            _("Closed: {days}.", days=span(wanted)),
            _("Code of the figures: {code}.", code=grouped(turn.closings.fingerprint(sheet))),
        )
    )
    if before := await turn.closings.before(wanted):
        turn.say(differences(before, sheet, turn.library.activities))
    return go(files)


@flow.step
async def files(turn: Turn) -> Screen:
    """Offer what is made of the closed period: that is what it was closed for."""
    return Ask(
        text=_("The files of {days}: which would you like?", days=span(_period(turn))),
        choices=(*choices(), Choice("card", _("Back to the card"))),
        then=passed_on,
        resting=True,
    )


@flow.step
async def passed_on(turn: Turn) -> Screen:
    """Have a file follow, or go to the card."""
    if handed(turn, turn.answers["files"], _period(turn)):
        return go(files)
    return go(CARD, period=_period(turn).id)


@flow.step
async def why(turn: Turn) -> Screen:
    """Ask why a closed period is to be opened again."""
    wanted = _period(turn)
    return Ask(
        text=lines(
            state(await turn.numbers.status(wanted)),
            _(
                "{days} is closed. Opening it again needs a reason: type a few words.",
                days=span(wanted),
            ),
        ),
        reads=read_reason,
        then=reopened,
    )


@flow.step
async def reopened(turn: Turn) -> Screen:
    """Open it again; the reason stands in the ledger, and the sheet of before stays readable."""
    wanted = _period(turn)
    if await turn.records.is_closed(wanted):
        turn.record(PeriodReopened(wanted), why=str(turn.answers["why"]))
        turn.say(_("Open again: {days}.", days=span(wanted)))
        if beside := await turn.closings.beside(wanted):
            days = Lines(tuple(span(other) for other in beside), gap="; ")
            turn.say(_("Days that also lie in these stay closed: {days}.", days=days))
    return Done()


async def _unanswered(turn: Turn, wanted: Period) -> Text | None:
    """Say how many points to check nobody has answered; none stops anything."""
    found = await turn.numbers.findings(wanted)
    count = sum(one.answer is None for one in found)
    return n_("{n} point still to check.", "{n} points still to check.", count) if count else None


def _back(turn: Turn) -> Screen:
    """Go back to where the closing was asked for."""
    return go(CARD if turn.answers.get("source") == CARD.flow else TALLY, period=_period(turn).id)


def _period(turn: Turn) -> Period:
    return period(str(turn.answers["period"]))
