"""The people of a team: who has joined and who has not, and what can be done about each."""

from bot.dialogue.belonging import Act, acts
from bot.dialogue.flow import Ask, Done, Flow, Gone, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import OFFICIALS, OVERSEERS, Person, Role
from bot.domain.text import Phrase, _, lines, paragraphs
from bot.reports.people import home, listed, role

flow = Flow(
    "members",
    _("People of the team"),
    command="nguoito",
    menu=52,
    roles=OVERSEERS,
    called=frozenset({"nguoi cua to", "thanh vien", "danh sach to"}),
)
DOORS = {
    Act.CODE: flow.door("invite"),
    Act.PHONE: flow.door("phone"),
    Act.MOVE: flow.door("moving"),
    Act.CHARGE: flow.door("charge"),
    Act.REPLACE: flow.door("replacement"),
    Act.LEAVE: flow.door("dismissal"),
}
ENROLMENT = flow.door("enrolment")
_ADD = "add:"
# Who stands first in a list.
_RANKS = {Role.LEADER: 0, Role.DEPUTY: 1}


@flow.step
async def team(turn: Turn) -> Screen:
    """Let an official choose a team, or the office; a leader has one."""
    if turn.practising:
        turn.say(_("That cannot be tried out. Stop practising first."))
        return Done()
    everybody = await turn.records.roster()
    if turn.role not in OFFICIALS and turn.member.team:
        return go(who, team=turn.member.team.id)
    places = (*await turn.records.teams(), turn.member.commune)
    return Ask(
        text=_("Whose people?"),
        choices=tuple(
            Choice(place.id, _counted(place.name, [one for one in everybody if _at(one, place.id)]))
            for place in places
        ),
        then=who,
    )


@flow.step
async def who(turn: Turn) -> Screen:
    """List the people of a team, those who have yet to join last."""
    place = turn.answers["team"]
    people = [one for one in await turn.records.roster() if _at(one, place)]
    people.sort(key=lambda one: (not one.joined, _RANKS.get(one.role, len(_RANKS))))
    return Ask(
        text=_("Choose somebody to see what can be done, or add somebody."),
        choices=(*(Choice(one.id, listed(one)) for one in people), Choice(_ADD, _("Add somebody"))),
        then=one,
        resting=True,
    )


@flow.step
async def one(turn: Turn) -> Screen:
    """Show what can be done about somebody."""
    if turn.answers["who"] == _ADD:
        return go(ENROLMENT, place=turn.answers["team"])
    person = await _chosen(turn)
    may = acts(turn, person)
    return Ask(
        text=paragraphs(
            lines(
                _("{name}", title=person.title, name=person.name),
                _("{place} – {role}", place=home(person), role=role(person.role)),
                _("Has joined.") if person.joined else _("Has not joined yet."),
            ),
            None if may else _nothing(turn, person),
        ),
        choices=tuple(Choice(act, _TITLES[act]) for act in may),
        then=wanted,
        resting=True,
    )


@flow.step
async def wanted(turn: Turn) -> Screen:
    """Go where that is done."""
    person = await _chosen(turn)
    act = Act(str(turn.answers["one"]))
    if act is Act.CODE:
        return go(DOORS[act], who=person.id)
    return go(DOORS[act], person=person.id)


_TITLES = {
    Act.CODE: _("Give a code to join"),
    Act.PHONE: _("New or lost phone"),
    Act.MOVE: _("To another team"),
    Act.CHARGE: _("Leader, deputy or member"),
    Act.REPLACE: _("Put somebody in their place"),
    Act.LEAVE: _("Leaves the team"),
}


async def _chosen(turn: Turn) -> Person:
    wanted = turn.answers["who"]
    for person in await turn.records.roster():
        if person.id == wanted:
            return person
    raise Gone(_("The list has changed meanwhile. Please look at it again: /nguoito."))


def _nothing(turn: Turn, person: Person) -> Phrase:
    if person.id == turn.member.id:
        return _("This is you: see “About me”, /toi.")
    return _("Only the commune office can change that.")


def _at(person: Person, place: object) -> bool:
    return (person.team or person.commune).id == place


def _counted(name: str, people: list[Person]) -> Phrase:
    joined = sum(one.joined for one in people)
    if joined == len(people):
        return _("{place}: {n} people", place=name, n=joined)
    waiting = len(people) - joined
    return _("{place}: {n} people, {waiting} not joined", place=name, n=joined, waiting=waiting)
