"""Quick entries and their days: closed periods, midnight, and lines that are read late."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.channels.terminal import typed
from bot.domain.chat import Address
from bot.domain.clock import VIET_NAM
from bot.store.closings import around
from tests.chat import Chat
from tests.flows.books import added, book
from tests.flows.screens import DAYS, YES
from tests.house import House


async def test_a_day_of_a_closed_period_is_neither_offered_nor_taken(
    chat: Chat, chat_as: Callable[[str], Chat]
) -> None:
    await _close_last_week(chat_as("official"))
    before = await added(chat.house)
    await chat.follow(f"""
        > 15/11 3 vneid
        Ngày đó thuộc kỳ đã chốt. Bà chọn ngày khác.

        – Kích hoạt VNeID mức 2: 3 tài khoản
        Tính vào ngày nào? Chọn, hoặc gõ, ví dụ 15/11.
          {DAYS}
          (Menu)
    """)
    assert "Tính vào ngày nào? Chọn, hoặc gõ, ví dụ 15/11." in await chat.say("14/11")
    assert await added(chat.house) == before
    assert (await chat.say("thứ hai"))[0] == "Tôi hiểu là:"
    await chat.say(YES)
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-16", 3)]


async def test_of_two_entries_the_one_of_a_closed_day_is_given_another(
    chat: Chat, chat_as: Callable[[str], Chat]
) -> None:
    await _close_last_week(chat_as("official"))
    await chat.say("hôm nay 2 vneid, 15/11 3 dvc")
    assert (await chat.say("[thứ hai 16/11]"))[0] == "Tôi hiểu là:"
    await chat.say(YES)
    assert await book(chat.house) == [
        ("vneid_kich_hoat", "2026-11-21", 2),
        ("dvc_huong_dan", "2026-11-16", 3),
    ]


async def test_what_is_confirmed_after_its_period_was_closed_counts_today(
    chat: Chat, chat_as: Callable[[str], Chat]
) -> None:
    await chat.say("15/11 3 vneid")
    await _close_last_week(chat_as("official"))
    assert "Kỳ đó đã chốt: phần chênh tính vào hôm nay." in await chat.say(YES)
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-21", 3)]
    assert await chat.house.ask("SELECT adjusts FROM facts ORDER BY id DESC LIMIT 1") == [
        ("2026-11-15",)
    ]


async def test_a_line_written_before_midnight_counts_on_the_day_it_was_written(
    chat: Chat,
) -> None:
    shown = await _late(
        chat,
        ["3 vneid"],
        written=datetime(2026, 11, 22, 23, 59, 30, tzinfo=VIET_NAM),
        read=datetime(2026, 11, 23, 0, 0, 30, tzinfo=VIET_NAM),
    )
    assert shown[1:3] == ["Ngày: hôm nay, chủ nhật 22/11.", "Tuần này của bà: 5 tài khoản."]
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-22", 3)]


async def test_a_record_that_comes_late_does_not_change_a_closed_period(
    chat: Chat, chat_as: Callable[[str], Chat]
) -> None:
    await chat.say("/ghi")
    await chat.say("[Kích hoạt VNeID mức 2]")

    async def close() -> None:
        await _close_last_week(chat_as("official"))

    await _late(
        chat,
        ["3"],
        written=datetime(2026, 11, 22, 23, 59, 30, tzinfo=VIET_NAM),
        read=datetime(2026, 11, 23, 8, tzinfo=VIET_NAM),
        meanwhile=close,
    )
    async with chat.house.database.read() as tx:
        for __, day, __count in await book(chat.house):
            assert await around(tx, 1, datetime.fromisoformat(day).date()) is None


async def _close_last_week(official: Chat) -> None:
    for said in ("/tonghop", "[Kỳ trước]", "[Chốt kỳ này]", "[Chốt]"):
        shown = await official.say(said)
    assert shown[0].startswith("Đã chốt kỳ "), shown


async def _late(
    chat: Chat,
    lines: list[str],
    *,
    written: datetime,
    read: datetime,
    meanwhile: Callable[[], Awaitable[None]] | None = None,
) -> list[str]:
    """Have lines read later than they were written, and something happen in between."""
    house: House = chat.house
    house.clock.move(read)
    if meanwhile:
        await meanwhile()
    house.clock.move(written)
    if chat.channel == "telegram":
        for line in lines:
            house.people[chat.role].say(line)
        house.clock.move(read)
        await house.telegram_settles()
        return chat.seen()
    late = [
        typed(Address("terminal", chat.role), line, nth=nth, at=written)
        for nth, line in enumerate(lines)
    ]
    house.clock.move(read)
    await house.app.desk.receive(late)
    await house.app.settle()
    return chat.seen()
