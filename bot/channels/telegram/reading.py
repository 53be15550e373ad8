"""What Telegram hands over -> what was said; words only, and only from private chats.

What is personal in the words is hidden here, before anything is written down; of pictures, voice,
contacts and places nothing is taken but that they came, of files where they can be fetched.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot, CallbackQuery, Chat, Message, Update

from bot.domain.chat import Address, Incoming, Press, Unread
from bot.domain.handed import FileRef, ending
from bot.reading.personal import mask

NAME = "telegram"
ALLOWED = ("message", "edited_message", "callback_query")
# What a message may hold that shows nobody.
_SHOWS_NOBODY = ("sticker", "dice")
# Telegram lets a bot delete what a person wrote for so long; a little is left for the way there.
_DELETABLE = timedelta(hours=47, minutes=50)


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
        return _incoming(message, number, Unread.EDIT, message.edit_date or now, now)
    if message.text is None:
        return _incoming(message, number, Unread.MEDIA, message.date, now)
    # What is no text raises here; half a surrogate pair could not be stored.
    words = message.text.encode("utf-8", "replace").decode("utf-8")
    return _incoming(message, number, mask(words).text, message.date, now)


def _incoming(
    message: Message, number: str, said: str | Unread, at: datetime, now: datetime
) -> Incoming:
    """Note what was personal in a message, and which one it was if it can still be deleted."""
    personal = _personal(message)
    album = None
    if said is Unread.MEDIA and message.media_group_id:
        # The pictures of an album are separate messages; they are answered once.
        bot, __, nth = number.partition(":")
        album = f"{bot}:album:{message.media_group_id}:"
        number = f"{album}{nth}"
    own = personal and now - message.date < _DELETABLE
    return Incoming(
        _address(message.chat),
        number,
        said,
        at,
        personal=personal,
        own=str(message.message_id) if own else None,
        album=album,
        file=_file(message) if said is Unread.MEDIA else None,
    )


def _file(message: Message) -> FileRef | None:
    """Return how a file can be fetched; of its name only the ending is taken, and only if known."""
    file = message.document
    if file is None or message.animation:
        return None
    return FileRef(file.file_id, file.file_size, ending(file.file_name or ""))


def _personal(message: Message) -> frozenset[str]:
    """Return the kinds of what is personal in a message, whatever it is made of."""
    words = mask(message.text or message.caption or "").kinds
    attached = message.effective_attachment is not None or message.caption
    if not attached or any(getattr(message, name) for name in _SHOWS_NOBODY):
        return frozenset(words)
    return words | {"document" if message.document else "media"}


def shape(raw: object) -> str:
    """Return the form of an update without a single word or number of its content."""

    def blank(value: object) -> object:
        match value:
            case dict():
                return {mask(str(key)[:40]).text: blank(inner) for key, inner in value.items()}
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
