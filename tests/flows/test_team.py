"""A leader's team: who is silent, one tap to the last record, to “nothing”, to one reminder."""

from collections.abc import Callable
from datetime import timedelta

from tests.chat import Chat
from tests.flows.weeks import FRIDAY, MONDAY, NUDGED, look, only

HOA = "Trần Thị Hoa"
AFTER = " Có khi không có việc; ông hỏi thăm một câu là đủ."
OTHERS = ("Lê Minh Tuấn", "Ngô Thị Lành", "Phạm Thu Hà", "Võ Quốc Bảo")


async def test_who_recorded_what_and_who_did_not(chat_as: Callable[[str], Chat]) -> None:
    leader, member = chat_as("leader"), chat_as("member")
    house = await only(leader)
    house.clock.move(FRIDAY)
    await member.say("3 vneid")
    await leader.follow("""
        > tổ mình
        Tổ của ông: Tổ An Khương
        Tuần 30/11/2026 – 06/12/2026
        ✓ có ghi việc (1): Trần Thị Hoa
        ? chưa báo (5): Đỗ Văn Sáu, Lê Minh Tuấn, Ngô Thị Lành, Phạm Thu Hà, Võ Quốc Bảo

        – Trần Thị Hoa: Kích hoạt VNeID mức 2: 3 tài khoản
          [? Đỗ Văn Sáu]
          [? Lê Minh Tuấn]
          [? Ngô Thị Lành]
          [? Phạm Thu Hà]
          [? Võ Quốc Bảo]
          [✓ Trần Thị Hoa]
          [Tuần trước]
          (Menu)
        > [✓ Trần Thị Hoa]
        ✓ Trần Thị Hoa
        Việc ghi gần nhất: hôm nay: 3 tài khoản – Kích hoạt VNeID mức 2
          [Sửa lại]
          [Cả tổ]
          (Quay lại) (Menu)
    """)
    assert "Sai ở chỗ nào?" in await leader.say("[Sửa lại]")
    await leader.say("[Sai số]")
    assert (await leader.say("2"))[0].startswith("Đã sửa.")


async def test_one_tap_says_that_the_team_had_nothing(chat_as: Callable[[str], Chat]) -> None:
    leader, member, official = chat_as("leader"), chat_as("member"), chat_as("official")
    house = await only(leader)
    house.clock.move(FRIDAY - timedelta(hours=1))
    await member.say("/start")
    home = member.seen()
    await leader.say("/toituan")
    shown = await leader.say("[Cả tổ không có việc]")
    assert shown[0].startswith("Đã ghi nhận: Tổ An Khương không có việc trong tuần 30/11 – 06/12.")
    assert "  [Cả tổ không có việc]" not in shown
    assert "Tổ đã báo không có việc." in await leader.say("/toituan")
    await look(house, FRIDAY)
    assert (member.seen(), await house.ask(NUDGED)) != (home, [])
    assert not {HOA, *OTHERS} & {one[0] for one in await house.ask(NUDGED)}
    assert "✓ ✓ ? 0 Tổ An Khương: chưa báo 1 tuần" in await official.say("/duthieu")
    # What is recorded all the same goes before it.
    await member.say("3 vneid")
    assert "✓ ✓ ? ✓ Tổ An Khương: chưa báo 1 tuần" in await official.say("/duthieu")


async def test_nobody_says_nothing_over_what_was_recorded_meanwhile(
    chat_as: Callable[[str], Chat],
) -> None:
    leader, member = chat_as("leader"), chat_as("member")
    house = await only(leader)
    house.clock.move(FRIDAY)
    await leader.say("/toituan")
    await member.say("3 vneid")
    shown = await leader.say("[Cả tổ không có việc]")
    assert shown[0] == "Trong tổ đã có người ghi việc, nên không cần báo nữa."
    assert await house.ask("SELECT id FROM facts WHERE kind = 'NothingToReport'") == []


async def test_one_tap_reminds_once_and_friday_does_not_again(
    chat_as: Callable[[str], Chat],
) -> None:
    leader, member = chat_as("leader"), chat_as("member")
    house = await only(leader)
    house.clock.move(FRIDAY - timedelta(days=1))
    await member.say("/start")
    for said in ("/toituan", f"[? {HOA}]"):
        await leader.say(said)
    shown = await leader.say("[Nhắc một lần]")
    assert shown[0].startswith(f"Đang nhắn {HOA}, chỉ một lần này;")
    asked = member.seen()
    assert asked[0].startswith("Sổ tuần này (30/11 – 06/12) của bà còn trống")
    await leader.say(f"[? {HOA}]")
    shown = await leader.say("[Nhắc một lần]")
    assert shown[0] == f"Tuần này {HOA} đã có một lời nhắn rồi, nên tôi không nhắn thêm."
    await member.say("/start")
    home = member.seen()
    await look(house, FRIDAY)
    assert member.seen() == home
    assert [one for one in await house.ask(NUDGED) if one[0] == HOA] == [
        (HOA, "2026-11-30", "reminder")
    ]


async def test_a_leader_is_told_why_somebody_is_not_reminded(
    chat_as: Callable[[str], Chat],
) -> None:
    leader, member = chat_as("leader"), chat_as("member")
    house = await only(leader)
    for at, before, said in (
        (FRIDAY - timedelta(days=7), (), f"{HOA} vào tổ chưa được một tuần"),
        (FRIDAY + timedelta(hours=10), (), "Giờ này muộn rồi"),
        (FRIDAY, ("/tapthu", "[Bắt đầu tập]"), "Lúc này chưa nhắn được"),
        (FRIDAY, ("/tapthu", "[Thôi tập]", "/toi", "[Đừng nhắc nữa]"), f"{HOA} không muốn"),
    ):
        house.clock.move(at)
        for one in before:
            await member.say(one)
        screen = member.seen() if before else None
        await leader.say("/toituan")
        await leader.say(f"[? {HOA}]")
        assert (await leader.say("[Nhắc một lần]"))[0].startswith(said)
        assert screen is None or member.seen() == screen
    assert await house.ask(NUDGED) == []


async def test_who_has_no_chat_cannot_be_reminded_and_nobody_reminds_themselves(
    chat_as: Callable[[str], Chat],
) -> None:
    leader = chat_as("leader")
    house = await only(leader)
    house.clock.move(FRIDAY)
    for said in ("/toituan", "[? Lê Minh Tuấn]"):
        await leader.say(said)
    assert (await leader.say("[Nhắc một lần]"))[0] == (
        "Lúc này chưa nhắn được cho Lê Minh Tuấn qua đây."
    )
    assert "  [Nhắc một lần]" not in await leader.say("[? Đỗ Văn Sáu]")


async def test_while_practising_nobody_is_reminded(chat_as: Callable[[str], Chat]) -> None:
    leader = chat_as("leader")
    house = await only(leader)
    house.clock.move(FRIDAY)
    for said in ("/tapthu", "[Bắt đầu tập]", "/toituan", f"[? {HOA}]", "[Nhắc một lần]"):
        shown = await leader.say(said)
    assert "Việc này không tập thử được. Ông thôi tập rồi hãy làm." in shown
    assert await house.ask(NUDGED) == []


async def test_on_monday_the_leader_is_told_once_who_was_silent(
    chat_as: Callable[[str], Chat],
) -> None:
    leader, member = chat_as("leader"), chat_as("member")
    house = await only(leader)
    house.clock.move(FRIDAY)
    await member.say("3 vneid")
    await leader.say("/start")
    home = leader.seen()
    await look(house, MONDAY - timedelta(seconds=1))
    assert leader.seen() == home
    await look(house, MONDAY)
    told = leader.seen()
    names = ", ".join(OTHERS)
    assert told == [
        f"Tuần trước (30/11 – 06/12) tổ mình còn 4 người chưa ghi gì: {names}.{AFTER}",
        "  [Xem tổ tôi]",
        "  [Đừng nhắc nữa]",
        "  (Menu)",
    ]
    for hours in (1, 24, 48):
        await look(house, MONDAY + timedelta(hours=hours))
    await house.restart()
    await look(house, MONDAY)
    assert leader.seen() == told
    shown = await leader.say("[Xem tổ tôi]")
    assert shown[1] == "Tuần 30/11/2026 – 06/12/2026"
    # That was this week's message: on Friday nothing more comes.
    await look(house, FRIDAY + timedelta(days=7))
    assert leader.seen() == shown
    kept = [one for one in await house.ask(NUDGED) if one[0] == "Đỗ Văn Sáu"]
    assert kept == [("Đỗ Văn Sáu", "2026-12-07", "missed")]


async def test_only_a_leader_has_a_team(chat_as: Callable[[str], Chat]) -> None:
    for role in ("member", "official", "outsider", "stranger"):
        shown = await chat_as(role).say("/toituan")
        assert shown[0].startswith("Mục “Tổ tôi tuần này” không dành cho vai của")
