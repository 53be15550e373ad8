"""Practice: everything works as always, is marked in every message, and counts nowhere."""

from collections.abc import Callable

import pytest

from tests.chat import Chat
from tests.flows.books import added, book, later, problems, totals
from tests.flows.screens import HOME

MARK = "【TẬP THỬ – không tính】"
OVER = "Hết tập thử. Từ giờ ghi gì là tính thật."
BEGIN = ("/tapthu", "[Bắt đầu tập]")
THREE = ("vneid_kich_hoat", "2026-11-21", 3)


async def test_what_is_practised_is_marked_everywhere_and_counts_nowhere(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    house = member.house
    before = await totals(house, "2026-W47")
    facts = await house.ask("SELECT count(*) FROM facts")
    await member.say("/tapthu")
    assert MARK not in member.seen()
    await member.say("[Bắt đầu tập]")
    # Recording, a double, corrections, a try, the first time, several at once, nothing to say.
    for said in (
        *("3 vneid", "3 vneid", "[Trùng, bỏ lần này]", "3 vneid", "[Ghi thêm, giữ cả hai]"),
        *("[Sửa lại]", "[Sai số]", "4", "[Sửa lại]", "[Sai thôn]", "[Gò Đá]", "[Sửa lại]"),
        *("[Xem đã sửa những gì]", "[Hoàn tác]", "2 căn cước", "[Mấy người lần đầu?]", "1"),
        *("/chuaxong", "[Kích hoạt VNeID mức 2]", "[Lý do khác]", "[Hoàn tác]"),
        *("2 vneid, 3 dvc", "[Hoàn tác cả]", "hôm qua 3 dvc", "[Đúng, ghi vào sổ]"),
        *("/khongco", "/so", "[Các lần ghi gần đây]", "0", "quên mật khẩu vneid", "/trogiup"),
        *("menu", "2 vneid cho số 0900000000", "xyz xyz"),
    ):
        shown = await member.say(said)
        assert MARK in shown[:3], (said, shown)
    assert await book(house, "practice") == [
        THREE,
        ("can_cuoc_van_dong", "2026-11-21", 2),
        ("dvc_huong_dan", "2026-11-20", 3),
        ("vneid_kich_hoat", "2026-11-21", 2),
    ]
    assert await added(house) == ["PracticeChosen"]
    assert await totals(house, "2026-W47") == before
    assert await house.ask("SELECT count(*) FROM facts") == [(facts[0][0] + 1,)]
    assert await problems(house) == []
    # Others see nothing of it, are asked about no double, and are told nothing.
    shown = await leader.say("3 vneid")
    assert MARK not in shown
    assert not any("y như vậy" in line for line in shown), shown
    for said in ("/soto", "[Trần Thị Hoa]"):
        shown = await leader.say(said)
    assert shown[1] == "  [hôm nay: 1 lượt – Hướng dẫn dịch vụ công]"
    # Nor does the own other chat, which does not practise.
    other = Chat(house, "terminal" if member.channel == "telegram" else "telegram", "member")
    shown = await other.say("/so")
    assert "– Kích hoạt VNeID mức 2: 2 tài khoản (kỳ trước: 1)" in shown
    assert MARK not in shown


async def test_it_is_ended_by_the_same_word_and_then_everything_counts(chat: Chat) -> None:
    for said in (*BEGIN, "3 vneid"):
        await chat.say(said)
    await chat.follow(f"""
        > tập thử
        {MARK}

        Bà đang tập thử. Tập tiếp hay thôi?
          [Thôi tập]
          [Tập tiếp]
          (Menu)
        > [Tập tiếp]
        {MARK}

        Chào bà Trần Thị Hoa! Hôm nay bà cần làm gì?
          {HOME}
        > tập thử
        {MARK}

        Bà đang tập thử. Tập tiếp hay thôi?
          [Thôi tập]
          [Tập tiếp]
          (Menu)
        > [Thôi tập]
        {OVER}

        Bà muốn làm gì tiếp?
          {HOME}
    """)
    # The same help is no double of what was practised.
    shown = await chat.say("3 vneid")
    assert shown[:3] == [
        "Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản.",
        "Ngày: hôm nay, thứ bảy 21/11.",
        "Tuần này của bà: 5 tài khoản.",
    ]
    assert not any("y như vậy" in line for line in shown)
    assert await book(chat.house) == [THREE]


async def test_it_ends_by_itself_after_two_hours_and_says_so_once(chat: Chat) -> None:
    for said in (*BEGIN, "3 vneid"):
        await chat.say(said)
    later(chat.house, hours=1, minutes=50)
    await chat.house.restart()
    assert (await chat.say("2 dvc"))[0] == MARK
    later(chat.house, minutes=15)
    # What stands on the screen is of practice; pressing it changes nothing that counts.
    shown = await chat.say("[Hoàn tác]")
    assert shown[0] == OVER
    assert MARK not in shown
    assert await book(chat.house) == []
    shown = await chat.say("3 vneid")
    assert shown[0] == "Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản."
    assert OVER not in shown
    assert await book(chat.house) == [THREE]
    assert await book(chat.house, "practice") == [THREE, ("dvc_huong_dan", "2026-11-21", 2)]


@pytest.mark.parametrize("way", [("[Hoàn tác]",), ("2 thôi",), ("[Sửa lại]",)])
async def test_what_was_recorded_before_cannot_be_changed_from_practice(
    chat: Chat, way: tuple[str, ...]
) -> None:
    house = chat.house
    await chat.say("3 vneid")
    other = Chat(house, "terminal" if chat.channel == "telegram" else "telegram", "member")
    for said in (*BEGIN, "/hoantac"):
        shown = await chat.say(said)
    assert shown[2] == "Chưa ghi việc nào."
    assert await other.say("/hoantac")
    assert other.seen()[0] == "Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản."
    # The receipt still stands where practice begins below it.
    for said in BEGIN:
        await other.say(said)
    await other.say("làm tiếp")
    for said in way:
        await other.say(said)
    assert await book(house) == [THREE]
    assert await added(house) == ["AssistanceGiven", "PracticeChosen", "PracticeChosen"]


async def test_nobody_sees_what_another_practises(chat_as: Callable[[str], Chat]) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    for who in (member, leader):
        for said in BEGIN:
            await who.say(said)
    await member.say("3 vneid")
    shown = await leader.say("3 vneid")
    assert not any("Hoa" in line for line in shown), shown
    for said in ("/soto", "[Trần Thị Hoa]"):
        shown = await leader.say(said)
    assert not any("3 tài khoản" in line for line in shown), shown


async def test_leaving_the_team_is_not_practised(chat: Chat) -> None:
    for said in (*BEGIN, "/toi", "[Rời tổ, xoá thông tin]"):
        shown = await chat.say(said)
    assert "Việc này không tập thử được. Bà thôi tập rồi hãy làm." in shown
    left = await chat.house.ask("SELECT count(*) FROM people WHERE left_at IS NOT NULL")
    assert left == [(0,)]
