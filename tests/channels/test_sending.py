"""Letters over the real client to a strict Bot API: sent, put in place of others, pressed."""

import pytest
from telegram import Bot

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.reading import read
from bot.channels.telegram.sending import delete, send
from bot.domain.chat import Address, Letter, Part, Press
from bot.domain.clock import FixedClock
from bot.domain.errors import Undelivered
from tests.botapi import BotApi, Person
from tests.house import NOW

MAI = Address("telegram", "11")
LINES = (
    (1, "Ghi việc đã giúp"),
    (2, "Xem hướng dẫn"),
    (8, "Quay lại"),
    (9, "Xem thêm"),
    (0, "Menu"),
)
# Eighteen nines: far more screens than a chat will ever have.
LARGEST = 10**18 - 1


def _shown(person: Person) -> list[str]:
    return [one.text for one in person.screen if one.who == "bot"]


async def test_choices_are_buttons_one_a_row_with_the_moves_side_by_side(
    bot: Bot, mai: Person
) -> None:
    await send(bot, MAI, Part("Làm gì đây?", LINES, screen=7))
    assert mai.screen[-1].text == "Làm gì đây?"
    assert mai.screen[-1].buttons == (
        ("Ghi việc đã giúp",),
        ("Xem hướng dẫn",),
        ("Quay lại", "Xem thêm", "Menu"),
    )


async def test_offered_numbers_stand_in_one_row(bot: Bot, mai: Person) -> None:
    numbers = tuple((n, str(n)) for n in range(1, 6))
    await send(bot, MAI, Part("Bao nhiêu?", (*numbers, (0, "Menu")), screen=7))
    assert mai.screen[-1].buttons == (("1", "2", "3", "4", "5"), ("Menu",))


async def test_standing_choices_are_lasting_keys_two_a_row(bot: Bot, mai: Person) -> None:
    lines = ((1, "Ghi việc"), (2, "Hướng dẫn"), (3, "Sổ của tôi"))
    await send(bot, MAI, Part("Chào bà!", lines, screen=1, standing=True))
    assert mai.keyboard == (("Ghi việc", "Hướng dẫn"), ("Sổ của tôi",))
    assert mai.screen[-1].buttons == ()


async def test_words_arrive_as_they_are_and_links_show_no_preview(
    api: BotApi, bot: Bot, mai: Person
) -> None:
    words = "<b>Thẻ</b> & *sao* _gạch_ [x](https://dichvucong.gov.vn) \\ 😀"
    await send(bot, MAI, Part(words))
    assert _shown(mai) == [words]
    sent = api.calls_to("sendMessage")[0].params
    assert sent == {"chat_id": 11, "text": words, "link_preview_options": {"is_disabled": True}}


async def test_an_answer_takes_the_place_of_its_question(
    api: BotApi, bot: Bot, mai: Person
) -> None:
    await send(bot, MAI, Part("Bao nhiêu?", LINES, screen=7))
    asked = mai.screen[-1].message_id
    await send(bot, MAI, Part("Đã ghi: 3.", ((0, "Menu"),), screen=8, edits=str(asked)))
    assert (mai.screen[-1].message_id, mai.screen[-1].text) == (asked, "Đã ghi: 3.")
    assert mai.screen[-1].buttons == (("Menu",),)
    assert len(api.calls_to("sendMessage")) == 1


async def test_what_is_there_already_is_delivered(api: BotApi, bot: Bot, mai: Person) -> None:
    await send(bot, MAI, Part("Đã ghi: 3.", LINES, screen=8))
    same = Part("Đã ghi: 3.", LINES, screen=8, edits=str(mai.screen[-1].message_id))
    await send(bot, MAI, same)
    assert _shown(mai) == ["Đã ghi: 3."]
    assert [call.status for call in api.calls_to("editMessageText")] == [400]


@pytest.mark.parametrize("edits", ["999", "1"])
async def test_what_cannot_be_replaced_is_sent_anew(
    api: BotApi, bot: Bot, mai: Person, edits: str
) -> None:
    """Message 999 is gone; message 1 is the person's own."""
    await send(bot, MAI, Part("Đã ghi: 3.", LINES, screen=8, edits=edits))
    assert _shown(mai) == ["Đã ghi: 3."]
    assert mai.screen[-1].buttons[-1] == ("Quay lại", "Xem thêm", "Menu")
    assert len(api.calls_to("editMessageText")) == 1


async def test_a_message_that_telegram_calls_invalid_is_sent_anew(
    api: BotApi, bot: Bot, mai: Person
) -> None:
    api.fault("editMessageText", status=400, description="Bad Request: MESSAGE_ID_INVALID")
    await send(bot, MAI, Part("Đã ghi: 3.", edits="1"))
    assert _shown(mai) == ["Đã ghi: 3."]


async def test_lasting_keys_come_with_a_new_message_and_the_old_buttons_go(
    bot: Bot, mai: Person
) -> None:
    await send(bot, MAI, Part("Bỏ chứ?", LINES, screen=7))
    asked = str(mai.screen[-1].message_id)
    await send(bot, MAI, Part("Đã bỏ.", ((1, "Ghi việc"),), 8, standing=True, edits=asked))
    assert [(one.text, one.buttons) for one in mai.screen[1:]] == [("Bỏ chứ?", ()), ("Đã bỏ.", ())]
    assert mai.keyboard == (("Ghi việc",),)


async def test_lasting_keys_come_even_if_the_old_message_is_gone(bot: Bot, mai: Person) -> None:
    await send(bot, MAI, Part("Đã bỏ.", ((1, "Ghi việc"),), 8, standing=True, edits="999"))
    assert (_shown(mai), mai.keyboard) == (["Đã bỏ."], (("Ghi việc",),))


@pytest.mark.parametrize("screen", [1, 4_294_967_296, LARGEST])
async def test_a_button_knows_its_screen_however_many_there_were(
    api: BotApi, bot: Bot, mai: Person, screen: int
) -> None:
    await send(bot, MAI, Part("Làm gì đây?", LINES, screen=screen))
    markup = api.calls_to("sendMessage")[0].params["reply_markup"]["inline_keyboard"]
    data = [button["callback_data"] for row in markup for button in row]
    assert max(len(one.encode()) for one in data) <= 64
    pressed = []
    for __, label in LINES:
        mai.press(label)
    for update in await api.updates.poll(0, 100, 0):
        incoming = read(update, bot, NOW) if "callback_query" in update else None
        pressed += [incoming.said] if incoming else []
    assert pressed == [Press(screen, digit) for digit, __ in LINES]


async def test_a_long_letter_arrives_whole_in_order_with_its_choices_last(
    bot: Bot, mai: Person
) -> None:
    telegram = Telegram(bot, FixedClock(NOW), {"vi": []})
    text = "\n\n".join(f"Đoạn {nth}: {'chữ ' * 60}." for nth in range(50))
    letter = Letter(1, MAI, text, LINES, 7, standing=False, typed_numbers=False)
    for part in telegram.parts(letter):
        await telegram.send(MAI, part)
    shown = _shown(mai)
    assert len(text) > 3 * 4096
    assert max(map(len, shown)) <= 4096
    assert "\n\n".join(shown) == text
    assert [bool(one.buttons) for one in mai.screen[1:]] == [False] * (len(shown) - 1) + [True]


async def test_a_message_of_the_person_is_taken_out_of_the_chat(bot: Bot, mai: Person) -> None:
    said = mai.say("một")
    mai.say("hai")
    await delete(bot, MAI, str(said.message_id))
    assert [one.text for one in mai.screen] == ["/start", "hai"]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "Bad Request: message to delete not found"),
        (400, "Bad Request: message can't be deleted for everyone"),
        (400, "Bad Request: chat not found"),
        (403, "Forbidden: bot was blocked by the user"),
    ],
)
async def test_a_message_that_cannot_go_is_no_error(
    api: BotApi, bot: Bot, mai: Person, status: int, words: str
) -> None:
    said = mai.say("một")
    api.fault("deleteMessage", status=status, description=words)
    await delete(bot, MAI, str(said.message_id))
    assert [call.status for call in api.calls_to("deleteMessage")] == [status]


async def test_a_message_that_is_gone_is_deleted_again_without_harm(bot: Bot, mai: Person) -> None:
    said = mai.say("một")
    for _time in range(2):
        await delete(bot, MAI, str(said.message_id))
    assert [one.text for one in mai.screen] == ["/start"]


async def test_what_may_go_later_is_tried_later(api: BotApi, bot: Bot, mai: Person) -> None:
    said = str(mai.say("một").message_id)
    api.fault("deleteMessage", status=429, retry_after=7)
    api.fault("deleteMessage", status=502, description="Bad Gateway")
    api.fault("deleteMessage", drop="after")
    told = []
    for _time in range(3):
        with pytest.raises(Undelivered) as raised:
            await delete(bot, MAI, said)
        told.append((raised.value.why, raised.value.after, raised.value.unknown))
    # That it may be gone already does not matter: it is simply deleted again.
    assert told == [
        ("RetryAfter", 7.0, False),
        ("NetworkError", None, False),
        ("NetworkError", None, False),
    ]
    await delete(bot, MAI, said)
    assert [one.text for one in mai.screen] == ["/start"]
