"""Reads single cells of the table; raises Unclear without saying what stands in the cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.errors import Unclear
from bot.domain.places import Place
from bot.domain.quantities import Origin, Quantity
from bot.domain.text import _, fold
from bot.domain.units import Unit, units
from bot.reading.counted import written
from bot.reading.figures import amount, unit_named
from bot.reading.personal import mask


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds; `percent`: it is shown as one; `formula`: nobody has worked it out."""

    value: str | int | float | bool | date | None
    percent: bool = False
    formula: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands here."""
        return not self.formula and (self.value is None or not str(self.value).strip())


def words(cell: Cell) -> str:
    """Return the words of a cell, "" where it is empty; a whole number is read as typed.

    What looks like somebody's number, birthday or address is refused, whatever the column.
    """
    _worked_out(cell)
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    said = "" if value is None else " ".join(str(value).split())
    if mask(said).kinds:
        raise Unclear(
            _("This looks like something personal of somebody. It is not read; please delete it.")
        )
    return said


def count(cell: Cell, unit: Unit) -> int:
    """Return the figure of a cell: a whole number, as a number or as text."""
    _worked_out(cell)
    value = cell.value
    if isinstance(value, bool | date):
        raise Unclear(_("This is not a number."))
    if cell.percent:
        value = "%"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, float):
        raise Unclear(_("A count is a whole number: no decimals, please."))
    return amount(str(value), unit)


def day(cell: Cell, today: date) -> date | None:
    """Return the day of a cell, None where it is empty; a day as text needs its year."""
    if isinstance(cell.value, date):
        value = cell.value
        return written((value.date() if isinstance(value, datetime) else value).isoformat(), today)
    said = words(cell)
    return written(said, today) if said else None


def quantity(cell: Cell, name: str, quantities: Mapping[str, Quantity]) -> Quantity:
    """Return the quantity of a row by its id, else by its very name; both must agree."""
    wanted, title = fold(words(cell)), fold(name)
    titled = {
        fold(said): one for one in quantities.values() for said in one.title.by_language.values()
    }
    if wanted and wanted not in quantities:
        raise Unclear(_("There is no figure with this id. Take the ids from the template."))
    if not wanted and title not in titled:
        raise Unclear(_("There is no figure with this name. Take the names from the template."))
    found = quantities[wanted] if wanted else titled[title]
    if wanted and title in titled and titled[title] is not found:
        raise Unclear(_("The id and the name of this row do not belong together."))
    if found.origin is not Origin.FIGURE:
        raise Unclear(_("This number is counted by the program itself; it cannot be given."))
    return found


def same_unit(cell: Cell, wanted: Quantity) -> None:
    """Raise Unclear where the unit is missing or is not the one of the quantity."""
    if unit_named(words(cell)) is not wanted.unit:
        raise Unclear(_("The unit must be “{unit}”.", unit=units(wanted.unit)))


def place(cell: Cell, places: Sequence[Place]) -> Place:
    """Return the commune (the first) or village of a cell, with or without "xã" or "thôn"."""
    said = fold(words(cell))
    if not said:
        raise Unclear(_("Write the place: the commune, or a village."))
    named = {fold(one.name): one for one in reversed(places)}
    bare = said
    for kind in ("thon ", "xa ", "phuong ", "to dan pho ", "ban ", "ap ", "ca "):
        bare = bare.removeprefix(kind)
    found = named.get(said) or named.get(bare)
    if found is None and said in {"ca xa", "toan xa", "xa"}:
        found = places[0]
    if found is None:
        raise Unclear(_("There is no such place in the commune."))
    return found


def _worked_out(cell: Cell) -> None:
    if cell.formula:
        raise Unclear(
            _("The formula here has no result yet. Open the file, save it, and try again.")
        )
