"""Who reported, for the official: teams by week, and one team's people by week."""

from bot.dialogue.flow import Ask, Flow, Gone, Screen, go
from bot.dialogue.periods import another
from bot.dialogue.periods import chosen as taken
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import OFFICIALS
from bot.domain.periods import Period, period, week
from bot.domain.text import Plain, _, paragraphs
from bot.reading.days import span as read_span
from bot.reports.periods import offered
from bot.reports.rolls import MOST_WEEKS, grid_told, roll_told

flow = Flow(
    "reported",
    _("Reported or missing"),
    command="duthieu",
    menu=48,
    roles=OFFICIALS,
    called=frozenset({"du thieu", "bao cao du thieu", "to nao chua bao", "ai chua bao"}),
)
_TEAM, _PERIOD = "team:", "period:"


@flow.step
async def view(turn: Turn) -> Screen:
    """Show the weeks of a period, at least four; of the running week where none was chosen."""
    shown = _period(turn)
    grid = await turn.rolls.grid(shown)
    teams = await turn.rolls.teams(shown.last)
    ask = _("Choose a team to see who of it recorded.") if teams else None
    return Ask(
        text=paragraphs(grid_told(turn.member.commune.name, grid), ask),
        choices=(
            *(Choice(f"{_TEAM}{one.id}", Plain(one.name)) for one in teams),
            Choice("other", _("Another period")),
        ),
        reads=lambda words: f"{_PERIOD}{read_span(words, turn.today).id}",
        then=turned,
        resting=True,
    )


@flow.step
async def turned(turn: Turn) -> Screen:
    """Open a team, or another period."""
    picked = str(turn.answers["view"])
    if picked == "other":
        return go(other)
    if picked.startswith(_TEAM):
        return go(team, of=int(picked.removeprefix(_TEAM)))
    return go(view, period=picked.removeprefix(_PERIOD))


@flow.step
async def team(turn: Turn) -> Screen:
    """Show who of a team recorded in which of the last weeks of the period."""
    weeks = (await turn.rolls.grid(_period(turn))).weeks
    begun = [one for one in weeks if one.start <= turn.today] or list(weeks)
    roll = await turn.rolls.roll(int(turn.answers["of"]), begun[-MOST_WEEKS:])
    if roll is None:
        raise Gone
    return Ask(
        text=roll_told(roll), choices=(Choice("all", _("All teams")),), then=back, resting=True
    )


@flow.step
async def back(turn: Turn) -> Screen:
    """Go back to all teams."""
    return go(view, of=None, team=None)


@flow.step
async def other(turn: Turn) -> Screen:
    """Ask for another period."""
    return another(turn, offered(turn.today, _period(turn)), chosen, reads=read_span)


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Show the period that was chosen, or say why it could not be read."""
    found = taken(turn, "other", reads=read_span)
    return go(view, period=found, other=None) if found else go(other)


def _period(turn: Turn) -> Period:
    kept = turn.answers.get("period")
    return period(str(kept)) if kept else week(turn.today)
