"""Who of a roster a leader or an official may do what to, and the code that is handed over."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.dialogue.flow import Gone
from bot.dialogue.turn import Turn
from bot.domain.codes import CODE_GOOD_FOR, join_digest, new_join_code
from bot.domain.people import LEADERS, MEMBERS, OFFICIALS, Person
from bot.domain.text import Plain, Text, _, lines, paragraphs


class Act(StrEnum):
    """What can be done about somebody on a roster."""

    CODE = "code"
    PHONE = "phone"
    MOVE = "move"
    CHARGE = "charge"
    REPLACE = "replace"
    LEAVE = "leave"


def acts(turn: Turn, person: Person) -> tuple[Act, ...]:
    """Return what this leader or official may do about somebody; about oneself nothing.

    A leader or deputy looks after the own team, but does not let its leader or deputy go: that,
    roles and other teams are the official's.
    """
    if person.id == turn.member.id:
        return ()
    official = turn.role in OFFICIALS
    charge = official and person.role in MEMBERS
    leave = official or person.role not in LEADERS
    may = {
        Act.CODE: not person.joined,
        Act.PHONE: person.joined,
        Act.MOVE: charge,
        Act.CHARGE: charge,
        Act.REPLACE: leave and person.role in MEMBERS | OFFICIALS,
        Act.LEAVE: leave,
    }
    return tuple(act for act in Act if may[act])


async def about(turn: Turn, act: Act) -> Person:
    """Return the person that a flow is about; raises Gone where this may not be done any more.

    Somebody else may have let them go, or moved them, since they were chosen.
    """
    wanted = turn.answers.get("person")
    for one in await turn.records.roster():
        if one.id == wanted and act in acts(turn, one):
            return one
    raise Gone(_("The list has changed meanwhile. Please look at it again: /nguoito."))


@dataclass(frozen=True, slots=True)
class Fresh:
    """A one-time code that was just made; of it only the digest is kept."""

    code: str
    digest: str
    until: datetime


def fresh(turn: Turn) -> Fresh:
    """Make a one-time code that is good for seven days."""
    code = new_join_code()
    return Fresh(code, join_digest(code) or "", turn.at + CODE_GOOD_FOR)


def handed(turn: Turn, name: str, code: str) -> Text:
    """Say a code once, and how it is passed on and used."""
    link = turn.ability.join_link
    return paragraphs(
        _("Code for {name}: {code}", name=name, code=code),
        lines(
            _("Pass it on to this person only. It works once, for seven days."),
            _("They write to this bot, choose “I belong to a team”, and type the code."),
        ),
        lines(_("Or they press this link:"), Plain(link.format(code=code))) if link else None,
    )
