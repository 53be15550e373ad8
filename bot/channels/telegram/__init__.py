"""Telegram: the Bot API through python-telegram-bot, used as a client and nothing more."""

import os

# PTB then gives every time span as a timedelta, and does not warn that it will one day.
os.environ.setdefault("PTB_TIMEDELTA", "true")
