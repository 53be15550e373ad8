"""Who reported: teams by week in signs and words, a team's people, other periods."""

from collections.abc import Callable
from datetime import timedelta

from tests.chat import Chat
from tests.flows.weeks import FRIDAY, only


async def test_four_weeks_of_every_team_then_one_teams_people(
    chat_as: Callable[[str], Chat],
) -> None:
    official, member, leader = chat_as("official"), chat_as("member"), chat_as("leader")
    house = await only(official)
    house.clock.move(FRIDAY - timedelta(days=7))
    await leader.say("/khongco")
    house.clock.move(FRIDAY)
    await member.say("3 vneid")
    await official.follow("""
        > /duthieu
        Báo cáo đủ, thiếu: Bình An (xã mẫu)
        Từ trái sang, các tuần từ ngày 09/11 · 16/11 · 23/11 · 30/11

        ✓ ✓ ? ? Tổ An Bình: chưa báo 2 tuần
        ✓ ✓ 0 ✓ Tổ An Khương: đủ
        ✓ ✓ ? ? Tổ Gò Đá: chưa báo 2 tuần
        ✓ ✓ ? ? Tổ Tây Phước: chưa báo 2 tuần
        ✓ ✓ ? ? Tổ Thọ An: chưa báo 2 tuần

        ✓ có ghi việc · 0 báo không có việc · ? chưa báo

        Chọn một tổ để xem ai đã ghi, ai chưa.
          [Tổ An Bình]
          [Tổ An Khương]
          [Tổ Gò Đá]
          [Tổ Tây Phước]
          [Tổ Thọ An]
          [Kỳ khác]
          (Menu)
    """)
    shown = await official.say("[Tổ An Khương]")
    assert shown[:4] == [
        "Tổ An Khương",
        "",
        "Tuần 30/11/2026 – 06/12/2026",
        "✓ có ghi việc (1): Trần Thị Hoa",
    ]
    assert "0 báo không có việc (1): Đỗ Văn Sáu" in shown
    assert "? chưa báo (6): Đỗ Văn Sáu" not in "\n".join(shown)
    assert (await official.say("[Tất cả các tổ]"))[0] == "Báo cáo đủ, thiếu: Bình An (xã mẫu)"


async def test_other_periods_and_the_way_from_the_card(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    await official.say("/duthieu")
    shown = await official.say("tháng 11")
    assert shown[1].endswith("26/10 · 02/11 · 09/11 · 16/11 · 23/11 · 30/11")
    assert "✓ ✓ ✓ ✓ · · Tổ An Bình: đủ" in shown
    shown = await official.say("quý 4")
    assert shown[1] == "14 tuần, từ 28/09/2026"
    assert shown[3] == "Tổ An Bình: có ghi việc 5 tuần, không có việc 0, chưa báo 3"
    await official.say("[Kỳ khác]")
    assert "Từ trái sang" in (await official.say("tuần 46"))[1]
    await official.say("/thetuan")
    card = await official.say("[Xem thêm]")
    assert "  [Báo cáo đủ, thiếu]" in card
    assert (await official.say("[Báo cáo đủ, thiếu]"))[0] == "Báo cáo đủ, thiếu: Bình An (xã mẫu)"


async def test_nobody_else_sees_it(chat_as: Callable[[str], Chat]) -> None:
    for role in ("member", "leader", "outsider", "stranger"):
        shown = await chat_as(role).say("/duthieu")
        assert shown[0].startswith("Mục “Báo cáo đủ, thiếu” không dành cho vai của")
        assert "Tổ An Bình" not in "\n".join(shown)
