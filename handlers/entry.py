"""A quick entry: one typed line is recorded where it is sure, and asked about where it is not."""

from dataclasses import replace
from datetime import date

from bot.dialogue import offers
from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.entries import OF_THE_WHOLE, Doubt, Guess, guesses, lacking, ordinary, written
from bot.domain.facts import AssistanceGiven
from bot.domain.people import MEMBERS
from bot.domain.text import Text, _, lines
from bot.domain.units import units
from bot.reading.count import count as read_count
from bot.reading.days import day as read_day
from bot.reports.readings import doubted, understood

flow = Flow("entry", _("A quick entry"), roles=MEMBERS)
RECEIPT = flow.door("receipt")
RECEIPTS = flow.door("receipts")
UNCLEAR = flow.door("unclear")


@flow.step
async def heard(turn: Turn) -> Screen:
    """Record what is sure and ordinary; ask for what is missing; else show the reading and ask."""
    read, doubt = _read(turn), turn.answers.get("doubt")
    if not read or doubt in OF_THE_WHOLE:
        return go(UNCLEAR, doubt=doubt, guide=turn.answers.get("guide"))
    for one in read:
        if one.activity not in turn.library.activities:
            return go(activity)
        if one.count is None or doubt == Doubt.LEVEL_OR_COUNT:
            return go(count)
        if one.day is None:
            return go(day)
        if one.day > turn.today or await turn.records.closed(one.day):
            if one.day <= turn.today:
                turn.say(_("That day is in a closed period. Choose a later day."))
            dayless = [replace(each, day=None) if each is one else each for each in read]
            return go(heard, read=written(dayless))
    return go(keep) if not doubt and ordinary(read, turn.today) else go(check)


@flow.step
async def activity(turn: Turn) -> Screen:
    """Ask what it was; the member's usual ones come first."""
    choices = await offers.activities(turn)
    return Ask(
        text=lines(_shown(turn), _("Which kind of help is it?")),
        choices=choices,
        then=fill,
        # Nothing is recorded yet: another whole sentence is read as if said at home.
        resting=True,
    )


@flow.step
async def count(turn: Turn) -> Screen:
    """Ask how many; a typed digit is the number itself."""
    read = _read(turn)
    one = turn.library.activities[str(read[lacking(read, turn.library.activities)].activity)]
    question = _("How many {units}? Type a number, for example 3.", units=units(one.unit))
    return Ask(
        text=lines(one.title, doubted(turn.answers.get("doubt")), question),
        choices=offers.numbers(),
        reads=read_count,
        numbers=True,
        then=fill,
    )


@flow.step
async def day(turn: Turn) -> Screen:
    """Ask for the day; one that is to come or in a closed period is not offered."""
    today = turn.today
    return Ask(
        text=lines(
            _shown(turn),
            doubted(turn.answers.get("doubt")),
            _("Which day is it to count on? Choose or type it."),
        ),
        choices=await offers.days(turn),
        reads=lambda said: read_day(said, today, back=offers.DAYS_BACK).isoformat(),
        then=fill,
    )


@flow.step
async def fill(turn: Turn) -> Screen:
    """Put an answer where it was missing, in the first entry that lacks it."""
    read, given = list(_read(turn)), turn.answers
    nth = lacking(read, turn.library.activities)
    one = read[nth]
    read[nth] = replace(
        one,
        activity=str(given["activity"]) if "activity" in given else one.activity,
        count=int(given["count"]) if "count" in given else one.count,
        day=date.fromisoformat(str(given["day"])) if "day" in given else one.day,
    )
    return go(heard, read=written(read), doubt="asked", activity=None, count=None, day=None)


@flow.step
async def check(turn: Turn) -> Screen:
    """Show the reading, and record it only after a yes."""
    return Ask(
        text=lines(
            _("This is how I understand it:"),
            _shown(turn),
            doubted(turn.answers.get("doubt")),
            _("Record it so?"),
        ),
        choices=(Choice("yes", _("Yes, record it")), Choice("no", _("No"))),
        then=checked,
        resting=True,
    )


@flow.step
async def checked(turn: Turn) -> Screen:
    """Record it, or find another way."""
    if turn.answers["check"] == "yes":
        return go(keep)
    return go(UNCLEAR, doubt=turn.answers.get("doubt"), guide=turn.answers.get("guide"))


@flow.step
async def keep(turn: Turn) -> Screen:
    """Write every entry into the ledger."""
    villages = await turn.records.villages_called()
    codes = []
    for one in _read(turn):
        said = one.day or turn.today
        # The period may have been closed while the yes was waited for.
        day = await turn.counts_on(said)
        given = AssistanceGiven(str(one.activity), one.count or 0, day, one.service, one.attendees)
        given = replace(given, adjusts=said if day != said else None)
        codes.append(turn.record(given, village=villages.get(one.village or "")).code)
    return (
        go(RECEIPT, entry=codes[0], fresh=1)
        if len(codes) == 1
        else go(RECEIPTS, entries=" ".join(codes), fresh=1)
    )


def _read(turn: Turn) -> tuple[Guess, ...]:
    return guesses(str(turn.answers["read"]))


def _shown(turn: Turn) -> Text:
    return understood(_read(turn), turn.library.activities, turn.library.guides, turn.today)
