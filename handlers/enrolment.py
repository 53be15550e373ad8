"""Putting somebody new on the roster, with a code to join by."""

from bot.dialogue.belonging import fresh, handed
from bot.dialogue.flow import Ask, Done, Flow, Gone, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import MemberAdded
from bot.domain.people import OFFICIALS, OVERSEERS, Role
from bot.domain.places import Place
from bot.domain.text import Plain, _, lines, paragraphs
from bot.reading.names import person as read_person
from bot.reading.names import written
from bot.reports.people import role

flow = Flow(
    "enrolment",
    _("Add somebody to the team"),
    command="themnguoi",
    roles=OVERSEERS,
    called=frozenset({"them nguoi", "them thanh vien"}),
)


@flow.step
async def place(turn: Turn) -> Screen:
    """Ask an official for the team; a leader has one."""
    if turn.practising:
        turn.say(_("That cannot be tried out. Stop practising first."))
        return Done()
    return Ask(
        text=_("Into which team?"),
        choices=tuple(Choice(one.id, Plain(one.name)) for one in await _places(turn)),
        then=name,
    )


@flow.step
async def name(turn: Turn) -> Screen:
    """Ask for title and name, in one message."""
    into = await _place(turn)
    return Ask(
        text=_(
            "{place}: who is new? Type title and full name, for example: anh Phan Văn Lộc.",
            place=into.name,
        ),
        reads=lambda said: written(*read_person(said)),
        then=sure,
    )


@flow.step
async def sure(turn: Turn) -> Screen:
    """Show what was read, and whether somebody is called the same there."""
    into = await _place(turn)
    title, called = read_person(str(turn.answers["name"]))
    same = any(
        one.name == called and (one.team or one.commune) == into
        for one in await turn.records.roster()
    )
    return Ask(
        text=paragraphs(
            _(
                "Add {name} to {place}, as {role}?",
                title=title,
                name=called,
                place=into.name,
                role=role(_role(turn, into)),
            ),
            _("Somebody there has that very name already.") if same else None,
        ),
        choices=(Choice("yes", _("Yes, add")), Choice("no", _("No"))),
        then=added,
    )


@flow.step
async def added(turn: Turn) -> Screen:
    """Add them, and hand over the code."""
    if turn.answers["sure"] != "yes":
        turn.say(_("Good, nothing was changed."))
        return Done()
    into = await _place(turn)
    title, called = read_person(str(turn.answers["name"]))
    code = fresh(turn)
    entry = turn.record(
        MemberAdded(_role(turn, into), into.id, title, called, code.digest, code.until)
    )
    turn.say(
        lines(
            _("Added: {name}, {place}.", title=title, name=called, place=into.name),
            _("Code: {code}.", code=entry.code),
        )
    )
    turn.say(handed(turn, called, code.code))
    return Done()


def _role(turn: Turn, into: Place) -> Role:
    return Role.OFFICIAL if into == turn.member.commune else Role.MEMBER


async def _places(turn: Turn) -> tuple[Place, ...]:
    office = (turn.member.commune,) if turn.role in OFFICIALS else ()
    return (*await turn.records.teams(), *office)


async def _place(turn: Turn) -> Place:
    """Return the place that was chosen; raises Gone where it became part of another one since."""
    for one in await _places(turn):
        if one.id == turn.answers["place"]:
            return one
    raise Gone
