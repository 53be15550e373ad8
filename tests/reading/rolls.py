"""Roster sheets made by hand, and the roster that they are held against."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.enrolment import Amiss, Enrolment, Known, Team
from bot.domain.people import Person, Role
from bot.domain.places import Place
from bot.library.declared import declared
from bot.reading.roll import pages, planning
from bot.reading.roll.heads import Page
from bot.reading.workbook.cells import Cell
from bot.voices import Voices
from tests.house import CONTENT

TODAY = date(2026, 11, 21)
HEADS: Mapping[Page, tuple[str, ...]] = {
    Page.COMMUNE: ("Tên xã", "Có từ ngày"),
    Page.VILLAGES: ("Thôn", "Số hộ", "Dân số", "Ngày chốt", "Người/cơ quan cho", "Số văn bản"),
    Page.TEAMS: ("Thôn", "Tổ"),
    Page.PEOPLE: ("Tổ", "Thôn", "Danh xưng", "Họ và tên", "Vai trò"),
}
# A sound roster beside the one there is: a village, a team and three people are new.
ROLL: Mapping[Page, tuple[tuple[object, ...], ...]] = {
    Page.COMMUNE: (("Đồng Lúa", None),),
    Page.VILLAGES: (
        ("Gò Đá", 99, 900, date(2026, 10, 31), "Công an xã", None),
        ("Suối Cát", None, None, None, None, None),
    ),
    Page.TEAMS: (("Gò Đá", "Tổ Gò Đá"), ("Suối Cát", "Tổ Suối Cát")),
    Page.PEOPLE: (
        ("Tổ Gò Đá", None, "bà", "Trần Thị Hoa", "tổ trưởng"),
        ("Tổ Suối Cát", None, "ông", "Lê Văn Sáu", "tổ trưởng"),
        ("Tổ Suối Cát", None, "chị", "Ngô Thị Lành", "thành viên"),
        (None, None, "anh", "Mai Văn Tùng", "cán bộ xã"),
    ),
}
_COMMUNE, _ROCK, _SOUTH = Place(1, "Đồng Lúa"), Place(2, "Gò Đá"), Place(3, "Xóm Nam")
_TEAM, _OTHER = Place(4, "Tổ Gò Đá"), Place(5, "Tổ Xóm Nam")


def person(number: int, name: str, role: Role, team: Place = _TEAM, title: str = "bà") -> Person:
    """Return somebody on the roster there is."""
    village = _ROCK if team is _TEAM else _SOUTH
    return Person(number, name, title, role, _COMMUNE, village, team)


KNOWN = Known(
    (_COMMUNE,),
    _COMMUNE,
    first=date(2025, 7, 1),
    since=date(2025, 7, 1),
    villages=(_ROCK, _SOUTH),
    teams=(Team(_TEAM, 2), Team(_OTHER, 3)),
    people=(
        person(1, "Trần Thị Hoa", Role.LEADER),
        person(2, "Vũ Thị Thanh", Role.MEMBER, _OTHER),
    ),
    gone={"Đập Cũ": (_SOUTH, date(2026, 7, 1))},
)
_QUANTITIES = declared(CONTENT, None, []).catalogue.quantities
_VOICE = Voices(CONTENT / "words").voice("vi")


def enrolled(
    roll: Mapping[Page, Sequence[Sequence[object]]],
    known: Known = KNOWN,
    heads: Mapping[Page, Sequence[str]] = HEADS,
) -> Enrolment:
    """Read a roll and hold it against a roster."""
    sheets = {
        page: [[Cell(value) for value in row] for row in (heads[page], *rows)]  # type: ignore[arg-type]
        for page, rows in roll.items()
    }
    return planning.plan(pages.read(sheets, _QUANTITIES, TODAY), known, TODAY)


def put(page: Page, row: int, column: int, value: object) -> dict[Page, list[list[object]]]:
    """Return the sound roll with another value in one cell (row as a spreadsheet counts)."""
    roll = {each: [list(one) for one in rows] for each, rows in ROLL.items()}
    if row == len(roll[page]) + 2:
        roll[page].append([None] * len(HEADS[page]))
    roll[page][row - 2][column] = value
    return roll


def said(ones: Sequence[Amiss]) -> list[tuple[str, int, str | None, str]]:
    """Return what is wrong, in words."""
    return [(one.page, one.row, one.column, _VOICE.say(one.text)) for one in ones]
