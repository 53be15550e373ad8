"""“Không phải”: other guides, other words once, then a person, however the guides were opened."""

from tests.chat import Chat
from tests.flows.test_search import NONE, OTHER_WORDS, UNSURE, WHO_KNOWS, gaps

WHAT = "Bà cần xem việc gì? Gõ vài chữ, hoặc chọn:"


async def test_other_words_are_asked_for_once_even_if_a_guide_is_opened_meanwhile(
    chat: Chat,
) -> None:
    await chat.say("mua máy cày trả góp")
    assert (await chat.say(NONE))[0] == OTHER_WORDS
    assert (await chat.say("hộ chiếu phổ thông"))[0] == "Làm hộ chiếu phổ thông"
    assert (await chat.say("không phải"))[0] == UNSURE
    assert (await chat.say("không phải"))[: len(WHO_KNOWS)] == WHO_KNOWS


async def test_a_guide_that_was_chosen_and_refused_is_not_offered_again(chat: Chat) -> None:
    assert (await chat.say("mật khẩu"))[0] == UNSURE
    chosen = "  [Quên mật khẩu VNeID]"
    assert (await chat.say(chosen.strip()))[0] == "Quên mật khẩu VNeID"
    shown = await chat.say("không phải")
    assert shown[0] == UNSURE
    assert chosen not in shown
    # Going back leads to the list it was chosen from.
    await chat.say("quay lại")
    assert chosen in await chat.say("quay lại")


async def test_a_no_where_words_are_asked_for_is_not_looked_for(chat: Chat) -> None:
    await chat.say("mua máy cày trả góp")
    assert (await chat.say("không phải"))[0] == OTHER_WORDS
    assert (await chat.say("không phải"))[: len(WHO_KNOWS)] == WHO_KNOWS
    assert await gaps(chat) == [("mua may cay tra gop", 1)]


async def test_a_no_to_nothing_asks_what_is_wanted(chat: Chat) -> None:
    assert (await chat.say("không phải"))[0] == WHAT
    # A guide from the shelf was not found for any words: there is nothing else it could be.
    await chat.say("[Tài khoản VNeID]")
    await chat.say("[Kích hoạt tài khoản định danh mức 2]")
    assert (await chat.say("không phải"))[0] == WHAT
    assert await gaps(chat) == []


async def test_a_plain_no_is_understood_at_a_trouble_too(chat: Chat) -> None:
    assert (await chat.say("trừ tiền rồi mà báo chưa nộp"))[0] == "Nộp phí, lệ phí trên Cổng"
    shown = await chat.say("không phải")
    assert shown[0] == UNSURE
    assert "  [Nộp phí, lệ phí trên Cổng]" not in shown
