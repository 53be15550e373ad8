"""The page of figures that an official fills in: each with its unit and usual giver."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.places import Place
from bot.domain.quantities import Quantity
from bot.reading.figures import most
from bot.reading.workbook.columns import NAME, Column

_WIDTHS = {
    Column.ID: 22,
    Column.TITLE: 52,
    Column.VALUE: 12,
    Column.UNIT: 14,
    Column.PLACE: 24,
    Column.SINCE: 13,
    Column.AS_OF: 15,
    Column.GIVER: 32,
    Column.DOCUMENT: 26,
}
_ORDER = list(Column)
_DAYS = (Column.SINCE, Column.AS_OF)
_GREY = PatternFill("solid", fgColor="E8E8E8")


def figures(
    book: Workbook, quantities: Sequence[Quantity], places: Sequence[Place], sentence: str
) -> int:
    """Make the page of figures, a row for each quantity and place; return how many rows.

    `sentence` is what a spreadsheet says to whoever types something else than a whole number.
    """
    sheet = book.worksheets[0]
    sheet.title = NAME
    sheet.append([column.value for column in _ORDER])
    for place in places:
        for quantity in quantities:
            sheet.append([_prefilled(column, quantity, place) for column in _ORDER])
    _dress(sheet, [quantity for _place in places for quantity in quantities], sentence)
    return len(places) * len(quantities)


def _prefilled(column: Column, quantity: Quantity, place: Place) -> str | None:
    match column:
        case Column.ID:
            return quantity.id
        case Column.TITLE:
            return quantity.title.of("vi")
        case Column.UNIT:
            return quantity.unit.value
        case Column.PLACE:
            return place.name
        case Column.GIVER:
            return quantity.giver.of("vi") if quantity.giver else None
        case _:
            return None


def _dress(sheet: Worksheet, wanted: Sequence[Quantity], sentence: str) -> None:
    """Make it readable: widths, a head that stays, days as days, grey where nothing belongs."""
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = sheet.dimensions
    for nth, column in enumerate(_ORDER, start=1):
        sheet.column_dimensions[get_column_letter(nth)].width = _WIDTHS[column]
        head = sheet.cell(1, nth)
        head.font = Font(bold=True)
        head.alignment = Alignment(wrap_text=True, vertical="top")
    whole = {top: _whole(top, sentence) for top in {most(one.unit) for one in wanted}}
    for row, quantity in enumerate(wanted, start=2):
        for column in _DAYS:
            sheet.cell(row, _ORDER.index(column) + 1).number_format = "DD/MM/YYYY"
        value = sheet.cell(row, _ORDER.index(Column.VALUE) + 1)
        value.number_format = "#,##0"
        whole[most(quantity.unit)].add(value)
        if not quantity.flow:
            sheet.cell(row, _ORDER.index(Column.SINCE) + 1).fill = _GREY
    for rule in whole.values():
        sheet.add_data_validation(rule)


def _whole(top: int, sentence: str) -> DataValidation:
    """Let a spreadsheet itself refuse what is no whole number."""
    rule = DataValidation(type="whole", operator="between", formula1="0", formula2=str(top))
    rule.error, rule.showErrorMessage = sentence, True
    return rule
