"""A conversation as every channel sees it: what comes in, what goes out, what can be shown."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from bot.domain.dossiers import Wish
from bot.domain.handed import FileRef
from bot.domain.text import Text

Answer: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person can be reached: one chat of one channel."""

    channel: str
    chat: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button was pressed: the line of a certain screen."""

    screen: int
    line: int


class Unread(StrEnum):
    """What came in that the program does not read."""

    MEDIA = "media"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Due:
    """What time brought, and nobody said: a flow that opens by itself with a period's figures.

    `until`: the instant from which it would disturb, and is not to be answered any more.
    """

    flow: str
    period: str
    until: datetime


Said: TypeAlias = str | Press | Unread | Due


@dataclass(frozen=True, slots=True)
class Incoming:
    """Something a person said, with the channel's own id of it and when it was written.

    `message` is the channel's reference of the message whose button was pressed.
    `personal`: what was taken out of the words, or was in a picture or the like; kinds, no values.
    `own`: the channel's reference of this message, if it holds such things and can be deleted.
    `album`: how the ids of all messages begin that belong together and are answered once.
    `file`: where a file can be fetched, should the step ask for one; kept out until then.
    """

    address: Address
    external_id: str
    said: Said
    at: datetime
    message: str | None = None
    personal: frozenset[str] = frozenset()
    own: str | None = None
    album: str | None = None
    file: FileRef | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen: the value that is kept, the words that are shown."""

    value: Answer
    label: Text


@dataclass(frozen=True, slots=True)
class Line:
    """A choice as it stands on a screen, behind the digit that picks it."""

    digit: int
    value: Answer
    label: Text


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said back: a text and the choices below it.

    `standing`: the choices stay at hand below the chat, where the channel can do that.
    `typed_numbers`: a typed number answers the question and does not pick a line.
    """

    text: Text
    lines: tuple[Line, ...] = ()
    screen: int = 0
    standing: bool = False
    typed_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A reply in someone's language (thư), kept until delivered.

    `lines` are pairs of digit and label; `edits` is the message that it replaces where it can.
    `held`: the channel itself said until when to wait. `deletes` is the message of the person
    that is to go; a letter without words only does that. `document`: the file that it brings, made
    when it is sent; its words then stand below the file.
    """

    id: int
    address: Address
    text: str
    lines: tuple[tuple[int, str], ...]
    screen: int
    standing: bool
    typed_numbers: bool
    edits: str | None = None
    attempts: int = 0
    parts_done: int = 0
    held: bool = False
    deletes: str | None = None
    document: Wish | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that another person is told, in their own chats and language."""

    person: int
    text: Text


@dataclass(frozen=True, slots=True)
class Part:
    """As much of a letter as fits into one message of its channel; choices are on the last one.

    `lines` are pairs of digit and label, drawn as buttons; where a channel has none they are in
    the text already. `edits`: the message that this one replaces, where the channel can do that.
    """

    text: str
    lines: tuple[tuple[int, str], ...] = ()
    screen: int = 0
    standing: bool = False
    edits: str | None = None


@dataclass(frozen=True, slots=True)
class Ability:
    """What a channel can show, and how fast it may be spoken to.

    `longest`: characters a message may have. `a_second`, `a_second_per_chat`: messages.
    `deletes`: messages of the person can be taken out of the chat. `documents`: files can be sent.
    `join_link`: an address that opens the chat with a join code, with `{code}` in it.
    """

    buttons: bool
    edits: bool
    longest: int
    a_second: float
    a_second_per_chat: float
    join_link: str | None = None
    deletes: bool = False
    documents: bool = False
