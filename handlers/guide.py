"""Guides: found by words or on a shelf, introduced, and handed over to be read."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.guides import Confidence, Guide
from bot.domain.text import Plain, _, lines, listed, n_, paragraphs
from bot.reading.topics import topic

flow = Flow("guide", _("Read a guide"), command="huongdan", menu=20)
READING = flow.door("reading")
CASES = flow.door("cases")
_SHELF = "shelf:"


@flow.step
async def wanted(turn: Turn) -> Screen:
    """Open the guide that is known already, or look for one."""
    if turn.answers.get("guide") in turn.library.guides:
        return go(intro)
    return go(words, words=turn.answers.get("words"))


@flow.step
async def words(turn: Turn) -> Screen:
    """Ask what it is about: a few words, or a shelf."""
    return Ask(
        text=_("What is it about? Type a few words, or choose:"),
        choices=tuple(Choice(f"{_SHELF}{one.id}", one.title) for one in turn.library.groups),
        reads=topic,
        then=looked,
    )


@flow.step
async def looked(turn: Turn) -> Screen:
    """Open the guide that fits, if one surely does."""
    said = str(turn.answers["words"])
    if said.startswith(_SHELF):
        return go(shelf, group=said.removeprefix(_SHELF), words=None)
    found = turn.library.find(said)
    # The words themselves are not kept: they may hold more than what was looked for.
    if found.sure:
        return go(intro, guide=found.results[0].id, words=None)
    if found.results:
        return go(pick, found=" ".join(one.id for one in found.results), words=None)
    turn.say(_("I have no guide for that yet. Try other words, or ask the commune office."))
    return go(words)


@flow.step
async def pick(turn: Turn) -> Screen:
    """Not sure: offer the most alike."""
    known = turn.library.guides
    guides = (known[name] for name in str(turn.answers["found"]).split() if name in known)
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
    group = turn.answers["group"]
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
            _("Your own commune or province wrote this, or parts of it.") if guide.local else None,
            _("Checked on {day}.", day=guide.checked),
        ),
        choices=(
            Choice("start", _("Start")),
            Choice("trouble", _("What often goes wrong")),
            Choice("about", _("Whom to ask, sources")),
        ),
        then=begun,
        resting=True,
    )


@flow.step
async def begun(turn: Turn) -> Screen:
    """Go where the introduction was left for."""
    match turn.answers["intro"]:
        case "trouble":
            return go(READING, guide=_guide(turn).id, place=0)
        case "about":
            return go(about)
        case _:
            return go(CASES, guide=_guide(turn).id)


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
        resting=True,
    )


@flow.step
async def from_about(turn: Turn) -> Screen:
    """Begin: with the questions that decide the way, where there are any."""
    return go(CASES, guide=_guide(turn).id)


def _guide(turn: Turn) -> Guide:
    return turn.library.guides[str(turn.answers["guide"])]
