"""Invite: a leader or the official gives someone on the roster a one-time code or link."""

from bot.dialogue.belonging import fresh, handed
from bot.dialogue.flow import Ask, Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import CodeIssued
from bot.domain.people import OVERSEERS
from bot.domain.text import _

flow = Flow("invite", _("Invite a member"), command="moi", menu=50, roles=OVERSEERS)


@flow.step
async def who(turn: Turn) -> Screen:
    """List those on the roster who have not joined yet."""
    if turn.practising:
        turn.say(_("That cannot be tried out. Stop practising first."))
        return Done()
    waiting = await turn.records.unjoined()
    if not waiting:
        turn.say(_("Everybody on the roster has joined."))
        return Done()
    return Ask(
        text=_("Who is to join?"),
        choices=tuple(
            Choice(
                person.id,
                _(
                    "{name}, {team}",
                    name=person.name,
                    team=(person.team or person.commune).name,
                ),
            )
            for person in waiting
        ),
        then=issued,
    )


@flow.step
async def issued(turn: Turn) -> Screen:
    """Give out a new code; an older one of the same person stops working."""
    wanted = turn.answers["who"]
    person = next((one for one in await turn.records.unjoined() if one.id == wanted), None)
    if person is None:
        turn.say(_("This person has joined meanwhile."))
        return Done()
    code = fresh(turn)
    turn.record(CodeIssued(person.id, code.digest, code.until))
    turn.say(handed(turn, person.name, code.code))
    return Done()
