"""What the bot may send, change and delete."""

from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
)

from .chats import Shown
from .people import Person
from .scene import Clock, Connect, rows
from .server import BotApi
from .uploads import Upload


async def test_a_question_a_press_and_an_answer(api: BotApi, bot: Bot, mai: Person) -> None:
    asked = await bot.send_message(mai.id, " Có phải không? ", reply_markup=rows("Có", "Không"))
    assert asked.from_user is not None
    assert (asked.text, asked.chat_id, asked.from_user.is_bot) == ("Có phải không?", 11, True)
    pressed = mai.press("Có")
    [update] = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    assert (query.id, query.data, query.from_user.id) == (pressed.query_id, "có", 11)
    assert query.message.message_id == asked.message_id
    assert await bot.answer_callback_query(query.id, "Đã ghi")
    edited = await bot.edit_message_text("Đã ghi.", mai.id, asked.message_id)
    assert isinstance(edited, Message)
    assert (edited.text, edited.reply_markup, edited.edit_date) == ("Đã ghi.", None, api.now())
    assert mai.toasts == ["Đã ghi"]
    assert mai.screen == [
        Shown(1, "person", "/start"),
        Shown(2, "bot", "Đã ghi."),
    ]
    for query_id in (query.id, "77"):
        with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
            await bot.answer_callback_query(query_id)
    assert [call.status for call in api.calls_to("answerCallbackQuery")] == [200, 400, 400]


async def test_an_edit_must_change_something(bot: Bot, mai: Person) -> None:
    sent = await bot.send_message(mai.id, "một", reply_markup=rows("Có"))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("một", mai.id, sent.message_id, reply_markup=rows("Có"))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(mai.id, sent.message_id, reply_markup=rows("Có"))
    await bot.edit_message_text("một", mai.id, sent.message_id, reply_markup=rows("Không"))
    assert mai.screen[-1].buttons == (("Không",),)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("một", mai.id, 99)


async def test_messages_are_deletable_for_48_hours(bot: Bot, mai: Person, clock: Clock) -> None:
    theirs = mai.say("một").message_id
    ours = (await bot.send_message(mai.id, "hai")).message_id
    assert await bot.delete_message(mai.id, theirs)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(mai.id, theirs)
    clock.time += timedelta(hours=48)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(mai.id, ours)


async def test_only_what_is_in_the_chat_can_be_deleted(
    api: BotApi, bot: Bot, mai: Person, clock: Clock
) -> None:
    lan = api.person(12, "Lan")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.delete_message(lan.id, 1)
    lan.say("/start")
    assert await bot.delete_message(lan.id, 1)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(lan.id, 999)
    dice = mai.send({"dice": {"emoji": "🎲", "value": 3}}).message_id
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(mai.id, dice)
    clock.time += timedelta(hours=24)
    assert await bot.delete_message(mai.id, dice)


async def test_strangers_and_those_who_left_cannot_be_written_to(api: BotApi, bot: Bot) -> None:
    lan = api.person(12, "Lan")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(lan.id, "Chào")
    lan.say("/start")
    lan.block()
    with pytest.raises(Forbidden, match="Forbidden: bot was blocked by the user"):
        await bot.send_message(lan.id, "Chào")
    lan.say("/start")
    assert (await bot.send_message(lan.id, "Chào")).text == "Chào"


async def test_messages_are_numbered_in_each_chat(api: BotApi, bot: Bot, mai: Person) -> None:
    lan = api.person(12, "Lan")
    lan.say("/start")
    sent = [await bot.send_message(chat, "Chào") for chat in (mai.id, lan.id, mai.id)]
    assert [message.message_id for message in sent] == [2, 2, 3]
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(mai.id, "Đây", reply_parameters=ReplyParameters(9))


async def test_html_is_read_as_telegram_reads_it(bot: Bot, mai: Person) -> None:
    sent = await bot.send_message(
        mai.id,
        " <b>👍 Mục &lt;1&gt;</b> và <a href='https://vneid.gov.vn/?a&amp;b'>trang</a>",
        parse_mode="HTML",
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    assert sent.text == "👍 Mục <1> và trang"
    assert list(sent.parse_entities().values()) == ["👍 Mục <1>", "trang"]
    assert sent.entities[1].url == "https://vneid.gov.vn/?a&b"
    assert sent.link_preview_options == LinkPreviewOptions(is_disabled=True)


async def test_a_document_travels_with_its_name(api: BotApi, bot: Bot, mai: Person) -> None:
    sent = await bot.send_document(mai.id, b"a,b", caption="Bảng", filename="bảng.csv")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("bảng.csv", 3)
    assert mai.screen[-1].text == "Bảng"
    assert api.calls[-1].params["document"].content == b"a,b"


async def test_a_picture_arrives_without_its_name(api: BotApi, bot: Bot, mai: Person) -> None:
    data = b"\x89PNG\r\n\x1a\n" + bytes(100)
    sent = await bot.send_photo(mai.id, data, caption="Biểu đồ", filename="bieu-do.png")
    assert [one.file_size for one in sent.photo] == [len(data)]
    assert mai.screen[-1].text == "Biểu đồ"
    upload = api.calls[-1].params["photo"]
    assert (upload.name, upload.content) == ("bieu-do.png", data)


async def test_a_picture_has_less_room_than_a_document(api: BotApi, mai: Person) -> None:
    large = b"\x89PNG\r\n\x1a\n" + bytes(10 * 1024 * 1024)
    told = {}
    for method, name in (("sendPhoto", "photo"), ("sendDocument", "document")):
        params = {"chat_id": mai.id, name: Upload("a.png", large)}
        told[method] = (await api.answer(method, params))[0]
    assert told == {"sendPhoto": 413, "sendDocument": 200}


async def test_commands_are_kept_by_audience(bot: Bot, mai: Person) -> None:
    ghi, so = BotCommand("ghi", "Ghi việc đã giúp"), BotCommand("so", "Xem sổ")
    await bot.set_my_commands([ghi], language_code="vi")
    await bot.set_my_commands([ghi, so], scope=BotCommandScopeChat(mai.id))
    assert await bot.get_my_commands() == ()
    assert await bot.get_my_commands(language_code="vi") == (ghi,)
    assert await bot.get_my_commands(BotCommandScopeChat(mai.id)) == (ghi, so)
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([ghi], scope=BotCommandScopeChat(99))


async def test_a_wrong_token_and_an_unknown_method_are_told_apart(
    api: BotApi, connect: Connect
) -> None:
    with pytest.raises(InvalidToken, match="Unauthorized"):
        await connect("1000001:another").get_me()
    assert (await api.answer("sendNonsense", {}))[1] == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }
    assert (await api.answer("sendDice", {"chat_id": 11}))[0] == 404
    assert api.complaints == [
        "sendNonsense: Not Found: method not found",
        "sendDice: Not Found: method not found in this imitation",
    ]
