"""What is told of a correction: to the member at once, and in the history of the record."""

from collections.abc import Callable

from tests.chat import Chat
from tests.flows.books import later
from tests.flows.screens import RECEIPT, RECEIPT_OF_TWO, WRONG
from tests.flows.ways import WAYS


async def test_the_member_is_told_in_every_chat_and_its_own_language(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    house = member.house
    other = Chat(house, "terminal" if member.channel == "telegram" else "telegram", "member")
    for said in ("/ngonngu", "[English]"):
        await other.say(said)
    await member.say("3 vneid")
    told = len(house.shown["leader"])
    for said in (*WAYS["leader"], "[Sửa lại]", "[Sai số]", "2"):
        await leader.say(said)
    assert member.seen()[0] == (
        "Đỗ Văn Sáu đã sửa một việc bà ghi. Trước: Kích hoạt VNeID mức 2: 3 tài khoản, hôm nay, "
        "thứ bảy 21/11, An Khương. Nay: Kích hoạt VNeID mức 2: 2 tài khoản, hôm nay, "
        "thứ bảy 21/11, An Khương."
    )
    assert other.seen()[0].startswith(
        "Đỗ Văn Sáu corrected your record. Before: VNeID level 2 activated: 3"
    )
    await leader.say("[Hoàn tác]")
    assert member.seen()[:1] == [
        "Đỗ Văn Sáu đã bỏ một việc bà ghi: Kích hoạt VNeID mức 2: 2 tài khoản."
    ]
    assert other.seen()[0].startswith("Đỗ Văn Sáu took back your record: VNeID level 2 activated")
    # Nobody else hears of it, and one's own corrections are news to nobody.
    assert not any("took back" in text or "đã bỏ một việc" in text for text in
                   house.shown["official"] + house.shown["leader"][told:])  # fmt: skip
    await member.say("4 căn cước")
    await member.say("2 thôi")
    assert other.seen()[0].startswith("Đỗ Văn Sáu took back")


async def test_the_history_says_who_when_before_and_after(chat_as: Callable[[str], Chat]) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    await member.say("3 vneid")
    later(member.house, minutes=5)
    for said in (*WAYS["leader"], "[Sửa lại]", "[Sai số]", "5"):
        await leader.say(said)
    later(member.house, hours=1)
    await member.follow(f"""
        > /hoantac
        Đã ghi: Kích hoạt VNeID mức 2: 5 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 7 tài khoản.
        Mã: …
          {RECEIPT}
          (Menu)
        > nhầm rồi, 2 thôi không phải 5
        Đã sửa. Trước đó: Kích hoạt VNeID mức 2: 5 tài khoản, hôm nay, thứ bảy 21/11, An Khương.

        Đã ghi: Kích hoạt VNeID mức 2: 2 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 4 tài khoản.
        Mã: …
          {RECEIPT_OF_TWO}
          (Menu)
        > [Sửa lại]
        Kích hoạt VNeID mức 2: 2 tài khoản
        {WRONG}
        > [Xem đã sửa những gì]
        – 09:00 21/11, Trần Thị Hoa ghi: Kích hoạt VNeID mức 2: 3 tài khoản, hôm nay, …
        – 09:05 21/11, Đỗ Văn Sáu ghi: Kích hoạt VNeID mức 2: 5 tài khoản, hôm nay, …
        – 10:05 21/11, Trần Thị Hoa ghi: Kích hoạt VNeID mức 2: 2 tài khoản, hôm nay, …

        Đã ghi: Kích hoạt VNeID mức 2: 2 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 4 tài khoản.
        Mã: …
          {RECEIPT_OF_TWO}
          (Quay lại) (Menu)
    """)


async def test_the_history_tells_a_change_of_the_village(chat: Chat) -> None:
    for said in ("3 vneid", "[Sửa lại]", "[Sai thôn]", "[Gò Đá]", "[Sửa lại]"):
        await chat.say(said)
    before, after = (await chat.say("[Xem đã sửa những gì]"))[:2]
    assert "An Khương" in before
    assert "Gò Đá" in after
