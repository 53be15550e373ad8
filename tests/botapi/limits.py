"""The rules of the Bot API that stand in its prose only: lengths, bytes, empty buttons.

Numbers are those of the Bot API's documentation.  Sentences are the server's own where its source
has them (`tdlib/telegram-bot-api` Client.cpp and tdlib's ReplyMarkup.cpp, MessageContent.cpp,
BotCommand.cpp).  Where the real server drops something silently, an empty row for one, this one
refuses: nobody drops a button on purpose.
"""

import re
from collections.abc import Iterator

from .html_text import read
from .refusal import BadCall, Json

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
CALLBACK_DATA_BYTES = 64
CALLBACK_ANSWER_LENGTH = 200
PLACEHOLDER_LENGTH = 64
COMMANDS = 100
COMMAND_LENGTH = 32
COMMAND_DESCRIPTION_LENGTH = 256
# tdlib cuts off what goes beyond these two.
BUTTONS_IN_A_ROW = 12
BUTTONS = 300

_ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note"),
    "upload_video_note",
}
# An inline button does exactly one of these.
_DEEDS = {
    *("url", "callback_data", "web_app", "login_url", "switch_inline_query", "callback_game"),
    *("switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text", "pay"),
    "disabled",
}


def check_limits(method: str, params: Json) -> None:
    """Raise `BadCall` for what the types allow and the Bot API does not."""
    _check_words(method, params)
    if markup := params.get("reply_markup"):
        _check_inline(markup.get("inline_keyboard", []))
        if "keyboard" in markup:
            _check_reply_keyboard(markup)
    if method == "setMyCommands":
        _check_commands(params["commands"])
    if method == "sendChatAction" and params["action"] not in _ACTIONS:
        raise BadCall("Bad Request: wrong parameter action in request")
    if method == "getUpdates" and not 1 <= params.get("limit", 100) <= 100:
        raise BadCall("Bad Request: limit must be from 1 to 100")


def _check_words(method: str, params: Json) -> None:
    if method == "answerCallbackQuery":
        if len(params.get("text") or "") > CALLBACK_ANSWER_LENGTH:
            raise BadCall("Bad Request: MESSAGE_TOO_LONG")
    elif "text" in params or method == "editMessageText":
        # The newest Bot API lets an edit bring something else than words; 10.0 does not.
        _check_text(params.get("text") or "", params.get("parse_mode"))
    if "caption" in params:
        caption, _ = read(params["caption"], params.get("parse_mode"))
        if len(caption) > CAPTION_LENGTH:
            raise BadCall("Bad Request: message caption is too long")


def _check_text(text: str, parse_mode: str | None) -> None:
    if not text:
        raise BadCall("Bad Request: message text is empty")
    plain, _ = read(text, parse_mode)
    if not plain:
        raise BadCall("Bad Request: text must be non-empty")
    if len(plain) > TEXT_LENGTH:
        raise BadCall("Bad Request: message is too long")


def _check_inline(rows: list[list[Json]]) -> None:
    for button in _buttons(rows, "inline keyboard"):
        deeds = _DEEDS & button.keys()
        data = button.get("callback_data")
        if not deeds or data == "":
            raise BadCall(
                "Bad Request: can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
            )
        if len(deeds) > 1:
            raise BadCall(
                "Bad Request: inline keyboard button with more than one of", sorted(deeds)
            )
        if data is not None and len(data.encode()) > CALLBACK_DATA_BYTES:
            raise BadCall("Bad Request: BUTTON_DATA_INVALID")


def _check_reply_keyboard(markup: Json) -> None:
    if not markup["keyboard"]:
        raise BadCall("Bad Request: keyboard must have at least one row")
    for _ in _buttons(markup["keyboard"], "keyboard"):
        pass  # walking over the buttons is the check
    if len(markup.get("input_field_placeholder", "")) > PLACEHOLDER_LENGTH:
        raise BadCall("Bad Request: input field placeholder is too long")


def _buttons(rows: list[list[Json]], kind: str) -> Iterator[Json]:
    if sum(map(len, rows)) > BUTTONS or any(len(row) > BUTTONS_IN_A_ROW for row in rows):
        raise BadCall("Bad Request:", kind, "has too many buttons")
    for row in rows:
        if not row:
            raise BadCall("Bad Request:", kind, "row must be non-empty")
        for button in row:
            if not button["text"].strip():
                raise BadCall("Bad Request:", kind, "button text must be non-empty")
            yield button


def _check_commands(commands: list[Json]) -> None:
    if len(commands) > COMMANDS:
        raise BadCall("Bad Request: BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        name, description = command["command"], command["description"].strip()
        if not name:
            raise BadCall("Bad Request: command must be non-empty")
        if len(name) > COMMAND_LENGTH:
            raise BadCall("Bad Request: command length must not exceed", COMMAND_LENGTH)
        if not re.fullmatch("[a-z0-9_]+", name):
            raise BadCall("Bad Request: BOT_COMMAND_INVALID")
        if not description:
            raise BadCall("Bad Request: command description must be non-empty")
        if len(description) > COMMAND_DESCRIPTION_LENGTH:
            raise BadCall(
                "Bad Request: command description length must not exceed",
                COMMAND_DESCRIPTION_LENGTH,
            )
