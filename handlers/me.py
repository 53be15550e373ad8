"""What is kept about me: to be seen, and to be erased by leaving."""

from bot.dialogue import reminders
from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.clock import local_day
from bot.domain.facts import MemberLeft
from bot.domain.people import MEMBERS, OFFICIALS, ROSTERED
from bot.domain.text import _, lines, paragraphs
from bot.reports.people import role

flow = Flow("me", _("About me"), command="toi", roles=ROSTERED)
LANGUAGE = flow.door("language")


@flow.step
async def kept(turn: Turn) -> Screen:
    """Show what is kept."""
    person = turn.member
    joined = person.consented_at
    return Ask(
        text=paragraphs(
            _("This is what I keep about you:"),
            lines(
                _("Name: {name}", title=person.title, name=person.name),
                _("Team: {team}", team=person.team.name) if person.team else None,
                _("Province: {province}", province=person.province.name)
                if person.province
                else None,
                None if person.choosing else _("Commune: {commune}", commune=person.commune.name),
                _("Role: {role}", role=role(person.role)),
                _("Agreed on: {day}", day=local_day(joined)) if joined else None,
            ),
            _("Something is wrong? Tell the commune office; they keep the roster."),
        ),
        choices=(Choice("language", _("Language")), *_reminding(turn), *await _leaving(turn)),
        then=wanted,
        resting=True,
    )


def _reminding(turn: Turn) -> tuple[Choice, ...]:
    """Let members choose whether they are reminded."""
    if turn.role not in MEMBERS:
        return ()
    if reminders.wanted(turn):
        return (Choice("stop", _("Remind me no more")),)
    return (Choice("start", _("Remind me")),)


async def _leaving(turn: Turn) -> tuple[Choice, ...]:
    """Let people leave by themselves; without an official a commune would be locked out."""
    may = turn.role not in OFFICIALS or await _another(turn)
    return (Choice("leave", _("Leave and erase my data")),) if may else ()


async def _another(turn: Turn) -> bool:
    """Tell whether somebody else is an official of the commune and has joined."""
    return any(
        one.role in OFFICIALS and one.joined and one.id != turn.member.id
        for one in await turn.records.roster()
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
    if turn.role in OFFICIALS and not await _another(turn):
        # The other one was let go since this was asked.
        turn.say(_("You are the commune's last official: without you nobody could let others in."))
        return Done()
    turn.record(MemberLeft(turn.member.id))
    turn.person = None
    turn.say(_("Your data are erased. Thank you for everything you did for the village."))
    return Done()
