"""The sheet of a period in words: its head, its groups, its villages; periods with both days."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.indicators import Deadline, Value
from bot.domain.periods import PeriodKind, period
from bot.domain.quantities import Lack
from bot.domain.sheets import PlaceValues, Seal, Sheet, State, Status
from bot.domain.tally import By, Tally
from bot.domain.text import Words
from bot.domain.units import Unit
from bot.reports.periods import called, offered
from bot.reports.sheets import by_village, grouped, headed, listed_all, summed_up
from tests.reports.values import amount, catalogue, goal, said, share

OCTOBER = period("2026-10")
GROUPS = {name: Words({"vi": name.upper()}) for name in ("team", "rates", "office")}


def sheet(*values: Value, villages: dict[str, tuple[Value, ...]] | None = None) -> Sheet:
    none = Tally(OCTOBER, By.VILLAGE, {}, ())
    return Sheet(
        commune="Xã Mẫu",
        period=OCTOBER,
        map_day=OCTOBER.last,
        day=date(2026, 11, 21),
        catalogue="by hand",
        whole=PlaceValues("Xã Mẫu", values, ()),
        villages=tuple(PlaceValues(name, ones, ()) for name, ones in (villages or {}).items()),
        by_village=none,
        by_team=replace(none, by=By.TEAM),
    )


def test_villages_stand_by_value_and_those_without_one_last() -> None:
    def rate(top: int, base: int) -> tuple[Value, ...]:
        return (share(amount(top), amount(base), target=goal("80")),)

    shown = sheet(
        villages={
            "Thọ An": (share(amount(5), None, Lack.MISSING),),
            "An Bình": rate(1, 3),
            "Gò Đá": (),
            "Tây Phước": rate(9, 9),
            "Đông Hoà": rate(11, 10),
            "An Khương": rate(2, 6),
        }
    )
    assert said(by_village(shown, "rate")).split("\n") == [
        "Đông Hoà: 110,00% (11/10)",
        "████████|██►",
        "Tây Phước: 100,00% (9/9)",
        "████████|██",
        "An Bình: 33,33% (1/3)",
        "███░░░░░|░░",
        "An Khương: 33,33% (2/6)",
        "███░░░░░|░░",
        "Gò Đá: chưa có số liệu",
        "Thọ An: chưa có mẫu số",
        "Các thôn theo địa giới ngày 31/10/2026.",
    ]
    assert said(by_village(sheet(), "rate")) == "Ngày đó xã chưa có thôn nào trong danh sách."


def test_groups_keep_the_order_of_the_catalogue_and_empty_ones_are_left_out() -> None:
    values = (
        share(amount(1), amount(2), group="rates", id_="one"),
        share(amount(1), amount(4), group="team", id_="two"),
        share(None, None, Lack.MISSING, group="rates", id_="three"),
    )
    found = grouped(sheet(*values), GROUPS)
    assert {group: [one.id for one in ones] for group, ones in found.items()} == {
        "team": ["two"], "rates": ["one", "three"],
    }  # fmt: skip
    assert list(found) == ["team", "rates"]
    rows = said(listed_all(sheet(*values), replace(catalogue(), groups=GROUPS))).split("\n")
    assert [row[:24] for row in rows if row] == [
        "TEAM", "– VNeID đã kích hoạt: 25", "RATES", "– VNeID đã kích hoạt: 50",
        "– VNeID đã kích hoạt: ch",
    ]  # fmt: skip


def test_a_group_is_summed_up_without_making_a_number_of_what_is_missing() -> None:
    values = [
        share(amount(9), amount(10), target=goal("80")),
        share(amount(7), amount(10), target=goal("80")),
        share(amount(7), amount(10)),
        share(amount(7), None, Lack.MISSING, target=goal("80")),
    ]
    assert said(summed_up(values)) == "Đạt mục tiêu: 1, chưa đạt: 1. Chưa có số: 1/4."
    # Where nothing is aimed at, nothing was missed.
    assert said(summed_up(values[2:3])) == "Chưa có số: 0/1."


SEAL = Seal("a1b2c3d4e5f60718" * 4, "v1", 99, datetime(2026, 11, 1, 17, 30, tzinfo=UTC))


def test_the_head_says_whose_numbers_of_which_days_and_how_far() -> None:
    open_month = replace(sheet(), period=period("2026-11"))
    draft, closed = Status(State.DRAFT), Status(State.CLOSED, seal=SEAL)
    assert said(headed(sheet(), draft)).split("\n") == [
        "Xã Mẫu", "Tháng 10/2026 (01/10/2026 – 31/10/2026)", "Nháp, chưa chốt.",
    ]  # fmt: skip
    assert said(headed(open_month, draft)).split("\n")[2] == "Kỳ chưa hết: số đến ngày 21/11/2026."
    sends = (Deadline("week", 9, "00/CV"), Deadline("month", 1, "01/KH-UBND"))
    assert said(headed(open_month, draft, sends)).split("\n")[-1] == (
        "Ngày gửi báo cáo: 01/12/2026 (01/KH-UBND)."
    )
    decree = replace(sheet(), period=period("2026-11@nd09"))
    assert said(headed(decree, draft, sends)).endswith("Ngày gửi báo cáo: 15/11/2026 (01/KH-UBND).")
    year = replace(sheet(), period=period("2026"))
    assert "Ngày gửi" not in said(headed(year, draft, sends))
    told = said(headed(open_month, closed)).split("\n")
    # Closed at half past midnight of the second, Viet Nam's time.
    assert told[2:] == ["Đã chốt ngày 02/11/2026, mã số liệu A1B2-C3D4-E5F6"]


NAMES = {
    "2026-W53": "Tuần 53 năm 2026 (28/12/2026 – 03/01/2027)",
    "2026-11": "Tháng 11/2026 (01/11/2026 – 30/11/2026)",
    "2026-11@nd09": "Tháng 11/2026 theo NĐ 09 (15/10/2026 – 14/11/2026)",
    "2026-03@nd09": "Tháng 3/2026 theo NĐ 09 (15/02/2026 – 14/03/2026)",
    "2026-Q1@nd09": "Quý 1/2026 theo NĐ 09 (15/12/2025 – 14/03/2026)",
    "2026-H1": "6 tháng đầu năm 2026 (01/01/2026 – 30/06/2026)",
    "2026-H2@nd09": "6 tháng cuối năm 2026 theo NĐ 09 (15/06/2026 – 14/12/2026)",
    "2026-9M": "9 tháng năm 2026 (01/01/2026 – 30/09/2026)",
    "2026@nd09": "Năm 2026 theo NĐ 09 (15/12/2025 – 14/12/2026)",
    "2026-11-01..2026-11-15": "01/11/2026 – 15/11/2026",
    "2026-W47@nd09": "Tuần 47 năm 2026 (16/11/2026 – 22/11/2026)",
}


@pytest.mark.parametrize(("asked", "name"), NAMES.items())
def test_a_period_is_never_named_without_both_its_days(asked: str, name: str) -> None:
    assert said(called(period(asked))) == name
    assert said(called(period(asked)), "en").count("/20") >= 2


@pytest.mark.parametrize(
    ("today", "there", "missing"),
    [
        (date(2026, 11, 21), {"2026-11", "2026-12@nd09", "2026-11@nd09", "2026-9M", "2026@nd09"},
         {"2026-H2"}),
        (date(2026, 9, 14), {"2026-W38", "2026-H1@nd09", "2025-9M@nd09"},
         {"2026-9M", "2026-9M@nd09"}),
        (date(2026, 9, 15), {"2026-9M@nd09", "2025-9M"}, {"2026-9M"}),
        (date(2027, 1, 1), {"2026-W53", "2026-W52", "2026-12", "2026", "2026-H2", "2027-01@nd09"},
         {"2027-9M", "2027-H1"}),
    ],
)  # fmt: skip
def test_both_schemes_are_offered_and_nothing_that_cannot_be_reported_yet(
    today: date, there: set[str], missing: set[str]
) -> None:
    ids = [str(choice.value) for choice in offered(today, period("2025-W01"))]
    assert len(ids) == len(set(ids))
    assert there <= set(ids)
    assert not missing & set(ids)
    assert all(period(one).start <= today for one in ids)
    assert {period(one).kind for one in ids} >= {PeriodKind.WEEK, PeriodKind.YEAR}


def test_two_units_of_a_village_are_not_mixed_up_in_the_order() -> None:
    def many(count: int) -> Value:
        return share(amount(count, Unit.HOUSEHOLD), None, Lack.MISSING)

    shown = sheet(villages={"B": (many(9),), "A": (many(1),)})
    rows = said(by_village(shown, "rate")).split("\n")
    assert rows[:2] == ["A: chưa có mẫu số", "B: chưa có mẫu số"]


def test_the_period_that_is_shown_is_offered_in_the_other_scheme_first() -> None:
    today = date(2026, 11, 21)
    for shown, twin in (("2026-05", "2026-05@nd09"), ("2026-Q1@nd09", "2026-Q1")):
        ids = [choice.value for choice in offered(today, period(shown))]
        assert ids[0] == twin
        assert shown not in ids
    assert offered(today, period("2026-W47"))[0].value == "2026-W46"
