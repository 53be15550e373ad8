"""The terminal: a conversation in a console, or driven by a script through standard input."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.channels.render import draw
from bot.domain.chat import Ability, Address, Incoming, Letter, Part
from bot.domain.errors import Undelivered
from bot.reading.personal import mask

_NO_LIMIT = 1_000_000


class Terminal:
    """Prints letters as text with numbered lines; `show` prints for a chat.

    `only`: the chat that this console belongs to; what is for another waits until that one opens.
    """

    name = "terminal"
    ability = Ability(
        buttons=False,
        edits=False,
        longest=_NO_LIMIT,
        a_second=_NO_LIMIT,
        a_second_per_chat=_NO_LIMIT,
    )

    def __init__(self, show: Callable[[str, str], None], *, only: str | None = None) -> None:
        self._show = show
        self._only = only

    def parts(self, letter: Letter) -> Sequence[Part]:
        """Draw a letter; the terminal has no limit of length."""
        return draw(letter, self.ability)

    async def send(self, address: Address, part: Part) -> None:
        """Show one message; raises Undelivered where it is for another console."""
        if self._only not in {None, address.chat}:
            raise Undelivered("another console")
        self._show(address.chat, part.text)

    async def delete(self, _address: Address, _message: str) -> None:
        """Do nothing: what stands in a console cannot be taken back."""


def typed(address: Address, line: str, *, nth: int, at: datetime) -> Incoming:
    """Make a message of a line; `nth` and the instant make its id unique over all runs.

    What is personal in it is hidden here, before anything else sees the line.
    """
    masked = mask(line)
    number = f"{address.chat}:{at.timestamp():.6f}:{nth}"
    return Incoming(address, number, masked.text, at, personal=frozenset(masked.kinds))
