"""Reads a correction said below a receipt: "nhầm rồi, 2 thôi không phải 3" means 2."""

import re

from bot.domain.errors import Unclear
from bot.domain.text import _, fold
from bot.reading.count import MOST

# Without one of these a number is not a correction but, perhaps, another record.
_SIGNS = re.compile(r"\b(?:nham|sua|lai|thoi|chi co|dung ra|that ra|wrong|only|make it)\b")
_INSTEAD_OF = re.compile(r"\b(?:khong phai|chu khong|ko phai|k phai|not)\b.*")
_NUMBER = re.compile(r"(?<![\w/.,-])(\d{1,3})(?![\w/.,-]*\d)")


def changed_count(said: str) -> int:
    """Return the number that a count is to be corrected to; raises Unclear where there is none."""
    words = fold(said)
    kept = _INSTEAD_OF.sub("", words)
    numbers = _NUMBER.findall(kept)
    letters = len(re.findall(r"[a-z]+", words))
    # A longer sentence says more than a number: it is read as a record of its own.
    if not _SIGNS.search(words) or len(numbers) != 1 or letters > _FEW:
        raise Unclear(_("Please send just a number, for example 3."))
    if not 1 <= int(numbers[0]) <= MOST:
        raise Unclear(_("Please send a number from 1 to {most}.", most=MOST))
    return int(numbers[0])


_FEW = 8
