"""A sheet of figures or of the roster, as a file: looked at first, then kept, all or nothing."""

from bot.dialogue.flow import Ask, Done, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.dossiers import Form
from bot.domain.people import OFFICIALS
from bot.domain.text import _, lines, paragraphs
from bot.intake import chat, rolls
from bot.intake.told import Told
from bot.reading.workbook.kept import ENDINGS, handed

flow = Flow(
    "figures_file",
    _("Send a file of figures"),
    command="guitep",
    roles=OFFICIALS,
    called=frozenset({"gui tep", "gui tep so lieu", "nhap tu tep", "send a file"}),
    holds=True,
)

_SHEET, _YES, _NO = "sheet:", "yes", "no"


@flow.step
async def send(turn: Turn) -> Screen:
    """Ask for the file; whoever has none yet gets the sheet to be filled in."""
    return Ask(
        text=paragraphs(
            _("Send the filled-in sheet here, an .xlsx or .csv file of at most 5 MB."),
            _("First I show what is in it. Nothing is kept before you say yes."),
        ),
        choices=(Choice(_SHEET, _("Get the sheet to fill in")),),
        files=ENDINGS,
        opens=handed,
        then=sent,
    )


@flow.step
async def sent(turn: Turn) -> Screen:
    """Hold the file where it is in order and has something new; else say why not."""
    if turn.file is None:
        turn.say(_("I am making the sheet. It comes below in a moment."))
        turn.hand_form(Form.SHEET)
        return go(send, send=None)
    if turn.file.refused:
        turn.say(turn.file.refused)
        return go(send, send=None)
    content = str(turn.file.content)
    told = await _told(turn, content)
    # A roster holds names, and in a wrong file may stand what is nobody's business.
    turn.names_people = told.roster or told.wrong
    if told.wrong:
        turn.say(chat.mistakes(told))
        return go(send, send=None)
    if not told.news:
        turn.say(_("Everything in this file is there already. There is nothing new to keep."))
        return go(send, send=None)
    await turn.intake.hold(content)
    return go(look, look=None)


@flow.step
async def look(turn: Turn) -> Screen:
    """Show what would be kept; a mended file may be sent in its place."""
    content = await turn.intake.held()
    if content is None:
        turn.say(_("The file is here no more. Please send it once more."))
        return go(send, send=None)
    told = await _told(turn, content)
    return Ask(
        text=lines(
            *rolls.unread(told),
            chat.preview(turn.library.catalogue, told),
            _("Nothing was kept yet. Is everything right?"),
        ),
        choices=(
            Choice(_YES, _("All of it is right, save it")),
            Choice(_NO, _("No, keep nothing")),
        ),
        files=ENDINGS,
        opens=handed,
        then=decided,
    )


@flow.step
async def decided(turn: Turn) -> Screen:
    """Keep everything, or nothing; what changed since the look is looked at once more."""
    if turn.file:
        return go(sent)
    content = await turn.intake.held()
    await turn.intake.drop()
    if content is None:
        return go(look)
    if turn.answers["look"] != _YES:
        turn.say(_("Left off. Nothing was recorded."))
        return Done()
    told = await _told(turn, content)
    if told.wrong:
        turn.say(chat.mistakes(told))
        return go(send, send=None)
    turn.take_in(told.plan, told.figures)
    turn.say(chat.kept(told))
    return go(cards, look=None) if told.plan.listed else Done()


@flow.step
async def cards(turn: Turn) -> Screen:
    """Offer a card with a code for everybody who has yet to join."""
    return Ask(
        text=_("Shall I make the cards? New ones stop the older ones, of everybody not yet in."),
        choices=(Choice(_YES, _("Make the cards")), Choice(_NO, _("Not now"))),
        resting=True,
        forgets=True,
        then=carded,
    )


@flow.step
async def carded(turn: Turn) -> Screen:
    """Have the cards follow."""
    if turn.answers["cards"] == _YES:
        turn.say(_("I am making the cards. They come below in a moment."))
        turn.hand_form(Form.CODES)
    return Done()


async def _told(turn: Turn, content: str) -> Told:
    known, catalogue = await turn.intake.known(), turn.library.catalogue
    return await chat.told(content, known, catalogue, turn.today, turn.numbers.figures)
