"""What a step may see of questions to the official, as far as this person may."""

from typing import Protocol

from bot.domain.people import Person
from bot.domain.questions import Load, Question


class Questions(Protocol):
    """The questions of the person's commune."""

    async def load(self) -> Load:
        """Return how many of the person's own questions wait, and how many they put today."""

    async def same(self, words: str) -> Question | None:
        """Return the question that was put in these words within a week, by whomever."""

    async def own(self) -> tuple[Question, ...]:
        """Return the person's own questions, those answered first longest ago at the front."""

    async def waiting(self) -> tuple[Question, ...]:
        """Return what waits for an answer, longest waiting first, for an official."""

    async def one(self, number: int) -> Question | None:
        """Return a question by its number, for an official."""

    async def askers(self, number: int, *, unhelped: bool = False) -> tuple[Person, ...]:
        """Return who put a question and is still on the roster, for an official who asks.

        `unhelped`: without those whom an earlier answer has helped.
        """

    async def known(self) -> tuple[Question, ...]:
        """Return what was answered and did not help fewer than it helped, newest first."""
