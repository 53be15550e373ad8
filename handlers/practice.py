"""Practice: everything works as always and nothing counts, for two hours or until it is ended."""

from datetime import timedelta

from bot.dialogue.flow import Ask, Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import PracticeChosen
from bot.domain.people import MEMBERS
from bot.domain.text import _

flow = Flow(
    "practice",
    _("Practise"),
    command="tapthu",
    roles=MEMBERS,
    called=frozenset({"tap", "tap thu", "thoi tap", "practice"}),
)

_AS_LONG_AS = timedelta(hours=2)


@flow.step
async def wanted(turn: Turn) -> Screen:
    """Say what practice is, or ask whether it is to end."""
    if turn.practising:
        return Ask(
            text=_("You are practising. Go on practising, or stop?"),
            choices=(Choice("stop", _("Stop practising")), Choice("on", _("Go on"))),
            then=chosen,
        )
    return Ask(
        text=_(
            "Here you can try out everything. Nothing you record while practising counts, and "
            "nobody else sees it. It ends by itself after two hours."
        ),
        choices=(Choice("start", _("Start practising")), Choice("no", _("Not now"))),
        then=chosen,
    )


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Begin, or end."""
    match turn.answers["wanted"]:
        case "start":
            turn.record(PracticeChosen(turn.at + _AS_LONG_AS))
            turn.practising = True
            turn.say(_("You are practising now. To stop, type “practise” again."))
        case "stop":
            turn.record(PracticeChosen(None))
            turn.practising = False
            turn.say(_("Practice is over. From now on what you record counts."))
        case _:
            pass
    return Done()
