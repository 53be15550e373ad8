"""Which commune a viewer of several looks at; every other screen is then about that one."""

from bot.dialogue.flow import Ask, Done, Flow, Gone, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import CommuneChosen
from bot.domain.people import VIEWERS
from bot.domain.text import Plain, _

flow = Flow(
    "commune",
    _("Another commune"),
    command="xa",
    menu=30,
    roles=VIEWERS,
    called=frozenset({"xa khac", "doi xa", "chon xa"}),
)


@flow.step
async def which(turn: Turn) -> Screen:
    """Ask which commune."""
    communes = await turn.records.communes()
    if not communes:
        turn.say(_("{commune} is all you look at.", commune=turn.member.commune.name))
        return Done()
    return Ask(
        text=_("Which commune?"),
        choices=tuple(Choice(one.id, Plain(one.name)) for one in communes),
        then=chosen,
    )


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Look at that one from now on."""
    wanted = turn.answers["which"]
    for one in await turn.records.communes():
        if one.id == wanted:
            turn.record(CommuneChosen(one.id))
            turn.say(_("Now looking at {commune}.", commune=one.name))
            return Done()
    raise Gone
