"""The counter windows: what the post asks of a channel, whichever it is."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain.chat import Ability, Address, Letter, Part
from bot.domain.dossiers import Document, Form


class Channel(Protocol):
    """A way to reach people."""

    @property
    def name(self) -> str:
        """The channel's name in addresses."""

    @property
    def ability(self) -> Ability:
        """What the channel can show."""

    def parts(self, letter: Letter) -> Sequence[Part]:
        """Cut a letter into messages of this channel."""

    async def send(self, address: Address, part: Part) -> None:
        """Send one message; raises Undelivered."""

    async def preparing(self, address: Address, form: Form) -> None:
        """Show, where the channel can, that a file is being made; raises nothing."""

    async def send_document(self, address: Address, document: Document, caption: str) -> None:
        """Send a file with words below it; raises Undelivered."""

    async def fetch(self, reference: str, most: int) -> bytes:
        """Return a file that somebody sent, read no further than behind `most` bytes.

        Raises Undelivered, `forever` where the channel has it no more.
        """

    async def delete(self, address: Address, message: str) -> None:
        """Take a message of the person out of the chat, if it is there; raises Undelivered."""
