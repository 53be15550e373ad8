"""Numbers that exceed their whole, or differ from what each has: households, officials, teams."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.domain.drafts import Correction
from bot.reading.draft.conflicts.counted import Counted, contradicted, counted
from bot.reading.draft.conflicts.each import each, one_each, only
from bot.reading.draft.figure import Read
from bot.reading.draft.nouns import spoken
from bot.reading.draft.pages import Pages
from bot.reading.draft.units import Unit

_LARGE = 100  # smaller numbers have the same digits by chance
_FOLK = re.compile(
    r" ?hộ(?: dân| gia đình)?(?:,| với| và|/|;)? (?:có |tổng số |trên |gần |khoảng )?"
    r"[\d.]+ (?:nhân )?khẩu",
    re.IGNORECASE,
)
_STAFF = r"cán bộ,?(?: và)? công chức(?!,? (?:và )?(?:viên chức|người|lao động|không))"
_STAFF_BEHIND = re.compile(
    rf" {_STAFF}(?=$|[,;.)]| (?:của |ubnd |xã|đã |được |có |chưa ))", re.IGNORECASE
)


def census(pages: Pages) -> Iterable[Correction]:
    """Find more than there are in all, and another number for each than was said before."""
    said = [here for one in pages.reads for here in counted(one)]
    yield from _folk(said)
    yield from _staff(said, pages.reads)
    yield from each(said)
    yield from one_each(said)
    yield from only(said)


def _folk(said: Sequence[Counted]) -> Iterator[Correction]:
    """Hold households to how many the commune has: "2.214 hộ với 8.655 nhân khẩu"."""
    whole = next((one for one in said if _FOLK.match(one.one.text, one.figure.end)), None)
    if not whole or whole.value < _LARGE:
        return
    again = sum(one.value == whole.value for one in said)
    for one in said:
        if one.figure.unit is not Unit.HOUSEHOLD or one.value == whole.value:
            continue
        swapped = sorted(f"{one.value}") == sorted(f"{whole.value}")
        alone = swapped and sum(other.value == one.value for other in said) <= again
        if one.value > whole.value or (alone and spoken(one.figure.noun) == "hộ"):
            yield contradicted(one, whole.value)


def _staff(said: Sequence[Counted], reads: Sequence[Read]) -> Iterator[Correction]:
    """Find shares of fewer officials than are counted elsewhere."""
    staff = [one for one in said if _STAFF_BEHIND.match(one.one.text, one.figure.end)]
    most = max((one.value for one in staff if not one.halved), default=None)
    for read in reads if most else ():
        for quotient in read.quotients:
            base = next((one for one in staff if one.figure is quotient.whole), None)
            if base and most and most > base.value and _whole(base):
                yield contradicted(base, most, quotient)


def _whole(base: Counted) -> bool:
    """Tell whether a base is said to be all officials of the commune."""
    behind = base.one.text[base.figure.end : base.figure.end + 50].lower()
    return bool(re.search(r"của (?:ubnd |ủy ban nhân dân |toàn )?xã|\bxã\b", behind))
