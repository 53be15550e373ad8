"""One private chat: its messages, and what a phone would show of it now."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .refusal import Json

Labels = tuple[tuple[str, ...], ...]


@dataclass
class Message:
    """A message as Telegram keeps it."""

    message_id: int
    sender: Json
    date: int
    content: Json
    markup: list[list[Json]] = field(default_factory=list)
    edited: int | None = None
    # Sent together with a reply keyboard: Telegram never lets a bot edit such a message.
    held_keyboard: bool = False
    # The inline keyboards it had before; a phone without signal still shows one of them.
    earlier: list[list[list[Json]]] = field(default_factory=list)

    @property
    def by_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    @property
    def text(self) -> str:
        """The words of the message, or what it is in brackets."""
        for key in ("text", "caption"):
            if key in self.content:
                return str(self.content[key])
        return f"[{next(iter(self.content), 'nothing')}]"


@dataclass(frozen=True)
class Shown:
    """One message on the screen."""

    message_id: int
    who: str
    text: str
    buttons: Labels = ()


@dataclass
class Keyboard:
    """The reply keyboard under a chat, and the message that brought it."""

    message_id: int
    labels: Labels
    one_time: bool


@dataclass
class Chat:
    """A person's chat with the bot; it exists for the bot once the person has written."""

    user: Json
    messages: dict[int, Message] = field(default_factory=dict)
    deleted: dict[int, Message] = field(default_factory=dict)
    keyboard: Keyboard | None = None
    toasts: list[str] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    opened: bool = False
    blocked: bool = False

    @property
    def chat_id(self) -> int:
        """In a private chat, the person's own id."""
        return int(self.user["id"])

    def add(self, sender: Json, date: int, content: Json) -> Message:
        """Write a message into the chat, under the next number."""
        message_id = max([0, *self.messages, *self.deleted]) + 1
        message = Message(message_id, sender, date, content)
        self.messages[message_id] = message
        return message

    def delete(self, message_id: int) -> None:
        """Take a message away, and with it the reply keyboard that it brought."""
        self.deleted[message_id] = self.messages.pop(message_id)
        if self.keyboard and self.keyboard.message_id == message_id:
            self.keyboard = None

    def as_json(self) -> Json:
        """The `Chat` of the Bot API."""
        names: Json = {
            key: self.user[key] for key in ("first_name", "username") if key in self.user
        }
        return {"id": self.chat_id, "type": "private", **names}

    def message_json(self, message: Message) -> Json:
        """The `Message` of the Bot API, or what Telegram says of a deleted one."""
        where: Json = {"message_id": message.message_id, "chat": self.as_json()}
        if message.message_id in self.deleted:
            return {**where, "date": 0}
        answer = {**where, "from": message.sender, "date": message.date, **message.content}
        if message.edited is not None:
            answer["edit_date"] = message.edited
        if message.markup:
            answer["reply_markup"] = {"inline_keyboard": message.markup}
        return answer

    def screen(self) -> list[Shown]:
        """The messages in order, oldest first."""
        return [
            Shown(
                message.message_id,
                "bot" if message.by_bot else "person",
                message.text,
                labels(message.markup),
            )
            for message in self.messages.values()
        ]

    def keyboards(
        self, message_id: int | None, *, stale: bool
    ) -> Iterator[tuple[Message, list[list[Json]]]]:
        """Inline keyboards that can be touched, newest message first, and whose they are.

        A phone without signal is stale: it also shows what was edited away or deleted meanwhile.
        """
        shown = {**self.deleted, **self.messages} if stale else self.messages
        for number in sorted(shown, reverse=True) if message_id is None else [message_id]:
            message = shown[number]
            for rows in [message.markup, *(reversed(message.earlier) if stale else [])]:
                yield message, rows


def labels(rows: list[list[Json]]) -> Labels:
    """The words on a keyboard, row by row."""
    return tuple(tuple(str(button["text"]) for button in row) for row in rows)
