"""Groups of ages that share a year: "from 0 to 14" and "14 and older"."""

import re
from collections.abc import Iterator

from bot.domain.drafts import Correction, Fault
from bot.domain.text import _
from bot.reading.draft.text import Item

_AGES = re.compile(
    r"(?:từ )?(?:0|\d{1,2}|dưới \d{1,2}) (?:tuổi )?"
    r"(?:đến|-|–) (?:hết )?(?P<age>\d{1,2}) tuổi(?! trở)",
    re.IGNORECASE,
)
_AGE_UP = re.compile(r"(?<!dưới )(?<!trên )(?P<age>\d{1,2}) tuổi trở lên", re.IGNORECASE)


def ages(items: list[Item]) -> Iterator[Correction]:
    """Find two groups of ages that share a year: "from 0 to 14" and "14 and older"."""
    older = {
        int(found["age"]): (item, found) for item in items for found in _AGE_UP.finditer(item.text)
    }
    for item in items:
        for found in _AGES.finditer(item.text):
            age = int(found["age"])
            near = older.get(age)
            if near is None or found["age"] == "0":
                continue
            line, quote = item.quote(*found.span())
            expected = _("under {age}", age=age)
            why = _(
                "Those who are {age} are in both groups: here and in “{age} and older”.", age=age
            )
            yield Correction(line, quote, Fault.CONFLICT, quote, expected, why)
            return
