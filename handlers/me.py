"""What is kept about me: to be seen, and to be erased by leaving."""

from bot.dialogue import reminders
from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.clock import local_day
from bot.domain.facts import MemberLeft
from bot.domain.people import MEMBERS, ROSTERED
from bot.domain.text import _, lines, paragraphs

flow = Flow("me", _("About me"), command="toi", roles=ROSTERED)
LANGUAGE = flow.door("language")


@flow.step
async def kept(turn: Turn) -> Screen:
    """Show what is kept."""
    person = turn.member
    team = person.team or person.commune
    joined = person.consented_at
    return Ask(
        text=paragraphs(
            _("This is what I keep about you:"),
            lines(
                _("Name: {name}", title=person.title, name=person.name),
                _("Team: {team}", team=team.name),
                _("Commune: {commune}", commune=person.commune.name),
                _("Agreed on: {day}", day=local_day(joined)) if joined else None,
            ),
            _("Something is wrong? Tell the commune office; they keep the roster."),
        ),
        choices=(Choice("language", _("Language")), *_members(turn)),
        then=wanted,
        resting=True,
    )


def _members(turn: Turn) -> tuple[Choice, ...]:
    """Let members choose whether they are reminded, and leave by themselves.

    Without its official a commune would be locked out.
    """
    if turn.role not in MEMBERS:
        return ()
    reminded = reminders.wanted(turn)
    return (
        Choice("stop", _("Remind me no more")) if reminded else Choice("start", _("Remind me")),
        Choice("leave", _("Leave and erase my data")),
    )


@flow.step
async def wanted(turn: Turn) -> Screen:
    """Change the language, be reminded or not, or leave."""
    match turn.answers["kept"]:
        case "language":
            return go(LANGUAGE)
        case "start" | "stop" as picked:
            reminders.choose(turn, yes=picked == "start")
            return go(kept)
    if turn.practising:
        turn.say(_("That cannot be tried out. Stop practising first."))
        return Done()
    return go(sure)


@flow.step
async def sure(turn: Turn) -> Screen:
    """Ask once more: this cannot be undone."""
    return Ask(
        text=_(
            "If you leave, your name and this chat are erased for good. The help you recorded "
            "stays with the village, without your name. Leave?"
        ),
        choices=(Choice("no", _("No, stay")), Choice("yes", _("Yes, leave and erase"))),
        then=left,
    )


@flow.step
async def left(turn: Turn) -> Screen:
    """Erase, or stay."""
    if turn.answers["sure"] != "yes":
        turn.say(_("Good, nothing was changed."))
        return Done()
    turn.record(MemberLeft(turn.member.id))
    turn.person = None
    turn.say(_("Your data are erased. Thank you for everything you did for the village."))
    return Done()
