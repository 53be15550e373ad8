"""Counts messages a second, as Telegram does before it answers 429."""

from collections import defaultdict, deque
from collections.abc import Callable

from .refusal import Refused, too_many_requests

# Telegram's figures from its "My bot is hitting limits" answer for bots.
PER_CHAT = 1
IN_ALL = 30


class Pace:
    """The busiest second so far, in one chat and in all, by a clock that only goes forward."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._chats: defaultdict[int, deque[float]] = defaultdict(deque)
        self._all: deque[float] = deque()
        self.busiest_in_a_chat = 0
        self.busiest = 0

    def refusal(self, chat_id: int) -> Refused | None:
        """The 429 that one more message now would get."""
        now = self._clock()
        for times, most in ((self._chats[chat_id], PER_CHAT), (self._all, IN_ALL)):
            if _within_a_second(times, now) >= most:
                return too_many_requests(1)
        return None

    def note(self, chat_id: int) -> None:
        """Count a message that was accepted."""
        now = self._clock()
        self._chats[chat_id].append(now)
        self._all.append(now)
        self.busiest_in_a_chat = max(
            self.busiest_in_a_chat, _within_a_second(self._chats[chat_id], now)
        )
        self.busiest = max(self.busiest, _within_a_second(self._all, now))


def _within_a_second(times: deque[float], now: float) -> int:
    while times and now - times[0] >= 1:
        times.popleft()
    return len(times)
