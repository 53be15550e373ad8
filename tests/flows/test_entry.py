"""Quick entries: one typed line is recorded where it is sure; what is not sure is asked about."""

from collections.abc import Awaitable, Callable
from datetime import datetime

import pytest

from bot.channels.terminal import typed
from bot.domain.chat import Address
from bot.domain.clock import VIET_NAM
from bot.store.closings import around
from tests.chat import Chat
from tests.flows.books import added, book, entries
from tests.house import House

YES = "[Đúng, ghi vào sổ]"
TODAY = "[hôm nay, thứ bảy 21/11]"
# What is typed, what is shown of it, what answers the questions, and what is recorded then; the
# last answer is the yes, and nothing may be in the ledger before it.
ASKED = {
    "not today": (
        "hôm qua 3 vneid",
        "– Kích hoạt VNeID mức 2: 3 tài khoản, hôm qua, thứ sáu 20/11",
        (),
        ("vneid_kich_hoat", "2026-11-20", 3),
    ),
    "a lot": (
        "12 dvc",
        "– Hướng dẫn dịch vụ công: 12 lượt, hôm nay, thứ bảy 21/11",
        (),
        ("dvc_huong_dan", "2026-11-21", 12),
    ),
    "a vague number": (
        "một vài vneid",
        "Bao nhiêu tài khoản? Gõ số, ví dụ 3.",
        ("4",),
        ("vneid_kich_hoat", "2026-11-21", 4),
    ),
    "a level or a number": (
        "kích hoạt vneid 1",
        "Chưa rõ số này là mấy tài khoản hay là “mức 2”.",
        ("2",),
        ("vneid_kich_hoat", "2026-11-21", 2),
    ),
    "no kind of help": (
        "buổi hỗ trợ: 12 người",
        "– số 12, hôm nay, thứ bảy 21/11",
        ("[Hướng dẫn dịch vụ công]",),
        ("dvc_huong_dan", "2026-11-21", 12),
    ),
    "a day to come": (
        "mai 3 vneid",
        "Ngày đó chưa tới; việc làm rồi mới ghi.",
        (TODAY,),
        ("vneid_kich_hoat", "2026-11-21", 3),
    ),
    "no day at all": (
        "30/2 làm 3 vneid",
        "Không có ngày đó.",
        ("thứ năm",),
        ("vneid_kich_hoat", "2026-11-19", 3),
    ),
}


@pytest.mark.parametrize("resting", [(), ("1 dvc",), ("/ghi",), ("/so",)])
async def test_a_sure_line_is_recorded_and_answered_in_one_message(
    chat: Chat, resting: tuple[str, ...]
) -> None:
    for words in resting:
        await chat.say(words)
    before = await book(chat.house)
    await chat.follow("""
        > 3 vneid cho bà con
        Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 5 tài khoản.
        Mã: …
          [Ghi tiếp]
          [Hoàn tác]
          [Sửa lại]
          [Mấy người lần đầu?]
          (Menu)
    """)
    assert await book(chat.house) == [*before, ("vneid_kich_hoat", "2026-11-21", 3)]


@pytest.mark.parametrize("resting", [("/ghi",), ("/so", "[Các lần ghi gần đây]")])
async def test_a_sure_line_is_recorded_also_where_labels_are_alike(
    chat: Chat, resting: tuple[str, ...]
) -> None:
    for words in resting:
        await chat.say(words)
    assert (await chat.say("2 vneid"))[0] == "Đã ghi: Kích hoạt VNeID mức 2: 2 tài khoản."


async def test_what_is_not_sure_is_shown_and_recorded_only_after_a_yes(chat: Chat) -> None:
    expected: list[tuple[str, str, int]] = []
    for words, reading, answers, entry in ASKED.values():
        shown = await chat.say(words)
        for answer in answers:
            assert reading in shown, shown
            assert await book(chat.house) == expected
            shown = await chat.say(answer)
        assert shown[0] == "Tôi hiểu là:", shown
        assert answers or reading in shown, shown
        assert shown[-4:] == ["Ghi như vậy nhé?", f"  {YES}", "  [Không]", shown[-1]]
        assert await book(chat.house) == expected
        assert (await chat.say(YES))[0].startswith("Đã ghi: ")
        expected.append(entry)
        assert await book(chat.house) == expected
    assert await added(chat.house) == ["AssistanceGiven"] * len(ASKED)


async def test_a_reading_that_is_refused_leaves_nothing_behind(chat: Chat) -> None:
    for words, __, answers, __entry in ASKED.values():
        for said in (words, *answers):
            await chat.say(said)
        shown = await chat.say("[Không]")
        assert "Chưa ghi gì cả. Bà muốn làm gì?" in shown, shown
        assert "  [Ghi từng bước]" in shown, shown
        assert (await chat.say("[Không ghi]"))[0] == "Vâng, tôi không ghi."
    assert await added(chat.house) == []


async def test_one_number_over_two_villages_or_days_is_not_divided(chat: Chat) -> None:
    await chat.follow("""
        > 5 vneid ở An Khương và Thọ An
        Một số mà hai thôn thì tôi không chia được. Bà ghi riêng từng thôn nhé.
        Chưa ghi gì cả. Bà muốn làm gì?
          [Ghi từng bước]
          […
          [Không ghi]
          (Menu)
        > 2 vneid ở Thọ An
        Đã ghi: Kích hoạt VNeID mức 2: 2 tài khoản.
        Thôn: Thọ An.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 4 tài khoản.
        Mã: …
          [Ghi tiếp]
          [Sửa lại]
          [Hoàn tác]
          [Mấy người lần đầu?]
          (Menu)
        > 5 vneid hôm qua và hôm kia
        Một số mà mấy ngày thì tôi không chia được. Bà ghi riêng từng ngày nhé.
        Chưa ghi gì cả. Bà muốn làm gì?
          [Ghi từng bước]
          […
          [Không ghi]
          (Menu)
        > [Ghi từng bước]
        Bà vừa giúp việc gì?
          [Kích hoạt VNeID mức 2]
          [Sổ sức khoẻ, bảo hiểm y tế]
          [Hướng dẫn dịch vụ công]
          [Hộ buôn bán nhận tiền QR]
          [Tài khoản nhận an sinh]
          [Nhắc phòng lừa đảo]
          [Vận động làm căn cước]
          (Quay lại) (Xem thêm) (Menu)
    """)
    (one,) = await entries(chat.house)
    assert one[1:6] == ("vneid_kich_hoat", "2026-11-21", 2, "Thọ An", "Trần Thị Hoa")


async def test_several_kinds_of_help_in_one_line_have_one_receipt(chat: Chat) -> None:
    await chat.follow("""
        > 2 vneid, 3 dvc ở Gò Đá
        Đã ghi:
        – Kích hoạt VNeID mức 2: 2 tài khoản, hôm nay, thứ bảy 21/11, Gò Đá
        – Hướng dẫn dịch vụ công: 3 lượt, hôm nay, thứ bảy 21/11, Gò Đá
          [Ghi tiếp]
          [Hoàn tác cả]
          [Sửa một việc]
          (Menu)
        > [Sửa một việc]
        Việc nào?
          [hôm nay: 2 tài khoản – Kích hoạt VNeID mức 2]
          [hôm nay: 3 lượt – Hướng dẫn dịch vụ công]
          (Quay lại) (Menu)
        > [hôm nay: 3 lượt – Hướng dẫn dịch vụ công]
        Đã ghi: Hướng dẫn dịch vụ công: 3 lượt.
        Thôn: Gò Đá.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 4 lượt.
        Mã: …
          [Ghi tiếp]
          [Hoàn tác]
          [Sửa lại]
          [Mấy người lần đầu?]
          (Quay lại) (Menu)
        > 4 thôi, không phải 3
        Đã sửa. Trước đó: Hướng dẫn dịch vụ công: 3 lượt, hôm nay, thứ bảy 21/11, Gò Đá.

        Đã ghi: Hướng dẫn dịch vụ công: 4 lượt.
        Thôn: Gò Đá.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 5 lượt.
        Mã: …
          [Ghi tiếp]
          [Hoàn tác]
          [Sửa lại]
          [Mấy người lần đầu?]
          (Menu)
        > hôm qua 1 vneid, hôm nay 1 căn cước
        Tôi hiểu là:
        – Kích hoạt VNeID mức 2: 1 tài khoản, hôm qua, thứ sáu 20/11
        – Vận động làm căn cước: 1 người, hôm nay, thứ bảy 21/11
        Ghi như vậy nhé?
          [Đúng, ghi vào sổ]
          [Không]
          (Menu)
        > [Đúng, ghi vào sổ]
        Đã ghi:
        – Kích hoạt VNeID mức 2: 1 tài khoản, hôm qua, thứ sáu 20/11, An Khương
        – Vận động làm căn cước: 1 người, hôm nay, thứ bảy 21/11, An Khương
          [Ghi tiếp]
          [Hoàn tác cả]
          [Sửa một việc]
          (Menu)
        > [Hoàn tác cả]
        Đã bỏ hết mấy việc vừa ghi. Không còn tính nữa.

        Bà muốn làm gì tiếp?
          [Ghi việc đã giúp]
          [Xem hướng dẫn]
          [Sổ của tôi]
          [Rà soát hộ]
          [Trợ giúp]
    """)
    assert [one[1:5] for one in await entries(chat.house)] == [
        ("vneid_kich_hoat", "2026-11-21", 2, "Gò Đá"),
        ("dvc_huong_dan", "2026-11-21", 4, "Gò Đá"),
    ]


async def test_a_question_opens_a_guide_and_records_nothing(chat: Chat) -> None:
    for words, guide in (
        ("quên mật khẩu vneid thì làm sao", "Quên mật khẩu VNeID"),
        ("kích hoạt vneid mức 2", "Kích hoạt tài khoản định danh mức 2"),
    ):
        assert (await chat.say(words))[0] == guide
        await chat.say("0")
    assert await added(chat.house) == []


async def test_a_citizens_number_is_hidden_and_the_count_is_kept(chat: Chat) -> None:
    shown = await chat.say("2 vneid cho số 0900000000")
    assert shown[0].startswith("Tôi đã che chỗ riêng tư (số, mã, ngày sinh) trong tin vừa rồi")
    assert shown[2] == "Đã ghi: Kích hoạt VNeID mức 2: 2 tài khoản."
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-21", 2)]
    for table in ("inbox", "chats", "facts", "letters"):
        rows = await chat.house.ask(f"SELECT * FROM {table}")  # noqa: S608
        assert "0900000000" not in str(rows)


async def test_a_day_of_a_closed_period_is_neither_offered_nor_taken(
    chat: Chat, chat_as: Callable[[str], Chat]
) -> None:
    await _close_last_week(chat_as("official"))
    before = await added(chat.house)
    await chat.follow("""
        > 15/11 3 vneid
        Ngày đó thuộc kỳ đã chốt. Bà chọn ngày khác.

        – Kích hoạt VNeID mức 2: 3 tài khoản
        Tính vào ngày nào? Chọn, hoặc gõ, ví dụ 15/11.
          [hôm nay, thứ bảy 21/11]
          [hôm qua, thứ sáu 20/11]
          [thứ năm 19/11]
          [thứ tư 18/11]
          [thứ ba 17/11]
          [thứ hai 16/11]
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


async def test_only_members_record_by_typing(chat_as: Callable[[str], Chat]) -> None:
    for role in ("official", "stranger"):
        shown = await chat_as(role).say("3 vneid")
        assert not shown[0].startswith("Đã ghi"), shown
        assert not any(YES in line for line in shown), shown
    assert (await chat_as("outsider").say("3 vneid"))[0].startswith("Đã ghi: ")
    (one,) = await entries(chat_as("member").house)
    assert one[1:6] == ("vneid_kich_hoat", "2026-11-21", 3, "Suối Cát", "Thạch Minh Trí")


async def test_an_ordinary_entry_takes_three_taps_or_one_message(chat: Chat) -> None:
    activities = await chat.house.ask(
        "SELECT activity FROM facts WHERE activity IS NOT NULL GROUP BY activity"
    )
    assert len(activities) == 16
    await chat.say("/start")
    for way in (
        ["[Ghi việc đã giúp]", "[Kích hoạt VNeID mức 2]", "[4]"],
        ["[Ghi tiếp]", "[Hướng dẫn dịch vụ công]", "[3]"],
        ["4 căn cước"],
    ):
        assert len(way) <= 3
        for said in way:
            shown = await chat.say(said)
        assert shown[0].startswith("Đã ghi: "), shown
    assert [count for __, __day, count in await book(chat.house)] == [4, 3, 4]


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
