"""Guides: found by words or on a shelf, read step by step; finishing one offers to record it."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.activities import counted
from bot.domain.chat import Choice
from bot.domain.guides import Confidence, Guide
from bot.domain.people import MEMBERS
from bot.domain.text import Plain, _, lines, listed, n_, paragraphs

flow = Flow("guide", _("Read a guide"), command="huongdan", menu=20)
RECORD = flow.door("record")
_SHELF = "shelf:"


@flow.step
async def words(turn: Turn) -> Screen:
    """Ask what it is about: a few words, or a shelf."""
    return Ask(
        text=_("What is it about? Type a few words, or choose:"),
        choices=tuple(Choice(f"{_SHELF}{one.id}", one.title) for one in turn.library.groups),
        reads=str.strip,
        then=looked,
    )


@flow.step
async def looked(turn: Turn) -> Screen:
    """Open the guide that fits, if one surely does."""
    said = str(turn.answers["words"])
    if said.startswith(_SHELF):
        return go(shelf)
    found = turn.library.find(said)
    if found.sure:
        return go(intro, guide=found.results[0].id)
    if found.results:
        return go(pick)
    turn.say(_("I have no guide for that yet. Try other words, or ask the commune office."))
    return go(words)


@flow.step
async def pick(turn: Turn) -> Screen:
    """Not sure: offer the most alike."""
    found = turn.library.find(str(turn.answers["words"]))
    guides = (turn.library.guides[result.id] for result in found.results)
    return Ask(
        text=_("I am not sure. Is it one of these?"),
        choices=(
            *(Choice(one.id, one.title) for one in guides),
            Choice("", _("None of these")),
        ),
        then=picked,
        # Other words are simply another search.
        resting=True,
    )


@flow.step
async def shelf(turn: Turn) -> Screen:
    """Show the guides of one shelf."""
    group = str(turn.answers["words"]).removeprefix(_SHELF)
    guides = [one for one in turn.library.guides.values() if one.group == group]
    return Ask(
        text=_("Which guide?"),
        choices=tuple(Choice(one.id, one.title) for one in guides),
        then=picked,
        resting=True,
    )


@flow.step
async def picked(turn: Turn) -> Screen:
    """Open the guide that was chosen, or look again."""
    wanted = turn.answers.get("pick", turn.answers.get("shelf"))
    if wanted in turn.library.guides:
        return go(intro, guide=wanted)
    turn.say(_("Then say it in other words, shorter if possible."))
    return go(words, pick=None, shelf=None)


@flow.step
async def intro(turn: Turn) -> Screen:
    """Say for whom, what to bring, how long it takes, and what to beware of."""
    guide = _guide(turn)
    steps = n_("{n} step", "{n} steps", len(guide.steps))
    return Ask(
        text=paragraphs(
            guide.title,
            lines(
                guide.for_whom,
                _(
                    "Takes: {steps}, {time}. Fee: {fee}.",
                    steps=steps,
                    time=guide.time,
                    fee=guide.fee,
                ),
            ),
            lines(_("Have at hand:"), listed(guide.bring)) if guide.bring else None,
            listed(guide.safety, bullet="⚠ ") if guide.safety else None,
            _("Not everything here is certain: ask the commune office.")
            if guide.confidence is Confidence.LOW
            else None,
            _("Checked on {day}.", day=guide.checked),
        ),
        choices=(
            Choice("start", _("Start")),
            Choice("trouble", _("What often goes wrong")),
            Choice("about", _("Whom to ask, sources")),
        ),
        then=begun,
    )


@flow.step
async def begun(turn: Turn) -> Screen:
    """Go where the introduction was left for."""
    match turn.answers["intro"]:
        case "trouble":
            return go(trouble, place=0)
        case "about":
            return go(about)
        case _:
            return go(reading, place=1)


@flow.step
async def about(turn: Turn) -> Screen:
    """Say whom to ask, and where the guide comes from."""
    guide = _guide(turn)
    sources = (Plain(f"{source.url} ({source.date})") for source in guide.sources)
    return Ask(
        text=paragraphs(
            lines(_("Whom to ask:"), listed(guide.help)),
            lines(_("Legal basis:"), listed(Plain(one) for one in guide.legal))
            if guide.legal
            else None,
            lines(_("Sources:"), listed(sources)),
        ),
        choices=(Choice("start", _("Start")),),
        then=from_about,
    )


@flow.step
async def from_about(turn: Turn) -> Screen:
    """Begin with the first step."""
    return go(reading, place=1, about=None)


@flow.step
async def reading(turn: Turn) -> Screen:
    """Show one step."""
    guide, place = _guide(turn), _place(turn)
    last = place == len(guide.steps)
    onward = Choice("done", _("Done")) if last else Choice("next", _("Next"))
    return Ask(
        text=lines(
            _("Step {n}/{all}", n=place, all=len(guide.steps)),
            guide.steps[place - 1],
        ),
        choices=(onward, Choice("trouble", _("Stuck at this step"))),
        then=turned,
    )


@flow.step
async def turned(turn: Turn) -> Screen:
    """Turn the page, look at troubles, or finish."""
    match turn.answers["reading"]:
        case "next":
            return go(reading, place=_place(turn) + 1)
        case "trouble":
            return go(trouble, reading=None)
        case _:
            return go(finished)


@flow.step
async def trouble(turn: Turn) -> Screen:
    """List what goes wrong, at this step first."""
    guide = _guide(turn)
    place = int(turn.answers.get("place", 0))
    troubles = guide.troubles_at(place) if place else guide.troubles
    return Ask(
        text=_("What goes wrong?"),
        choices=tuple(Choice(guide.troubles.index(one), one.title) for one in troubles),
        then=fix,
    )


@flow.step
async def fix(turn: Turn) -> Screen:
    """Show the fix, and the guides that help on."""
    guide = _guide(turn)
    place = int(turn.answers.get("place", 0))
    one = guide.troubles[int(turn.answers["trouble"]) % len(guide.troubles)]
    onward = _("Back to step {n}", n=place) if place else _("Start")
    see = (turn.library.guides[name] for name in one.see)
    return Ask(
        text=paragraphs(one.title, one.fix),
        choices=(Choice("", onward), *(Choice(other.id, other.title) for other in see)),
        then=fixed,
    )


@flow.step
async def fixed(turn: Turn) -> Screen:
    """Go back to the step, or over to another guide."""
    wanted = turn.answers["fix"]
    if wanted in turn.library.guides:
        return go(intro, guide=wanted, place=None, trouble=None, fix=None, reading=None)
    return go(reading, place=_place(turn), trouble=None, fix=None)


@flow.step
async def finished(turn: Turn) -> Screen:
    """Offer to record the help in one tap: helping and counting are the same act."""
    guide = _guide(turn)
    if turn.role not in MEMBERS or guide.activity is None:
        turn.say(_("That was the last step. Well done!"))
        return Done()
    unit = turn.library.activities[guide.activity].unit
    return Ask(
        text=_("That was the last step. Well done! Record this help?"),
        choices=(
            Choice("one", _("Record {what}", what=counted(1, unit))),
            Choice("more", _("Another number")),
            Choice("no", _("Do not record")),
        ),
        then=recorded,
        resting=True,
    )


@flow.step
async def recorded(turn: Turn) -> Screen:
    """Go on to the record, with what is known already."""
    guide = _guide(turn)
    match turn.answers["finished"]:
        case "one":
            return go(RECORD, activity=guide.activity, service=guide.id, count=1)
        case "more":
            return go(RECORD, activity=guide.activity, service=guide.id)
        case _:
            turn.say(_("Not recorded."))
            return Done()


def _guide(turn: Turn) -> Guide:
    return turn.library.guides[str(turn.answers["guide"])]


def _place(turn: Turn) -> int:
    """Return the step being read, from 1; a guide may have become shorter since."""
    return max(1, min(int(turn.answers.get("place", 1)), len(_guide(turn).steps)))
