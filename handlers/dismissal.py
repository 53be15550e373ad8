"""Somebody leaves a team: as when they leave by themselves, name and chats are erased."""

from bot.dialogue.belonging import Act, about
from bot.dialogue.flow import Ask, Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import MemberLeft
from bot.domain.people import OVERSEERS
from bot.domain.text import _, lines
from bot.reports.people import called as say
from bot.reports.people import home

flow = Flow("dismissal", _("Leaves the team"), roles=OVERSEERS)


@flow.step
async def sure(turn: Turn) -> Screen:
    """Say what it means, and ask: this cannot be undone."""
    person = await about(turn, Act.LEAVE)
    return Ask(
        text=_(
            "{name} leaves {team}? Their name and chats are erased for good. The help they "
            "recorded stays with the village, without a name.",
            title=person.title,
            name=person.name,
            team=home(person),
        ),
        choices=(Choice("no", _("No")), Choice("yes", _("Yes, they leave"))),
        then=left,
    )


@flow.step
async def left(turn: Turn) -> Screen:
    """Erase what is theirs, and tell them."""
    if turn.answers["sure"] != "yes":
        turn.say(_("Good, nothing was changed."))
        return Done()
    person = await about(turn, Act.LEAVE)
    entry = turn.record(MemberLeft(person.id))
    turn.tell(
        person.id,
        _(
            "{by} noted that you have left {team}. Your name and this chat are erased. Thank you "
            "for everything you did for the village.",
            by=say(turn.member.title, turn.member.name),
            team=home(person),
        ),
    )
    turn.say(
        lines(
            _(
                "Noted: {name} has left {team}.",
                title=person.title,
                name=person.name,
                team=home(person),
            ),
            _("Code: {code}.", code=entry.code),
        )
    )
    return Done()
