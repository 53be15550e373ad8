"""The print room: makes the file that somebody wished for, from figures read in one look."""

import asyncio
import logging
import re
from collections.abc import Callable, Mapping

from bot import incidents
from bot.domain.activities import OF_PEOPLE
from bot.domain.chat import Address
from bot.domain.clock import Clock
from bot.domain.dossiers import Document, Dossier, Form, Wish
from bot.domain.errors import Damaged, Refused, Unclear
from bot.domain.people import OFFICIALS
from bot.domain.periods import Period, period
from bot.domain.places import Place
from bot.domain.text import _, fold
from bot.forms import FORMS, Kit, Maker, Materials
from bot.handouts import HANDOUTS, Handouts
from bot.store import chats, dossiers, roster
from bot.store.db import Database
from bot.voices import Voices

log = logging.getLogger("toso.printing")

# What stands in brackets behind a commune's name, and whatever a file's name had better not have.
_REMARK = re.compile(r"\([^)]*\)")
_NO_LETTERS = re.compile(r"[^A-Za-z0-9-]+")


class Printer:
    """Makes files, one at a time, in a thread: whoever talks to us meanwhile is answered.

    Side by side they would be ready no sooner, and what draws charts may not be used so.
    """

    def __init__(
        self,
        database: Database,
        materials: Materials,
        voices: Voices,
        clock: Clock,
        forms: Mapping[Form, Maker] = FORMS,
        join_link: Callable[[], str | None] = lambda: None,
    ) -> None:
        catalogue = materials.declared.catalogue
        self._handouts = Handouts(database, catalogue, voices, clock, join_link)
        self._forms = forms
        self._database = database
        self._materials = materials
        self._voices = voices
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()

    async def make(self, wish: Wish) -> Document:
        """Return the file; the same one for ever where its period is closed.

        Raises Refused where the form, the commune or the period is not known, where the closed
        sheet was changed, and where a template is of no use.
        """
        if wish.form in HANDOUTS:
            async with self._one_at_a_time:
                return await self._handouts.make(wish)
        maker = self._maker(wish.form)
        try:
            asked = period(wish.period)
        except Unclear as unclear:
            raise Refused("TS-44", unclear.text) from None
        async with self._one_at_a_time:
            commune, dossier = await self.gather(wish.commune, asked)
            data = await asyncio.to_thread(self.print, maker, dossier, wish.language)
        return Document(f"{name(commune, asked)}.{maker.ending}", data, maker.media)

    async def attempt(self, wish: Wish, to: Address) -> Document | str | None:
        """Return the file, or the code under which the operator finds why there is none.

        None where the chat is no longer that of an official of the commune: a letter may wait for
        days, and whoever has left meanwhile is owed no figures.
        """
        if not await self._entitled(wish, to):
            return None
        try:
            return await self.make(wish)
        except Refused as refused:
            log.warning("%s %s of %s refused", refused.code, wish.form.value, wish.period)
            return refused.code
        except Exception as error:
            # Raised on, it would end the program, and again after every start: the wish is kept.
            code = incidents.new()
            log.error("%s %s of %s %s", code, wish.form.value, wish.period, incidents.where(error))  # noqa: TRY400 - a traceback may hold figures
            return code

    async def _entitled(self, wish: Wish, to: Address) -> bool:
        async with self._database.read() as tx:
            person = await chats.person(tx, to)
        return person is not None and person.role in OFFICIALS and person.commune.id == wish.commune

    async def gather(self, commune: int, asked: Period) -> tuple[Place, Dossier]:
        """Read all that is printed of a period, in one transaction; raises Refused."""
        declared = self._materials.declared
        of_people = [one.id for one in declared.activities.values() if one.unit in OF_PEOPLE]
        async with self._database.read() as tx:
            place = next((one for one in await roster.communes(tx) if one.id == commune), None)
            if place is None:
                raise Refused("TS-61", _("The commune of this file is no longer known."))
            try:
                dossier = await dossiers.gather(
                    tx,
                    place,
                    asked,
                    declared.catalogue,
                    of_people=of_people,
                    now=self._clock.now(),
                )
            except Damaged as damaged:
                raise damaged.refused() from None
        return place, dossier

    def print(self, maker: Maker, dossier: Dossier, language: str) -> bytes:
        """Compute the bytes of a file; raises Refused."""
        return maker.make(
            dossier, Kit(self._materials, self._voices.voice(language), self._voices.voice("vi"))
        )

    def _maker(self, form: Form) -> Maker:
        if maker := self._forms.get(form):
            return maker
        names = ", ".join(one.value for one in self._forms)
        raise Refused("TS-62", _("Such files cannot be made here. Known are: {names}", names=names))


def name(commune: Place, asked: Period) -> str:
    """Return what a period's files are called, in plain letters: `binh-an_2026-W47`."""
    words = fold(_REMARK.sub(" ", commune.name)) or fold(commune.name)
    whose = _NO_LETTERS.sub("-", words).strip("-") or "toso"
    return f"{whose}_{_NO_LETTERS.sub('_', asked.id)}"
