"""A strict local Telegram Bot API to test against, in process (`Wire`) or over HTTP (`serve`)."""

from .http import serve
from .people import Person
from .server import BotApi, Call
from .wire import Wire

__all__ = ["BotApi", "Call", "Person", "Wire", "serve"]
