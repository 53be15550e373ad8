"""Codes under which the log tells what went wrong; nobody's words are logged."""

import secrets
import traceback
from pathlib import Path

from bot.domain.codes import ALPHABET

_SIGNS = 5


def new() -> str:
    """Return a code that somebody can read out over the telephone."""
    return "SC-" + "".join(secrets.choice(ALPHABET) for _sign in range(_SIGNS))


def where(error: Exception) -> str:
    """Say what was raised and through which lines, the innermost first."""
    frames = reversed(traceback.extract_tb(error.__traceback__)[-6:])
    path = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames)
    return f"{type(error).__name__} {path}"
