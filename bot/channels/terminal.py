"""The terminal: a conversation in a console, or driven by a script through standard input."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from bot.channels.render import draw
from bot.domain.chat import Ability, Address, Incoming, Letter, Part, Unread
from bot.domain.dossiers import Document, Form
from bot.domain.errors import Undelivered
from bot.domain.handed import FileRef, ending
from bot.reading.personal import mask

_NO_LIMIT = 1_000_000
# Before the path of a file that is handed over; nobody begins a sentence so.
HANDS_OVER = "<<< "


class Terminal:
    """Prints letters as text with numbered lines; `show` prints for a chat.

    `only`: the chat that this console belongs to; what is for another waits until that one opens.
    `folder`: where files are put; where the program was started if none is given.
    """

    name = "terminal"
    ability = Ability(
        buttons=False,
        edits=False,
        longest=_NO_LIMIT,
        a_second=_NO_LIMIT,
        a_second_per_chat=_NO_LIMIT,
        documents=True,
    )

    def __init__(
        self,
        show: Callable[[str, str], None],
        *,
        only: str | None = None,
        folder: Path | None = None,
    ) -> None:
        self._show = show
        self._only = only
        self._folder = folder

    def parts(self, letter: Letter) -> Sequence[Part]:
        """Draw a letter; the terminal has no limit of length."""
        return draw(letter, self.ability)

    async def send(self, address: Address, part: Part) -> None:
        """Show one message; raises Undelivered where it is for another console."""
        self._mine(address)
        self._show(address.chat, part.text)

    async def preparing(self, _address: Address, _form: Form) -> None:
        """Do nothing: whoever sits there waits for the next line anyway."""

    async def send_document(self, address: Address, document: Document, caption: str) -> None:
        """Put a file into the folder, and show its path in a line of its own.

        Raises Undelivered where it is for another console or the folder takes no file.
        """
        self._mine(address)
        folder = self._folder or Path.cwd()
        try:
            path = await asyncio.to_thread(_put, folder, document)
        except OSError as error:
            raise Undelivered(type(error).__name__, forever=True) from error
        self._show(address.chat, f"{caption}\n{path}")

    async def fetch(self, reference: str, most: int) -> bytes:
        """Return what stands in a file; raises Undelivered where there is none."""
        try:
            return await asyncio.to_thread(_got, Path(reference), most)
        except (OSError, ValueError) as error:
            raise Undelivered(type(error).__name__, forever=True) from error

    def _mine(self, address: Address) -> None:
        if self._only not in {None, address.chat}:
            raise Undelivered("another console")

    async def delete(self, _address: Address, _message: str) -> None:
        """Do nothing: what stands in a console cannot be taken back."""


def _put(folder: Path, document: Document) -> Path:
    """Write a file under its name or, where that is taken, the next one: `name (2).xlsx`."""
    name = Path(document.name)
    path, nth = folder / name, 1
    while path.exists():
        nth += 1
        path = folder / f"{name.stem} ({nth}){name.suffix}"
    with path.open("xb") as opened:
        try:
            opened.write(document.data)
        except OSError:
            path.unlink()
            raise
    return path


def _got(path: Path, most: int) -> bytes:
    with path.open("rb") as opened:
        return opened.read(most + 1)


def typed(address: Address, line: str, *, nth: int, at: datetime) -> Incoming:
    """Make a message of a line; `nth` and the instant make its id unique over all runs.

    What is personal in it is hidden here, before anything else sees the line. `<<< PATH` hands
    over a file.
    """
    number = f"{address.chat}:{at.timestamp():.6f}:{nth}"
    if line.startswith(HANDS_OVER):
        path = line.removeprefix(HANDS_OVER).strip()
        file = FileRef(path, None, ending(path))
        kept_out = frozenset({"document"})
        return Incoming(address, number, Unread.MEDIA, at, personal=kept_out, file=file)
    masked = mask(line)
    return Incoming(address, number, masked.text, at, personal=frozenset(masked.kinds))
