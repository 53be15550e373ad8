"""Joining: a one-time code or link, a plain notice, an explicit yes."""

from dataclasses import replace

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.codes import find_join_code, join_digest
from bot.domain.errors import Unclear
from bot.domain.facts import MemberJoined
from bot.domain.people import MEMBERS, STRANGERS, Person
from bot.domain.text import _, lines, listed, paragraphs
from bot.reports.people import place, role

flow = Flow(
    "join",
    _("I belong to a team"),
    command="vaoto",
    menu=40,
    listed_for=STRANGERS,
    start_answer="code",
)

# Which wording of the notice a member agreed to; change it together with the notice.
NOTICE = "2026-11-22"


@flow.step
async def code(turn: Turn) -> Screen:
    """Ask for the code that the team leader or the commune gave."""
    if turn.person:
        turn.say(_("You already belong to {team}.", team=place(turn.person)))
        return Done()
    return Ask(
        text=_(
            "Type the code that the team leader or the commune gave you, for example K7QM-2F9T."
        ),
        reads=_read_code,
        then=looked,
    )


@flow.step
async def looked(turn: Turn) -> Screen:
    """Find the roster line that the code opens."""
    if turn.person:
        return go(code)
    digest = join_digest(str(turn.answers["code"]))
    # The code itself is not kept, only its digest.
    if digest and await turn.records.invited(digest):
        return go(agree, digest=digest, code=None)
    turn.say(_("That code is not right, was used, or has run out. Ask your leader for a new one."))
    return go(code)


@flow.step
async def agree(turn: Turn) -> Screen:
    """Say what is kept, and ask for a yes."""
    person = await _invited(turn)
    if person is None:
        turn.say(
            _("That code is not right, was used, or has run out. Ask your leader for a new one.")
        )
        return go(code, digest=None)
    return Ask(
        text=paragraphs(
            lines(
                _("Is this you? {name}", title=person.title, name=person.name),
                _("{place} – {role}", place=place(person), role=role(person.role)),
            ),
            _("Before you agree, this is what I keep:"),
            listed(
                (
                    _("your name, village, team, and this chat's number;"),
                    _("the help you record: what, how many, which day;"),
                    _("the households you survey: your team's number for each, and how many."),
                )
            ),
            listed(
                (
                    _("Your leader and the commune office can see it; nobody else."),
                    _("I never keep who the people are that you help or ask."),
                    _("You can leave at any time; your name and chat are then erased."),
                )
            ),
        ),
        choices=(Choice("yes", _("I agree")), Choice("no", _("No"))),
        then=joined,
    )


@flow.step
async def joined(turn: Turn) -> Screen:
    """Tie this chat to the roster line, or leave everything as it was."""
    if turn.answers["agree"] != "yes":
        turn.say(_("Then nothing is kept. You can still read every guide."))
        return Done()
    person = await _invited(turn)
    if person is None:
        return go(agree)
    turn.record(MemberJoined(person.id, str(turn.answers["digest"]), NOTICE))
    turn.person = replace(person, consented_at=turn.at)
    if person.role in MEMBERS:
        turn.say(_("Welcome, {name}! You can begin right away.", name=person.name))
        turn.say(
            _(
                "If your book of a week is empty, I remind {you} once, on Friday. Not wanted? "
                "Switch it off with /toi."
            )
        )
    else:
        # They are of the office, or look at it: they come into no team.
        turn.say(_("Welcome, {name}! Everything is ready for you.", name=person.name))
    return Done()


async def _invited(turn: Turn) -> Person | None:
    return await turn.records.invited(str(turn.answers.get("digest", "")))


def _read_code(said: str) -> str:
    """Find the code in what was typed, also behind "mã là"."""
    found = find_join_code(said)
    if found is None:
        raise Unclear(
            _("There is no code in that. It has eight letters and digits, for example K7QM-2F9T.")
        )
    return found
