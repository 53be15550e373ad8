"""The page of a roster sheet that says how it is filled in."""

from collections.abc import Callable

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.text import Text, _
from bot.reading.roll.cells import ROLES
from bot.reading.roll.heads import Page

# Letters across, as a page of A4 has them, and points a line.
_WIDTH, _LINE = 80, 16


def write(say: Callable[[Text], str], sheet: Worksheet) -> None:
    """Write how the file is filled in; this page is not read."""
    sheet.column_dimensions["A"].width = _WIDTH
    for number, text in enumerate(_HELP, start=1):
        said = say(text)
        cell = sheet.cell(number, 1, said)
        # A spreadsheet does not find the height of wrapped words by itself.
        sheet.row_dimensions[number].height = _LINE * -(-len(said) // (_WIDTH - 10))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=number == 1)


_HELP: tuple[Text, ...] = (
    _("How to fill in this file"),
    _(
        "What the program knows already stands here. Add rows, change what has changed, and send "
        "the file again: it is safe to send it twice."
    ),
    _(
        "Page “{page}”: the name of the commune, one row. The day from which it exists may stay "
        "empty.",
        page=Page.COMMUNE,
    ),
    _(
        "Page “{page}”: one row a village. Households and people by age are those that the police "
        "or the commune gave; with them go the day of counting and who gave them. They may stay "
        "empty.",
        page=Page.VILLAGES,
    ),
    _("Page “{page}”: one row a team, and its village.", page=Page.TEAMS),
    _(
        "Page “{page}”: one row a person: team, how they are addressed (ông, bà, anh, chị), name, "
        "and role: {roles}. Officials have no team.",
        page=Page.PEOPLE,
        roles=", ".join(ROLES.values()),
    ),
    _(
        "Nothing is deleted, moved or renamed by this file: whoever is missing here stays. For "
        "another name of a village, ask whoever runs the program."
    ),
    _(
        "No telephone numbers, ID cards, birthdays or addresses, of nobody: a file with such a "
        "column is refused."
    ),
)
