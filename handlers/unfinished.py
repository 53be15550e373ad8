"""Help that could not be finished: what stood in the way is kept, and never counted as help."""

from bot.dialogue import offers
from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import AssistanceTried
from bot.domain.obstacles import Obstacle, named
from bot.domain.people import MEMBERS
from bot.domain.text import _, lines

flow = Flow(
    "unfinished",
    _("Tried, but not finished"),
    command="chuaxong",
    roles=MEMBERS,
    called=frozenset({"chua xong", "chua lam duoc", "khong lam duoc"}),
)
RECEIPT = flow.door("receipt")


@flow.step
async def activity(turn: Turn) -> Screen:
    """Ask what it was about."""
    return Ask(
        text=_("What was it that could not be finished?"),
        choices=await offers.activities(turn),
        then=obstacle,
        resting=True,
    )


@flow.step
async def obstacle(turn: Turn) -> Screen:
    """Ask what stood in the way."""
    title = turn.library.activities[str(turn.answers["activity"])].title
    return Ask(
        text=lines(title, _("What stood in the way?")),
        choices=tuple(Choice(one.value, named(one)) for one in Obstacle),
        then=keep,
    )


@flow.step
async def keep(turn: Turn) -> Screen:
    """Write one try into the ledger."""
    service = turn.answers.get("service")
    tried = AssistanceTried(
        activity=str(turn.answers["activity"]),
        count=1,
        day=await turn.counts_on(turn.today),
        obstacle=Obstacle(str(turn.answers["obstacle"])),
        service=str(service) if service else None,
    )
    return go(RECEIPT, entry=turn.record(tried).code)
