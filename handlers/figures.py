"""The commune's figures from outside: which are missing, what stands, and a new one."""

from bot.dialogue.flow import FILE, Ask, Flow, Reads, Screen, go
from bot.dialogue.giving import heard, lacking, outside, refused, standing
from bot.dialogue.giving import quantity as quantity_of
from bot.dialogue.turn import Turn
from bot.domain.asking import OTHERS, asked
from bot.domain.chat import Choice
from bot.domain.people import OFFICIALS
from bot.domain.quantities import Quantity
from bot.domain.text import _, lines, paragraphs
from bot.domain.units import units
from bot.reading.figures import amount
from bot.reading.pasted import Line, kept, looks_pasted, named, pasted
from bot.reading.workbook.kept import ENDINGS, handed
from bot.reports.figures import entitled, history, stands

flow = Flow(
    "figures",
    _("The commune's figures"),
    command="solieu",
    menu=25,
    roles=OFFICIALS,
    called=frozenset({"so lieu ngoai", "nhap so lieu", "cho so lieu", "them so lieu", "figures"}),
)
GIVEN = flow.door("figure_given")
FILE_SENT = flow.door("figures_file")

# No group and no quantity has such a name.
_MISSING, _OLDER, _GROUP, _ONE, _THESE, _FILE = (
    "missing:",
    "older:",
    "group:",
    "one:",
    "these:",
    "file:",
)
# How many earlier figures of a place one screen shows.
_SHOWN = 12


@flow.step
async def groups(turn: Turn) -> Screen:
    """Ask which figure: those missing first; several can be pasted here at once."""
    catalogue = turn.library.catalogue
    absent = await lacking(turn)
    choices = [Choice(_MISSING, _("Missing ({n})", n=len(absent)))] if absent else []
    for group, ones in asked(catalogue).items():
        title = _("Other figures") if group == OTHERS else catalogue.groups[group]
        lack = sum(one in absent for one in ones)
        label = _("{title} ({lack} of {n} missing)", title=title, lack=lack, n=len(ones))
        choices.append(Choice(f"{_GROUP}{group}", label if lack else title))
    return Ask(
        text=lines(
            _("Which figure? Choose, or type its name."),
            _("Several at once: a line each, for example “Dân số: 3.833”."),
        ),
        choices=(*choices, Choice(_FILE, _("Send a file of figures"))),
        reads=heard(_typed(turn)),
        files=ENDINGS,
        opens=handed,
        then=chosen,
    )


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Show a group, take a name that was typed, or go on with what was pasted."""
    picked = str(turn.answers["groups"])
    if turn.file:
        return go(FILE_SENT, send=FILE)
    if picked == _FILE:
        return go(FILE_SENT)
    if refused(turn, picked, _typed(turn)):
        return go(groups)
    if picked.startswith(_ONE):
        return go(value, quantity=picked.removeprefix(_ONE))
    if picked == _MISSING or picked.startswith((_GROUP, _THESE)):
        return go(quantity)
    return go(GIVEN, lines=picked)


@flow.step
async def quantity(turn: Turn) -> Screen:
    """List the figures of a group, each with what stands now."""
    picked = str(turn.answers.get("groups", _MISSING))
    ones = list(await lacking(turn))
    if picked.startswith(_GROUP):
        ones = list(asked(turn.library.catalogue).get(picked.removeprefix(_GROUP), ()))
    if picked.startswith(_THESE):
        these = picked.removeprefix(_THESE).split(",")
        ones = [one for one in outside(turn).values() if one.id in these]
    if not ones:
        return go(groups, groups=None)
    now = {one.name: one for one in await turn.records.figures()}
    ones.sort(key=lambda one: one.id in now)
    return Ask(
        text=_("Which figure?"),
        choices=tuple(Choice(one.id, entitled(one, now.get(one.id))) for one in ones),
        reads=lambda said: named(said, {one.id: one for one in ones}),
        then=value,
    )


@flow.step
async def value(turn: Turn) -> Screen:
    """Show what stands, and ask for a new one; typing a number is enough."""
    wanted = _wanted(turn)
    known = await standing(turn, wanted.id)
    more = any(len(one.all) > 1 for one in known)
    return Ask(
        text=paragraphs(
            stands(wanted, known),
            _("New figure, in {unit}? Type the number counted.", unit=units(wanted.unit)),
        ),
        # A bare 0 is the menu everywhere, so that none at all needs a line of its own.
        choices=(
            Choice(0, _("None at all: 0")),
            *((Choice(_OLDER, _("See earlier figures")),) if more else ()),
        ),
        reads=lambda said: amount(said, wanted.unit),
        numbers=True,
        then=valued,
    )


@flow.step
async def valued(turn: Turn) -> Screen:
    """Go on with the number, or show the earlier ones."""
    typed = turn.answers["value"]
    if typed == _OLDER:
        return go(older)
    return go(GIVEN, lines=kept([Line(_wanted(turn).id, int(typed))]))


@flow.step
async def older(turn: Turn) -> Screen:
    """List every figure that was given, the one that counts first."""
    wanted = _wanted(turn)
    known = [one for one in await standing(turn, wanted.id) if one.all]
    return Ask(
        text=paragraphs(wanted.title, *(history(one.place, one.all[:_SHOWN]) for one in known)),
        choices=(Choice("new", _("Give a new figure")),),
        then=anew,
        resting=True,
    )


@flow.step
async def anew(turn: Turn) -> Screen:
    """Go back to the question for the number."""
    return go(value, older=None)


def _typed(turn: Turn) -> Reads:
    """Read a name alone, or lines of figures."""
    figures = outside(turn)
    return lambda said: (
        kept(pasted(said, figures)) if looks_pasted(said) else f"{_ONE}{named(said, figures)}"
    )


def _wanted(turn: Turn) -> Quantity:
    return quantity_of(turn, str(turn.answers["quantity"]))
