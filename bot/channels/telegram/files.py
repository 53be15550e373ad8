"""Files over the Bot API: a chart as a picture, everything else as a document."""

from telegram import Bot
from telegram.constants import ChatAction, MessageLimit
from telegram.error import TelegramError

from bot.channels.telegram.sending import undelivered
from bot.domain.chat import Address
from bot.domain.dossiers import Document, Form
from bot.domain.errors import Undelivered

# In seconds. The machine may hang on a phone's network; whoever waits is told by the action above.
_TO_CONNECT = 15
_TO_SEND = 120
_TO_BE_ANSWERED = 60
_PICTURE = "image/png"


async def preparing(bot: Bot, address: Address, form: Form) -> None:
    """Show that a file is on its way; nothing depends on it."""
    action = ChatAction.UPLOAD_PHOTO if form is Form.PNG else ChatAction.UPLOAD_DOCUMENT
    try:
        await bot.send_chat_action(int(address.chat), action)
    except (TelegramError, AttributeError, KeyError, TypeError, ValueError):
        return


async def send_document(bot: Bot, address: Address, document: Document, caption: str) -> None:
    """Send a file with words below it; raises Undelivered."""
    words = caption[: MessageLimit.CAPTION_LENGTH]
    chat = int(address.chat)
    try:
        if document.media == _PICTURE:
            await bot.send_photo(
                chat,
                document.data,
                caption=words,
                filename=document.name,
                connect_timeout=_TO_CONNECT,
                write_timeout=_TO_SEND,
                read_timeout=_TO_BE_ANSWERED,
            )
        else:
            await bot.send_document(
                chat,
                document.data,
                caption=words,
                filename=document.name,
                # Telegram would make something else of a text or a sheet that it guesses about.
                disable_content_type_detection=True,
                connect_timeout=_TO_CONNECT,
                write_timeout=_TO_SEND,
                read_timeout=_TO_BE_ANSWERED,
            )
    except TelegramError as error:
        raise undelivered(error) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        # An answer that is none of the Bot API's: it may have been sent.
        raise Undelivered(type(error).__name__, unknown=True) from error
