"""Who leads a team and who is the deputy: the official says so, and a team has one leader."""

from bot.dialogue.belonging import Act, about
from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import RoleGiven
from bot.domain.people import OFFICIALS, Person, Role
from bot.domain.text import Lines, _, lines
from bot.reports.people import called as say
from bot.reports.people import home
from bot.reports.people import role as called

flow = Flow("charge", _("Leader, deputy or member"), roles=OFFICIALS)


@flow.step
async def role(turn: Turn) -> Screen:
    """Ask what somebody is to be."""
    person = await about(turn, Act.CHARGE)
    others = [one for one in (Role.LEADER, Role.DEPUTY, Role.MEMBER) if one is not person.role]
    return Ask(
        text=_(
            "{name} is {role}. What from now on?",
            title=person.title,
            name=person.name,
            role=called(person.role),
        ),
        choices=tuple(Choice(one, called(one)) for one in others),
        then=looked,
    )


@flow.step
async def looked(turn: Turn) -> Screen:
    """Ask about the leader there is, where there is one and another is to lead."""
    person = await about(turn, Act.CHARGE)
    if turn.answers["role"] == Role.LEADER and await _leaders(turn, person):
        return go(former)
    return go(given)


@flow.step
async def former(turn: Turn) -> Screen:
    """Ask what the leader there is becomes: a team has one, or several from before a merger."""
    person = await about(turn, Act.CHARGE)
    leaders = await _leaders(turn, person)
    if not leaders:
        return go(given)
    first, new, team = leaders[0], say(person.title, person.name), home(person)
    return Ask(
        text=_(
            "{team} has one leader, now {name}. What is {name} to be when {new} leads?",
            team=team,
            title=first.title,
            name=first.name,
            new=new,
        )
        if len(leaders) == 1
        else _(
            "{team} has several leaders: {names}. What are they to be when {new} leads alone?",
            team=team,
            names=Lines(tuple(say(one.title, one.name) for one in leaders), gap=", "),
            new=new,
        ),
        choices=(
            Choice(Role.DEPUTY, called(Role.DEPUTY)),
            Choice(Role.MEMBER, called(Role.MEMBER)),
            Choice("no", _("Leave everything as it is")),
        ),
        then=given,
    )


@flow.step
async def given(turn: Turn) -> Screen:
    """Give the roles, and tell both."""
    person = await about(turn, Act.CHARGE)
    wanted = Role(str(turn.answers["role"]))
    leaders = await _leaders(turn, person) if wanted is Role.LEADER else ()
    if turn.answers.get("former") == "no" or wanted is person.role:
        turn.say(_("Good, nothing was changed."))
        return Done()
    if leaders and "former" not in turn.answers:
        return go(former)
    for leader in leaders:
        _give(turn, leader, Role(str(turn.answers["former"])))
    code = _give(turn, person, wanted)
    turn.say(
        lines(
            _(
                "Noted: {name} is {role} of {team}.",
                title=person.title,
                name=person.name,
                role=called(wanted),
                team=home(person),
            ),
            _("Code: {code}.", code=code),
        )
    )
    return Done()


def _give(turn: Turn, person: Person, wanted: Role) -> str:
    """Give one of them a role and tell them; return the code."""
    entry = turn.record(RoleGiven(person.id, person.role, wanted))
    told = _("From now on you are {role} of {team}.", role=called(wanted), team=home(person))
    turn.tell(person.id, told)
    return entry.code


async def _leaders(turn: Turn, person: Person) -> tuple[Person, ...]:
    """Return who else leads the team of somebody; after a merger they may be several."""
    return tuple(
        one
        for one in await turn.records.roster()
        if one.team == person.team and one.role is Role.LEADER and one.id != person.id
    )
