"""The official's indicators: from the groups to one number, and what nobody else may see."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import insert, select

from bot.store.schema import figures, places
from tests.chat import Chat
from tests.house import LIBRARY, House


async def give(house: House, place: str, **values: int) -> None:
    """Give figures of a place by the ids of their quantities."""
    async with house.database.write() as tx:
        where = await tx.scalar(select(places.c.id).where(places.c.name == place))
        for nth, (name, value) in enumerate(values.items()):
            row = {
                "place_id": where,
                "name": name,
                "value": Decimal(value),
                "unit": LIBRARY.catalogue.quantities[name].unit.value,
                "as_of": date(2026, 10, 31),
                "giver": "Công an xã",
                "document": "12/BC-CAX",
                "code": f"T{where}{nth}",
            }
            await tx.execute(insert(figures).values(row))


@pytest.fixture
async def official(house: House, chat_as: Callable[[str], Chat]) -> Chat:
    """The official of a commune with figures of its police, which one village has none of."""
    await give(
        house, "Bình An (xã mẫu)",
        nguoi_tu_14=3009, dinh_danh_duyet=2570, dinh_danh_kich_hoat=2495,
    )  # fmt: skip
    await give(house, "An Khương", nguoi_tu_14=600, dinh_danh_kich_hoat=480)
    await give(house, "Gò Đá", nguoi_tu_14=500, dinh_danh_kich_hoat=510)
    await give(house, "An Bình", dinh_danh_kich_hoat=99)
    return chat_as("official")


async def open_one(chat: Chat) -> list[str]:
    """Go to the activation of VNeID by digits alone."""
    await chat.say("/chitieu")
    shown = await chat.say("[Căn cước và định danh điện tử (10)]")
    label = next(row.strip()[1:-1] for row in shown if "đã kích hoạt mức 2: " in row)
    return await chat.say(f"[{label}]")


async def test_the_groups_stand_under_the_period_and_how_far_it_is(official: Chat) -> None:
    shown = await official.say("/chitieu")
    assert shown[:4] == [
        "Bình An (xã mẫu)",
        "Tháng 11/2026 (01/11/2026 – 30/11/2026)",
        "Kỳ chưa hết: số đến ngày 21/11/2026.",
        "Nháp, chưa chốt.",
    ]
    assert "  [Căn cước và định danh điện tử (10)]" in shown
    assert shown[-1] == "  (Xem thêm) (Menu)"


async def test_one_indicator_says_all_that_it_rests_on(official: Chat) -> None:
    shown = [_bare(row) for row in await open_one(official)]
    assert [row for row in shown if row][:8] == [
        "Tháng 11/2026 (01/11/2026 – 30/11/2026)",
        "Kỳ chưa hết: số đến ngày 21/11/2026.",
        "Nháp, chưa chốt.",
        "Tỷ lệ người từ 14 tuổi đã kích hoạt mức 2",
        "82,92%",
        "████████░░",
        "Tử số: Tài khoản định danh mức 2 đã kích hoạt: 2.495 tài khoản (Công an xã, 31/10/2026)",
        "Văn bản: 12/BC-CAX",
    ]
    # What the demo's teams activated since then.
    assert any(row.startswith("ước tính đến nay ") and ": 2.495 + " in row for row in shown)
    assert "Mẫu số: Người từ 14 tuổi: 3.009 người (Công an xã, 31/10/2026)" in shown
    assert "Bằng kỳ trước (82,92%)." in shown


async def test_villages_stand_by_value_and_more_than_all_is_not_cut(official: Chat) -> None:
    await open_one(official)
    shown = await official.say("[Theo thôn]")
    assert [_bare(row) for row in shown[3:]] == [
        "Gò Đá: 102,00% (510/500)",
        "██████████►",
        "An Khương: 80,00% (480/600)",
        "████████░░",
        "An Bình: chưa có mẫu số",
        "Tây Phước: chưa có số liệu",
        "Thọ An: chưa có số liệu",
        "Các thôn theo địa giới ngày 30/11/2026.",
        "  [Cả xã]",
        "  (Quay lại) (Menu)",
    ]
    assert "82,92%" in await official.say("[Cả xã]")


async def test_the_period_before_had_no_figures_yet(official: Chat) -> None:
    await open_one(official)
    october = await official.say("[Kỳ trước]")
    assert october[0] == "Tháng 10/2026 (01/10/2026 – 31/10/2026)"
    assert "Chưa có kỳ trước để so." in october
    september = await official.say("[Kỳ trước]")
    assert september[0] == "Tháng 9/2026 (01/09/2026 – 30/09/2026)"
    # The demo counts accounts at the end of September, and nobody then knew how many people.
    assert any(row.startswith("Chưa có mẫu số: cần ") and "/solieu" in row for row in september)
    assert not any("█" in row or "░" in row or row.endswith("%") for row in september)


async def test_the_scheme_is_chosen_for_the_report_and_shown_with_both_days(official: Chat) -> None:
    await official.say("/chitieu")
    shown = await official.say("[Kỳ khác]")
    assert shown[1:3] == [
        "  [Tháng 11/2026 theo NĐ 09 (15/10/2026 – 14/11/2026)]",
        "  [Tuần 47 năm 2026 (16/11/2026 – 22/11/2026)]",
    ]
    shown = await official.say("1")
    assert shown[1] == "Tháng 11/2026 theo NĐ 09 (15/10/2026 – 14/11/2026)"
    assert "  [Tháng 11/2026 (01/11/2026 – 30/11/2026)]" in await official.say("[Kỳ khác]")


@pytest.mark.parametrize("where", ["groups", "group", "one"])
async def test_a_period_may_be_typed_anywhere(official: Chat, where: str) -> None:
    await official.say("/chitieu")
    if where == "group":
        await official.say("[Xã hội số (25)]")
    if where == "one":
        await open_one(official)
    shown = await official.say("quý 3 nđ09")
    assert "Quý 3/2026 theo NĐ 09 (15/06/2026 – 14/09/2026)" in shown[:2]
    shown = await official.say("9 tháng")
    assert "9 tháng năm 2026 (01/01/2026 – 30/09/2026)" in shown[:2]


async def test_the_ladder_is_on_one_base(official: Chat) -> None:
    await official.say("/chitieu")
    await official.say("xem thêm")
    shown = await official.say("[Từng bước, cùng một mẫu số]")
    assert "– Tài khoản định danh mức 2 đã duyệt: 2.570 tài khoản = 85,41%" in shown
    assert "– Tài khoản định danh mức 2 đã kích hoạt: 2.495 tài khoản = 82,92%" in shown
    assert sum(row.startswith("Cùng một mẫu số: ") for row in shown) == 1
    shown = await official.say("[Các nhóm chỉ tiêu]")
    assert shown[0] == "Bình An (xã mẫu)"


async def test_nobody_else_gets_in(chat_as: Callable[[str], Chat]) -> None:
    for role in ("member", "leader", "outsider", "stranger"):
        shown = await chat_as(role).say("/chitieu")
        assert shown[0].startswith("Mục “Chỉ tiêu” không dành cho vai của ")
        assert not any("xã mẫu" in row for row in shown)


def _bare(row: str) -> str:
    """Return a bar without the sign of a target, which the content may set or not."""
    return row.replace("|", "")
