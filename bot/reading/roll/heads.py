"""The pages of a roster sheet, their columns, and the columns that nobody may send."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.quantities import Origin, Quantity
from bot.domain.text import fold
from bot.reading.personal import mask
from bot.reading.workbook.cells import Cell
from bot.reading.workbook.columns import Row


class Page(StrEnum):
    """The pages, as the template names them; the first one is only for people to read."""

    HELP = "Hướng dẫn"
    COMMUNE = "Xã"
    VILLAGES = "Thôn"
    TEAMS = "Tổ"
    PEOPLE = "Thành viên"


class Head(StrEnum):
    """The columns, as the template heads them; figures stand under the title of their quantity."""

    COMMUNE = "Tên xã"
    SINCE = "Có từ ngày"
    VILLAGE = "Thôn"
    TEAM = "Tổ"
    TITLE = "Danh xưng"
    NAME = "Họ và tên"
    ROLE = "Vai trò"
    AS_OF = "Ngày chốt"
    GIVER = "Người/cơ quan cho"
    DOCUMENT = "Số văn bản"


HEADS: Mapping[Page, tuple[Head, ...]] = {
    Page.COMMUNE: (Head.COMMUNE, Head.SINCE),
    Page.VILLAGES: (Head.VILLAGE, Head.AS_OF, Head.GIVER, Head.DOCUMENT),
    Page.TEAMS: (Head.VILLAGE, Head.TEAM),
    Page.PEOPLE: (Head.TEAM, Head.VILLAGE, Head.TITLE, Head.NAME, Head.ROLE),
}
NEEDED: Mapping[Page, tuple[Head, ...]] = {
    Page.COMMUNE: (Head.COMMUNE,),
    Page.VILLAGES: (Head.VILLAGE,),
    Page.TEAMS: (Head.VILLAGE, Head.TEAM),
    Page.PEOPLE: (Head.TEAM, Head.NAME, Head.ROLE),
}
_ALSO = {
    "xa": Head.COMMUNE, "ten phuong": Head.COMMUNE, "tu ngay": Head.SINCE,
    "ten thon": Head.VILLAGE, "thon, to dan pho": Head.VILLAGE, "ten to": Head.TEAM,
    "xung ho": Head.TITLE, "cach goi": Head.TITLE, "ho ten": Head.NAME, "ten": Head.NAME,
    "ho va ten thanh vien": Head.NAME, "chuc vu": Head.ROLE, "chuc danh": Head.ROLE,
    "den ngay": Head.AS_OF, "den ngay (ngay chot)": Head.AS_OF, "nguoi cho": Head.GIVER,
    "co quan cho": Head.GIVER,
}  # fmt: skip
_PERSONAL = re.compile(
    r"(?<![a-z])(?:dien thoai|sdt|dt|di dong|so may|zalo|viber|cccd|cmnd|cmt|can cuoc|dinh danh"
    r"|giay to|ho chieu|ngay sinh|nam sinh|sinh ngay|dia chi|noi o|e-?mail|tai khoan|stk|bhyt|bhxh"
    r"|ma so thue|phone|mobile|id card|birth(?:day)?|address)(?![a-z])"
)
# How far down the head may stand, below a title.
_BY = 10


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a page has its head (from 0) and each column; `figures`: whose quantities stand where.

    `strange`: columns of unknown names; `personal`: those among them that must not be there.
    """

    head: int
    columns: Mapping[Head, int]
    figures: Mapping[int, Quantity]
    strange: tuple[int, ...]
    personal: tuple[int, ...]


def page_of(name: str) -> Page | None:
    """Return which page of a roster a sheet's name means."""
    return next((page for page in Page if fold(page) == fold(name)), None)


def layout(page: Page, rows: Sequence[Row], quantities: Mapping[str, Quantity]) -> Layout | None:
    """Return where everything stands on a page; None where no row names what is needed."""
    titles = _titles(quantities) if page is Page.VILLAGES else {}
    for nth, row in enumerate(rows[:_BY]):
        named = _columns(page, row)
        if all(head in named for head in NEEDED[page][:1]) and len(named) >= len(NEEDED[page]):
            figures: dict[int, Quantity] = {}
            for at, cell in enumerate(row):
                one = titles.get(_said(cell))
                if one and one not in figures.values():
                    figures[at] = one
            known = {*named.values(), *figures}
            strange = tuple(
                at
                for at in range(max(map(len, rows)))
                if at not in known
                and any(at < len(one) and not one[at].empty for one in rows[nth:])
            )
            personal = tuple(at for at in strange if _is_personal(at, rows[nth:]))
            return Layout(nth, named, figures, strange, personal)
    return None


def _columns(page: Page, row: Row) -> dict[Head, int]:
    known = {fold(head): head for head in HEADS[page]}
    known |= {said: head for said, head in _ALSO.items() if head in HEADS[page]}
    found: dict[Head, int] = {}
    for at, cell in enumerate(row):
        if head := known.get(_said(cell)):
            found.setdefault(head, at)
    return found


def _titles(quantities: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """Return the figures that can stand for a village on a day, by id and by title."""
    stocks = [one for one in quantities.values() if one.origin is Origin.FIGURE and not one.flow]
    named = {fold(said): one for one in stocks for said in one.title.by_language.values()}
    return named | {fold(one.id): one for one in stocks}


def _said(cell: Cell) -> str:
    return fold(cell.value).rstrip(" *:") if isinstance(cell.value, str) else ""


def _is_personal(at: int, rows: Sequence[Row]) -> bool:
    """Tell whether a column says that it holds what is somebody's own, or does hold it."""
    cells = [row[at] for row in rows if at < len(row) and not row[at].empty]
    said = (
        str(int(v)) if isinstance(v := cell.value, float) and v.is_integer() else str(v)
        for cell in cells
    )
    return bool(_PERSONAL.search(_said(cells[0]))) or any(mask(one).kinds for one in said)
