"""Moving somebody to another team of the commune, from today on."""

from bot.dialogue.belonging import Act, about
from bot.dialogue.flow import Ask, Done, Flow, Gone, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import MemberMoved
from bot.domain.people import LEADERS, OFFICIALS
from bot.domain.places import Place
from bot.domain.text import Plain, _, lines, paragraphs
from bot.reports.people import called as say
from bot.reports.people import role

flow = Flow("moving", _("To another team"), roles=OFFICIALS)


@flow.step
async def team(turn: Turn) -> Screen:
    """Ask for the team."""
    person = await about(turn, Act.MOVE)
    others = [one for one in await turn.records.teams() if one != person.team]
    if not others:
        turn.say(_("There is no other team in the commune."))
        return Done()
    return Ask(
        text=_("To which team does {name} go?", title=person.title, name=person.name),
        choices=tuple(Choice(one.id, Plain(one.name)) for one in others),
        then=sure,
    )


@flow.step
async def sure(turn: Turn) -> Screen:
    """Say what it means, and ask."""
    person, into = await about(turn, Act.MOVE), await _team(turn)
    leads = person.role in LEADERS
    return Ask(
        text=paragraphs(
            _(
                "{name} moves to {team} today. What they recorded before stays with their former "
                "team.",
                title=person.title,
                name=person.name,
                team=into.name,
            ),
            _("There they are no {role} any more.", role=role(person.role)) if leads else None,
        ),
        choices=(Choice("yes", _("Yes, move")), Choice("no", _("No"))),
        then=moved,
    )


@flow.step
async def moved(turn: Turn) -> Screen:
    """Move them, and tell them."""
    if turn.answers["sure"] != "yes":
        turn.say(_("Good, nothing was changed."))
        return Done()
    person, into = await about(turn, Act.MOVE), await _team(turn)
    before = person.team
    if before is None or before == into:
        raise Gone
    entry = turn.record(MemberMoved(person.id, before.id, into.id))
    turn.tell(
        person.id,
        _(
            "From today you are in {team}; the commune office ({by}) moved you. What you recorded "
            "before stays with {before}. A household you were asking about is asked anew.",
            team=into.name,
            before=before.name,
            by=say(turn.member.title, turn.member.name),
        ),
    )
    turn.say(
        lines(
            _("Moved: {name}, {team}.", title=person.title, name=person.name, team=into.name),
            _("Code: {code}.", code=entry.code),
        )
    )
    return Done()


async def _team(turn: Turn) -> Place:
    """Return the team that was chosen; raises Gone where it became part of another one since."""
    for one in await turn.records.teams():
        if one.id == turn.answers["team"]:
            return one
    raise Gone
