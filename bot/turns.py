"""Makes the turn of a message: what its steps may see, cut to the person who wrote it."""

from collections.abc import Callable, Collection
from datetime import datetime

from bot.dialogue.turn import Turn
from bot.dialogue.views import Shelves
from bot.domain.chat import Ability
from bot.domain.clock import local_day
from bot.domain.text import Text
from bot.store.chats import Visit
from bot.store.closed import Closings
from bot.store.db import Tx
from bot.store.inbox import Waiting
from bot.store.intake import Intake
from bot.store.ledger import Ledger
from bot.store.numbers import Numbers
from bot.store.questions import Questions
from bot.store.rolls import Rolls
from bot.store.surveys import Surveys


class Turns:
    """Knows what every turn is given, whoever writes."""

    def __init__(
        self,
        library: Shelves,
        spoken: Callable[[Text], tuple[str, ...]],
        abilities: Callable[[str], Ability],
        channels: Collection[str],
    ) -> None:
        self._library = library
        self._spoken = spoken
        self._abilities = abilities
        self._channels = channels

    def of(self, tx: Tx, waiting: Waiting, visit: Visit, now: datetime) -> Turn:
        """Return the turn of a message, in the transaction in which it is answered."""
        address, person = waiting.incoming.address, visit.person
        at, practising = min(waiting.incoming.at, now), visit.practises(now)
        return Turn(
            address=address,
            message=waiting.id,
            at=at,
            person=person,
            language=visit.language,
            ability=self._abilities(address.channel),
            records=Ledger(tx, person, at, practising=practising, closed_until=visit.closed_until),
            numbers=Numbers(tx, person, self._library.catalogue, at),
            closings=Closings(tx, person),
            surveys=Surveys(tx, person),
            questions=Questions(tx, person, local_day(at)),
            rolls=Rolls(tx, person, now, self._channels),
            intake=Intake(tx, visit.id, person, now),
            library=self._library,
            spoken=self._spoken,
            practising=practising,
            cards=visit.cards,
            reminders=visit.reminders,
        )
