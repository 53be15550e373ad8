"""A member who recorded nothing this week is asked once, with two ways to answer."""

from bot.dialogue import reminders
from bot.dialogue.flow import RESUME, Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import MEMBERS
from bot.domain.periods import period, week
from bot.domain.text import _, paragraphs
from bot.reports.rolls import shortly

flow = Flow("reminder", _("Reminder"), roles=MEMBERS)
RECORD, NOTHING = flow.door("record"), flow.door("nothing")


@flow.step
async def asked(turn: Turn) -> Screen:
    """Ask in one sentence; what was begun stands first, so that a typed number picks nothing."""
    about = period(str(turn.answers.get("period") or week(turn.today).id))
    said = _(
        "Your book of this week ({days}) is still empty: if you helped somebody, one line is "
        "enough.",
        days=shortly(about),
    )
    if turn.parked and "begun" in turn.answers:
        return Ask(
            text=paragraphs(said, _("What you had begun is kept.")),
            choices=(
                Choice(RESUME, _("Continue: {title}", title=turn.parked.title)),
                Choice("open", _("Answer this")),
            ),
            then=answered,
            resting=True,
        )
    return Ask(
        text=said,
        choices=(
            Choice("record", _("Record help given")),
            Choice("nothing", _("Nothing this week")),
            Choice("stop", _("Remind me no more")),
        ),
        then=answered,
        resting=True,
    )


@flow.step
async def answered(turn: Turn) -> Screen:
    """Record, say that there was nothing in the week that was asked about, or stop it all."""
    match turn.answers["asked"]:
        case "record":
            return go(RECORD)
        case "nothing":
            return go(NOTHING, period=turn.answers.get("period"))
        case "open":
            return go(asked, begun=None)
        case _:
            reminders.choose(turn, yes=False)
            return Done()
