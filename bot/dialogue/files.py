"""The files of a period as choices, wherever an official may have them."""

from bot.dialogue.turn import Turn
from bot.domain.chat import Answer, Choice
from bot.domain.dossiers import Form
from bot.domain.periods import Period
from bot.domain.text import Text, _

# Before the form of the file that was chosen.
FILE = "file:"


def choices() -> tuple[Choice, ...]:
    """Offer every file, the most wanted first."""
    labels: dict[Form, Text] = {
        Form.XLSX: _("Excel sheet"),
        Form.DOCX: _("Word report"),
        Form.TEXT: _("Text for Zalo"),
        Form.PNG: _("Chart"),
    }
    return tuple(Choice(f"{FILE}{form}", label) for form, label in labels.items())


def handed(turn: Turn, picked: Answer, period: Period) -> bool:
    """Have the file that was picked follow, and say so; False where it was something else."""
    if not str(picked).startswith(FILE):
        return False
    form = Form(str(picked).removeprefix(FILE))
    match form:
        case Form.XLSX:
            turn.say(_("I am making the Excel sheet. It comes below in a moment."))
        case Form.DOCX:
            turn.say(_("I am making the Word report. It comes below in a moment."))
        case Form.PNG:
            turn.say(_("I am drawing the chart. It comes below in a moment."))
        case Form.TEXT:
            turn.say(_("I am writing the text. Copy it whole from the message below."))
    turn.hand(form, period)
    return True
