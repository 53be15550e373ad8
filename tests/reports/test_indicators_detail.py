"""An indicator in full: what makes it believable, its target, and the period before."""

from datetime import date

import pytest

from bot.domain.indicators import Source, Target, Value
from bot.domain.quantities import Lack, Origin
from bot.domain.units import Unit
from bot.reports.indicators import detailed
from tests.reports.values import ACTIVATED, ISSUED, amount, catalogue, count, goal, said, share


def test_the_detail_says_all_that_makes_a_rate_believable() -> None:
    value = share(
        amount(2495, Unit.ACCOUNT, added=41, documents=("12/BC-CAX",)), ISSUED, target=goal("95")
    )
    before = share(amount(2399, Unit.ACCOUNT), amount(3100))
    declared = catalogue(
        floor=14,
        sources=(
            Source("06/QĐ-TTg", date(2022, 1, 6), sure=True),
            Source("05/KH", None, sure=False),
        ),
        national=(goal("80", above=True),),
    )
    assert said(detailed(value, before, declared)).split("\n") == [
        "VNeID đã kích hoạt",
        "82,92%",
        "████████░░|",
        "",
        "Tử số: Định danh mức 2 đã kích hoạt: 2.495 tài khoản (Công an xã, 31/12/2024)",
        "Văn bản: 12/BC-CAX",
        "ước tính đến nay 2.536: 2.495 + 41 do tổ giúp từ 01/01/2025",
        "Mẫu số: Thẻ căn cước đã cấp: 3.009 thẻ (Công an xã, 31/12/2024)",
        "",
        "Mục tiêu: từ 95% trở lên đến 31/12/2025 (411/QĐ-TTg ngày 31/03/2022)",
        "Chưa đạt, còn thiếu 12,08 điểm.",
        "▲ 5,53 điểm so với kỳ trước (77,39%)",
        "███████░░░ kỳ trước",
        "Kỳ trước mẫu số là 3.100 thẻ.",
        "",
        "Tính người từ 14 tuổi.",
        "Cách có số: số liệu nơi khác cung cấp.",
        "Căn cứ:",
        "– 06/QĐ-TTg ngày 06/01/2022",
        "– 05/KH (chưa đọc nguyên văn, hỏi lại)",
        "Cả nước (chỉ để tham khảo):",
        "– trên 80% đến 31/12/2025 (411/QĐ-TTg ngày 31/03/2022)",
    ]


@pytest.mark.parametrize(
    ("top", "aimed", "told"),
    [
        (90, goal("80"), "Đã đạt, hơn 10,00 điểm."),
        (80, goal("80"), "Đã đạt, vừa đúng mục tiêu."),
        (80, goal("80", above=True), "Chưa đạt, chỉ còn thiếu rất ít."),
        (79, goal("80.5"), "Chưa đạt, còn thiếu 1,50 điểm."),
    ],
)
def test_a_target_is_reached_or_it_is_said_how_far_it_is(
    top: int, aimed: Target, told: str
) -> None:
    value = share(amount(top), amount(100), target=aimed)
    assert told in said(detailed(value, None)).split("\n")


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (share(amount(60), amount(80)), share(amount(64), amount(80)),
         "▼ 5,00 điểm so với kỳ trước (80,00%)"),
        (share(amount(60), amount(80)), share(amount(60), amount(80)), "Bằng kỳ trước (75,00%)."),
        (share(amount(60), amount(80)), share(amount(60), None, Lack.MISSING),
         "Chưa có kỳ trước để so."),
        (share(amount(60), amount(80)), None, "Chưa có kỳ trước để so."),
        (count(amount(1711, Unit.TIME)), count(amount(711, Unit.TIME)),
         "▲ 1.000 lượt so với kỳ trước (711)"),
        (count(amount(5, Unit.TIME)), count(amount(0, Unit.TIME)), "▲ 5 lượt so với kỳ trước (0)"),
    ],
)  # fmt: skip
def test_the_period_before_stands_beside_it(now: Value, before: Value | None, told: str) -> None:
    assert told in said(detailed(now, before)).split("\n")


def test_a_count_is_drawn_beside_the_one_before() -> None:
    now, before = count(amount(1711, Unit.TIME)), count(amount(711, Unit.TIME))
    assert said(detailed(now, before)).split("\n") == [
        "VNeID đã kích hoạt",
        "1.711 lượt",
        "",
        "Nguồn: Công an xã, 31/12/2024",
        "",
        "▲ 1.000 lượt so với kỳ trước (711)",
        "██████████ kỳ này",
        "████░░░░░░ kỳ trước",
    ]


def test_a_range_stands_beside_the_range_before_and_nothing_is_subtracted() -> None:
    now = count(amount(0, Unit.PERSON, Origin.EVENTS, most=711))
    told = said(detailed(now, count(amount(0, Unit.PERSON, Origin.EVENTS, most=337))))
    assert "chưa rõ, nhiều nhất 711 người" in told.split("\n")
    assert "Kỳ trước: chưa rõ, nhiều nhất 337 người." in told.split("\n")
    known = said(detailed(now, count(amount(12, Unit.PERSON, Origin.EVENTS, most=20))))
    assert "Kỳ trước: từ 12 đến 20 người." in known.split("\n")
    assert not any(sign in told + known for sign in "▲▼█")


@pytest.mark.parametrize(
    ("origin", "way"),
    [
        (Origin.SURVEY, "cần Thẻ căn cước đã cấp. Tổ hỏi từng nhà bằng /rasoat."),
        (Origin.EVENTS, "cần Thẻ căn cước đã cấp, do các tổ ghi hằng ngày."),
        (Origin.REGISTER, "cần Thẻ căn cước đã cấp, lấy từ danh sách tổ."),
        (Origin.FIGURE, "cần Thẻ căn cước đã cấp. Gõ /solieu để nhập."),
        (Origin.SUM, "cần Thẻ căn cước đã cấp. Gõ /solieu để nhập."),
    ],
)
def test_the_way_out_is_that_of_the_quantity(origin: Origin, way: str) -> None:
    missing = share(ACTIVATED, None, Lack.MISSING)
    assert said(detailed(missing, None, catalogue(base=origin))).split("\n")[1].endswith(way)
