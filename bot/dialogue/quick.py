"""Reads free words as a quick entry, for the flows in which free words may be typed."""

from bot.dialogue.turn import Turn
from bot.domain.entries import Reading
from bot.domain.people import MEMBERS


async def reading(turn: Turn, said: str) -> Reading | None:
    """Return what was done, if the words say so and come from somebody who records."""
    if turn.role not in MEMBERS:
        return None
    villages = list(await turn.records.villages_called())
    found = turn.library.read_entry(said, today=turn.today, villages=villages)
    return found if found.items or found.doubt else None
