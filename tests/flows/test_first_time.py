"""Helped for the first time: people helped is an estimate, a range, and never exact; gatherings."""

from collections.abc import Callable

from tests.chat import Chat
from tests.flows.books import added, entries, later, problems

ESTIMATE = "Số người được giúp (ước tính): "


async def test_the_estimate_is_a_range_of_what_was_told(chat_as: Callable[[str], Chat]) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    # A new week and month of the team: nothing is in it yet.
    later(member.house, days=10)
    assert not any(line.startswith(ESTIMATE) for line in await leader.say("/tonghop"))
    await member.say("5 vneid")
    assert f"{ESTIMATE}chưa rõ, nhiều nhất 5" in await leader.say("/tonghop")
    await member.follow("""
        > [Mấy người lần đầu?]
        Trong số đó, mấy người là lần đầu được tổ giúp trong tháng 12/2026?
          [Cả 5 đều lần đầu]
          [Không ai, đã giúp rồi]
          (Quay lại) (Menu)
    """)
    shown = await member.say("6")
    assert "  [Cả 5 đều lần đầu]" in shown
    assert await added(member.house) == ["AssistanceGiven"]
    shown = await member.say("3")
    assert shown[1] == "Lần đầu được giúp: 3 người."
    assert f"{ESTIMATE}3" in await leader.say("/tonghop")
    await leader.say("4 căn cước")
    assert f"{ESTIMATE}3 đến 7" in await leader.say("/tonghop")
    # Shops and gatherings are no people.
    for said in ("2 hộ mã qr", "1 tuyên truyền"):
        await leader.say(said)
    assert f"{ESTIMATE}3 đến 7" in await leader.say("/tonghop")
    # What was told last counts.
    for said in ("/hoantac", "[Mấy người lần đầu?]", "[Không ai, đã giúp rồi]"):
        await member.say(said)
    assert f"{ESTIMATE}chưa rõ, nhiều nhất 4" in await leader.say("/tonghop")
    assert await problems(member.house) == []


async def test_it_is_kept_through_a_correction_and_lost_where_it_cannot_be(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    later(member.house, days=10)
    for said in ("5 vneid", "[Mấy người lần đầu?]", "3", "[Sửa lại]", "[Sai ngày]", "hôm qua"):
        shown = await member.say(said)
    assert "Lần đầu được giúp: 3 người." in shown
    assert f"{ESTIMATE}3" in await leader.say("/tonghop")
    for said in ("/soto", "[Trần Thị Hoa]", "1", "[Sửa lại]", "[Sai số]", "4"):
        await leader.say(said)
    assert f"{ESTIMATE}3" in await leader.say("/tonghop")
    await member.say("/hoantac")
    await member.say("2 thôi, không phải 4")
    assert f"{ESTIMATE}chưa rõ, nhiều nhất 2" in await leader.say("/tonghop")
    for said in ("[Mấy người lần đầu?]", "[Cả 2 đều lần đầu]"):
        await member.say(said)
    assert f"{ESTIMATE}2" in await leader.say("/tonghop")
    await member.say("[Hoàn tác]")
    assert not any(line.startswith(ESTIMATE) for line in await leader.say("/tonghop"))


async def test_of_a_gathering_it_is_asked_how_many_came(chat: Chat) -> None:
    for said in ("/ghi", "Buổi tuyên truyền"):
        await chat.say(said)
    await chat.follow("""
        > 1
        Có bao nhiêu người dự? Gõ số, ví dụ 30.
          [Không đếm]
          (Quay lại) (Menu)
        > 45
        Đã ghi: Buổi tuyên truyền: 1 buổi.
        Người dự: 45.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 1 buổi.
        Mã: …
          [Ghi tiếp]
          [Hoàn tác]
          [Sửa lại]
          (Menu)
    """)
    later(chat.house, hours=1)
    for said in ("/ghi", "Buổi tuyên truyền", "1", "[Không đếm]"):
        shown = await chat.say(said)
    assert shown[1].startswith("Ngày: ")
    later(chat.house, hours=1)
    assert "Người dự: 20." in await chat.say("1 buổi tuyên truyền 20 người dự")
    assert [one[6] for one in await entries(chat.house)] == [45, None, 20]
    # The count is of gatherings, never of those who came.
    assert "– Buổi tuyên truyền: 3 buổi (kỳ trước: 0)" in await chat.say("/so")
