"""A roster sheet: every error by its row, in words; what is new, there already, or stays."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.enrolment import CommuneLine, Known, Roll
from bot.domain.people import Role
from bot.domain.places import Place
from bot.reading.roll import planning
from bot.reading.roll.cells import LONGEST
from bot.reading.roll.heads import Page
from tests.reading.rolls import HEADS, KNOWN, ROLL, enrolled, person, put, said

COMMUNE, VILLAGES, TEAMS, PEOPLE = Page.COMMUNE, Page.VILLAGES, Page.TEAMS, Page.PEOPLE


def test_what_is_new_and_what_was_there_is_told_apart() -> None:
    plan = enrolled(ROLL)
    assert plan.wrong == plan.notes == ()
    assert [(one.place.name, one.parent and one.parent.name) for one in plan.founded] == [
        ("Suối Cát", "Đồng Lúa"),
        ("Tổ Suối Cát", "Suối Cát"),
    ]
    assert [(one.name, one.role, one.place.name) for one in plan.listed] == [
        ("Lê Văn Sáu", Role.LEADER, "Tổ Suối Cát"),
        ("Ngô Thị Lành", Role.MEMBER, "Tổ Suối Cát"),
        ("Mai Văn Tùng", Role.OFFICIAL, "Đồng Lúa"),
    ]
    assert plan.same == {COMMUNE: 1, VILLAGES: 1, TEAMS: 1, PEOPLE: 1}
    assert [(row, one.name, int(one.value), place.name) for row, one, place in plan.figures] == [
        (2, "so_ho", 99, "Gò Đá"),
        (2, "dan_so", 900, "Gò Đá"),
    ]
    # Whoever is missing stays, and it is said.
    assert plan.staying == {
        VILLAGES: ("Xóm Nam",),
        TEAMS: ("Tổ Xóm Nam",),
        PEOPLE: ("Vũ Thị Thanh (Tổ Xóm Nam)",),
    }


# Page, row, column (from 0), what is typed there; the head that is named, and the words.
_WRONG: list[tuple[Page, int, int, object, str | None, str]] = [
    (COMMUNE, 2, 1, "31/12", "Có từ ngày", "Ghi ngày có cả năm"),
    (COMMUNE, 2, 1, "22/11/2026", "Có từ ngày", "Ngày đó chưa tới."),
    (VILLAGES, 4, 0, "Thôn Suối Cát", "Thôn", "Đã có ở dòng 3."),
    (VILLAGES, 4, 0, "Suoi Cat", "Thôn", "Giống “Suối Cát”, chỉ khác dấu."),
    (VILLAGES, 4, 0, "Xóm Năm", "Thôn", "Giống “Xóm Nam”, chỉ khác dấu."),
    (VILLAGES, 4, 0, "thôn đập cũ", "Thôn", "Đập Cũ đã sáp nhập: từ 01/07/2026 thuộc Xóm Nam."),
    (VILLAGES, 4, 0, "S" * (LONGEST + 1), "Thôn", "Tên dài quá"),
    (VILLAGES, 4, 0, "Suối 🌾", "Thôn", "Tên chỉ gồm chữ và số"),
    (VILLAGES, 4, 0, "+Suối", "Thôn", "Tên chỉ gồm chữ và số"),
    (VILLAGES, 4, 0, True, "Thôn", "Đây không phải là tên."),
    (VILLAGES, 4, 1, 12, "Thôn", "Ô này còn trống"),
    (VILLAGES, 2, 1, "99%", "Số hộ", "không gõ phần trăm"),
    (VILLAGES, 2, 1, 9.5, "Số hộ", "Số đếm là số nguyên"),
    (VILLAGES, 2, 3, None, "Ngày chốt", "Ghi ngày chốt số"),
    (VILLAGES, 2, 4, None, "Người/cơ quan cho", "Ai cho số này?"),
    (TEAMS, 4, 1, "Tổ Lẻ", "Thôn", "Tổ phải thuộc một thôn"),
    (TEAMS, 2, 0, "Bình Thuận", "Thôn", "Không có thôn nào tên này."),
    (TEAMS, 2, 0, "Đập Cũ", "Thôn", "Đập Cũ đã sáp nhập"),
    (PEOPLE, 4, 0, "Tổ Lạ", "Tổ", "Không có tổ nào tên này."),
    (PEOPLE, 4, 0, None, "Tổ", "Ghi tên tổ"),
    (PEOPLE, 5, 0, "Tổ Gò Đá", "Tổ", "Cán bộ xã thuộc cả xã"),
    (PEOPLE, 4, 1, "Bình Thuận", "Tổ", "Không có thôn nào tên này."),
    (PEOPLE, 4, 2, "quý vị đại biểu", "Danh xưng", "Ghi cách xưng hô"),
    (PEOPLE, 4, 3, None, "Họ và tên", "Ghi họ tên"),
    (PEOPLE, 4, 3, "A", "Họ và tên", "Đây không phải là tên."),
    (PEOPLE, 4, 3, "lê văn sáu", "Họ và tên", "Người này đã có ở dòng 3."),
    (PEOPLE, 4, 3, "Le Van Sau", "Họ và tên", "Giống “Lê Văn Sáu”, chỉ khác dấu."),
    (PEOPLE, 4, 3, "Ngô" * LONGEST, "Họ và tên", "Tên dài quá"),
    (PEOPLE, 4, 4, "giám đốc", "Vai trò", "Ghi một trong: thành viên, tổ trưởng, tổ phó, cán bộ"),
    (PEOPLE, 4, 4, None, "Vai trò", "Ghi một trong"),
    (PEOPLE, 4, 4, "Tổ trưởng", "Vai trò", "Tổ này đã có tổ trưởng: Lê Văn Sáu."),
]


@pytest.mark.parametrize(("page", "row", "column", "value", "head", "why"), _WRONG)
def test_every_error_names_its_page_row_and_column(
    page: Page, row: int, column: int, value: object, head: str | None, why: str
) -> None:
    ours = [one for one in said(enrolled(put(page, row, column, value)).wrong) if one[0] == page]
    assert [(found, where) for __, found, where, __why in ours[:1]] == [(row, head)]
    assert why in ours[0][3]


_DEMO = replace(KNOWN, demo=True)


@pytest.mark.parametrize(
    ("names", "known", "new", "found", "why"),
    [
        (["Đồng Lúa"], KNOWN, False, True, None),
        (["xã ĐỒNG LÚA"], KNOWN, False, True, None),
        (["Đồng Lua"], KNOWN, True, False, "Đã có “Đồng Lúa”."),
        (["Đồng Cỏ"], KNOWN, False, False, "Không có xã này. Đang có: Đồng Lúa."),
        (["Đồng Cỏ"], KNOWN, True, False, None),
        (["Đồng Cỏ"], _DEMO, True, False, "Cơ sở dữ liệu này là của xã mẫu."),
        (["Đồng Lúa", "Đồng Cỏ"], KNOWN, False, True, "để lại một dòng"),
        (["Đồng Cỏ"], Known(), False, False, None),
        ([], KNOWN, False, False, None),
    ],
)
def test_a_slip_in_its_name_makes_no_second_commune(
    names: list[str], known: Known, *, new: bool, found: bool, why: str | None
) -> None:
    lines = tuple(CommuneLine(row, name) for row, name in enumerate(names, start=2))
    place, wrong = planning.commune(Roll(communes=lines), known, new=new)
    assert (place is not None) == found
    assert [row for __, row, *__rest in said(wrong)] == ([len(names) + 1] if why else [])
    assert why is None or why in said(wrong)[0][3]


def test_all_errors_are_told_at_once() -> None:
    roll = put(PEOPLE, 4, 4, "giám đốc")
    roll[PEOPLE][0][0] = "Tổ Lạ"
    roll[TEAMS].append([None, "Tổ Lẻ"])
    assert [(page, row) for page, row, *__ in said(enrolled(roll).wrong)] == [
        (TEAMS, 4), (PEOPLE, 4), (PEOPLE, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("Tổ Trưởng", Role.LEADER), ("to truong", Role.LEADER), ("TỔ PHÓ", Role.DEPUTY),
        ("phó tổ trưởng", Role.DEPUTY), ("Thanh Vien", Role.MEMBER), (" thành  viên ", Role.MEMBER),
        (unicodedata.normalize("NFD", "thành viên"), Role.MEMBER),
    ],
)  # fmt: skip
def test_a_role_is_understood_however_it_is_written(typed: str, role: Role) -> None:
    roll = put(PEOPLE, 3, 4, typed)
    assert [one.role for one in enrolled(roll).listed if one.name == "Lê Văn Sáu"] == [role]


@pytest.mark.parametrize("kind", ["NFC", "NFD"])
def test_either_kind_of_accents_is_one_name(kind: str) -> None:
    def turned(value: object) -> object:
        return unicodedata.normalize(kind, value) if isinstance(value, str) else value  # type: ignore[arg-type]

    roll = {page: [[turned(one) for one in row] for row in rows] for page, rows in ROLL.items()}
    plan = enrolled(roll)
    assert (plan.wrong, plan.same[PEOPLE], len(plan.listed)) == ((), 1, 3)
    assert plan.listed[0].name == unicodedata.normalize("NFC", "Lê Văn Sáu")


def test_two_people_whose_accents_tell_them_apart_are_two() -> None:
    roll = put(PEOPLE, 4, 3, "Lê Văn Sau")
    assert enrolled(roll).wrong == ()


def test_a_leader_may_hand_over_in_one_file_in_either_order() -> None:
    handed = [
        ["Tổ Gò Đá", None, "chị", "Ngô Thị Lành", "tổ trưởng"],
        ["Tổ Gò Đá", None, "bà", "Trần Thị Hoa", "tổ phó"],
    ]
    for people in (handed, handed[::-1]):
        plan = enrolled({**ROLL, PEOPLE: people})
        assert plan.wrong == ()
        assert [(one.person.id, one.role) for one in plan.changed] == [(1, Role.DEPUTY)]
    # Left out of the file, she leads on.
    (told,) = said(enrolled({**ROLL, PEOPLE: handed[:1]}).wrong)
    assert told[:3] == (PEOPLE, 2, "Vai trò")


def test_a_namesake_in_another_team_is_new_and_asked_about() -> None:
    plan = enrolled(put(PEOPLE, 4, 3, "Vũ Thị Thanh"))
    (note,) = said(plan.notes)
    assert (note[:2], plan.wrong) == ((PEOPLE, 4), ())
    assert "Đã có người tên này ở Tổ Xóm Nam" in note[3]


def test_alike_teams_are_told_apart_by_their_village() -> None:
    teams = [["Gò Đá", "Tổ 1"], ["Suối Cát", "Tổ 1"]]
    roll = {**ROLL, TEAMS: teams, PEOPLE: [["Tổ 1", None, "bà", "Đỗ Thị Na", "thành viên"]]}
    (told,) = said(enrolled(roll).wrong)
    assert "Nhiều tổ trùng tên này" in told[3]
    roll[PEOPLE] = [["Tổ 1", "Suối Cát", "bà", "Đỗ Thị Na", "thành viên"]]
    plan = enrolled(roll)
    assert (plan.wrong, plan.listed[0].place.name) == ((), "Tổ 1")
    assert {one.place: one.parent and one.parent.name for one in plan.founded}[
        plan.listed[0].place
    ] == "Suối Cát"


def test_villages_of_different_kinds_are_different() -> None:
    known = replace(KNOWN, villages=(Place(2, "Thôn 1"),), teams=(), people=())
    plan = enrolled({VILLAGES: [["Bản 1"], ["1"], ["Thôn 2"]]}, known, {VILLAGES: ("Thôn",)})
    assert [one.place.name for one in plan.founded] == ["Bản 1", "Thôn 2"]


_PHONE, _CARD = "0999999999", "000000000000"


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("Số điện thoại", "x"), ("SĐT", None), ("CCCD", "x"), ("Ngày sinh", "x"), ("E-mail", "x"),
        ("Ghi chú", _PHONE), ("Ghi chú", 999999999), (None, _CARD), ("Ghi chú", 999999999999.0),
    ],
)  # fmt: skip
def test_a_column_of_personal_data_is_refused_and_not_said(head: str | None, value: object) -> None:
    heads = {**HEADS, PEOPLE: (*HEADS[PEOPLE], head)}
    people = [[*row, value] for row in ROLL[PEOPLE]]
    told = said(enrolled({**ROLL, PEOPLE: people}, heads=heads).wrong)  # type: ignore[arg-type]
    assert [(page, row) for page, row, *__ in told] == [(PEOPLE, 1)]
    assert told[0][3].startswith("Cột F giống số điện thoại")
    assert "99999" not in str(told)
    assert "00000" not in str(told)


@pytest.mark.parametrize("column", range(5))
def test_a_number_in_any_known_column_is_refused_and_not_said(column: int) -> None:
    for value in (_PHONE, _CARD, "Lê Văn Sáu 0999 999 999"):
        told = said(enrolled(put(PEOPLE, 3, column, value)).wrong)
        assert told[0][:3] == (PEOPLE, 3, HEADS[PEOPLE][column])
        assert "99" not in str(told)
        assert "000" not in str(told)


def test_a_page_without_its_head_is_one_error() -> None:
    told = said(enrolled(ROLL, heads={**HEADS, TEAMS: ("a", "b")}).wrong)
    assert told[0] == (TEAMS, 1, None, "Thiếu dòng tiêu đề: dòng có “Thôn”, “Tổ”.")


def test_the_very_first_set_up_needs_nothing() -> None:
    plan = enrolled(ROLL, Known())
    assert plan.wrong == ()
    assert [one.kind for one in plan.founded][:2] == ["commune", "village"]
    assert len({one.place.id for one in plan.founded}) == len(plan.founded) == 5
    # The map begins with last year, or with the oldest figure.
    assert plan.since == date(2025, 1, 1)
    roll = put(VILLAGES, 2, 3, "31/12/2023")
    assert enrolled(roll, Known()).since == date(2023, 12, 31)
    assert enrolled(put(COMMUNE, 2, 1, "01/07/2025"), Known()).since == date(2025, 7, 1)
    # What is added later does not begin before the last closed period ended.
    assert enrolled(ROLL, replace(KNOWN, since=date(2026, 11, 1))).since == date(2026, 11, 1)


def test_a_title_left_empty_stays_as_it_is() -> None:
    plan = enrolled(put(PEOPLE, 2, 2, None))
    assert (plan.changed, plan.same[PEOPLE]) == ((), 1)
    (other,) = enrolled(put(PEOPLE, 2, 2, "Cô")).changed
    assert (other.title, other.person) == ("cô", person(1, "Trần Thị Hoa", Role.LEADER))
