"""Each wrong call is refused, with a reason."""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
)
from telegram.error import (
    BadRequest,
)

from .people import Person
from .scene import rows
from .server import BotApi

Button = InlineKeyboardButton


def keys(*labels: str) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup([labels])


def one(button: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[button]])


class Wrong(NamedTuple):
    """A call the server must refuse, and its words."""

    make: Callable[[Bot], Awaitable[object]]
    words: str


WRONG = {
    "no text": Wrong(lambda bot: bot.send_message(11, ""), "message text is empty"),
    "blank text": Wrong(lambda bot: bot.send_message(11, " \n"), "text must be non-empty"),
    "long text": Wrong(lambda bot: bot.send_message(11, "ă" * 4097), "message is too long"),
    "long edit": Wrong(lambda bot: bot.edit_message_text("ă" * 4097, 11, 1), "message is too long"),
    "long caption": Wrong(
        lambda bot: bot.send_document(11, b"x", caption="ă" * 1025), "message caption is too long"
    ),
    "broken HTML": Wrong(
        lambda bot: bot.send_message(11, "a < b", parse_mode="HTML"),
        "can't parse entities: Unclosed start tag at byte offset 2",
    ),
    "unended HTML": Wrong(
        lambda bot: bot.send_message(11, "ă<b>a", parse_mode="HTML"),
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    "crossed HTML": Wrong(
        lambda bot: bot.send_message(11, "<b><i>a</b>", parse_mode="HTML"),
        'can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ),
    "strange HTML": Wrong(
        lambda bot: bot.send_message(11, "<h1>a</h1>", parse_mode="HTML"),
        'can\'t parse entities: Unsupported start tag "h1" at byte offset 0',
    ),
    "long data": Wrong(
        lambda bot: bot.send_message(
            11, "a", reply_markup=one(Button("a", callback_data="đ" * 33))
        ),
        "BUTTON_DATA_INVALID",
    ),
    "no data": Wrong(
        lambda bot: bot.send_message(11, "a", reply_markup=one(Button("a"))),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    "no label": Wrong(
        lambda bot: bot.send_message(11, "a", reply_markup=one(Button(" ", callback_data="b"))),
        "inline keyboard button text must be non-empty",
    ),
    "two deeds": Wrong(
        lambda bot: bot.send_message(
            11, "a", reply_markup=one(Button("a", callback_data="b", url="https://vneid.gov.vn"))
        ),
        "inline keyboard button with more than one of ['callback_data', 'url']",
    ),
    "number as data": Wrong(
        lambda bot: bot.send_message(11, "a", reply_markup=one(Button("a", callback_data=5))),
        "parameter 'reply_markup.inline_keyboard.0.0.callback_data': "
        "Input should be a valid string",
    ),
    "unknown nested key": Wrong(
        lambda bot: bot.send_message(
            11, "a", reply_markup=one(Button("a", callback_data="b", api_kwargs={"colour": "red"}))
        ),
        "unknown parameter 'reply_markup.inline_keyboard.0.0.colour'",
    ),
    "unknown key in a preview": Wrong(
        lambda bot: bot.send_message(
            11, "a", link_preview_options=LinkPreviewOptions(api_kwargs={"disabled": True})
        ),
        "unknown parameter 'link_preview_options.disabled'",
    ),
    "unknown parameter": Wrong(
        lambda bot: bot.send_message(11, "a", api_kwargs={"silent": True}),
        "unknown parameter 'silent'",
    ),
    "wrong type": Wrong(
        lambda bot: bot.send_message(11, "a", disable_notification=1),  # type: ignore[arg-type]
        "parameter 'disable_notification': Input should be a valid boolean",
    ),
    "no reply label": Wrong(
        lambda bot: bot.send_message(11, "a", reply_markup=keys("")),
        "keyboard button text must be non-empty",
    ),
    "empty reply row": Wrong(
        lambda bot: bot.send_message(11, "a", reply_markup=keys()), "keyboard row must be non-empty"
    ),
    "empty reply keyboard": Wrong(
        lambda bot: bot.send_message(11, "a", reply_markup=ReplyKeyboardMarkup([])),
        "reply markup without a keyboard",
    ),
    "crowded row": Wrong(
        lambda bot: bot.send_message(11, "a", reply_markup=rows(*"abcdefghijklm")),
        "inline keyboard has too many buttons",
    ),
    "reply keyboard in an edit": Wrong(
        lambda bot: bot.edit_message_text("a", 11, 1, reply_markup=keys("a")),  # type: ignore[arg-type]
        "inline keyboard expected",
    ),
    "long callback answer": Wrong(
        lambda bot: bot.answer_callback_query("1", "ă" * 201), "MESSAGE_TOO_LONG"
    ),
    "command in capitals": Wrong(
        lambda bot: bot.set_my_commands([("Ghi", "Ghi việc")]), "BOT_COMMAND_INVALID"
    ),
    "command with accents": Wrong(
        lambda bot: bot.set_my_commands([("sổ", "Xem sổ")]), "BOT_COMMAND_INVALID"
    ),
    "long command": Wrong(
        lambda bot: bot.set_my_commands([("a" * 33, "a")]), "command length must not exceed 32"
    ),
    "long description": Wrong(
        lambda bot: bot.set_my_commands([("a", "ă" * 257)]),
        "command description length must not exceed 256",
    ),
    "no description": Wrong(
        lambda bot: bot.set_my_commands([("a", "")]), "command description must be non-empty"
    ),
    "many commands": Wrong(
        lambda bot: bot.set_my_commands([(f"c{n}", "a") for n in range(101)]),
        "BOT_COMMANDS_TOO_MUCH",
    ),
    "unknown action": Wrong(
        lambda bot: bot.send_chat_action(11, "dance"), "wrong parameter action in request"
    ),
    "misspelt update type": Wrong(
        lambda bot: bot.get_updates(allowed_updates=["mesage"]), "unknown update type 'mesage'"
    ),
    "empty file": Wrong(
        lambda bot: bot.send_document(11, b"", filename="a.txt"), "file must be non-empty"
    ),
    "file without a name": Wrong(
        lambda bot: bot.send_document(11, b"x", filename="bang"), "file without a name: 'bang'"
    ),
    "file with a folder": Wrong(
        lambda bot: bot.send_document(11, b"x", filename="a/b.txt"),
        "file without a name: 'a/b.txt'",
    ),
    "picture that is none": Wrong(
        lambda bot: bot.send_photo(11, b"x", filename="a.png"), "IMAGE_PROCESS_FAILED"
    ),
    "nothing to say": Wrong(
        lambda bot: bot.edit_message_text(None, 11, 1),  # type: ignore[arg-type]
        "message text is empty",
    ),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
@pytest.mark.usefixtures("mai")
async def test_a_wrong_call_is_refused_with_a_reason(api: BotApi, bot: Bot, wrong: Wrong) -> None:
    with pytest.raises(BadRequest):
        await wrong.make(bot)
    [complaint] = api.complaints
    assert complaint == f"{api.calls[-1].method}: Bad Request: {wrong.words}"
    assert api.calls[-1].status == 400


async def test_the_longest_of_everything_is_accepted(api: BotApi, bot: Bot, mai: Person) -> None:
    widest = rows(*"abcdefghijkl")
    await bot.send_message(mai.id, " " + "ă" * 4096 + "\n", reply_markup=widest)
    await bot.send_message(mai.id, "a", reply_markup=one(Button("a", callback_data="đ" * 32)))
    await bot.send_message(mai.id, "<b>" + "&lt;" * 4096 + "</b>", parse_mode="HTML")
    await bot.send_document(mai.id, b"x", caption="ă" * 1024)
    await bot.set_my_commands([("a" * 32, "ă" * 256)] * 100)
    await bot.answer_callback_query(mai.press("a", message=2).query_id, "ă" * 200)
    await bot.send_chat_action(mai.id, "typing")
    assert (api.complaints, mai.chat.actions) == ([], ["typing"])
