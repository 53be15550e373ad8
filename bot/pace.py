"""How fast people may be written to."""

from bot.domain.chat import Ability, Address
from bot.domain.clock import Clock


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
