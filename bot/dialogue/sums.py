"""What the books say together with what this very turn has recorded."""

from bot.dialogue.turn import Turn
from bot.domain.facts import AssistanceGiven, AssistanceVoided, Entry, FirstTimeTold
from bot.domain.periods import week


async def first_told(turn: Turn, entry: Entry) -> int | None:
    """Return how many people of an entry came for the first time, if that was told."""
    for kept in reversed(turn.recorded):
        if isinstance(kept.fact, FirstTimeTold) and kept.fact.entry.code == entry.code:
            return kept.fact.first
    if entry in turn.recorded and not entry.corrects:
        # So new that nobody can have told anything.
        return None
    return await turn.records.first_told(entry)


async def this_week(turn: Turn, activity: str) -> int:
    """Return how much of an activity the person gave this week, this turn included."""
    period = week(turn.today)
    (own,) = await turn.records.own(period)
    total = own.given.get(activity, 0)
    for entry in turn.recorded:
        if turn.person and entry.member != turn.person.id:
            continue
        match entry.fact:
            case AssistanceGiven() as given:
                sign, day = 1, given.day
            case AssistanceVoided(Entry(fact=AssistanceGiven() as given), elsewhere):
                sign, day = -1, elsewhere or given.day
            case _:
                continue
        if given.activity == activity and day in period:
            total += sign * given.count
    return total
