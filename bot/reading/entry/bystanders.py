"""Takes from the numbers of a message those of people who only stand by the deed."""

from itertools import pairwise

from bot.reading.entry.amounts import Amount, Role
from bot.reading.entry.around import Around, goes
from bot.reading.entry.mark import UNKNOWN

_COUNTED = frozenset(
    {Role.PEOPLE, Role.HOUSEHOLD, Role.DEVICE, Role.STRANGE, Role.THING, Role.BARE}
)
_ABSENT = frozenset({"thieu", "vang"})
_OURS = frozenset(
    {
        "tui em",
        "tui minh",
        "tui tui",
        "chung toi",
        "chung em",
        "bon em",
        "to em",
        "to toi",
        "to minh",
    }
)


def uncount(around: Around) -> None:
    """Let those count nothing who are told of before the deed, or who do it: "tụi em 4 người"."""
    for at, amount in around.found.items():
        if amount.counts and amount.role in _COUNTED and _is_of_story(around, at, amount):
            amount.role = Role.NOTHING


def _is_of_story(around: Around, at: int, amount: Amount) -> bool:
    """Tell whether people are counted before the deed, which names or counts its own."""
    mine = around.sentence[at]
    # Those who came to a session are said in a sentence of their own.
    meeting = any(mark.means("outreach") for mark in around.marks)
    if meeting or amount.explicit:
        return False
    if _helps(around, at):
        return True
    if any(mark.bare in _ABSENT for mark in around.said_in(mine)[:2]) and around.is_told(at):
        return any(n < at and one.counts for n, one in around.found.items())
    if amount.role is Role.BARE and around.is_told(at) and _is_remark(around, at):
        return True
    if not around.is_told(at) or not any(deed > mine for deed in around.deeds):
        return False
    here = around.said_in(mine)
    someone = any(mark.means("kin", "people", "household", "future") for mark in here)
    talk = someone or any(
        mark.means(UNKNOWN, "self") or goes(mark) or mark.bare == "co" for mark in here
    )
    if amount.role in {Role.BARE, Role.THING} and not someone:
        return False
    # "nhà nào cũng đông" counts nobody.
    talk = talk or amount.value is None
    return talk and any(_has_its_own(around, deed) for deed in around.deeds)


def _is_remark(around: Around, at: int) -> bool:
    """Tell whether a number only says more of those who are counted: "8 người, các cụ trên 70"."""
    here = around.said_in(around.sentence[at])
    counted = (
        one.role is not Role.BARE and one.counts and around.sentence[n] in around.deeds
        for n, one in around.found.items()
    )
    return any(mark.means("kin", "people") for mark in here) and any(counted)


def _helps(around: Around, at: int) -> bool:
    """Tell whether those who help are counted: "tụi em 4 người", beside who was helped."""
    before = around.marks[max(at - 2, 0) : at]
    ours = any(mark.means("self") and mark.bare in _OURS for mark in before)
    others = (n > at and one.counts for n, one in around.found.items())
    return ours and around.found[at].role is Role.PEOPLE and any(others)


def _has_its_own(around: Around, deed: int) -> bool:
    places = [n for n, number in enumerate(around.sentence) if number == deed]
    if any(n in around.found and around.found[n].counts for n in places):
        return True
    marks = [around.marks[n] for n in places]
    return any(mark.means("helped") and after.sense == "kin" for mark, after in pairwise(marks))
