"""Reading a guide step by step; finishing it offers to record the help."""

from bot.dialogue import offers
from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.errors import Unclear
from bot.domain.guides import Guide
from bot.domain.people import MEMBERS
from bot.domain.text import _, lines
from bot.domain.units import counted
from bot.reading.topics import page as read_page

flow = Flow("reading", _("The guide being read"))
TROUBLE = flow.door("trouble")
RECORD = flow.door("record")
UNFINISHED = flow.door("unfinished")
_NAMED = "named:"


@flow.step
async def page(turn: Turn) -> Screen:
    """Show one step."""
    guide, place = offers.guide(turn), _place(turn)
    last = place == len(guide.steps)
    stuck = (Choice("trouble", _("Stuck at this step")),) if guide.troubles else ()
    onward = Choice("done", _("Done")) if last else Choice("next", _("Next"))
    return Ask(
        text=lines(
            _("Step {n}/{all}", n=place, all=len(guide.steps)),
            guide.steps[place - 1],
            _("(This is how it is done here.)") if place in guide.local_steps else None,
        ),
        choices=(onward, *stuck),
        reads=lambda said: _read(turn, guide, said),
        digits=True,
        then=turned,
    )


def _read(turn: Turn, guide: Guide, said: str) -> str:
    """Read where to turn, or what goes wrong; raises Unclear."""
    try:
        return read_page(said)
    except Unclear:
        found = turn.library.troubles(guide.id, said)
        if not found:
            raise
        return _NAMED + " ".join(map(str, found))


@flow.step
async def turned(turn: Turn) -> Screen:
    """Turn the page, look at troubles, or finish."""
    last = _place(turn) == len(offers.guide(turn).steps)
    match str(turn.answers["page"]):
        case "trouble":
            return go(TROUBLE, guide=offers.guide(turn).id, place=_place(turn))
        case said if said.startswith(_NAMED):
            like = said.removeprefix(_NAMED)
            return go(TROUBLE, guide=offers.guide(turn).id, place=_place(turn), like=like)
        case "next" if not last:
            return go(page, place=_place(turn) + 1)
        case number if number.isdecimal():
            return go(page, place=int(number))
        case _:
            return go(finished)


@flow.step
async def finished(turn: Turn) -> Screen:
    """Offer to record the help in one tap: helping and counting are the same act."""
    guide = offers.guide(turn)
    if turn.role not in MEMBERS or guide.activity is None:
        turn.say(_("That was the last step."))
        return Done()
    unit = turn.library.activities[guide.activity].unit
    return Ask(
        text=_("That was the last step. Record this help?"),
        choices=(
            Choice("one", _("Record {what}", what=counted(1, unit))),
            Choice("more", _("Another number")),
            Choice("tried", _("Tried, but not finished")),
            Choice("no", _("Do not record")),
        ),
        then=recorded,
        resting=True,
    )


@flow.step
async def recorded(turn: Turn) -> Screen:
    """Go on to the record, with what is known already."""
    guide = offers.guide(turn)
    match turn.answers["finished"]:
        case "one":
            return go(RECORD, activity=guide.activity, service=guide.id, count=1)
        case "more":
            return go(RECORD, activity=guide.activity, service=guide.id)
        case "tried":
            return go(UNFINISHED, activity=guide.activity, service=guide.id)
        case _:
            turn.say(_("Not recorded."))
            return Done()


def _place(turn: Turn) -> int:
    """Return the step being read, from 1; a guide may have become shorter since."""
    return max(1, min(int(turn.answers.get("place", 1)), len(offers.guide(turn).steps)))
