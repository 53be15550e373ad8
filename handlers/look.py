"""A leader says that their team's numbers of a period are right: what the official closes upon."""

from bot.dialogue.flow import Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.facts import PeriodSeen
from bot.domain.people import LEADERS
from bot.domain.periods import Period, period
from bot.domain.sheets import State
from bot.domain.text import _, lines
from bot.reports.text import span

flow = Flow("look", _("Look at the team's numbers"), roles=LEADERS)
TALLY = flow.door("tally")


@flow.step
async def seen(turn: Turn) -> Screen:
    """Keep the look, once, at exactly the numbers that were on the screen."""
    wanted = _period(turn)
    if (await turn.numbers.status(wanted)).state is State.CLOSED:
        turn.say(_("That period is closed already."))
        return go(TALLY, period=wanted.id)
    look = await turn.closings.looked(wanted)
    if look and not look.since:
        turn.say(_("You have looked at these numbers already; nothing came after it."))
        return go(TALLY, period=wanted.id)
    if await turn.closings.newest(wanted) != turn.answers.get("shown"):
        turn.say(_("Something was recorded meanwhile. Please look at the numbers once more."))
        return go(TALLY, period=wanted.id)
    entry = turn.record(PeriodSeen(wanted))
    team = turn.member.team
    turn.say(
        lines(
            _(
                "Kept: {you} looked at the numbers of {team}, {days}, and they are right.",
                team=team.name if team else "",
                days=span(wanted),
            ),
            _("Code: {code}.", code=entry.code),
        )
    )
    return Done()


def _period(turn: Turn) -> Period:
    return period(str(turn.answers["period"]))
