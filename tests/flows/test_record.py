"""Recording help: three taps, a receipt that is true, and the way back."""

import re

from tests.chat import Chat
from tests.flows.books import book
from tests.flows.screens import ACTIVITIES, DAYS, HOME, HOW_MANY, RECEIPT, WRONG


async def test_three_taps_make_a_record(chat: Chat) -> None:
    await chat.follow(f"""
        > /start
        Chào bà Trần Thị Hoa! Hôm nay bà cần làm gì?
          {HOME}
        > [Ghi việc đã giúp]
        Bà vừa giúp việc gì?
          {ACTIVITIES}
        > [Kích hoạt VNeID mức 2]
        {HOW_MANY}
        > [3]
        Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 5 tài khoản.
        Mã: …
          {RECEIPT}
          (Menu)
    """)
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-21", 3)]


async def test_undo_takes_the_record_back_once(chat: Chat) -> None:
    await _record_three(chat)
    await chat.follow(f"""
        > [Hoàn tác]
        Đã bỏ: Kích hoạt VNeID mức 2: 3 tài khoản. Việc này không còn tính nữa.

        Bà muốn làm gì tiếp?
          {HOME}
    """)
    assert await book(chat.house) == []


async def test_a_number_in_words_is_a_number(chat: Chat) -> None:
    await _choose_activation(chat)
    assert (await chat.say("mười lăm"))[0] == (
        "Số này hơi nhiều: Kích hoạt VNeID mức 2: 15 tài khoản. Đúng vậy không?"
    )
    assert (await chat.say("[Đúng, ghi vào sổ]"))[0].startswith("Đã ghi: ")
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-21", 15)]


async def test_a_large_number_can_be_put_right_before_it_counts(chat: Chat) -> None:
    await _choose_activation(chat)
    await chat.follow(f"""
        > 30
        Số này hơi nhiều: Kích hoạt VNeID mức 2: 30 tài khoản. Đúng vậy không?
          [Không, sửa lại]
          [Đúng, ghi vào sổ]
          (Quay lại) (Menu)
        > [Không, sửa lại]
        {HOW_MANY}
    """)
    assert (await chat.say("3"))[0].startswith("Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản")
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-21", 3)]


async def test_what_is_no_number_is_asked_for_again(chat: Chat) -> None:
    await _choose_activation(chat)
    await chat.follow(f"""
        > 3 hôm qua
        Bà chỉ gõ một con số thôi, ví dụ 3.

        {HOW_MANY}
        > 1000
        Bà gõ một số từ 1 đến 999.

        {HOW_MANY}
        > nhiều lắm
        Bà chỉ gõ một con số thôi, ví dụ 3.

        Nếu vướng quá, gõ 0 để về menu, hoặc hỏi tổ trưởng, cán bộ xã.

        {HOW_MANY}
    """)
    assert await book(chat.house) == []


async def test_a_corrected_number_is_taken_for_a_number(chat: Chat) -> None:
    await _choose_activation(chat)
    await chat.say("30")
    assert (await chat.say("4"))[0] == "Đã ghi: Kích hoạt VNeID mức 2: 4 tài khoản."


async def test_a_count_typed_again_does_not_take_the_record_back(chat: Chat) -> None:
    for number in "12345":
        await chat.say("/ghi")
        await chat.say("[Kích hoạt VNeID mức 2]")
        await chat.say(number)
        await chat.say(number)
    assert [count for __, __, count in await book(chat.house)] == [1, 2, 3, 4, 5]


async def test_the_day_can_be_changed(chat: Chat) -> None:
    await _record_three(chat)
    await chat.follow(f"""
        > [Sửa lại]
        Kích hoạt VNeID mức 2: 3 tài khoản
        {WRONG}
        > [Sai ngày]
        Việc này làm ngày nào? Chọn, hoặc gõ, ví dụ 15/11.
          {DAYS}
          [chủ nhật 15/11]
          (Quay lại) (Menu)
        > 25/11
        Không ghi được cho ngày đó: chỉ hôm nay và 31 ngày trước.

        Việc này làm ngày nào? Chọn, hoặc gõ, ví dụ 15/11.
          {DAYS}
          [chủ nhật 15/11]
          (Quay lại) (Menu)
        > hôm qua
        Đã sửa. Trước đó: Kích hoạt VNeID mức 2: 3 tài khoản, hôm nay, thứ bảy 21/11, An Khương.

        Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản.
        Ngày: hôm qua, thứ sáu 20/11.
        Tuần này của bà: 5 tài khoản.
        Mã: …
          {RECEIPT}
          (Menu)
    """)
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-20", 3)]


async def test_back_from_the_receipt_cannot_record_twice(chat: Chat) -> None:
    await _record_three(chat)
    assert (await chat.say("quay lại"))[0].startswith("Chào bà Trần Thị Hoa!")
    await chat.say("3")
    assert await book(chat.house) == [("vneid_kich_hoat", "2026-11-21", 3)]


async def test_what_was_begun_can_be_taken_up_again(chat: Chat) -> None:
    await _choose_activation(chat)
    assert (await chat.say("menu"))[-1] == "  [Làm tiếp: Ghi việc đã giúp]"
    await chat.follow(f"""
        > [Làm tiếp: Ghi việc đã giúp]
        {HOW_MANY}
    """)


async def test_cancelling_leaves_nothing_behind(chat: Chat) -> None:
    await _choose_activation(chat)
    shown = await chat.say("huỷ")
    assert shown[:3] == ["Đã bỏ dở, chưa ghi gì.", "", "Bà muốn làm gì tiếp?"]
    assert shown[3] == "  [Ghi việc đã giúp]"


async def test_the_code_is_short_and_easy_to_read_out(chat: Chat) -> None:
    await _record_three(chat)
    code = chat.seen()[3]
    assert re.fullmatch(r"Mã: [2-9B-DF-HJKMNP-TV-Z]{5}\.", code)


async def _choose_activation(chat: Chat) -> None:
    await chat.say("/ghi")
    await chat.say("[Kích hoạt VNeID mức 2]")


async def _record_three(chat: Chat) -> None:
    await _choose_activation(chat)
    await chat.say("[3]")
