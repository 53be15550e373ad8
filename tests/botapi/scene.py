"""What the imitation's own tests share: a clock, buttons, a way to read updates."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

Connect = Callable[..., Bot]


class Clock:
    """A time that passes when told to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


def rows(*labels: str) -> InlineKeyboardMarkup:
    """A row of inline buttons whose data are their labels in lower case."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=label.lower()) for label in labels]]
    )


async def ids(polled: Awaitable[tuple[Update, ...]]) -> list[int]:
    return [update.update_id for update in await polled]
