"""The picture of a period: what stands in it, to scale; what nobody knows is not drawn."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.domain.dossiers import Dossier, Report
from bot.domain.indicators import Measure, Value
from bot.domain.units import Unit
from bot.reports.chart.page import TALLEST, drawn
from bot.reports.chart.paper import MARGIN, WIDTH, Block, Shape, Word
from tests.reports.dossiers import (
    ACTIVITIES,
    DRAFT,
    VILLAGES,
    WEEK,
    dossier,
    ordinary,
    sheet,
    tally,
    trend,
)
from tests.reports.values import VOICES, amount, goal, share

EMPTY = dossier(sheet(tally(silent=VILLAGES)))
RUNNING = ordinary(status=DRAFT, day=date(2026, 11, 20))


def page(of: Dossier, language: str = "vi") -> Block:
    return drawn(of, ACTIVITIES, VOICES.voice(language).say)


def words(of: Dossier, language: str = "vi") -> list[str]:
    return [mark.said for mark in page(of, language).marks if isinstance(mark, Word)]


def aiming(*values: Value) -> Dossier:
    """Return a week without help, with some indicators."""
    return dossier(sheet(tally(), *values))


def test_the_head_says_whose_which_days_how_far_and_what_is_invented() -> None:
    assert words(ordinary())[:4] == [
        "Xã Mẫu", "Tuần 47 năm 2026 (16/11/2026 – 22/11/2026)",
        "Đã chốt ngày 23/11/2026, mã số liệu", "A1B2-C3D4-E5F6",
    ]  # fmt: skip
    assert words(RUNNING)[2] == "Nháp, chưa chốt, số đến ngày 20/11/2026"
    assert words(replace(RUNNING, demo=True))[3] == "Xã dùng thử, số liệu không có thật."


def test_what_is_empty_is_said_in_a_sentence() -> None:
    assert words(EMPTY)[3:] == [
        "Việc đã giúp theo tuần", "Mười hai tuần này chưa ai ghi việc nào.",
        "Chỉ tiêu so với mục tiêu", "Xã chưa có chỉ tiêu nào được giao mục tiêu.",
    ]  # fmt: skip


def test_every_panel_has_its_name_its_unit_and_its_weeks() -> None:
    said = words(ordinary())[4:]
    assert said[: said.index("Chỉ tiêu so với mục tiêu")] == [
        "Việc đã giúp theo tuần",
        "Kích hoạt VNeID mức 2", "12 tài khoản", "–", "–", "–", "40",
        "Hướng dẫn dịch vụ công", "9 lượt", "–", "–", "–",
        "Hộ buôn bán nhận tiền QR", "1 hộ", "–", "–", "–",
        "Chuyển phản ánh của dân", "0 lượt", "–", "–", "–", "1",
        "14/09", "05/10", "26/10", "16/11",
        "Số bên phải: tuần từ 16/11. Dấu –: chưa ai báo.",
    ]  # fmt: skip


def _columns(of: Dossier) -> int:
    """Return how many columns there are, stripes and the line below them left out."""
    return sum(
        isinstance(mark, Shape) and mark.colour in {"#7d9dbf", "#0b4f8a"} for mark in page(of).marks
    )


@pytest.mark.parametrize(
    ("reports", "silent"),
    [((), 11), (((Report.SILENT, Report.SILENT),), 11), (((Report.SILENT, Report.NOTHING),), 10)],
)
def test_a_week_in_which_nobody_reported_is_no_zero(
    reports: tuple[tuple[Report, ...], ...], silent: int
) -> None:
    weeks = trend(*[None] * 11, {"phan_anh": 3})
    of = dossier(sheet(tally({"phan_anh": 3})), weeks)
    told = tuple((f"Tổ {nth}", (Report.GIVEN, *row)) for nth, row in enumerate(reports))
    grid = replace(of.grid, weeks=(WEEK, weeks[5].period), rows=tuple(
        (name, (row[0], row[2])) for name, row in told
    ))  # fmt: skip
    shown = replace(of, grid=grid)
    assert words(shown).count("–") == silent
    assert _columns(shown) == 12 - silent


def test_weeks_to_come_are_left_free_and_the_present_one_is_striped() -> None:
    weeks = trend(*[{"phan_anh": 50}] * 10, None, None)
    today = weeks[9].period.start
    of = dossier(sheet(replace(tally({"phan_anh": 9}), period=WEEK), day=today), weeks)
    said = words(of)
    assert "–" not in said
    assert _columns(of) == 10
    assert f"Số bên phải: tuần từ {today:%d/%m}. Sọc: tuần chưa hết." in said
    assert f"{today:%d/%m}" in said
    assert "50 lượt" in said
    assert "Sọc" not in " ".join(words(replace(of, sheet=replace(of.sheet, day=date(2027, 1, 1)))))


def test_only_four_kinds_of_help_are_drawn_and_the_others_counted() -> None:
    counts = {name: nth for nth, name in enumerate(ACTIVITIES, start=1)}
    said = " ".join(words(dossier(sheet(tally(counts)), trend(*[counts] * 12))))
    assert "Còn 12 loại việc khác." in said
    largest = list(ACTIVITIES.values())[-4:]
    assert all(f"{one.title.of('vi')} {counts[one.id]} {one.unit.value}" in said for one in largest)


def _bars(of: Dossier, colours: set[str]) -> list[tuple[float, float]]:
    """Return from where to where shapes of some colours go, those of the headings left out."""
    return [
        (min(x for x, __ in mark.corners), max(x for x, __ in mark.corners))
        for mark in page(of).marks
        if isinstance(mark, Shape) and mark.colour in colours
    ]


FULL, REACHED, MISSED, TICK = 956, "#0b6b3a", "#b34700", "#111111"


def test_a_share_is_drawn_to_scale_with_its_target() -> None:
    of = aiming(share(amount(1), amount(2), target=goal("80")))
    assert _bars(of, {MISSED}) == [(MARGIN, MARGIN + FULL / 2)]
    (tick,) = _bars(of, {TICK})
    assert sum(tick) / 2 == MARGIN + FULL * 0.8
    assert words(of)[-3:] == ["VNeID đã kích hoạt", "50,00% (1/2)", "mục tiêu 80%: chưa đạt"]


def test_more_than_all_goes_on_as_an_arrow_with_the_true_number() -> None:
    of = aiming(share(amount(3), amount(2), target=goal("80")))
    end = MARGIN + FULL
    assert _bars(of, {REACHED}) == [(MARGIN, end), (end, WIDTH - MARGIN)]
    assert words(of)[-2:] == ["150,00% (3/2)", "mục tiêu 80%: quá 100%, xem lại"]
    assert len(_bars(aiming(share(amount(2), amount(2), target=goal("80"))), {REACHED})) == 1


def test_what_has_no_denominator_is_written_and_never_drawn() -> None:
    of = aiming(*(share(amount(9), None, target=goal("80"), id_=f"{nth}") for nth in range(4)))
    assert _bars(of, {REACHED, MISSED, TICK, "#dfe3e8"}) == []
    assert words(of)[-4:] == [
        "Chưa có mẫu số:", "– VNeID đã kích hoạt", "– VNeID đã kích hoạt",
        "và 2 chỉ tiêu khác chưa có số",
    ]  # fmt: skip


def test_a_count_is_drawn_with_its_target_at_four_fifths() -> None:
    counted = replace(share(amount(5, Unit.TEAM), None, target=goal("10")), measure=Measure.COUNT)
    of = aiming(counted)
    assert _bars(of, {MISSED}) == [(MARGIN, MARGIN + FULL * 0.4)]
    assert words(of)[-2:] == ["5 tổ", "mục tiêu 10: chưa đạt"]


def test_the_farthest_from_its_target_stands_first_and_the_rest_is_counted() -> None:
    values = [
        share(amount(nth), amount(100), target=goal("90"), id_=f"{nth}") for nth in range(1, 95)
    ]
    said = words(aiming(*reversed(values)))
    shares = [one for one in said if "/100)" in one]
    assert shares == [f"{nth},00% ({nth}/100)" for nth in range(1, len(shares) + 1)]
    assert 5 <= len(shares) <= 12
    assert said[-1] == f"và {94 - len(shares)} chỉ tiêu khác"
    assert "Đạt 5/94 mục tiêu." in said
    assert Decimal(page(aiming(*values)).height) <= TALLEST
