"""Files from Telegram: asked for by their reference, and read no further than they may be large."""

from typing import Protocol, runtime_checkable

import httpx
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import HTTPXRequest

from bot.channels.telegram.sending import undelivered
from bot.domain.errors import Undelivered

# In seconds, between two pieces.
_TIMEOUT = httpx.Timeout(20)
_GONE = frozenset({400, 403, 404, 410})


@runtime_checkable
class Downloads(Protocol):
    """What reads a file of an address piece by piece."""

    async def download(self, url: str, most: int) -> tuple[int, bytes]:
        """Return the answer's status and its bytes, or the first ones behind `most`."""


class Line(HTTPXRequest):
    """The line to Telegram, over which files are read piece by piece, too."""

    async def download(self, url: str, most: int) -> tuple[int, bytes]:
        """Return the answer's status and its bytes, or the first ones behind `most`."""
        read = bytearray()
        try:
            async with self._client.stream("GET", url, timeout=_TIMEOUT) as answer:
                async for piece in answer.aiter_bytes():
                    read += piece
                    if len(read) > most:
                        break
        except httpx.TimeoutException as error:
            raise TimedOut from error
        except httpx.HTTPError as error:
            # Its words hold the address, in which the token is.
            raise NetworkError(type(error).__name__) from error
        return answer.status_code, bytes(read)


async def fetch(bot: Bot, reference: str, most: int) -> bytes:
    """Return a file; raises Undelivered, `forever` where Telegram has it no more."""
    line = bot.request
    if not isinstance(line, Downloads):
        raise Undelivered("no downloads", forever=True)
    try:
        file = await bot.get_file(reference)
        if not file.file_path:
            raise Undelivered("no path", forever=True)
        if (file.file_size or 0) > most:
            return bytes(most + 1)
        status, data = await line.download(file.file_path, most)
    except TelegramError as error:
        raise undelivered(error) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Undelivered(type(error).__name__) from error
    if status != httpx.codes.OK:
        raise Undelivered(str(status), forever=status in _GONE)
    return data
