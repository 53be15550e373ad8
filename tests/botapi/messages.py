"""Methods about messages: sending, editing, deleting, answering a press."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from .chats import Chat, Keyboard, Message, labels
from .html_text import read
from .refusal import Json, Refused
from .uploads import uploaded

if TYPE_CHECKING:
    from .server import BotApi

# Older messages can no longer be deleted by a bot.
_DELETABLE = timedelta(hours=48)
# A dice shows its number for a day before it can go.
_DICE_STAYS = timedelta(hours=24)
_NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)
_TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def send_message(api: "BotApi", params: Json) -> Json:
    return _send(api, params, _words(params))


async def send_document(api: "BotApi", params: Json) -> Json:
    upload = uploaded(params, "document")
    name, size = (upload.name, len(upload.content)) if upload else ("document", 0)
    document = {**_file(api, size), "file_name": name}
    return _send(api, params, {"document": document, **_caption(params)})


async def send_photo(api: "BotApi", params: Json) -> Json:
    upload = uploaded(params, "photo")
    size = len(upload.content) if upload else 0
    # A picture is kept in several sizes, and its name is forgotten.
    photo = [{**_file(api, size), "width": 1280, "height": 720}]
    return _send(api, params, {"photo": photo, **_caption(params)})


def _file(api: "BotApi", size: int) -> Json:
    file_id = f"file-{len(api.calls)}"
    return {"file_id": file_id, "file_unique_id": file_id, "file_size": size}


def _caption(params: Json) -> Json:
    caption, _ = read(params.get("caption") or "", params.get("parse_mode"))
    return {"caption": caption} if caption else {}


async def edit_message_text(api: "BotApi", params: Json) -> Json:
    chat, message = _own_message(api, params, "edit")
    return _edit(api, chat, message, _words(params), params)


async def edit_message_reply_markup(api: "BotApi", params: Json) -> Json:
    chat, message = _own_message(api, params, "edit")
    return _edit(api, chat, message, message.content, params)


async def delete_message(api: "BotApi", params: Json) -> bool:
    chat, message = _message(api, params, "delete")
    age = api.now().timestamp() - message.date
    dice_stays = "dice" in message.content and age < _DICE_STAYS.total_seconds()
    if age >= _DELETABLE.total_seconds() or dice_stays:
        raise Refused("Bad Request: message can't be deleted for everyone")
    chat.delete(message.message_id)
    return True


async def answer_callback_query(api: "BotApi", params: Json) -> bool:
    query = api.queries.get(params["callback_query_id"])
    if query is None or query.answered:
        raise Refused(_TOO_OLD)
    query.answered = True
    if text := params.get("text"):
        query.chat.toasts.append(text)
    return True


async def send_chat_action(api: "BotApi", params: Json) -> bool:
    api.chat(params["chat_id"]).actions.append(params["action"])
    return True


def _words(params: Json) -> Json:
    text, entities = read(params["text"], params.get("parse_mode"))
    content = {
        "text": text,
        "entities": params.get("entities") or entities,
        "link_preview_options": params.get("link_preview_options"),
    }
    return {name: value for name, value in content.items() if value}


def _send(api: "BotApi", params: Json, content: Json) -> Json:
    chat = api.chat(params["chat_id"])
    reply = params.get("reply_parameters") or {}
    if (
        reply
        and reply["message_id"] not in chat.messages
        and not reply.get("allow_sending_without_reply")
    ):
        raise Refused("Bad Request: message to be replied not found")
    if api.enforce_limits and (refusal := api.pace.refusal(chat.chat_id)):
        raise refusal
    api.pace.note(chat.chat_id)
    message = chat.add(api.me, int(api.now().timestamp()), content)
    markup = params.get("reply_markup") or {}
    message.markup = markup.get("inline_keyboard", [])
    message.held_keyboard = bool(markup) and "inline_keyboard" not in markup
    if "keyboard" in markup:
        one_time = bool(markup.get("one_time_keyboard"))
        chat.keyboard = Keyboard(message.message_id, labels(markup["keyboard"]), one_time)
    elif "remove_keyboard" in markup:
        chat.keyboard = None
    return chat.message_json(message)


def _message(api: "BotApi", params: Json, deed: str) -> tuple[Chat, Message]:
    if "inline_message_id" in params:
        raise Refused("Bad Request: MESSAGE_ID_INVALID")
    if "chat_id" not in params:
        raise Refused("Bad Request: chat_id is empty")
    chat = api.chat(params["chat_id"])
    message = chat.messages.get(params.get("message_id", 0))
    if message is None:
        raise Refused("Bad Request: message to", deed, "not found")
    return chat, message


def _own_message(api: "BotApi", params: Json, deed: str) -> tuple[Chat, Message]:
    chat, message = _message(api, params, deed)
    if not message.by_bot or message.held_keyboard:
        raise Refused("Bad Request: message can't be edited")
    return chat, message


def _edit(api: "BotApi", chat: Chat, message: Message, content: Json, params: Json) -> Json:
    """Put in the new content; the keyboard goes with the old one unless it is sent again."""
    markup = (params.get("reply_markup") or {}).get("inline_keyboard", [])
    if content == message.content and markup == message.markup:
        raise Refused(_NOT_MODIFIED)
    if message.markup and markup != message.markup:
        message.earlier.append(message.markup)
    message.content, message.markup = content, markup
    message.edited = int(api.now().timestamp())
    return chat.message_json(message)


MESSAGES: dict[str, Callable[["BotApi", Json], Awaitable[Any]]] = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "answerCallbackQuery": answer_callback_query,
    "sendChatAction": send_chat_action,
}
