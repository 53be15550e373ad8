"""A village at work: several people at once, and what must hold whatever they do."""

import json
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from bot.domain.session import Session
from bot.domain.text import fold
from tests.dialogue.guest import Guest
from tests.dialogue.holds import asked, closed_periods, receipts_are_true
from tests.dialogue.visits import ENTRIES, WORDS, Act, Visit, names
from tests.house import House

_JOIN_CODE = re.compile(r": ([2-9B-Z]{4}-[2-9B-Z]{4})\b")


class Village:
    """The program with people around it; every act is followed by a look at what must hold."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.codes: list[str] = []
        self._guests: dict[tuple[str, str], Guest] = {}
        self._begun: set[Guest] = set()
        self._facts = 0
        ours, theirs = names()
        self._never = {role: ours if role == "outsider" else theirs for role in house.people}
        self._deeds: dict[str, Callable[[Guest, int], Awaitable[object]]] = {
            "press": self._press,
            "label": self._label,
            "digit": lambda guest, pick: guest.say(str(pick % 10)),
            "words": lambda guest, pick: guest.say(WORDS[pick % len(WORDS)]),
            "old": self._old_button,
            "photo": self._photo,
            "again": self._again,
            "record": self._record,
            "take back": self._take_back,
            "elsewhere": self._elsewhere,
            "invite": self._invite,
            "join": self._join,
            "leave": self._leave,
            "restart": self._restart,
            "wait": self._wait,
            "type": lambda guest, pick: guest.say(ENTRIES[pick % len(ENTRIES)]),
            "yes": lambda guest, _pick: guest.say("đúng, ghi vào sổ"),
            "correct": self._correct,
            "nothing": lambda guest, _pick: guest.say("/khongco"),
            "practise": self._practise,
            "close": self._close,
        }
        self._closed: dict[int, list[tuple[Any, ...]]] = {}

    async def play(self, visits: list[Visit]) -> None:
        """Play all visits."""
        self._facts = (await self.house.ask("SELECT max(id) FROM facts"))[0][0]
        for visit in visits:
            for act in visit.acts:
                await self._do(self._guest(visit.who, visit.channel), act)

    def _guest(self, who: str, channel: str) -> Guest:
        return self._guests.setdefault((who, channel), Guest(self.house, channel, who))

    async def _do(self, guest: Guest, act: Act) -> None:
        person = await self._person(guest)
        if guest not in self._begun:
            self._begun.add(guest)
            await guest.say("/start")
        await self._deeds[act.kind](guest, act.pick)
        shown = "\n".join(guest.seen())
        assert "SC-" not in shown
        assert await guest.incidents() == []
        assert [name for name in self._never[guest.role] if name in shown] == []
        assert guest.ways_on() != [], shown
        await receipts_are_true(self.house, shown)
        await self._facts_are_of(person)
        self._closed = await closed_periods(self.house, self._closed)
        await self._sessions_are_whole()
        if guest.role in {"leader", "official"}:
            self.codes += _JOIN_CODE.findall(shown)

    async def _press(self, guest: Guest, pick: int) -> None:
        labels = guest.labels()
        await guest.say(f"[{labels[pick % len(labels)]}]")

    async def _label(self, guest: Guest, pick: int) -> None:
        labels = guest.labels()
        await guest.say(fold(labels[pick % len(labels)]))

    async def _old_button(self, guest: Guest, pick: int) -> None:
        """Press any button that a phone without signal still shows."""
        person = self.house.people[guest.role]
        buttons = [
            (message.message_id, button["text"])
            for message, rows in person.chat.keyboards(None, stale=True)
            for row in rows
            for button in row
        ]
        if guest.channel == "terminal" or not buttons:
            await guest.say(str(pick % 10))
            return
        message, label = buttons[pick % len(buttons)]
        person.press(label, message=message, stale=True)
        await self.house.telegram_settles()

    async def _photo(self, guest: Guest, _pick: int) -> None:
        if guest.channel == "telegram":
            self.house.people[guest.role].send_photo()
            await self.house.telegram_settles()

    async def _again(self, guest: Guest, _pick: int) -> None:
        """Have the same update delivered twice: one answer, one effect."""
        before, facts = guest.seen(), await guest.facts()
        assert await guest.say_again() == before
        assert await guest.facts() == facts

    async def _record(self, guest: Guest, pick: int) -> None:
        """Record help in three taps, whoever may."""
        await guest.say("/ghi")
        await self._press(guest, pick % 8)
        await guest.say(str(pick % 12))

    async def _take_back(self, guest: Guest, _pick: int) -> None:
        """Take the latest record back in the book."""
        await guest.say("/so")
        for _turn in range(2):
            await guest.say(guest.next_words(last=False))
        await guest.say("hoàn tác")

    async def _correct(self, guest: Guest, pick: int) -> None:
        """Correct the latest record of one's own or, where one may, somebody else's."""
        await guest.say("/soto" if pick % 2 else "/hoantac")
        for nth in range(2 if pick % 2 else 0):
            await self._press(guest, pick // 2 * nth)
        await guest.say("sửa lại")
        await self._press(guest, pick % 5)
        await guest.say(str(pick % 7 + 1))
        # The reason, where the period is closed; anywhere else it is a search that finds nothing.
        await guest.say("ghi nhầm số")

    async def _practise(self, guest: Guest, pick: int) -> None:
        """Begin to practise, or stop."""
        await guest.say("/tapthu")
        await guest.say(guest.next_words(last=pick % 4 == 0))

    async def _close(self, guest: Guest, pick: int) -> None:
        """Have the official close a week that is over, or open it again with a reason."""
        official = self._guest("official", guest.channel)
        self._begun.add(official)
        for said in ("/tonghop", *("kỳ trước",) * (pick % 2 + 1), "chốt kỳ này", "chốt"):
            await official.say(said)
        self._facts = (await self.house.ask("SELECT max(id) FROM facts"))[0][0]

    async def _elsewhere(self, guest: Guest, pick: int) -> None:
        """Record help, and take it back over the other channel while the receipt is shown here."""
        await self._do(guest, Act("record", pick % 8 + 8))
        other = "terminal" if guest.channel == "telegram" else "telegram"
        await self._do(self._guest(guest.role, other), Act("take back", pick))
        await guest.say(guest.next_words(last=pick % 2 == 0))

    async def _invite(self, guest: Guest, _pick: int) -> None:
        """Give out a code, whoever may."""
        await guest.say("/moi")
        await guest.say(guest.next_words(last=False))

    async def _join(self, guest: Guest, pick: int) -> None:
        """Get a code from the official and use it, as only the stranger does."""
        if guest.role == "stranger":
            await self._do(self._guest("official", "terminal"), Act("invite", pick))
            await guest.say(f"/start {self.codes[-1] if self.codes else 'K7QM-2F9T'}")
            await guest.say(guest.next_words(last=pick % 5 == 0))

    async def _leave(self, guest: Guest, pick: int) -> None:
        """Look at what is kept, choose to leave, and leave or stay."""
        await guest.say("/toi")
        await guest.say(guest.next_words(last=True))
        await guest.say(guest.next_words(last=pick % 3 == 0))

    async def _restart(self, guest: Guest, _pick: int) -> None:
        """Stop and start the program; the question and all answers are the same."""
        question, sessions = await guest.say(""), await self._sessions()
        await self.house.restart()
        assert await self._sessions() == sessions
        assert await guest.say("") == question

    async def _wait(self, _guest: Guest, pick: int) -> None:
        """Let hours or days pass."""
        self.house.clock.move(self.house.clock.now() + timedelta(hours=7 * (pick % 30)))

    async def _facts_are_of(self, person: int | None) -> None:
        """See that whatever was just recorded is signed by the person; a stranger's is nothing."""
        new = await asked(
            self.house,
            "SELECT id, kind, coalesce(by_id, member_id) FROM facts WHERE id > :last ORDER BY id",
            last=self._facts,
        )
        for number, kind, member in new:
            self._facts = number
            if kind == "MemberJoined":
                assert person is None
                person = member
            else:
                assert member == person
                assert person is not None or kind == "LanguageChosen"

    async def _sessions_are_whole(self) -> None:
        for __, __, session in await self._sessions():
            if session is not None:
                kept = json.loads(session)
                assert Session.from_json(kept).to_json() == kept

    async def _sessions(self) -> list[tuple[Any, ...]]:
        return await self.house.ask("SELECT channel, chat, session FROM chats ORDER BY id")

    async def _person(self, guest: Guest) -> int | None:
        found = await asked(
            self.house,
            "SELECT person_id FROM chats WHERE channel = :channel AND chat = :chat",
            channel=guest.address.channel,
            chat=guest.address.chat,
        )
        return found[0][0] if found else None
