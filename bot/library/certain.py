"""Claims that are not certain: marked `[?]` at their end, they must say whom to ask again.

The mark is for those who keep the guides; it is taken off what is shown.
"""

import re

from bot.domain.problems import Problem
from bot.domain.text import Phrase, _

_MARK = "[?]"
# Whom to ask is said in the words of a guide's language.
ASKS = {"vi": re.compile(r"hỏi lại", re.IGNORECASE), "en": re.compile(r"\bask\b", re.IGNORECASE)}


def unmarked(text: str, language: str, file: str, line: int, problems: list[Problem]) -> str:
    """Return a text without its mark; one that is marked and sends nobody asking is a problem."""
    claim = text.removesuffix(_MARK).rstrip()
    if claim != text and not ASKS[language].search(claim):
        problems.append(Problem(file, line, not_asked()))
    return claim


def not_asked() -> Phrase:
    """Say that something uncertain must name whom to ask."""
    return _("This is not certain, so the text must say whom to ask (“hỏi lại”, “ask”).")
