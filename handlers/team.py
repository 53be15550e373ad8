"""A leader's team in a week: who recorded what, who not, and what can be done about it."""

from bot.dialogue.flow import Ask, Flow, Gone, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.dossiers import Report
from bot.domain.facts import NothingToReport
from bot.domain.nudges import Reach
from bot.domain.people import LEADERS
from bot.domain.periods import Period, period, previous, week
from bot.domain.rolls import Present, Roll
from bot.domain.text import Text, _, lines, paragraphs
from bot.reports.entries import listed_as
from bot.reports.rolls import signed, week_told
from bot.reports.team import did, had_nothing, reminded

flow = Flow(
    "team",
    _("My team this week"),
    command="toituan",
    menu=17,
    roles=LEADERS,
    called=frozenset({"to minh", "to toi tuan nay", "to minh tuan nay", "my team"}),
)
FIX = flow.door("fix")
_MEMBER = "member:"
_SILENT_FIRST = (Report.SILENT, Report.NOTHING, None, Report.GIVEN, Report.AHEAD)


@flow.step
async def view(turn: Turn) -> Screen:
    """Show a week of the team, the running one where none was chosen; who is silent comes first."""
    shown, roll, known = _week(turn), await _roll(turn), turn.library.activities
    told = roll.whole[0] or any(
        isinstance(one.fact, NothingToReport) and one.fact.whole_team for one in turn.recorded
    )
    quiet = not roll.others[0] and not roll.those(0, Report.GIVEN)
    in_order = sorted(roll.members, key=lambda one: _SILENT_FIRST.index(one.reports[0]))
    now = week(turn.today)
    deeds = [
        said
        for one in roll.members
        if (said := did(one.person.name, await turn.rolls.did(one.person.id, shown), known))
    ]
    back = Choice(previous(shown).id, _("The week before"))
    return Ask(
        text=paragraphs(
            lines(_("Your team: {team}", team=roll.team.name), week_told(roll, 0)),
            lines(*deeds) if deeds else None,
        ),
        choices=(
            *(
                Choice(f"{_MEMBER}{one.person.id}", signed(one.person.name, one.reports[0]))
                for one in in_order
            ),
            *((Choice("nothing", _("The team had nothing")),) if quiet and not told else ()),
            back if shown == now else Choice(now.id, _("This week")),
        ),
        then=turned,
        resting=True,
    )


@flow.step
async def turned(turn: Turn) -> Screen:
    """Open a member or another week, or keep that there was nothing."""
    picked = str(turn.answers["view"])
    if picked == "nothing":
        return go(nothing)
    if picked.startswith(_MEMBER):
        return go(member, of=int(picked.removeprefix(_MEMBER)))
    return go(view, period=picked)


@flow.step
async def nothing(turn: Turn) -> Screen:
    """Keep that the whole team had nothing, unless somebody recorded something meanwhile."""
    shown, roll = _week(turn), await _roll(turn)
    if await turn.records.closed(shown.start):
        turn.say(_("That week is closed already; nothing was changed."))
    elif roll.those(0, Report.GIVEN) or roll.others[0]:
        turn.say(_("Somebody of the team has recorded something, so there is nothing more to say."))
    else:
        if not roll.whole[0]:
            turn.record(NothingToReport(shown.start, whole_team=True))
        turn.say(had_nothing(roll.team.name, shown))
    return go(view)


@flow.step
async def member(turn: Turn) -> Screen:
    """Offer what can be done about a member: correct what came last, remind them once."""
    one, entries = await _present(turn), await turn.records.entries(1, int(turn.answers["of"]))
    last = [listed_as(entry, turn.library.activities, turn.today) for entry in entries]
    said: Text = _("The latest record: {entry}", entry=last[0]) if last else _("No record yet.")
    other, running = one.person.id != turn.member.id, _week(turn) == week(turn.today)
    silent = other and running and one.reports[0] is Report.SILENT
    return Ask(
        text=lines(signed(one.person.name, one.reports[0]), said),
        choices=(
            *((Choice("remind", _("Remind once")),) if silent else ()),
            *(Choice(f"fix:{entry.code}", _("Correct it")) for entry in entries),
            Choice("all", _("The whole team")),
        ),
        then=done,
        resting=True,
    )


@flow.step
async def done(turn: Turn) -> Screen:
    """Correct the latest record, remind, or go back to the team."""
    picked = str(turn.answers["member"])
    if picked.startswith("fix:"):
        return go(FIX, entry=picked.removeprefix("fix:"))
    if picked != "remind":
        return go(view, of=None, member=None)
    one = await _present(turn)
    if turn.practising:
        turn.say(_("That cannot be tried out. Stop practising first."))
    elif one.reports[0] is not Report.SILENT:
        turn.say(_("{name} has recorded meanwhile.", name=one.person.name))
    else:
        reach = await turn.rolls.reach(one.person.id)
        if reach is Reach.FREE:
            turn.remind(one.person.id)
        turn.say(reminded(one.person.name, reach))
    return go(view, of=None, member=None)


async def _present(turn: Turn) -> Present:
    wanted = turn.answers["of"]
    found = next((one for one in (await _roll(turn)).members if one.person.id == wanted), None)
    if found is None:
        raise Gone
    return found


async def _roll(turn: Turn) -> Roll:
    """Return the week of the leader's team; raises Gone for who leads none."""
    team = turn.member.team
    roll = await turn.rolls.roll(team.id, [_week(turn)]) if team else None
    if roll is None:
        raise Gone
    return roll


def _week(turn: Turn) -> Period:
    kept = turn.answers.get("period")
    return period(str(kept)) if kept else week(turn.today)
