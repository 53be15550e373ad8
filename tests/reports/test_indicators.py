"""Indicators in a line: the seeds' own numbers, and every way in which there can be none."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.indicators import Measure, Value
from bot.domain.quantities import Amount, Coverage, Lack, Origin
from bot.domain.text import Words
from bot.domain.units import Unit
from bot.reports.indicators import brief, detailed, line
from bot.reports.lacks import ways_out
from tests.reports.values import (
    ACTIVATED,
    ISSUED,
    amount,
    catalogue,
    count,
    said,
    share,
)


def _of_survey(value: int, households: int | None) -> Amount:
    return amount(
        value, Unit.PERSON, Origin.SURVEY, coverage=Coverage(asked=120, households=households)
    )


LINES = {
    "both numbers, their units, whose they are and of which day": (
        share(ACTIVATED, ISSUED),
        "82,92% (2.495 tài khoản/3.009 thẻ căn cước đã cấp; Công an xã, 31/12/2024)",
    ),
    "one unit is said once": (
        share(amount(254, Unit.DOSSIER), amount(812, Unit.DOSSIER)),
        "31,28% (254/812 hồ sơ: thẻ căn cước đã cấp; Công an xã, 31/12/2024)",
    ),
    "the table's precision": (
        share(amount(21), amount(22), decimals=1),
        "95,5% (21/22 thẻ căn cước đã cấp; Công an xã, 31/12/2024)",
    ),
    "two sources, and what the teams added": (
        share(amount(2495, Unit.ACCOUNT, as_of=date(2026, 10, 31), added=41), ISSUED),
        (
            "82,92% (2.495 tài khoản/3.009 thẻ căn cước đã cấp; "
            "tử số: Công an xã, 31/10/2026; "
            "mẫu số: Công an xã, 31/12/2024; "
            "ước tính đến nay 2.536: 2.495 + 41 do tổ giúp từ 01/11/2026)"
        ),
    ),
    "a survey with its coverage": (
        share(_of_survey(108, 800), _of_survey(188, 800)),
        "57,45% (108/188 người: thẻ căn cước đã cấp; rà soát hộ, 31/12/2024; đã hỏi 120/800 hộ)",
    ),
    "a survey of nobody knows how many": (
        share(_of_survey(0, None), _of_survey(188, None)),
        "0,00% (0/188 người: thẻ căn cước đã cấp; rà soát hộ, 31/12/2024; đã hỏi 120/? hộ)",
    ),
    "more than 100 % as it is": (
        share(amount(3009, Unit.ACCOUNT), amount(2914, Unit.PERSON)),
        (
            "103,26% (3.009 tài khoản/2.914 người: thẻ căn cước đã cấp; Công an xã, 31/12/2024) "
            "(!) quá 100%, cần kiểm tra lại"
        ),
    ),
    "exactly 100 %": (
        share(amount(618), amount(618)),
        "100,00% (618/618 thẻ căn cước đã cấp; Công an xã, 31/12/2024)",
    ),
    "per hundred of another unit, which may be more": (
        share(amount(5000, Unit.SUBSCRIPTION), amount(3833, Unit.PERSON), measure=Measure.DENSITY),
        (
            "130,45/100 người (5.000 thuê bao/3.833 người: thẻ căn cước đã cấp; "
            "Công an xã, 31/12/2024)"
        ),
    ),
    "a count of a period": (
        count(amount(1711, Unit.TIME, Origin.EVENTS, since=date(2024, 12, 1))),
        "1.711 lượt (tổ ghi, 01/12/2024 – 31/12/2024)",
    ),
    "a count that is an estimate": (
        count(amount(12, Unit.PERSON, Origin.EVENTS, most=20)),
        "từ 12 đến 20 người (tổ ghi, 31/12/2024)",
    ),
    "none, and nobody was silent": (
        count(amount(0, Unit.TIME, Origin.EVENTS, since=date(2024, 12, 1))),
        "không có (tổ ghi, 01/12/2024 – 31/12/2024)",
    ),
    "silence": (
        count(None, Lack.SILENT),
        "chưa báo",
    ),
    "a figure of zero": (count(amount(0)), "0 thẻ (Công an xã, 31/12/2024)"),
}


@pytest.mark.parametrize("case", LINES)
def test_a_line_can_stand_alone(case: str) -> None:
    value, told = LINES[case]
    assert said(line(value)) == f"VNeID đã kích hoạt: {told}"


LACKS = [
    (
        share(None, ISSUED, Lack.MISSING),
        "chưa có số liệu",
        "Chưa có số liệu: cần Định danh mức 2 đã kích hoạt (hỏi Công an xã). Gõ /solieu để nhập.",
    ),
    (
        share(ACTIVATED, None, Lack.MISSING),
        "chưa có mẫu số",
        "Chưa có mẫu số: cần Thẻ căn cước đã cấp (hỏi Công an xã). Gõ /solieu để nhập.",
    ),
    (
        share(ACTIVATED, amount(3009, expired=True), Lack.EXPIRED),
        "chưa có mẫu số",
        (
            "Chưa có mẫu số: Thẻ căn cước đã cấp 3.009 thẻ (Công an xã, 31/12/2024, đã quá hạn). "
            "Gõ /solieu để nhập số mới."
        ),
    ),
    (
        share(ACTIVATED, amount(0), Lack.ZERO),
        "chưa có mẫu số",
        (
            "Chưa có mẫu số: Thẻ căn cước đã cấp đang là 0 (Công an xã, 31/12/2024). "
            "Gõ /solieu để nhập lại."
        ),
    ),
    (
        share(amount(646, Unit.HOUSEHOLD), amount(3833, Unit.PERSON), Lack.UNLIKE),
        "chưa tính được",
        (
            "Chưa tính được: các số này đếm khác ngày hoặc khác đơn vị. "
            "Gõ /solieu để nhập lại cho cùng một ngày."
        ),
    ),
]


@pytest.mark.parametrize(("value", "short", "long"), LACKS)
def test_what_is_lacking_is_said_with_the_way_out_and_never_as_zero(
    value: Value, short: str, long: str
) -> None:
    told = said(detailed(value, None, catalogue(giver="Công an xã")))
    assert said(brief(value)) == short
    assert told.split("\n")[1] == long
    assert "%" not in told
    assert "░" not in told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (share(None, None, Lack.MISSING), "chưa có số liệu"),
        (share(ACTIVATED, None, Lack.MISSING), "chưa có mẫu số: cần Thẻ căn cước đã cấp"),
        (share(ACTIVATED, amount(0), Lack.ZERO), "chưa có mẫu số: Thẻ căn cước đã cấp đang là 0"),
        (
            share(ACTIVATED, amount(3009, expired=True), Lack.EXPIRED),
            "chưa có mẫu số: Thẻ căn cước đã cấp ngày 31/12/2024 đã quá hạn",
        ),
    ],
)
def test_a_list_says_shortly_what_is_lacking_and_the_way_out_once(value: Value, told: str) -> None:
    known = catalogue(giver="Công an xã")
    assert said(line(value, known)) == f"VNeID đã kích hoạt: {told}"
    way = ways_out([value, value, share(ACTIVATED, ISSUED)], known)
    assert way
    assert said(way) == "Số nào chưa có thì gõ /solieu để nhập."


def test_what_the_teams_ask_at_the_door_is_never_sent_to_the_figures() -> None:
    known, value = catalogue(top=Origin.SURVEY, base=Origin.SURVEY), share(None, None, Lack.MISSING)
    assert said(line(value, known)).endswith(": chưa rà soát")
    assert said(brief(value, known)) == "chưa rà soát"
    way = ways_out([value], known)
    assert way
    assert said(way) == "Số nào chưa rà soát thì tổ đi hỏi từng nhà bằng /rasoat."
    assert ways_out([share(ACTIVATED, ISSUED), count(None, Lack.SILENT)], known) is None


@pytest.mark.parametrize(
    ("base", "title", "told"),
    [
        (amount(5, Unit.VILLAGE), "Số thôn", "(3/5 thôn; "),
        (amount(5, Unit.PERSON), "Người từ 14 tuổi", "(3 thẻ/5 người từ 14 tuổi; "),
        (amount(5, Unit.PERSON), "Dân số", "(3 thẻ/5 người: dân số; "),
    ],
)
def test_the_unit_of_a_denominator_is_said_once(base: Amount, title: str, told: str) -> None:
    top = amount(3, base.unit if base.unit is Unit.VILLAGE else Unit.CARD)
    value = replace(share(top, base), denominator_title=Words({"vi": title}))
    assert told in said(line(value))


def test_english_reads_as_english() -> None:
    assert said(line(share(ACTIVATED, ISSUED)), "en") == (
        "VNeID activated: 82.92% (2,495 accounts/3,009 identity cards issued; "
        "Công an xã, 31/12/2024)"
    )
