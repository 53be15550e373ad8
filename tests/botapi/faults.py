"""What goes wrong between a bot and Telegram, on order."""

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Literal


class Dropped(Exception):
    """The connection closes and no answer comes."""


@dataclass(frozen=True)
class Fault:
    """What is to happen to one call.

    With a status, the call is not processed and gets that answer.  Dropped *before* it is not
    processed either; dropped *after* it is, and nobody hears of it.  A hang alone holds back the
    answer of a call that was processed: the worst of the three, since a timeout looks like failure.
    """

    status: int | None = None
    retry_after: int | None = None
    description: str | None = None
    drop: Literal["before", "after"] | None = None
    hang: float = 0


class Faults:
    """Faults waiting for their call, first come first served."""

    def __init__(self) -> None:
        self._queues: defaultdict[str, deque[Fault]] = defaultdict(deque)

    def add(self, method: str, fault: Fault) -> None:
        """Let the next call of a method meet this fault; `*` is any method."""
        self._queues[method].append(fault)

    def take(self, method: str) -> Fault:
        """The fault a call meets now: none, mostly."""
        for queue in (self._queues[method], self._queues["*"]):
            if queue:
                return queue.popleft()
        return Fault()

    @property
    def left(self) -> int:
        """How many have not met their call yet."""
        return sum(map(len, self._queues.values()))
