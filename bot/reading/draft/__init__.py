"""Draft reports: read as items, sentences and figures, and checked for what does not hold."""

from bot.reading.draft.checker import Checker, Context
from bot.reading.draft.checking import CHECKERS, check
from bot.reading.draft.text import Draft, Item, Line, draft

__all__ = ["CHECKERS", "Checker", "Context", "Draft", "Item", "Line", "check", "draft"]
