"""What Telegram hands over -> what was said; words only, and only from private chats."""

import json
from datetime import datetime
from typing import Any

from telegram import Bot, CallbackQuery, Chat, Update

from bot.domain.chat import Address, Incoming, Press, Unread

NAME = "telegram"
ALLOWED = ("message", "edited_message", "callback_query")


def read(raw: dict[str, Any], bot: Bot, now: datetime) -> Incoming | None:
    """Return what was said, or None where it is nothing to us (a group, another bot).

    Raises whatever a malformed update makes the types raise; the caller sets it aside.
    """
    update = Update.de_json(raw, bot)
    number = f"{bot.id}:{update.update_id}"
    if update.callback_query:
        return _pressed(update.callback_query, number, now)
    message = update.message or update.edited_message
    if message is None or not _private(message.chat):
        return None
    if message.from_user and message.from_user.is_bot:
        return None
    if update.edited_message:
        return Incoming(_address(message.chat), number, Unread.EDIT, message.edit_date or now)
    if message.text is None:
        # The pictures of an album are separate messages; they are answered once.
        number = f"{bot.id}:album:{message.media_group_id}" if message.media_group_id else number
        return Incoming(_address(message.chat), number, Unread.MEDIA, message.date)
    # What is no text raises here; half a surrogate pair could not be stored.
    words = message.text.encode("utf-8", "replace").decode("utf-8")
    return Incoming(_address(message.chat), number, words, message.date)


def shape(raw: object) -> str:
    """Return the form of an update without a single word or number of its content."""

    def blank(value: object) -> object:
        match value:
            case dict():
                return {str(key)[:40]: blank(inner) for key, inner in value.items()}
            case list():
                return [blank(inner) for inner in value[:3]]
            case _:
                return type(value).__name__

    return json.dumps(blank(raw))[:2000]


def _pressed(query: CallbackQuery, number: str, now: datetime) -> Incoming | None:
    message = query.message
    if message is None or not _private(message.chat):
        return None
    screen, __, line = (query.data or "").partition(".")
    # Data that are not ours are an old button: screen 0 is never shown.
    known = screen.isdecimal() and line.isdecimal() and len(screen) + len(line) < len("9" * 20)
    press = Press(int(screen), int(line)) if known else Press(0, 0)
    reference = str(message.message_id) if message.is_accessible else None
    return Incoming(_address(message.chat), number, press, now, reference)


def _private(chat: Chat) -> bool:
    return chat.type == Chat.PRIVATE


def _address(chat: Chat) -> Address:
    return Address(NAME, str(int(chat.id)))
