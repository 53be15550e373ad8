"""How fast people may be written to, and when again after it failed."""

from bot.domain.chat import Ability, Address
from bot.domain.clock import Clock
from bot.domain.errors import Undelivered

# Waits between tries, in seconds; the last one repeats until the letter is given up.
_WAITS = (1, 2, 5, 10, 30, 60, 300)
# About a day of tries: after that the answer to a question at the door helps nobody.
_TRIES = 290
# A letter that may have arrived each time is not repeated for a day.
_TRIES_UNKNOWN = 5


class Pace:
    """How fast a channel may be spoken to: so many messages a second, in all and to one chat."""

    def __init__(self, ability: Ability, clock: Clock) -> None:
        self._between = 1 / ability.a_second
        self._between_for_one = 1 / ability.a_second_per_chat
        self._clock = clock
        self._next = 0.0
        self._next_for: dict[Address, float] = {}

    async def wait(self, address: Address) -> None:
        """Wait for a turn, and take it."""
        now = self._clock.seconds()
        turn = max(now, self._next, self._next_for.get(address, 0.0))
        self._next = max(now, self._next) + self._between
        self._next_for = {who: at for who, at in self._next_for.items() if at > now}
        self._next_for[address] = turn + self._between_for_one
        if turn > now:
            await self._clock.sleep(turn - now)


def again_in(attempts: int, undelivered: Undelivered) -> float | None:
    """Return after how many seconds a letter is tried again; None where it is given up.

    `attempts`: how often it was tried before this time.
    """
    tries = _TRIES_UNKNOWN if undelivered.unknown else _TRIES
    if undelivered.forever or attempts + 1 >= tries:
        return None
    return undelivered.after or _WAITS[min(attempts, len(_WAITS) - 1)]
