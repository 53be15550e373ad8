"""Files of no period: the sheet that is filled in, and the cards with join codes."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from urllib.parse import urlsplit

from bot import cards
from bot.domain.clock import VIET_NAM, Clock, local_day
from bot.domain.codes import join_digest, new_join_code
from bot.domain.dossiers import Document, Form, Wish
from bot.domain.errors import Refused
from bot.domain.figures import Figure
from bot.domain.indicators import Catalogue
from bot.domain.places import Place
from bot.domain.text import _
from bot.intake.forms import form, standing
from bot.store import enrolling, given, inviting
from bot.store.db import Database
from bot.voices import Voices

HANDOUTS = frozenset({Form.SHEET, Form.CODES})
_OFFICE = "application/vnd.openxmlformats-officedocument"
# Whole days, so that a card can say until when.
_GOOD_FOR = timedelta(days=7)


class Handouts:
    """Makes them, from the roster as it is when they are sent."""

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        voices: Voices,
        clock: Clock,
        join_link: Callable[[], str | None],
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._voices = voices
        self._clock = clock
        self._join_link = join_link

    async def make(self, wish: Wish) -> Document:
        """Return the file; raises Refused."""
        if wish.form is Form.CODES:
            data = await self._cards(wish)
            return Document("the-moi.docx", data, f"{_OFFICE}.wordprocessingml.document")
        data = await self._sheet(wish)
        return Document("bang-mau.xlsx", data, f"{_OFFICE}.spreadsheetml.sheet")

    async def _sheet(self, wish: Wish) -> bytes:
        say = self._voices.voice(wish.language).say
        async with self._database.read() as tx:

            async def of(name: str, place: Place) -> Sequence[Figure]:
                return await given.of(tx, name, place)

            communes = (await enrolling.known(tx)).communes
            commune = next((one for one in communes if one.id == wish.commune), None)
            if commune is None:
                raise Refused("TS-61", _("The commune of this file is no longer known."))
            known = await enrolling.known(tx, commune)
            there = await standing(known, self._catalogue, of)
        made, __ = await asyncio.to_thread(form, self._catalogue, there, say, each=False)
        return made

    async def _cards(self, wish: Wish) -> bytes:
        """Make a new code for everybody who has yet to join: only digests are kept.

        Sent twice, only the newer cards work; they say so themselves by being refused.
        """
        at = self._clock.now()
        until = local_day(at) + _GOOD_FOR
        async with self._database.write() as tx:
            commune = Place(wish.commune, "")
            people = await inviting.waiting(tx, commune)
            if not people:
                raise Refused("TS-89", _("Everybody on the roster has joined."))
            codes = {person: new_join_code() for person in people}
            digests = {person.id: join_digest(code) or "" for person, code in codes.items()}
            ends = datetime.combine(until + timedelta(days=1), time(), VIET_NAM)
            await inviting.issue(tx, commune, digests, until=ends, at=at)
        link = self._join_link()
        made = [
            cards.Card(person, code, link.format(code=code) if link else None)
            for person, code in codes.items()
        ]
        bot = urlsplit(link).path.strip("/") if link else ""
        voice = self._voices.voice(wish.language)
        return await asyncio.to_thread(cards.document, voice, made, bot=bot, until=until)
