"""Doubles: what looks like the same help written down twice is asked about, and never dropped."""

from collections.abc import Callable

import pytest

from tests.chat import Chat
from tests.flows.books import book, later
from tests.flows.screens import RECEIPT

THREE = ("vneid_kich_hoat", "2026-11-21", 3)
BOTH, DROP = "[Ghi thêm, giữ cả hai]", "[Trùng, bỏ lần này]"


async def test_the_same_again_is_asked_about_and_kept_until_it_is_dropped(chat: Chat) -> None:
    await chat.say("3 vneid")
    later(chat.house, minutes=30)
    await chat.follow("""
        > 3 vneid
        Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 8 tài khoản.
        Mã: …
        Lúc 09:00 bà đã ghi y như vậy. Đây là ghi thêm hay bị trùng?
          [Ghi thêm, giữ cả hai]
          [Trùng, bỏ lần này]
          [Sửa lại]
          (Menu)
    """)
    # Whoever does not answer keeps both.
    await chat.say("menu")
    assert await book(chat.house) == [THREE, THREE]
    later(chat.house, minutes=1)
    shown = await chat.say("3 vneid")
    assert "Lúc 09:30 bà đã ghi y như vậy. Đây là ghi thêm hay bị trùng?" in shown
    await chat.follow(f"""
        > [Ghi thêm, giữ cả hai]
        Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 11 tài khoản.
        Mã: …
          {RECEIPT}
          (Quay lại) (Menu)
    """)
    assert await book(chat.house) == [THREE] * 3
    await chat.say("3 vneid")
    shown = await chat.say(DROP)
    assert shown[0] == "Đã bỏ: Kích hoạt VNeID mức 2: 3 tài khoản. Việc này không còn tính nữa."
    assert await book(chat.house) == [THREE] * 3


async def test_what_another_member_does_meanwhile_changes_nothing_on_her_screen(
    chat_as: Callable[[str], Chat],
) -> None:
    """Typed words are held against the buttons she sees, not against what they would be now."""
    first, second = chat_as("member"), chat_as("leader")
    await first.say("3 vneid")
    assert _asks(await second.say("3 vneid"))
    shown = await first.say("Hoàn tác")
    assert shown[0] == "Đã bỏ: Kích hoạt VNeID mức 2: 3 tài khoản. Việc này không còn tính nữa."
    shown = await second.say("Trùng, bỏ lần này")
    assert shown[0] == "Đã bỏ: Kích hoạt VNeID mức 2: 3 tài khoản. Việc này không còn tính nữa."
    assert await book(first.house) == []


async def test_two_members_are_asked_alike_and_either_can_drop_the_own(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    await leader.say("/ghi")
    await leader.say("Kích hoạt VNeID mức 2")
    await leader.say("[3]")
    later(member.house, minutes=29)
    shown = await member.say("3 vneid")
    assert "Lúc 09:00 Đỗ Văn Sáu cũng ghi y như vậy. Đây là ghi thêm hay bị trùng?" in shown
    await member.say(DROP)
    assert await book(member.house) == [THREE]
    shown = await leader.say("/so")
    assert "– Kích hoạt VNeID mức 2: 8 tài khoản (kỳ trước: 1)" in shown
    # What was dropped is no double any more, and the leader's is older than half an hour.
    later(member.house, minutes=2)
    assert not _asks(await member.say("3 vneid"))
    assert await book(member.house) == [THREE, THREE]


async def test_what_differs_or_is_long_ago_is_not_asked_about(
    chat_as: Callable[[str], Chat],
) -> None:
    member = chat_as("member")
    await member.say("3 vneid")
    for other in ("4 vneid", "3 dvc", "3 vneid ở Gò Đá", "hôm qua 3 vneid"):
        shown = await member.say(other)
        if shown[0] == "Tôi hiểu là:":
            shown = await member.say("[Đúng, ghi vào sổ]")
        assert shown[0].startswith("Đã ghi: "), shown
        assert not _asks(shown), shown
    # Another commune has villages, kinds of help and numbers too.
    assert not _asks(await chat_as("outsider").say("3 vneid"))
    later(member.house, minutes=30, seconds=1)
    assert not _asks(await member.say("3 vneid"))
    assert len(await book(member.house)) == 7


@pytest.mark.parametrize("number", ["1", "2", "3", "4"])
async def test_the_number_typed_again_drops_nothing(chat: Chat, number: str) -> None:
    for _nth in range(2):
        for said in ("/ghi", "Kích hoạt VNeID mức 2", number):
            shown = await chat.say(said)
    assert _asks(shown)
    await chat.say(number)
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-21", int(number))] * 2


async def test_a_correction_is_not_taken_for_a_double(chat: Chat) -> None:
    await chat.say("3 vneid")
    await chat.say("4 vneid")
    shown = await chat.say("3 thôi, không phải 4")
    assert shown[0].startswith("Đã sửa. ")
    assert not _asks(shown)
    assert await book(chat.house) == [THREE, THREE]


async def test_several_things_said_twice_are_asked_about_too(chat: Chat) -> None:
    for _nth in range(2):
        await chat.say("menu")
        shown = await chat.say("2 vneid, 3 dvc")
    assert any("y như vậy" in line for line in shown), shown


def _asks(shown: list[str]) -> bool:
    asks = f"  {DROP}" in shown
    assert asks is (f"  {BOTH}" in shown)
    return asks
