"""A part of a letter -> calls of the Bot API, and what each refusal means for the letter."""

from contextlib import suppress

import httpx
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.domain.chat import Address, Part
from bot.domain.errors import Undelivered

# What the Bot API says where the message that was to be replaced cannot be (any more).
_NOT_EDITABLE = ("message to edit not found", "message can't be edited", "message_id_invalid")
_SAME = "message is not modified"
_COLUMNS = 2
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send(bot: Bot, address: Address, part: Part) -> None:
    """Send one message, or put it in the place of another; raises Undelivered."""
    chat = int(address.chat)
    try:
        if part.edits and not part.standing:
            if await _edited(bot, chat, part):
                return
        elif part.edits:
            # Lasting keys cannot be put under an old message: only its buttons are taken off.
            with suppress(BadRequest):
                await bot.edit_message_reply_markup(chat_id=chat, message_id=int(part.edits))
        await bot.send_message(
            chat, part.text, reply_markup=_markup(part), link_preview_options=_NO_PREVIEW
        )
    except TelegramError as error:
        raise undelivered(error) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        # An answer that is none of the Bot API's: it may have been sent.
        raise Undelivered(type(error).__name__, unknown=True) from error


async def delete(bot: Bot, address: Address, message: str) -> None:
    """Take a message of the person out of the chat; one that cannot go (any more) is no error.

    Raises Undelivered where trying again may help: a second time does no harm.
    """
    try:
        await bot.delete_message(int(address.chat), int(message))
    except TelegramError as error:
        told = undelivered(error)
        # Gone already, too old, or we are blocked: nothing is left to do.
        if not told.forever:
            raise Undelivered(told.why, after=told.after) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Undelivered(type(error).__name__) from error


def undelivered(error: TelegramError) -> Undelivered:
    """Say what an error of the Bot API means: try again, when, and whether it may have arrived.

    | error | forever | unknown | after |
    |---|---|---|---|
    | 429 | no | no | as told |
    | blocked, deactivated, kicked (403) | yes | no | |
    | any other 400 | yes | no | |
    | the token is refused (401), or read elsewhere (409): ours to mend | no | no | |
    | no connection | no | no | |
    | no answer in time, 5xx, connection lost, an answer that is none | no | yes | |
    """
    why = type(error).__name__
    match error:
        case RetryAfter():
            return Undelivered(why, after=seconds(error))
        case Forbidden() | BadRequest() | ChatMigrated():
            return Undelivered(f"{why}: {error.message}", forever=True)
        case InvalidToken() | Conflict():
            return Undelivered(why)
        case TimedOut() if _never_sent(error):
            return Undelivered(why)
        case NetworkError() if _never_sent(error):
            return Undelivered(why)
        case _:
            return Undelivered(why, unknown=True)


async def _edited(bot: Bot, chat: int, part: Part) -> bool:
    """Replace a message; False where it cannot be replaced, so that it is sent anew."""
    markup = _markup(part)
    if isinstance(markup, ReplyKeyboardMarkup):
        return False
    try:
        await bot.edit_message_text(
            part.text,
            chat_id=chat,
            message_id=int(part.edits or 0),
            reply_markup=markup,
            link_preview_options=_NO_PREVIEW,
        )
    except BadRequest as error:
        said = error.message.lower()
        if any(sign in said for sign in _NOT_EDITABLE):
            return False
        if _SAME not in said:
            raise
    return True


def _markup(part: Part) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    """Draw choices: one wide button a row, the moves (8, 9, 0) side by side below.

    Standing choices become the lasting keys below the chat, which send their words.
    """
    if not part.lines:
        return None
    if part.standing:
        keys = [KeyboardButton(label) for __, label in part.lines]
        rows = [keys[at : at + _COLUMNS] for at in range(0, len(keys), _COLUMNS)]
        return ReplyKeyboardMarkup(rows, resize_keyboard=True, is_persistent=True)
    buttons = [
        (digit, InlineKeyboardButton(label, callback_data=f"{part.screen}.{digit}"))
        for digit, label in part.lines
    ]
    moves = [button for digit, button in buttons if digit in {8, 9, 0}]
    chosen = [button for digit, button in buttons if digit not in {8, 9, 0}]
    # Numbers to press stand side by side; words below them have rows of their own.
    numbers = [button for button in chosen if len(button.text) <= 2]
    rows_of = [numbers] if numbers else []
    rows_of += [[button] for button in chosen if button not in numbers]
    return InlineKeyboardMarkup([*rows_of, moves] if moves else rows_of)


def _never_sent(error: TelegramError) -> bool:
    """Tell whether the request cannot have left: the connection was not even made."""
    cause = error.__cause__
    return isinstance(cause, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)


def seconds(error: RetryAfter) -> float:
    """Return how long Telegram asks us to wait."""
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
