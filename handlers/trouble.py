"""What goes wrong in a guide: the troubles, each with its fix and the guides that help on."""

from functools import partial

from bot.dialogue import offers
from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import MEMBERS
from bot.domain.text import _, listed, paragraphs
from bot.reading.topics import refusal

flow = Flow("trouble", _("What goes wrong"))
GUIDE = flow.door("guide")
READING = flow.door("reading")
CASES = flow.door("cases")
SEARCH = flow.door("search")
ASKING = flow.door("asking")


@flow.step
async def named(turn: Turn) -> Screen:
    """Open the trouble that was named, or list those that may be meant."""
    like = str(turn.answers.get("like", "")).split()
    return go(fix, troubles=int(like[0]), like=None) if len(like) == 1 else go(troubles)


@flow.step
async def troubles(turn: Turn) -> Screen:
    """List what goes wrong: what may be meant first, then what belongs to the step being read."""
    guide, place = offers.guide(turn), int(turn.answers.get("place", 0))
    like = [int(one) for one in str(turn.answers.get("like", "")).split()]
    first = [guide.troubles[one] for one in like if one < len(guide.troubles)]
    every = guide.troubles_at(place) if place else guide.troubles
    return Ask(
        text=_("What goes wrong?"),
        choices=tuple(
            Choice(guide.troubles.index(one), one.title)
            for one in (*first, *(one for one in every if one not in first))
        ),
        then=fix,
    )


@flow.step
async def fix(turn: Turn) -> Screen:
    """Show the fix, and where to go from it."""
    guide = offers.guide(turn)
    if not guide.troubles:
        # The guide was changed while somebody stood here.
        return go(GUIDE, guide=guide.id)
    one = guide.troubles[int(turn.answers["troubles"]) % len(guide.troubles)]
    see = tuple(Choice(name, turn.library.guides[name].title) for name in one.see)
    unsolved = (Choice("ask", _("Ask the commune office")),) if turn.role in MEMBERS else ()
    if "place" not in turn.answers:
        # Found by itself: nothing of the guide has been seen yet.
        beware = listed(guide.safety, bullet="⚠ ") if guide.safety else None
        return Ask(
            text=paragraphs(guide.title, one.title, one.fix, beware),
            choices=(
                Choice(guide.id, _("The whole guide")),
                *see,
                *unsolved,
                *offers.instead(turn),
            ),
            reads=partial(refusal, answer="other") if "found" in turn.answers else None,
            then=fixed,
            resting=True,
        )
    place = int(turn.answers["place"])
    onward = _("Back to step {n}", n=place) if place else _("Start")
    return Ask(
        text=paragraphs(one.title, one.fix),
        choices=(Choice("", onward), *see, *unsolved),
        then=fixed,
    )


@flow.step
async def fixed(turn: Turn) -> Screen:
    """Go back to the step, over to another guide, or look again."""
    wanted = turn.answers["fix"]
    if wanted in turn.library.guides:
        return go(GUIDE, guide=wanted)
    if wanted == "ask":
        return go(ASKING, about=offers.guide(turn).id)
    if wanted in {"other", "record"}:
        return go(SEARCH, wish=wanted, **offers.searched(turn))
    if place := turn.answers.get("place"):
        return go(READING, guide=offers.guide(turn).id, place=place)
    # No step was read yet: the questions that decide the way come first.
    return go(CASES, guide=offers.guide(turn).id)
