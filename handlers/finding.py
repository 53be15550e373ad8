"""One point to check: its figures, what can be done, and why it is right where it is."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.points import after, figures, findings, wanted
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import FindingAnswered
from bot.domain.people import OFFICIALS
from bot.domain.text import Plain, _, paragraphs
from bot.reading.reasons import reason as read_reason
from bot.reports.findings import told
from bot.reports.states import closed

flow = Flow("finding", _("Point to check"), roles=OFFICIALS)
FINDINGS = flow.door("findings")
FIGURES = flow.door("figures")


@flow.step
async def point(turn: Turn) -> Screen:
    """Show a point with its figures, and what can be done about it."""
    found = await findings(turn)
    shown = next((one for one in found if one.key == turn.answers.get("key")), None)
    if shown is None:
        turn.say(_("That point is settled: its numbers have changed."))
        return go(FINDINGS, period=wanted(turn).id)
    choices = []
    if not await turn.records.is_closed(wanted(turn)):
        choices.append(Choice("why", _("It is right, because…")))
    if figures(turn, shown):
        choices.append(Choice("mend", _("Correct the figure")))
    if after(found, shown.key):
        choices.append(Choice("next", _("Next point")))
    return Ask(
        text=paragraphs(closed(await turn.numbers.status(wanted(turn))), told(shown)),
        choices=(*choices, Choice("all", _("All points"))),
        then=dealt,
        resting=True,
    )


@flow.step
async def dealt(turn: Turn) -> Screen:
    """Ask why, go to the figures, or go on."""
    match str(turn.answers["point"]):
        case "why":
            return go(why)
        case "mend":
            return await _mend(turn)
        case "next":
            return await _onward(turn)
        case _:
            return go(FINDINGS, period=wanted(turn).id)


@flow.step
async def why(turn: Turn) -> Screen:
    """Ask why a point is right as it is."""
    return Ask(
        text=_("Why is it right? Type a few words; they are kept with this point."),
        reads=read_reason,
        then=answered,
    )


@flow.step
async def answered(turn: Turn) -> Screen:
    """Keep the reason, and go on to the next point."""
    reason = str(turn.answers["why"])
    turn.record(FindingAnswered(str(turn.answers["key"]), wanted(turn)), why=reason)
    turn.say(_("Noted: {why}", why=Plain(reason)))
    return await _onward(turn)


async def _mend(turn: Turn) -> Screen:
    """Go to the figure that the point is about, or to all of them where it is about several."""
    found = await findings(turn)
    shown = (figures(turn, one) for one in found if one.key == turn.answers.get("key"))
    about = next(shown, ())
    if len(about) == 1:
        return go(FIGURES, groups=f"one:{about[0]}")
    return go(FIGURES, groups=f"these:{','.join(about)}") if about else go(FIGURES)


async def _onward(turn: Turn) -> Screen:
    """Go to the next point that waits for an answer, or to the list."""
    following = after(await findings(turn), str(turn.answers.get("key")))
    if following is None:
        return go(FINDINGS, period=wanted(turn).id)
    return go(point, key=following.key)
