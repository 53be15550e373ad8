"""Find a guide: by words or on a shelf; where words do not find it, other words, then a person."""

from collections.abc import Sequence

from bot.dialogue import known, offers, quick
from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.entries import as_guesses, written
from bot.domain.guides import Result
from bot.domain.text import _
from bot.reading.topics import is_refusal, refusal, topic

flow = Flow("search", _("Read a guide"), command="huongdan", menu=20)
GUIDE = flow.door("guide")
SHELF = flow.door("shelf")
TROUBLE = flow.door("trouble")
ENTRY = flow.door("entry")
PERSON = flow.door("person")
KNOWN = flow.door("known")
_SHELF = "shelf:"


@flow.step
async def wanted(turn: Turn) -> Screen:
    """Look for what was said elsewhere, or go another way with what was found for it."""
    match turn.answers.get("wish"):
        case "other":
            return go(pick) if turn.answers.get("found") else go(missed)
        case "record":
            read, doubt = turn.answers.get("read"), turn.answers.get("doubt")
            return go(ENTRY, read=read, doubt=doubt)
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
        return go(SHELF, group=said.removeprefix(_SHELF))
    if is_refusal(said):
        return go(missed, words=None)
    found = turn.library.find(said)
    reading = None if found.sure else await quick.reading(turn, said)
    if reading and not reading.doubt:
        # Here words are searched for; what is surely an entry is recorded only after a yes.
        return go(ENTRY, read=written(as_guesses(reading, turn.today)), doubt="asked")
    # The words themselves are not kept: they may hold more than what was looked for.
    gist = turn.library.gist(said)
    if not found.sure and (same := await known.answer(turn, said)):
        more = {"found": _listed(found.results), "gist": gist, "again": turn.answers.get("again")}
        return go(KNOWN, question=same, **more)
    if not found.results:
        return go(missed, gist=gist, words=None)
    if found.sure:
        first, *others = found.results
        return go(opened, pick=_named(first), found=_listed(others), gist=gist, words=None)
    return go(pick, found=_listed(found.results), gist=gist, words=None)


@flow.step
async def pick(turn: Turn) -> Screen:
    """Not sure: offer the most alike, other words, or a person."""
    known = turn.library.guides
    found = [one for one in str(turn.answers["found"]).split() if _guide(one) in known]
    return Ask(
        text=_("I am not sure. Is it one of these?"),
        choices=(
            *(Choice(one, known[_guide(one)].title) for one in found),
            Choice("", _("None of these")),
            Choice("person", _("Ask the commune office")),
        ),
        reads=refusal,
        then=picked,
        # Other words are simply another search.
        resting=True,
    )


@flow.step
async def picked(turn: Turn) -> Screen:
    """Open the guide that was chosen, look again, or say who knows."""
    match turn.answers["pick"]:
        case "person":
            _count(turn)
            return go(PERSON)
        case "":
            return go(missed, pick=None, found=None)
        case _:
            return go(opened)


@flow.step
async def opened(turn: Turn) -> Screen:
    """Open a guide, at the trouble where that is what was named."""
    name, __, trouble = str(turn.answers["pick"]).partition("#")
    guide = turn.library.guides.get(name)
    if guide is None:
        return go(words, pick=None, found=None)
    # What was refused once is not offered again.
    others = [one for one in str(turn.answers["found"]).split() if _guide(one) != name]
    more = {**offers.searched(turn), "found": " ".join(others)}
    if trouble.isdecimal() and int(trouble) < len(guide.troubles):
        return go(TROUBLE, guide=name, like=trouble, **more)
    return go(GUIDE, guide=name, **more)


@flow.step
async def missed(turn: Turn) -> Screen:
    """Nothing was found: ask for other words once, then say who knows."""
    _count(turn)
    if turn.answers.get("again"):
        return go(PERSON)
    turn.say(_("I have not found it. Say it in other words, shorter if possible."))
    return go(words, again=1, gist=None)


def _count(turn: Turn) -> None:
    """Count what was looked for and not found, without whoever looked."""
    if gist := turn.answers.get("gist"):
        turn.miss(str(gist))


def _named(one: Result) -> str:
    return one.id if one.trouble is None else f"{one.id}#{one.trouble}"


def _listed(results: Sequence[Result]) -> str:
    return " ".join(map(_named, results))


def _guide(named: str) -> str:
    return named.partition("#")[0]
