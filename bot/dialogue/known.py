"""Answers of the commune office to what is being looked for, where no guide surely has it."""

from bot.dialogue.turn import Turn


async def answer(turn: Turn, said: str) -> int | None:
    """Return the number of the answered question that asks the same, if one surely does."""
    kept = await turn.questions.known()
    nth = turn.library.same(said, [one.words for one in kept]) if kept else None
    return None if nth is None else kept[nth].id
