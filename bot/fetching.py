"""Fetches the files that a step asked for: not too large, not for ever, never in a transaction."""

import asyncio
import logging
from collections.abc import Mapping

from bot import incidents
from bot.counters import Channel
from bot.dialogue.flow import Opens
from bot.dialogue.handing import Handing
from bot.dialogue.turn import Turn
from bot.domain.chat import Address, Incoming
from bot.domain.clock import Clock
from bot.domain.errors import Refused, Undelivered
from bot.domain.handed import MOST_BYTES, FileRef, Handed
from bot.domain.session import Session
from bot.domain.text import _
from bot.pace import again_in

log = logging.getLogger("toso.desk")

# Whoever sent a file waits for it, and what they say next waits behind it.
_TRIES = 5
# In seconds: a file of five million bytes over a phone's network, in one try.
_LONGEST = 90


class Asked(Exception):
    """A file came that a step asked for: it is fetched, and then the message is answered."""

    def __init__(self, opens: Opens) -> None:
        super().__init__()
        self.opens = opens


async def asked_for(
    handing: Handing, turn: Turn, session: Session, incoming: Incoming, file: Handed | None
) -> Handed | None:
    """Return the file of a message where a step asked for one; raises Asked before it is there."""
    if incoming.file is None:
        return None
    ask = await handing.question(turn, session, incoming.file)
    if ask and ask.opens and file is None:
        raise Asked(ask.opens)
    if ask and incoming.album:
        turn.say(_("Of files sent together I read the first one only; send them one by one."))
    return file if ask else None


class Fetcher:
    """Fetches files through the channels that they came by, and has them read."""

    def __init__(self, channels: Mapping[str, Channel], clock: Clock) -> None:
        self._channels = channels
        self._clock = clock

    async def handed(self, address: Address, file: FileRef, opens: Opens) -> Handed:
        """Fetch a file and have it read, or say in one sentence why that cannot be."""
        try:
            data = await self._fetch(address, file)
            return Handed(await asyncio.to_thread(opens, data, file.ending))
        except Refused as refused:
            log.info("%s a file was refused", refused.code)
            return Handed(refused=refused.text)
        except Exception as error:
            # Whatever a stranger's file does to what reads it, the conversation goes on.
            log.error("TS-69 a file could not be read %s", incidents.where(error))  # noqa: TRY400 - a traceback may hold what is in it
            return Handed(
                refused=_("I could not read this file. Save it anew, then send it once more.")
            )

    async def _fetch(self, address: Address, file: FileRef) -> bytes:
        """Return the bytes of a file; raises Refused."""
        if (file.size or 0) > MOST_BYTES:
            raise too_large()
        channel = self._channels[address.channel]
        for attempt in range(_TRIES):
            try:
                async with asyncio.timeout(_LONGEST):
                    data = await channel.fetch(file.reference, MOST_BYTES)
            except TimeoutError:
                wait = again_in(attempt, Undelivered("TimeoutError"))
            except Undelivered as undelivered:
                wait = again_in(attempt, undelivered)
            else:
                if len(data) > MOST_BYTES:
                    raise too_large()
                return data
            if wait is None or attempt + 1 == _TRIES:
                break
            await self._clock.sleep(wait)
        raise Refused(
            "TS-67", _("The file did not reach me. Please send it once more in a moment.")
        )


def too_large() -> Refused:
    """Say how large a file may be."""
    return Refused("TS-68", _("The file is too large: at most 5 MB."))
