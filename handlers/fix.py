"""Correct a record: its number, day, kind of help or village; the member is told."""

from bot.dialogue import correcting, offers, sums
from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import AssistanceGiven, FirstTimeTold
from bot.domain.people import ROSTERED
from bot.domain.text import Plain, _, lines
from bot.reading.count import count as read_count
from bot.reading.days import day as read_day
from bot.reading.reasons import reason as read_reason
from bot.reports.entries import in_full, told

flow = Flow("fix", _("Correct a record"), roles=ROSTERED)
RECEIPT = flow.door("receipt")
UNDO = flow.door("undo")
HISTORY = flow.door("history")


@flow.step
async def what(turn: Turn) -> Screen:
    """Ask what is wrong about the record."""
    found = await turn.find(str(turn.answers["entry"]))
    if found is None:
        turn.say(_("That record was already taken back or corrected."))
        return Done()
    several = len(await turn.records.villages()) > 1
    return Ask(
        text=lines(told(found, turn.library.activities), _("What is wrong?")),
        choices=(
            Choice("count", _("The number")),
            Choice("day", _("The day")),
            Choice("activity", _("The kind of help")),
            *((Choice("village", _("The village")),) if several else ()),
            Choice("undo", _("Take it back")),
            Choice("history", _("What it was before")),
        ),
        then=asked,
        resting=True,
    )


@flow.step
async def asked(turn: Turn) -> Screen:
    """Ask for what is right."""
    match turn.answers["what"]:
        case "undo":
            return go(UNDO, entry=turn.answers["entry"])
        case "history":
            return go(HISTORY, entry=turn.answers["entry"])
        case wrong if wrong in turn.answers:
            # Said below the receipt already: "2 thôi".
            return go(change)
        case wrong:
            return go(_QUESTIONS[str(wrong)])


@flow.step
async def count(turn: Turn) -> Screen:
    """Ask for the right number."""
    return Ask(text=_("What is the right number?"), reads=read_count, numbers=True, then=change)


@flow.step
async def day(turn: Turn) -> Screen:
    """Ask for the right day; days of a closed period are not offered."""
    today = turn.today
    return Ask(
        text=_("On which day was it? Choose, or type it, for example 15/11."),
        choices=await offers.days(turn),
        reads=lambda said: read_day(said, today, back=offers.DAYS_BACK).isoformat(),
        then=change,
    )


@flow.step
async def activity(turn: Turn) -> Screen:
    """Ask for the right kind of help."""
    every = turn.library.activities.values()
    choices = tuple(Choice(one.id, one.title) for one in every)
    return Ask(text=_("What kind of help was it?"), choices=choices, then=change)


@flow.step
async def village(turn: Turn) -> Screen:
    """Ask for the right village of the commune."""
    places = await turn.records.villages()
    choices = tuple(Choice(place.id, Plain(place.name)) for place in places)
    return Ask(text=_("In which village was it?"), choices=choices, then=change)


_QUESTIONS = {"count": count, "day": day, "activity": activity, "village": village}


@flow.step
async def change(turn: Turn) -> Screen:
    """Put the corrected record in its place; what is in a closed period needs a reason."""
    entry = await turn.find(str(turn.answers["entry"]))
    if entry is None or not isinstance(given := entry.fact, AssistanceGiven):
        turn.say(_("That record was already taken back or corrected."))
        return Done()
    what_for = str(turn.answers["what"])
    wanted = correcting.corrected(given, what_for, turn.answers[what_for])
    chosen = turn.answers.get("village")
    # It may have become part of another village while the question stood.
    place = await turn.records.village(int(chosen)) if chosen else None
    if wanted == given and (place is None or place.id == entry.village):
        turn.say(_("It was so already; nothing was changed."))
        return go(RECEIPT, entry=entry.code)
    if wanted.day != given.day and await turn.records.closed(wanted.day):
        turn.say(_("That day is in a closed period. Choose a later day."))
        return go(day)
    why = turn.answers.get("reason")
    if not why and await turn.records.closed(given.day):
        return go(reason)
    first = await sums.first_told(turn, entry)
    written = await turn.rewrite(entry, wanted, village=place, why=str(why) if why else None)
    if first is not None and first <= wanted.count:
        turn.record(FirstTimeTold(written, first))
    names = await turn.records.village_names()
    before, now = (
        in_full(one, turn.library.activities, names, turn.today) for one in (entry, written)
    )
    correcting.say(turn, entry, before, now)
    return go(RECEIPT, entry=written.code)


@flow.step
async def reason(turn: Turn) -> Screen:
    """Ask why, where the period is closed."""
    return offers.why(
        Choice("ghi nhầm số", _("Wrong number")),
        Choice("nhầm loại việc", _("Wrong kind of help")),
        reads=read_reason,
        then=change,
    )
