"""Reads single cells of a roster sheet; raises Unclear without saying what stands in the cell."""

import re
import unicodedata
from datetime import date

from bot.domain.errors import Unclear
from bot.domain.people import Role
from bot.domain.text import _, fold
from bot.reading.workbook import cells
from bot.reading.workbook.cells import Cell

LONGEST = 60
_LONGEST_TITLE = 12
# What a name is made of; nothing by which a spreadsheet would take it for a formula.
_NAME = re.compile(r"[^\W_](?:[^\W_]|[ .,'’/()\-–])*")
ROLES = {
    Role.MEMBER: "thành viên",
    Role.LEADER: "tổ trưởng",
    Role.DEPUTY: "tổ phó",
    Role.OFFICIAL: "cán bộ xã",
}
_ROLES = {fold(said): role for role, said in ROLES.items()} | {
    "tv": Role.MEMBER, "to vien": Role.MEMBER, "truong to": Role.LEADER, "pho to": Role.DEPUTY,
    "to pho to": Role.DEPUTY, "pho to truong": Role.DEPUTY, "can bo": Role.OFFICIAL,
    "can bo phuong": Role.OFFICIAL, "cong chuc": Role.OFFICIAL, "cong chuc xa": Role.OFFICIAL,
}  # fmt: skip


def name(cell: Cell) -> str:
    """Return a name in one line and one kind of accents; "" where the cell is empty."""
    if isinstance(cell.value, bool | date):
        raise Unclear(_("This is not a name."))
    said = unicodedata.normalize("NFC", cells.words(cell))
    if not said:
        return ""
    if len(said) > LONGEST:
        raise Unclear(_("This name is too long: at most {n} letters.", n=LONGEST))
    if not _NAME.fullmatch(said) or not (any(map(str.isalpha, said)) or said.isdecimal()):
        raise Unclear(_("A name is made of letters and digits; please leave out other signs."))
    return said


def person(cell: Cell) -> str:
    """Return somebody's name: at least two letters."""
    said = name(cell)
    if not said:
        raise Unclear(_("Write the name; delete the row where there is nobody."))
    if sum(map(str.isalpha, said)) < 2:
        raise Unclear(_("This is not a name."))
    return said


def title(cell: Cell) -> str:
    """Return how somebody wishes to be addressed (bà, anh, …), "" where that is not known."""
    said = name(cell).lower()
    if len(said) > _LONGEST_TITLE or any(map(str.isdigit, said)):
        raise Unclear(_("Write how this person is addressed: ông, bà, anh, chị…"))
    return said


def role(cell: Cell) -> Role:
    """Return a role by its words, however they are written."""
    said = _ROLES.get(" ".join(re.findall(r"\w+", fold(cells.words(cell)))))
    if said is None:
        raise Unclear(_("Write one of: {roles}.", roles=", ".join(ROLES.values())))
    return said


def needed(cell: Cell) -> str:
    """Return a name that must be there."""
    if not (said := name(cell)):
        raise Unclear(_("This is missing; please fill it in."))
    return said
