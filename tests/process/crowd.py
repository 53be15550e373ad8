"""Members who go on recording help, whatever happens to the bot meanwhile."""

import asyncio
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.botapi import BotApi, Call, Person
from tests.house import CONTENT

# An answer may have to wait for many kills.
_PATIENCE = 300
# The home menu's keys carry no screen; no other screen has this number.
_HOME = 0
TITLES = {
    one["title"]["vi"]: one["id"]
    for one in tomllib.loads((CONTENT / "activities.toml").read_text(encoding="utf-8"))[
        "activities"
    ]
}


# Of these a number is asked twice: how many, and how many people came.
_GATHERINGS = {"Buổi tuyên truyền"}
_ORDINARY = [title for title in TITLES if title not in _GATHERINGS]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a message must have put into the ledger."""

    activity: str
    count: int


class Undone:
    """The message must have taken the record before it back."""


@dataclass(frozen=True, slots=True)
class Said:
    """One update, and what it must have come to."""

    update: int
    effect: Recorded | Undone | None = None


@dataclass
class Member:
    """One person with a phone: does the next thing when the last one is answered."""

    api: BotApi
    person: Person
    chance: random.Random
    said: list[Said] = field(default_factory=list)
    _read: int = 0
    _last: int | None = None

    async def go_on(self, enough: asyncio.Event) -> None:
        """Record one thing after another until it is enough, then say one last thing."""
        while not enough.is_set():
            await self._record()
        self._do("/so")
        await self._answers(1)

    async def _record(self) -> None:
        """Record something in one of the ways people do."""
        hurries = self.chance.random() < 0.25
        receipt = await (self._hurry() if hurries else self._step_by_step())
        if self.chance.random() < 0.2:
            # The same help twice within half an hour is asked about, with words of its own. The
            # receipt is not always the last message: it takes the place of the question that was
            # answered, and a kill may have shown that one twice.
            offered = _buttons(receipt)
            self._do("Hoàn tác" if "Hoàn tác" in offered else "Trùng, bỏ lần này", Undone())
            await self._answers(1)

    @property
    def seen(self) -> int | None:
        """What tells the letter that came last from the others."""
        mine = (call for call in reversed(self.api.calls) if shows(call, self.person.id))
        return next((key(call) for call in mine), None)

    async def _step_by_step(self) -> Call:
        self._do("/ghi")
        buttons = _buttons(await self._answers(1))
        title = self.chance.choice([one for one in buttons if one in _ORDINARY])
        self._do(self.chance.choice([title, str(buttons.index(title) + 1)]))
        await self._answers(1)
        count = self.chance.randint(1, 9)
        self._do(str(count), Recorded(TITLES[title], count))
        return await self._answers(1)

    async def _hurry(self) -> Call:
        """Type everything without waiting for an answer."""
        title, count = self.chance.choice(_ORDINARY), self.chance.randint(1, 9)
        self._do("/ghi", press=False)
        self._do(title, press=False)
        self._do(str(count), Recorded(TITLES[title], count), press=False)
        return await self._answers(3)

    def _do(
        self, words: str, effect: Recorded | Undone | None = None, *, press: bool = True
    ) -> None:
        """Press the button with these words, if there is one and one likes to; else type them."""
        newest = self.person.screen[-1] if self.person.screen else None
        offered = {one for row in newest.buttons for one in row} if newest and press else set()
        if words in offered and self.chance.random() < 0.5:
            update = self.person.press(words).update_id
        else:
            update = self.person.say(words).update_id
        self.said.append(Said(update, effect))

    async def _answers(self, wanted: int) -> Call:
        """Wait for so many answers; one that comes a second time is none."""
        newest: Call | None = None

        def arrived() -> bool:
            nonlocal newest, wanted
            while wanted and self._read < len(self.api.calls):
                call = self.api.calls[self._read]
                self._read += 1
                if shows(call, self.person.id) and key(call) != self._last:
                    newest, self._last, wanted = call, key(call), wanted - 1
            return not wanted

        await self.api.until(arrived, _PATIENCE)
        assert newest is not None
        return newest


def shows(call: Call, chat: int) -> bool:
    """Tell whether a call changed what is shown in a chat."""
    showing = call.method in {"sendMessage", "editMessageText"} and call.status == 200
    return showing and call.params["chat_id"] == chat


def key(call: Call) -> int:
    """Return what tells a letter from the one before: its screen, which its buttons carry.

    The home menu has lasting keys, which carry none; members here never ask for it twice in a row.
    """
    for row in (call.params.get("reply_markup") or {}).get("inline_keyboard", []):
        return int(row[0]["callback_data"].partition(".")[0])
    return _HOME


def letters(api: BotApi, chat: int) -> Iterator[tuple[int, str]]:
    """Return each letter a chat was shown, repetitions left out if they follow at once."""
    last: tuple[int, str] | None = None
    for call in api.calls:
        if shows(call, chat):
            letter = (key(call), str(call.params["text"]))
            if letter != last:
                yield letter
            last = letter


def _buttons(call: Call) -> list[str]:
    markup = call.params.get("reply_markup") or {}
    return [button["text"] for row in markup.get("inline_keyboard", []) for button in row]
