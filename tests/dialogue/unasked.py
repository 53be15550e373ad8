"""A commune in which nobody asked the official anything."""

from bot.domain.people import Person
from bot.domain.questions import Load, Question


class NoQuestions:
    """No question, no answer."""

    async def load(self) -> Load:
        return Load()

    async def same(self, words: str) -> Question | None:
        del words
        return None

    async def own(self) -> tuple[Question, ...]:
        return ()

    async def waiting(self) -> tuple[Question, ...]:
        return ()

    async def one(self, number: int) -> Question | None:
        del number
        return None

    async def askers(self, number: int, *, unhelped: bool = False) -> tuple[Person, ...]:
        del number, unhelped
        return ()

    async def known(self) -> tuple[Question, ...]:
        return ()
