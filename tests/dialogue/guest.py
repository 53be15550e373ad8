"""Somebody who visits a flow without knowing it: opens it, takes what is offered, sees it all."""

import json
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.channels.terminal import typed
from bot.dialogue.flow import Flow
from bot.domain.chat import Address, Due, Incoming
from bot.domain.clock import VIET_NAM
from bot.domain.schedules import evening
from tests.chat import Chat
from tests.house import House

# What may differ from run to run: codes that open a roster line, and codes of entries.
_CODE = re.compile(r"\b[2-9B-Z]{4}-[2-9B-Z]{4}\b|(?<=Mã: )[2-9B-Z]+|(?<=Code: )[2-9B-Z]+")
_FOLDER = re.compile(r"^/.*/(?=[^/]+\.\w+$)")
_CHOICE = re.compile(r"  (\[.+\])")
_MOVES = re.compile(r"  \(.+\)")
# What is handed out stands below the question, whose ways on stay what they were.
_HANDED = re.compile(
    r"(?:Bảng số|Báo cáo|Biểu đồ|Bảng mẫu để điền|Thẻ mời vào tổ): |"
    r"Xã dùng thử, số liệu không có thật\. "
)
# Choices that a flow without a command may be away from the one that leads to it.
_FAR = 6
# The ways to flows that the first choice on each screen does not lead to; * is that choice.
_WAYS = {
    "fix": ("/ghi", "*", "3", "[Sửa lại]"),
    "first": ("/so", "*", "*", "[Mấy người lần đầu?]"),
    "history": ("/ghi", "*", "3", "[Sửa lại]", "[Xem đã sửa những gì]"),
    "entry": ("/start", "kích hoạt mấy cái vneid"),
    "unclear": ("/start", "5 vneid ở An Khương và Thọ An"),
    "receipts": ("/start", "3 vneid, 2 dvc"),
    "shelf": ("/huongdan", "*"),
    "guide": ("/huongdan", "*", "*"),
    "cases": ("/huongdan", "*", "*", "*"),
    "trouble": ("/huongdan", "*", "*", "[Chỗ hay vướng]"),
    # A look is taken once; what is recorded after it can be looked at again.
    "look": ("/start", "3 vneid", "/tonghop", "[Tôi đã xem, đúng]"),
    # The same line opens again what was closed.
    "closing": ("/tonghop", "[Kỳ trước]", "7"),
    "indicator": ("/chitieu", "2", "*"),
    "person": ("/start", "mua máy cày trả góp", "[Hỏi cán bộ xã]"),
    "asking": ("/start", "mua máy cày trả góp", "[Hỏi cán bộ xã]", "[Gửi câu hỏi cho cán bộ xã]"),
    "known": ("/start", "xã mình mua máy cày trả góp ở đâu"),
    "phone": ("/nguoito", "1", "2", "[Đổi điện thoại, mất máy]"),
    "moving": ("/nguoito", "1", "2", "[Chuyển sang tổ khác]"),
    "charge": ("/nguoito", "1", "2", "[Giao tổ trưởng, tổ phó]"),
    "replacement": ("/nguoito", "1", "2", "[Thay bằng người khác]"),
    "dismissal": ("/nguoito", "1", "2", "[Rời tổ]"),
}
_ASKED = (*_WAYS["asking"], "Xã mình mua máy cày trả góp ở đâu?", "[Gửi đi]")
_ANSWERED = ("/hoidap", "*", "[Trả lời bằng lời của mình]", "Hỏi Hội Nông dân xã.", "[Gửi đi]")
# What others must have done before, so that there is something to open.
_BEFORE = {
    "answering": (("member", _ASKED),),
    "known": (("leader", _ASKED), ("official", _ANSWERED)),
}
# Flows that time brings: about which week, and when.
_DUE = {
    "reminder": ("2026-W49", datetime(2026, 12, 4, 12, tzinfo=VIET_NAM)),
    "missed": ("2026-W48", datetime(2026, 11, 30, 9, tzinfo=VIET_NAM)),
}
# Flows that do their one thing and ask nothing: another one stands on the screen behind them.
ONE_STROKE = frozenset({"commune", "gaps", "history", "look", "nothing", "undo"})


class Guest(Chat):
    """A chat with a flow that is not known beforehand."""

    def __init__(self, house: House, channel: str, role: str) -> None:
        super().__init__(house, channel, role)
        self._typed = ("", 0, house.clock.now())
        self._came = 0
        self._ready: set[str] = set()

    @property
    def address(self) -> Address:
        """Where the program keeps this chat."""
        own = self.role if self.channel == "terminal" else str(self.house.people[self.role].id)
        return Address(self.channel, own)

    async def open(self, flow: Flow, flows: Sequence[Flow]) -> list[str]:
        """Open a flow by its command, or through the first choices of one that leads to it."""
        # What others did stays done, however often the flow is opened.
        for role, deeds in () if flow.name in self._ready else _BEFORE.get(flow.name, ()):
            other = Guest(self.house, self.channel, role)
            for said in deeds:
                await other.say(other.next_words(last=False) if said == "*" else said)
        self._ready.add(flow.name)
        if flow.command or flow.name == "home":
            return await self.say(f"/{flow.command or 'start'}")
        if flow.name in _DUE:
            return await self._comes(flow)
        if flow.name in _WAYS:
            for said in _WAYS[flow.name]:
                shown = await self.say(self.next_words(last=False) if said == "*" else said)
            return shown
        before = next(
            one
            for one in flows
            if (one.command or one.name in _WAYS) and flow.name in {door.flow for door in one.doors}
        )
        shown = await self.open(before, flows)
        for _turn in range(_FAR):
            if (await self.stands_at()).startswith(f"{flow.name}."):
                return shown
            shown = await self.say(self.next_words(last=False))
        raise AssertionError(flow.name)

    async def _comes(self, flow: Flow) -> list[str]:
        """Have a flow come by itself, as time brings it."""
        period, at = _DUE[flow.name]
        if self.house.clock.now() < at:
            self.house.clock.move(at)
        await self.say("/start")
        self._came += 1
        due = Due(flow.name, period, evening(self.house.clock.now()))
        came = Incoming(self.address, f"due:{self._came}", due, self.house.clock.now())
        await self.house.app.desk.receive([came])
        await self.house.app.settle()
        return self.seen()

    async def say(self, said: str) -> list[str]:
        """Say something; return what is shown then."""
        if self.channel == "terminal":
            line = self._digit(said[1:-1]) if _CHOICE.fullmatch(f"  {said}") else said
            self._typed = (line, self.house._said + 1, self.house.clock.now())
        return await super().say(said)

    async def say_again(self) -> list[str]:
        """Have the channel deliver this chat's newest message once more, under the same number."""
        house = self.house
        if self.channel == "terminal":
            line, nth, at = self._typed
            await house.app.desk.receive([typed(self.address, line, nth=nth, at=at)])
        else:
            updates = house.api.updates
            updates.redeliver(max(nth for nth, body in updates._known.items() if self._own(body)))
            await house.api.until(lambda: updates.polling and not updates._again)
        await house.app.settle()
        return self.seen()

    def labels(self) -> list[str]:
        """Return the words of every line on the screen, choices first."""
        ways = self.ways_on()
        choices = [found[1][1:-1] for row in ways if (found := _CHOICE.fullmatch(row))]
        return choices + [label for row in ways[len(choices) :] for label in row[3:-1].split(") (")]

    def next_words(self, *, last: bool) -> str:
        """Return the first or the last choice on the screen; a number where none is offered."""
        choices = [found[1] for row in self._question() if (found := _CHOICE.fullmatch(row))]
        if not choices:
            return "3"
        return choices[-1 if last else 0]

    def ways_on(self) -> list[str]:
        """Return the choices and moves that are on the screen."""
        rows = self._question()
        return [row for row in rows if _CHOICE.fullmatch(row) or _MOVES.fullmatch(row)]

    def _question(self) -> list[str]:
        shown = self.seen()
        return self.asked() if _HANDED.match(shown[0]) else shown

    async def stands_at(self) -> str:
        """Return the step at which the chat stands, straight from the tables."""
        chats = await self.house.ask("SELECT channel, chat, session FROM chats")
        kept = {Address(channel, chat): session for channel, chat, session in chats}
        return str(json.loads(kept[self.address])["frames"][-1][0])

    async def incidents(self) -> list[tuple[Any, ...]]:
        """Return what the program could not answer."""
        return await self.house.ask("SELECT incident FROM inbox WHERE incident IS NOT NULL")

    async def facts(self) -> list[tuple[Any, ...]]:
        """Return what messages put into the ledger."""
        return await self.house.ask(
            "SELECT kind, member_id, day, activity, count, voids FROM facts"
            " WHERE code NOT LIKE 'M0%' ORDER BY id"
        )

    def _own(self, update: dict[str, Any]) -> bool:
        """Tell whether an update is of this chat."""
        pressed = update.get("callback_query", {})
        message = update.get("message") or update.get("edited_message") or pressed.get("message")
        return bool(message) and message["chat"]["id"] == self.house.people[self.role].id


def without_codes(shown: list[str]) -> list[str]:
    """Return what is shown with every code left blank, and of files their names alone."""
    return [_CODE.sub("____", _FOLDER.sub("", row)) for row in shown]
