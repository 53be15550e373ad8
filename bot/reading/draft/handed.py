"""A draft report that comes as a file: its text, with what is a citizen's own covered."""

from bot.reading.draft.files import opened
from bot.reading.personal import mask

# What an official has on a telephone; other kinds are to be saved as one of these.
ENDINGS = frozenset({"docx", "txt"})


def handed(data: bytes, _ending: str) -> str:
    """Return the text of a file as it would have come pasted; raises Refused."""
    return mask(opened(data)).text
