"""A pasted draft, looked through: for what does not hold, and beside the closed book."""

from datetime import timedelta

from bot.dialogue.turn import Turn
from bot.domain.drafts import Correction
from bot.domain.periods import Period
from bot.domain.sheets import State
from bot.reading.draft import check, draft
from bot.reading.draft.own import book, differing
from bot.reading.draft.period import reported
from bot.reports.drafts import surest_first

# Characters of a draft that a conversation holds: some forty pages.
LONGEST = 80_000
# Corrections a message; seven are as many as anybody takes in at once.
PAGE = 7


async def looked_through(turn: Turn, text: str) -> tuple[Correction, ...]:
    """Return what should be mended, the surest first.

    The commune's own figures are beside it where the draft's days are those of a closed period.
    """
    found = list(check(text))
    for closed in await _closed(turn, text):
        sheet = await turn.numbers.sheet(closed)
        found += differing(text, book(sheet, turn.library.activities))
    return surest_first(tuple(found))


def pages(found: tuple[Correction, ...]) -> int:
    """Return how many messages the corrections fill."""
    return -(-len(found) // PAGE)


async def _closed(turn: Turn, text: str) -> tuple[Period, ...]:
    """Return the closed period that has the draft's very days, if there is one."""
    for first, last in sorted(reported(draft(text))):
        end = last + timedelta(days=1)
        asked = Period(f"{first}..{last}", first, end)
        if (await turn.numbers.status(asked)).state is State.CLOSED:
            return (asked,)
        for other in await turn.closings.beside(asked):
            if (other.start, other.end) == (first, end):
                return (other,)
    return ()
