"""A figure being given: where, when, by whom, in which document; looked at once, then kept."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.giving import NONE, USUAL, around, documents, givers, keep, news, quantity
from bot.dialogue.giving import place as place_of
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.figures import Figure
from bot.domain.giving import Step, step, strange
from bot.domain.people import OFFICIALS
from bot.domain.quantities import Quantity
from bot.domain.text import Plain, _, lines
from bot.reading.counted import day as read_day
from bot.reading.counted import window as read_window
from bot.reading.pasted import Line, figures_of
from bot.reading.sources import document as read_document
from bot.reading.sources import giver as read_giver
from bot.reports.figure_days import days, windows
from bot.reports.figures import receipt, review, taken

flow = Flow("figure_given", _("The commune's figures"), roles=OFFICIALS)
FIGURES = flow.door("figures")


@flow.step
async def place(turn: Turn) -> Screen:
    """Ask where it was counted: the whole commune, or a village of it."""
    whole, *villages = await turn.numbers.places()
    if not villages:
        return go(when, place=whole.id)
    return Ask(
        text=lines(
            *(taken(one.said, one.value, wanted) for one, wanted in _lines(turn)),
            _("Counted where?"),
        ),
        choices=(
            Choice(whole.id, _("Whole commune")),
            *(Choice(one.id, Plain(one.name)) for one in villages),
        ),
        then=when,
    )


@flow.step
async def when(turn: Turn) -> Screen:
    """Ask for a day where a stock is given, and for a window where a flow is."""
    flows = [wanted.flow for __, wanted in _lines(turn)]
    if not all(flows) and "day" not in turn.answers:
        return go(day)
    return go(window if any(flows) and "window" not in turn.answers else giver)


@flow.step
async def day(turn: Turn) -> Screen:
    """Ask for the day of counting."""
    return Ask(
        text=_("Counted on which day? Choose, or type it, for example 31/12/2024."),
        choices=days(turn.today),
        reads=lambda said: read_day(said, turn.today).isoformat(),
        then=when,
    )


@flow.step
async def window(turn: Turn) -> Screen:
    """Ask from which day to which it was counted."""
    return Ask(
        text=_("Counted from which day to which? Choose, or type it: quarter 3, 15/10–14/11."),
        choices=windows(turn.today),
        reads=lambda said: "..".join(one.isoformat() for one in read_window(said, turn.today)),
        then=when,
    )


@flow.step
async def giver(turn: Turn) -> Screen:
    """Ask who counted it: whoever usually does is one tap away."""
    wanted = [one for __, one in _lines(turn)]
    usual, offices = await givers(turn, wanted)
    each = (Choice(USUAL, _("The usual one of each")),) if usual else ()
    return Ask(
        text=_("Who gave it? Choose, or type the office."),
        choices=(*each, *(Choice(one, Plain(one)) for one in offices)),
        reads=read_giver,
        then=document,
    )


@flow.step
async def document(turn: Turn) -> Screen:
    """Ask for the document; without one the figure is marked for checking."""
    numbers = await documents(turn, str(turn.answers["giver"]))
    return Ask(
        text=_("In which document? Type its number, for example 12/BC-UBND."),
        choices=(
            *(Choice(one, Plain(one)) for one in numbers),
            Choice(NONE, _("No document yet")),
        ),
        reads=read_document,
        then=sure,
    )


@flow.step
async def sure(turn: Turn) -> Screen:
    """Show everything once more, with what it replaces, what is strange and what it makes."""
    where, given = await place_of(turn), _news(turn)
    known = await around(turn, [one.name for one in given], where)
    closed = [await turn.records.closed(one.as_of) for one in given]
    odd = strange(turn.library.catalogue, given, known)
    return Ask(
        text=review(
            turn.library.catalogue,
            given,
            known,
            place=where if where != turn.member.commune else None,
            closed=next((one for one in closed if one), None),
        ),
        choices=(
            Choice("save", _("It is right, save it") if odd else _("Save")),
            Choice("again", _("Type the number again")),
        ),
        then=saved,
    )


@flow.step
async def saved(turn: Turn) -> Screen:
    """Keep it, or go back to the number; what is there to the letter is not kept twice."""
    where, given = await place_of(turn), _news(turn)
    if turn.answers["sure"] != "save":
        return go(FIGURES, groups=f"one:{given[0].name}") if len(given) == 1 else go(FIGURES)
    for one in given:
        earlier = await turn.numbers.figures(one.name, where)
        what, other = step(one, earlier)
        wanted = quantity(turn, one.name)
        code = None if what is Step.SAME else keep(turn, one, where)
        turn.say(receipt(one, wanted, what, other, code))
    return go(FIGURES)


def _lines(turn: Turn) -> list[tuple[Line, Quantity]]:
    ones = figures_of(str(turn.answers["lines"]))
    return [(one, quantity(turn, one.quantity)) for one in ones]


def _news(turn: Turn) -> list[Figure]:
    return news(turn, [(one.quantity, one.value) for one, __ in _lines(turn)])
