"""Whatever happens in whatever order: a person is told one thing unasked a week, never at night.

Run longer with TOSO_NUDGES=200; a number of one's own makes new weeks each time.
"""

import asyncio
import os
import shutil
import tempfile
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.clock import VIET_NAM
from bot.domain.periods import week
from tests.chat import Chat
from tests.flows.weeks import FRIDAY, only
from tests.house import House

_TIMES = int(os.environ.get("TOSO_NUDGES", "0"))
_UNASKED = ("Sổ tuần này (", "Tuần trước (")
_LINES = {
    "record": ("member", ("3 vneid",)),
    "nothing": ("member", ("/khongco",)),
    "stop": ("member", ("/toi", "[Đừng nhắc nữa]")),
    "again": ("member", ("/toi", "[Nhắc lại tôi]")),
    "practise": ("member", ("/tapthu", "[Bắt đầu tập]")),
    "serious": ("member", ("/tapthu", "[Thôi tập]")),
    "menu": ("member", ("/start",)),
    "tap": ("leader", ("/toituan", "[? Trần Thị Hoa]", "[Nhắc một lần]")),
    "whole": ("leader", ("/toituan", "[Cả tổ không có việc]")),
    "lead": ("leader", ("/start",)),
}
# Where the clock goes: to an hour of the three weeks from that Friday, back as well as forth.
_HOURS = st.one_of(
    st.integers(0, 21 * 24),
    st.sampled_from([0, 1, 24, 57, 58, 68, 69, 70, 92, 168, 169, 236, 237, 336, 404]),
)
_EVENTS = st.one_of(
    st.tuples(st.just("look"), _HOURS),
    st.tuples(st.just("cut"), _HOURS),
    st.tuples(st.just("restart"), st.just(0)),
    st.tuples(st.sampled_from(sorted(_LINES)), st.just(0)),
    st.tuples(st.just("tap"), st.just(0)),
)


@settings(
    max_examples=_TIMES or 6,
    derandomize=not _TIMES,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
@given(events=st.lists(_EVENTS, min_size=12, max_size=24))
def test_nobody_is_told_twice_in_a_week(ready_file: Path, events: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_live(str(shutil.copy(ready_file, folder)), events))


async def _live(file: str, events: list[tuple[str, int]]) -> None:
    house = House(file)
    await house.open()
    try:
        house.clock.move(FRIDAY)
        await only(Chat(house, "terminal", "member"))
        await _Weeks(house).play(events)
    finally:
        await house.close()


class _Weeks:
    """What was said to whom unasked, by the week of the clock."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._heard = Counter({"member": 0, "leader": 0})
        self._told = Counter[tuple[str, str]]()
        self._stopped = self._practising = False
        self._until = FRIDAY

    async def play(self, events: list[tuple[str, int]]) -> None:
        """Let things happen, and see after each that nobody was disturbed."""
        for kind, hours in events:
            await self._happens(kind, hours)
            self._see()
            self._note(kind)

    async def _happens(self, kind: str, hours: int) -> None:
        house = self._house
        if kind in {"look", "cut"}:
            house.clock.move(FRIDAY + timedelta(hours=hours))
            wake = house.app.nudges._wake
            if kind == "cut":
                # The program ends before it is answered.
                house.app.nudges._wake = lambda _address: None
            await house.app.nudges.look()
            await house.app.settle()
            house.app.nudges._wake = wake
        elif kind == "restart":
            await house.restart()
        else:
            role, lines = _LINES[kind]
            for said in lines:
                await Chat(house, "terminal", role).say(said)

    def _see(self) -> None:
        now = self._house.clock.now().astimezone(VIET_NAM)
        for role in self._heard:
            shown = self._house.shown[role]
            for words in shown[self._heard[role] :]:
                if words.startswith(_UNASKED):
                    self._is_right(role, now)
            self._heard[role] = len(shown)

    def _is_right(self, role: str, now: datetime) -> None:
        self._told[role, week(now.date()).id] += 1
        assert self._told[role, week(now.date()).id] == 1
        assert 7 <= now.hour < 21
        if role == "member":
            assert not self._stopped
            assert not (self._practising and now < self._until)

    def _note(self, kind: str) -> None:
        match kind:
            case "stop" | "again":
                self._stopped = kind == "stop"
            case "practise" if not self._practising:
                self._practising = True
                self._until = self._house.clock.now().astimezone(VIET_NAM) + timedelta(hours=2)
            case "serious":
                self._practising = False
