"""A leader is told on Monday who of the team recorded nothing in the week before."""

from bot.dialogue import reminders
from bot.dialogue.flow import RESUME, Ask, Done, Flow, Gone, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.clock import local_day
from bot.domain.dossiers import Report
from bot.domain.people import LEADERS, Person, Role
from bot.domain.periods import Period, period, previous, week
from bot.domain.text import Lines, Plain, _, n_, paragraphs
from bot.reports.rolls import shortly

flow = Flow("missed", _("Who recorded nothing"), roles=LEADERS)
TEAM = flow.door("team")


@flow.step
async def told(turn: Turn) -> Screen:
    """Name those of the own team who are silent; what was begun stands first."""
    about = _week(turn)
    silent = await _silent(turn, about)
    names = Lines(tuple(Plain(one.name) for one in silent), gap=", ")
    said = (
        n_(
            "Last week ({days}) {n} of your team recorded nothing: {names}. Perhaps there was "
            "nothing; a friendly word is enough.",
            "Last week ({days}) {n} of your team recorded nothing: {names}. Perhaps there was "
            "nothing; a friendly word is enough.",
            len(silent),
            days=shortly(about),
            names=names,
        )
        if silent
        else _(
            "By now everybody of your team has reported last week ({days}).", days=shortly(about)
        )
    )
    open_team, stop = Choice("team", _("See my team")), Choice("stop", _("Remind me no more"))
    if turn.parked and "begun" in turn.answers:
        resume = Choice(RESUME, _("Continue: {title}", title=turn.parked.title))
        kept = paragraphs(said, _("What you had begun is kept."))
        return Ask(text=kept, choices=(resume, open_team), then=opened, resting=True)
    return Ask(text=said, choices=(open_team, stop), then=opened, resting=True)


@flow.step
async def opened(turn: Turn) -> Screen:
    """Show the team in that week, or stop it all."""
    if turn.answers["told"] == "team":
        return go(TEAM, period=_week(turn).id)
    reminders.choose(turn, yes=False)
    return Done()


async def _silent(turn: Turn, about: Period) -> tuple[Person, ...]:
    """Return who belonged to the team before the week began and said nothing of it."""
    team = turn.member.team
    roll = await turn.rolls.roll(team.id, [about]) if team else None
    if roll is None:
        raise Gone
    return tuple(
        one
        for one in ([] if roll.whole[0] else roll.those(0, Report.SILENT))
        if one.role is Role.MEMBER
        and one.consented_at
        and local_day(one.consented_at) < about.start
    )


def _week(turn: Turn) -> Period:
    kept = turn.answers.get("period")
    return period(str(kept)) if kept else previous(week(turn.today))
