"""A person's phone, with what the bot's calls put on it."""

from collections.abc import Iterable

from tests.botapi import BotApi, Call, Person
from tests.process.runner import PATIENCE

_SHOWING = {"sendMessage", "editMessageText"}


class Phone:
    """Says something and waits for the answer, whether it is sent or put in place of another."""

    def __init__(self, api: BotApi, person: Person) -> None:
        self._api = api
        self.person = person

    @property
    def shown(self) -> list[Call]:
        """The calls that changed what this phone shows, oldest first."""
        return [
            call
            for call in self._api.calls
            if call.method in _SHOWING
            and call.status == 200
            and call.params["chat_id"] == self.person.id
        ]

    @property
    def texts(self) -> list[str]:
        """What was shown, oldest first."""
        return [str(call.params["text"]) for call in self.shown]

    @property
    def buttons(self) -> list[str]:
        """The inline buttons of what was shown last."""
        markup = self.shown[-1].params.get("reply_markup") or {}
        return [one["text"] for row in markup.get("inline_keyboard", []) for one in row]

    async def say(self, words: str) -> str:
        """Type something; return the answer."""
        before = len(self.shown)
        self.person.say(words)
        return await self.answer(before + 1)

    async def press(self, label: str) -> str:
        """Press an inline button; return the answer."""
        before = len(self.shown)
        self.person.press(label)
        return await self.answer(before + 1)

    async def answer(self, nth: int) -> str:
        """Wait for the nth answer to this phone; return it."""
        await self._api.until(lambda: len(self.shown) >= nth, PATIENCE)
        return self.texts[nth - 1]


async def all_answered(api: BotApi, phones: Iterable[Phone], nth: int) -> None:
    """Wait until each of these phones has been shown so many answers."""
    for phone in phones:
        await phone.answer(nth)
    await api.until(lambda: not api.updates.pending, PATIENCE)
