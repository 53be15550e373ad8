"""Putting somebody new in another's place: one leaves, one is added, in one stroke."""

from bot.dialogue.belonging import Act, about, fresh, handed
from bot.dialogue.flow import Ask, Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import MemberAdded, MemberLeft
from bot.domain.people import OVERSEERS, Person, Role
from bot.domain.text import _, lines, paragraphs
from bot.reading.names import person as read_person
from bot.reading.names import written
from bot.reports.people import called as say
from bot.reports.people import home, role

flow = Flow("replacement", _("Put somebody in their place"), roles=OVERSEERS)


@flow.step
async def name(turn: Turn) -> Screen:
    """Ask for title and name of who comes, in one message."""
    person = await about(turn, Act.REPLACE)
    return Ask(
        text=_(
            "Who comes in the place of {name}? Type title and full name, for example: anh Phan "
            "Văn Lộc.",
            title=person.title,
            name=person.name,
        ),
        reads=lambda said: written(*read_person(said)),
        then=sure,
    )


@flow.step
async def sure(turn: Turn) -> Screen:
    """Say what it means, and ask: this cannot be undone."""
    person = await about(turn, Act.REPLACE)
    title, called = read_person(str(turn.answers["name"]))
    return Ask(
        text=paragraphs(
            _(
                "{name} comes into {place}, as {role}.",
                title=title,
                name=called,
                place=home(person),
                role=role(await _role(turn, person)),
            ),
            _(
                "{name} leaves: their name and chats are erased for good; the help they recorded "
                "stays with the village.",
                title=person.title,
                name=person.name,
            ),
        ),
        choices=(Choice("no", _("No")), Choice("yes", _("Yes, put in their place"))),
        then=replaced,
    )


@flow.step
async def replaced(turn: Turn) -> Screen:
    """Let one go and add the other; the code of the receipt stands for both."""
    if turn.answers["sure"] != "yes":
        turn.say(_("Good, nothing was changed."))
        return Done()
    person = await about(turn, Act.REPLACE)
    title, called = read_person(str(turn.answers["name"]))
    code, place = fresh(turn), person.team or person.commune
    turn.record(MemberLeft(person.id))
    added = MemberAdded(await _role(turn, person), place.id, title, called, code.digest, code.until)
    entry = turn.record(added)
    turn.tell(
        person.id,
        _(
            "{by} noted that you have left {team}. Your name and this chat are erased. Thank you "
            "for everything you did for the village.",
            by=say(turn.member.title, turn.member.name),
            team=place.name,
        ),
    )
    turn.say(
        lines(
            _(
                "Done: {new} comes in the place of {old}.",
                new=say(title, called),
                old=say(person.title, person.name),
            ),
            _("Code: {code}.", code=entry.code),
        )
    )
    turn.say(handed(turn, called, code.code))
    return Done()


async def _role(turn: Turn, person: Person) -> Role:
    """Return what who comes is to be: a merged team may have another leader, and keeps that one."""
    others = (one for one in await turn.records.roster() if one.id != person.id)
    led = any(one.team == person.team and one.role is Role.LEADER for one in others)
    return Role.DEPUTY if led and person.role is Role.LEADER else person.role
