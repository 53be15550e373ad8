"""The official's card (thẻ): a week in a few lines, and all that is done with it a tap away."""

from bot.dialogue.files import FILE, choices, handed
from bot.dialogue.flow import RESUME, Ask, Flow, Screen, go
from bot.dialogue.periods import another, before
from bot.dialogue.periods import chosen as taken
from bot.dialogue.points import findings, wanted
from bot.dialogue.turn import Turn
from bot.domain.activities import OF_PEOPLE
from bot.domain.chat import Choice
from bot.domain.facts import CardsChosen
from bot.domain.people import OFFICIALS
from bot.domain.sheets import State
from bot.domain.tally import By
from bot.domain.text import _, n_, paragraphs
from bot.reading.days import span as read_span
from bot.reading.forms import form as read_form
from bot.reports.card import card
from bot.reports.periods import offered

flow = Flow(
    "card",
    _("Weekly card"),
    command="thetuan",
    menu=12,
    roles=OFFICIALS,
    called=frozenset({"the tuan nay", "xem the tuan", "the bao cao", "bao cao tuan", "card"}),
)
TALLY, FINDINGS, CLOSING = flow.door("tally"), flow.door("findings"), flow.door("closing")
REPORTED = flow.door("reported")
_PERIOD = "period:"


@flow.step
async def view(turn: Turn) -> Screen:
    """Show the card of a period; of the week that is being reported where none was chosen."""
    shown = wanted(turn)
    if "period" not in turn.answers:
        # Named, so that the same card is the same place to come back to.
        return go(view, period=shown.id)
    activities = turn.library.activities
    of_people = tuple(one.id for one in activities.values() if one.unit in OF_PEOPLE)
    status, found = await turn.numbers.status(shown), await findings(turn)
    said = card(
        await turn.numbers.sheet(shown),
        await turn.records.tally(before(shown), By.VILLAGE, on=shown.last),
        status,
        found,
        await turn.records.helped(shown, of_people),
        activities,
        turn.today,
    )
    if turn.parked and "begun" in turn.answers:
        # It came by itself: a number that was about to be typed there must pick nothing here.
        return Ask(
            text=paragraphs(said, _("What you had begun is kept.")),
            choices=(
                Choice(RESUME, _("Continue: {title}", title=turn.parked.title)),
                Choice("open", _("What to do with this card")),
            ),
            then=turned,
            resting=True,
        )
    waiting = sum(one.answer is None for one in found)
    return Ask(
        text=said,
        choices=_choices(turn, waiting, closed=status.state is State.CLOSED),
        reads=lambda words: _meant(turn, words),
        then=turned,
        resting=True,
    )


@flow.step
async def turned(turn: Turn) -> Screen:
    """Have a file follow, or go where was pointed to; the way back leads here."""
    shown, picked = wanted(turn), str(turn.answers["view"])
    if handed(turn, picked, shown):
        return go(view)
    match picked:
        case "findings":
            return go(FINDINGS, period=shown.id)
        case "villages":
            return go(TALLY, period=shown.id, by=By.VILLAGE)
        case "reported":
            return go(REPORTED, period=shown.id)
        case "close":
            return go(CLOSING, period=shown.id, source=flow.name)
        case "previous":
            return go(view, period=before(shown).id)
        case "other":
            return go(other)
        case "start" | "stop":
            return go(sent)
        case "open":
            return go(view, begun=None)
        case period:
            return go(view, period=period.removeprefix(_PERIOD))


@flow.step
async def other(turn: Turn) -> Screen:
    """Ask for another period: a month, a quarter, half a year, nine months, a year."""
    return another(turn, offered(turn.today, wanted(turn)), chosen, reads=read_span)


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Show the period that was chosen, or say why it could not be read."""
    found = taken(turn, "other", reads=read_span)
    return go(view, period=found, other=None) if found else go(other)


@flow.step
async def sent(turn: Turn) -> Screen:
    """Have cards come by themselves, or no longer."""
    yes = turn.answers.get("view") == "start"
    turn.record(CardsChosen(yes))
    turn.say(
        _("From now on the card comes by itself again.")
        if yes
        else _("The card no longer comes by itself. Type /thetuan whenever you want it.")
    )
    return go(view)


def _choices(turn: Turn, waiting: int, *, closed: bool) -> tuple[Choice, ...]:
    """Offer what can be done, the most used first; what is done once in a while comes last."""
    told = n_("See {n} point to check", "See {n} points to check", waiting)
    sent = [one.fact.wanted for one in turn.recorded if isinstance(one.fact, CardsChosen)]
    by_itself = sent[-1] if sent else turn.cards
    close, reopen = _("Close this period"), _("Open this period again")
    return (
        *((Choice("findings", told),) if waiting else ()),
        *choices(),
        Choice("villages", _("By village")),
        *(() if closed else (Choice("close", close),)),
        Choice("reported", _("Reported or missing")),
        Choice("previous", _("The period before")),
        Choice("other", _("Another period")),
        *((Choice("close", reopen),) if closed else ()),
        Choice("stop", _("Stop sending it")) if by_itself else Choice("start", _("Send it weekly")),
    )


def _meant(turn: Turn, words: str) -> str:
    """Read typed words: a file by its name, or a period; raises Unclear."""
    file = read_form(words)
    return f"{FILE}{file}" if file else f"{_PERIOD}{read_span(words, turn.today).id}"
