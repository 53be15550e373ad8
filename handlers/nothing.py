"""Nothing to report: one tap says that a week had no help to give; silence is not zero."""

from bot.dialogue.flow import Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.facts import NothingToReport
from bot.domain.people import MEMBERS
from bot.domain.periods import period, week
from bot.domain.text import _

flow = Flow(
    "nothing",
    _("Nothing this week"),
    command="khongco",
    roles=MEMBERS,
    called=frozenset({"khong co", "tuan nay khong co", "tuan nay khong co viec", "khong co gi"}),
)


@flow.step
async def told(turn: Turn) -> Screen:
    """Keep it, unless something was recorded: then there is nothing to say.

    It is about the week that somebody was asked about, also where that is over, else this one.
    """
    asked = turn.answers.get("period")
    this_week = period(str(asked)) if asked else week(turn.today)
    if await turn.records.closed(this_week.start):
        turn.say(_("That week is closed already; nothing was changed."))
        return Done()
    (own,) = await turn.records.own(this_week)
    if own.given:
        turn.say(_("You have recorded help this week, so there is nothing more to say."))
        return Done()
    if not await turn.records.told_nothing(this_week.start):
        turn.record(NothingToReport(this_week.start))
    turn.say(
        _(
            "Noted: nothing in the week from {start}. If something comes up, just record it.",
            start=this_week.start,
        )
    )
    return Done()
