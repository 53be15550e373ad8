"""A period as one paragraph for a group: plain, both days, all that is left out is said."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods import period
from bot.domain.sheets import Former, State, Status
from bot.reports.paste import paste
from tests.reports.dossiers import (
    ACTIVITIES,
    CLOSED,
    DRAFT,
    VILLAGES,
    dossier,
    huge,
    ordinary,
    sheet,
    tally,
)
from tests.reports.values import said

EARLIER = period("2026-W46")
STATES = (
    DRAFT,
    CLOSED,
    Status(State.SEEN),
    Status(State.CLOSED),
    Status(State.DRAFT, former=(Former("Xã Cũ", None),)),
)


def test_a_closed_week_in_one_paragraph() -> None:
    assert said(paste(ordinary(), ACTIVITIES)) == (
        "Xã Mẫu, Tuần 47 năm 2026 (16/11/2026 – 22/11/2026). Các Tổ công nghệ số cộng đồng đã giúp "
        "bà con: Kích hoạt VNeID mức 2: 12 tài khoản (tăng 3); Hướng dẫn dịch vụ công: 9 lượt "
        "(tăng 9); Hộ buôn bán nhận tiền QR: 1 hộ (như kỳ trước). 3/5 thôn đã ghi việc, 1 thôn báo "
        "không có việc, 1 thôn chưa báo (Thọ An). So với mục tiêu: đạt 2/3 chỉ tiêu; VNeID đã kích "
        "hoạt 50,00% (1/2, mục tiêu 80%); VNeID đã kích hoạt 75,00% (3/4, mục tiêu 70%); và 1 chỉ "
        "tiêu khác; 1 chỉ tiêu chưa có số. Số liệu đã chốt ngày 23/11/2026, mã số liệu "
        "A1B2-C3D4-E5F6. Cảm ơn các tổ và bà con."
    )
    assert said(paste(ordinary(), ACTIVITIES), "en") == (
        "Xã Mẫu, Week 47 of 2026 (16/11/2026 – 22/11/2026). The digital teams helped people: VNeID "
        "level 2 activated: 12 accounts (up 3); Guided online services: 9 times (up 9); Shops that "
        "take QR payment: 1 household (as before). 3 of 5 villages recorded help, 1 said that "
        "there was none, 1 not reported yet (Thọ An). Targets: 2 of 3 reached; VNeID activated "
        "50.00% (1/2, target 80%); VNeID activated 75.00% (3/4, target 70%); and 1 other "
        "indicator; 1 has no number yet. These figures are closed on 23/11/2026, code of the "
        "figures A1B2-C3D4-E5F6. Thanks to the teams and everybody."
    )


def test_an_open_week_is_compared_with_nothing_it_can_fall_short_of() -> None:
    told = said(paste(ordinary(status=DRAFT, day=date(2026, 11, 20)), ACTIVITIES))
    assert "(16/11/2026 – 22/11/2026), số đến ngày 20/11/2026. " in told
    assert "12 tài khoản (kỳ trước: 9)" in told
    assert "Số liệu nháp, chưa chốt." in told


def test_what_is_more_than_all_is_to_be_checked() -> None:
    most = ordinary()
    only = replace(most.sheet.whole, values=most.sheet.whole.values[2:3])
    told = said(paste(replace(most, sheet=replace(most.sheet, whole=only)), ACTIVITIES))
    assert "VNeID đã kích hoạt 110,00% (11/10, mục tiêu 100%, quá 100%, xem lại)" in told


def test_an_empty_week_and_an_invented_commune_are_told_as_such() -> None:
    silent = dossier(sheet(tally(silent=VILLAGES)), demo=True)
    assert said(paste(silent, ACTIVITIES)) == (
        "Xã dùng thử, số liệu không có thật. Xã Mẫu, Tuần 47 năm 2026 (16/11/2026 – 22/11/2026). "
        "Các Tổ công nghệ số cộng đồng chưa ghi việc nào. 0/5 thôn đã ghi việc, 5 thôn chưa báo "
        "(An Bình, An Khương, Gò Đá, Tây Phước, Thọ An). Số liệu nháp, chưa chốt."
    )
    told = dossier(sheet(tally(told=VILLAGES)))
    assert "Kỳ này các tổ đều báo không có việc. 0/5 thôn" in said(paste(told, ACTIVITIES))
    ahead = dossier(sheet(tally(silent=VILLAGES), day=date(2026, 11, 9)))
    assert "(16/11/2026 – 22/11/2026). Kỳ này chưa bắt đầu. Số liệu nháp" in said(
        paste(ahead, ACTIVITIES)
    )


def test_what_is_left_out_is_said() -> None:
    now = sheet(tally(dict.fromkeys(ACTIVITIES, 9) | {"gone": 1}, adjusted=2))
    told = said(paste(dossier(now), ACTIVITIES))
    assert told.count(": 9 ") == 4
    assert "; và 13 loại việc khác. Kỳ trước chưa ai báo nên chưa so được. " in told
    assert "Trong tổng có 2 điều chỉnh cho kỳ trước đã chốt. " in told


COUNTS = st.dictionaries(
    st.sampled_from([*ACTIVITIES, "gone"]), st.integers(-(10**9), 10**9).filter(bool)
)


@given(
    COUNTS, COUNTS, st.sampled_from(STATES), st.integers(0, 10**9), st.booleans(),
    st.sampled_from(["2026-W47", "2026-H1@nd09", "2026-H2@nd09", "2026-9M@nd09"]), st.booleans(),
)  # fmt: skip
def test_never_more_than_a_thousand_signs_on_one_line(
    now: Mapping[str, int], before: Mapping[str, int], status: Status, number: int, demo: bool,
    asked: str, running: bool,
) -> None:  # fmt: skip
    most, of = huge(max(number, 9)), period(asked)
    today = of.last if running else of.end
    counted = replace(most.sheet.by_village, totals=dict(now))
    shown = replace(
        most,
        sheet=replace(most.sheet, by_village=counted, period=of, day=today),
        before=tally(before, of=EARLIER),
        status=status,
        demo=demo,
    )  # fmt: skip
    for language in ("vi", "en"):
        told = said(paste(shown, ACTIVITIES), language)
        assert len(told) <= 1000
        assert "\n" not in told
        assert "  " not in told
        assert not set("*_`#") & set(told)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("number", [9, 49_999, 99_999, 999_999_999])
@pytest.mark.parametrize("status", STATES)
def test_the_longest_names_fit_too(status: Status, number: int, language: str) -> None:
    most, half = huge(number), period("2026-H1@nd09")
    long = sorted(ACTIVITIES.values(), key=lambda one: -len(one.title.of(language)))[:4]
    totals = {**most.totals, **dict.fromkeys([one.id for one in long], number + 1)}
    counted = replace(most.sheet.by_village, totals=totals)
    shown = replace(most.sheet, by_village=counted, period=half, day=half.last)
    told = said(paste(replace(most, sheet=shown, status=status), ACTIVITIES), language)
    assert len(told) <= 1000
    named = [one for one in long if f"{one.title.of(language)}: " in told]
    assert len(named) == (4 if number < 50_000 else 2)
