"""Invite: a leader or the official gives someone on the roster a one-time code or link."""

from datetime import timedelta

from bot.dialogue.flow import Ask, Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.codes import join_digest, new_join_code
from bot.domain.facts import CodeIssued
from bot.domain.people import OVERSEERS
from bot.domain.text import Plain, _, lines, paragraphs

flow = Flow("invite", _("Invite a member"), command="moi", menu=50, roles=OVERSEERS)

_GOOD_FOR = timedelta(days=7)


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
    code = new_join_code()
    until = turn.at + _GOOD_FOR
    turn.record(CodeIssued(person.id, join_digest(code) or "", until))
    link = turn.ability.join_link
    turn.say(
        paragraphs(
            _("Code for {name}: {code}", name=person.name, code=code),
            lines(
                _("Pass it on to this person only. It works once, for seven days."),
                _("They write to this bot, choose “I belong to a team”, and type the code."),
            ),
            lines(_("Or they press this link:"), Plain(link.format(code=code))) if link else None,
        )
    )
    return Done()
