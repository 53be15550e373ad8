"""People with phones: what they do in a chat, and what they see of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from . import payloads
from .chats import Chat, Labels, Message, Shown
from .refusal import Json
from .updates import MESSAGE_KEPT, PRESS_KEPT, Updates

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,64}(@\w+)?")


class Sent(NamedTuple):
    """What a person's act became; update 0 where the bot did not ask for such updates."""

    update_id: int
    message_id: int


class Pressed(NamedTuple):
    """A press of an inline button."""

    update_id: int
    query_id: str


class NotOnScreen(LookupError):
    """A test wants to touch what the person cannot see; the message says what there is."""

    def __init__(self, wanted: object, shown: object) -> None:
        super().__init__(f"{wanted!r} is not on the screen, which has {shown}")


@dataclass
class Query:
    """A callback query, which the bot may answer once."""

    chat: Chat
    answered: bool = False


@dataclass
class Person:
    """Somebody who talks to the bot in a private chat."""

    chat: Chat
    bot: Json
    updates: Updates
    queries: dict[str, Query]
    now: Callable[[], datetime]
    uploaded: dict[str, bytes]

    @property
    def id(self) -> int:
        return self.chat.chat_id

    @property
    def screen(self) -> list[Shown]:
        """What the chat shows now, oldest first, after edits and deletions."""
        return self.chat.screen()

    @property
    def keyboard(self) -> Labels:
        """The reply keyboard's labels by row; empty when there is none."""
        return self.chat.keyboard.labels if self.chat.keyboard else ()

    @property
    def toasts(self) -> list[str]:
        """The short notes that answered presses, oldest first."""
        return self.chat.toasts

    def say(self, text: str) -> Sent:
        """Send words."""
        content: Json = {"text": text}
        if command := _COMMAND.match(text):
            length = command.end()
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self.send(content)

    def tap(self, label: str) -> Sent:
        """Touch a button of the reply keyboard, which says its label."""
        keyboard = self.chat.keyboard
        if keyboard is None or not any(label in row for row in keyboard.labels):
            raise NotOnScreen(label, self.keyboard)
        if keyboard.one_time:
            self.chat.keyboard = None
        return self.say(label)

    def press(
        self,
        button: str | tuple[int, int] | None = None,
        *,
        data: str | None = None,
        message: int | None = None,
        stale: bool = False,
    ) -> Pressed:
        """Touch an inline button, by label, by (row, column) or by its data.

        The newest message that has it is meant, or the one given.  A stale phone also shows the
        buttons that were edited away, and those of messages deleted meanwhile.
        """
        for shown, rows in self.chat.keyboards(message, stale=stale):
            found = _find(rows, button, data)
            if found is not None:
                return self._pressed(shown, str(found["callback_data"]))
        raise NotOnScreen(button or data, [row for one in self.screen for row in one.buttons])

    def edit(self, message_id: int, text: str) -> Sent:
        """Change the words of a message of one's own."""
        message = self.chat.messages[message_id]
        if message.by_bot:
            raise NotOnScreen(message_id, [one for one in self.screen if one.who == "person"])
        message.content, message.edited = {"text": text}, self._time()
        return self._deliver("edited_message", message)

    def send(self, content: Json) -> Sent:
        """Send a message with any content, as the Bot API spells it."""
        self.chat.opened = True
        if self.chat.blocked:
            self.unblock()
        return self._deliver("message", self.chat.add(self.chat.user, self._time(), content))

    def send_photo(self, caption: str = "") -> Sent:
        return self.send(payloads.photo(caption))

    def send_document(self, name: str = "bang.xlsx", caption: str = "") -> Sent:
        return self.send(payloads.document(name, caption))

    def hand_over(self, name: str, content: bytes, **more: object) -> Sent:
        """Send a file that the bot may fetch."""
        sent = payloads.document(name, "")
        sent["document"]["file_size"] = len(content)
        self.uploaded[sent["document"]["file_id"]] = content
        return self.send({**sent, **more})

    def send_voice(self) -> Sent:
        return self.send(payloads.voice())

    def send_sticker(self) -> Sent:
        return self.send(payloads.sticker())

    def send_contact(self) -> Sent:
        return self.send(payloads.contact())

    def send_location(self) -> Sent:
        return self.send(payloads.location())

    def block(self) -> None:
        """Block the bot; writing again unblocks it, as in the apps."""
        self.chat.blocked = True
        self._membership("member", "kicked")

    def unblock(self) -> None:
        """Let the bot write again without saying anything."""
        self.chat.blocked = False
        self._membership("kicked", "member")

    def _pressed(self, message: Message, data: str) -> Pressed:
        query_id = str(10**18 + len(self.queries))
        self.queries[query_id] = Query(self.chat)
        body = {
            "id": query_id,
            "from": self.chat.user,
            "message": self.chat.message_json(message),
            "chat_instance": str(self.id),
            "data": data,
        }
        wanted = self.updates.wanted("callback_query")
        update_id = self.updates.push({"callback_query": body}, PRESS_KEPT) if wanted else 0
        return Pressed(update_id, query_id)

    def _deliver(self, kind: str, message: Message) -> Sent:
        body = {kind: self.chat.message_json(message)}
        update_id = self.updates.push(body, MESSAGE_KEPT) if self.updates.wanted(kind) else 0
        return Sent(update_id, message.message_id)

    def _membership(self, before: str, after: str) -> None:
        old, new = ({"user": self.bot, "status": one, "until_date": 0} for one in (before, after))
        body = {
            "chat": self.chat.as_json(),
            "from": self.chat.user,
            "date": self._time(),
            "old_chat_member": old,
            "new_chat_member": new,
        }
        if self.updates.wanted("my_chat_member"):
            self.updates.push({"my_chat_member": body}, MESSAGE_KEPT)

    def _time(self) -> int:
        return int(self.now().timestamp())


def _find(
    rows: list[list[Json]], button: str | tuple[int, int] | None, data: str | None
) -> Json | None:
    for y, row in enumerate(rows):
        for x, one in enumerate(row):
            meant = button in (one["text"], (y, x)) or (
                data is not None and data == one.get("callback_data")
            )
            if meant and "callback_data" in one:
                return one
    return None
