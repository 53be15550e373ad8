"""Looking for a guide: a miss leads to other words, then to a person, and is counted namelessly."""

from collections.abc import Callable

import pytest

from tests.chat import Chat
from tests.flows.books import added

UNSURE = "Tôi chưa chắc. Có phải một trong các bài này không?"
OTHER_WORDS = "Tôi chưa tìm ra. Bà nói cách khác giúp tôi, ngắn thôi cũng được."
WHO_KNOWS = [
    "Việc này tôi chưa rành. Bà hỏi người ở xã nhé:",
    "",
    "– VNeID, căn cước, cư trú: Công an xã",
    "– Việc khác: Trung tâm Phục vụ hành chính công xã",
]
NONE = "[Không phải các bài này]"


async def gaps(chat: Chat) -> list[tuple[str, int]]:
    found = await chat.house.ask("SELECT words, times FROM gaps ORDER BY words")
    return [(words, times) for words, times in found]


async def test_what_is_not_found_is_asked_once_more_and_then_a_person_is_named(chat: Chat) -> None:
    assert (await chat.say("mua máy cày trả góp"))[0] == UNSURE
    shown = await chat.say(NONE)
    assert shown[0] == OTHER_WORDS
    assert "Bà cần xem việc gì? Gõ vài chữ, hoặc chọn:" in shown
    assert (await chat.say("máy cày"))[0] == UNSURE
    shown = await chat.say(NONE)
    send = "  [Gửi câu hỏi cho cán bộ xã]"
    assert shown == [*WHO_KNOWS, send, "  [Tìm lại]", *shown[-1:]]
    # Then it begins anew.
    await chat.say("[Tìm lại]")
    await chat.say("mua máy cày trả góp")
    assert (await chat.say(NONE))[0] == OTHER_WORDS
    assert await gaps(chat) == [("may cay", 1), ("mua may cay tra gop", 2)]


@pytest.mark.parametrize("said", ["không phải", "ko phải bài này", "Khong phai", "hông phải"])
async def test_a_plain_no_is_understood(chat: Chat, said: str) -> None:
    assert (await chat.say("mua máy cày trả góp"))[0] == UNSURE
    assert (await chat.say(said))[0] == OTHER_WORDS


async def test_the_person_can_be_asked_for_at_once(chat: Chat) -> None:
    assert (await chat.say("mua máy cày trả góp"))[0] == UNSURE
    assert (await chat.say("[Hỏi cán bộ xã]"))[: len(WHO_KNOWS)] == WHO_KNOWS
    assert await gaps(chat) == [("mua may cay tra gop", 1)]


async def test_a_guide_that_was_opened_and_is_not_the_one_leads_to_the_others(chat: Chat) -> None:
    shown = await chat.say("hộ chiếu phổ thông")
    assert shown[0] == "Làm hộ chiếu phổ thông"
    shown = await chat.say("[Không phải bài này]")
    assert shown[0] == UNSURE
    assert "  [Làm hộ chiếu phổ thông]" not in shown
    assert (await chat.say("không phải"))[0] == OTHER_WORDS


async def test_a_guide_from_the_shelf_is_the_one_that_was_wanted(chat: Chat) -> None:
    await chat.say("/huongdan")
    await chat.say("[Tài khoản VNeID]")
    shown = await chat.say("[Kích hoạt tài khoản định danh mức 2]")
    assert "  [Không phải bài này]" not in shown


async def test_a_trouble_is_opened_where_it_is(chat: Chat) -> None:
    shown = await chat.say("trừ tiền rồi mà báo chưa nộp")
    assert shown[0] == "Nộp phí, lệ phí trên Cổng"
    assert shown[2] == "Trừ tiền rồi mà báo chưa nộp"
    # Nothing of the guide was read: what to beware of stands here too.
    assert any(line.startswith("⚠ ") for line in shown), shown
    assert "  [Không phải bài này]" in shown
    shown = await chat.say("[Xem cả bài]")
    assert "  [Bắt đầu]" in shown


async def test_a_trouble_among_others_is_opened_when_it_is_chosen(chat: Chat) -> None:
    assert (await chat.say("quá 7 ngày chưa kích hoạt"))[0] == UNSURE
    shown = await chat.say("[Kích hoạt tài khoản định danh mức 2]")
    assert shown[2] == "Quá 7 ngày chưa kích hoạt"


async def test_what_goes_wrong_is_understood_in_the_middle_of_a_guide(chat: Chat) -> None:
    await chat.say("quên mật khẩu vneid")
    for _question in range(4):
        shown = await chat.say("1")
    assert shown[0] == "Bước 1/8"
    assert (await chat.say("[Bước tiếp]"))[0] == "Bước 2/8"
    assert (await chat.say("không thấy mã otp về"))[0] == "Mã OTP không về"
    assert (await chat.say("[Về lại bước 2]"))[0] == "Bước 2/8"
    # Where several may be meant, the likeliest comes first.
    shown = await chat.say("không nhận mã otp")
    assert shown[:2] == ["Đang vướng chỗ nào?", "  [Mã OTP không về]"]
    await chat.say("quay lại")
    # What is nothing of this guide leaves the step where it is.
    shown = await chat.say("hôm nay trời đẹp")
    assert shown[0] == "Bà chọn bên dưới, hoặc gõ số bước, ví dụ “bước 3”."
    assert "Bước 2/8" in shown


async def test_a_question_that_might_be_a_record_can_still_be_recorded(chat: Chat) -> None:
    shown = await chat.say("khai tử cho ông nội")
    assert shown[0] == "Đăng ký khai tử"
    shown = await chat.say("[Tôi muốn ghi vào sổ]")
    assert shown[0] == "Tôi hiểu là:"
    assert await added(chat.house) == []
    assert (await chat.say("[Đúng, ghi vào sổ]"))[0].startswith("Đã ghi: ")


async def test_gaps_hold_no_name_and_no_number(chat: Chat) -> None:
    await chat.say("cô Bùi Thị Ổi 0999999999 mua máy cày trả góp 12 tháng")
    await chat.say(NONE)
    ((words, times),) = await gaps(chat)
    assert times == 1
    assert {"bui", "thi", "oi"}.isdisjoint(words.split())
    assert not any(sign.isdigit() for sign in words)
    columns = await chat.house.ask("SELECT name FROM pragma_table_info('gaps')")
    assert {name for (name,) in columns} == {"id", "commune_id", "words", "times", "last"}


async def test_the_official_sees_what_is_lacking_and_nobody_else(
    chat_as: Callable[[str], Chat],
) -> None:
    official, member = chat_as("official"), chat_as("member")
    assert (await official.say("/chuaco"))[0] == "Chưa ai tìm việc gì mà không có bài."
    for said in ("mua máy cày trả góp", NONE, "máy cày", NONE, "[Tìm lại]", "máy cày", NONE):
        await member.say(said)
    # A stranger belongs to no commune, and practice counts nowhere.
    for said in ("mua máy cày trả góp", NONE):
        await chat_as("stranger").say(said)
    for said in ("/tapthu", "[Bắt đầu tập]", "mua máy cày trả góp", NONE):
        await chat_as("leader").say(said)
    shown = await official.say("/chuaco")
    assert shown[:5] == [
        "Bà con trong xã tìm mà chưa có bài:",
        "– may cay: 2 lần, gần nhất hôm nay",
        "– mua may cay tra gop: 1 lần, gần nhất hôm nay",
        "",
        "Ở đây chỉ đếm chữ, không ghi ai tìm.",
    ]
    assert (await member.say("/chuaco"))[0] == "Mục “Việc chưa có bài” không dành cho vai của bà."
