"""Forgets what belongs to the story around a deed: its failures, its people, its vague days."""

from bot.domain.entries import Doubt
from bot.reading.entry.amounts import Role
from bot.reading.entry.around import Around, finished, goes, is_wish
from bot.reading.entry.bystanders import uncount
from bot.reading.entry.mark import DAY, GAP, UNKNOWN, Mark

# Who learns somewhere is not taught by who writes.
_LEARNING = frozenset({"hoc", "hoc cach"})
_DENYING = frozenset({"khong", "chua", "chang", "cha"})
# Until then something is valid: "còn hạn tới tháng 12".
_UNTIL = frozenset({"toi", "den"})
_SINCE = ("filler", "tu")


def forget(around: Around) -> None:
    """Take from a message what its story says, so that only the deed is left to be read.

    1. What failed before it: "mạng lỗi hoài, mãi mới cài được …"; not if it is numbered, or if
       nothing is done after it.
    2. Who is counted in the story, where the deed has its own people: "nhà có 4 người, em cài cho
       chị".
    3. A period of the story, or since when: "tuần trước bị mất, em nộp hồ sơ cho bác xong"; not if
       somebody goes somewhere in it, or it is all that is said there.
    """
    uncount(around)
    for at, mark in enumerate(around.marks):
        if mark.sense == DAY:
            _settle_day(around, at)
    for at, mark in enumerate(around.marks):
        if _failing(around, at) and _is_overcome(around, at):
            _forget_failure(around, at)
        elif (mark.bare in _LEARNING and around.is_told(at)) or (
            mark.sense == GAP and _wished_before(around, at)
        ):
            _quiet(mark)


def _settle_day(around: Around, at: int) -> None:
    mark, before = around.marks[at], around.marks[max(at - 1, 0)]
    since = (before.sense, before.bare) == _SINCE
    here = around.said_in(around.sentence[at])
    if before.bare in _UNTIL and any("han" in one.bare.split() for one in here):
        _quiet(mark)
        return
    if mark.doubt not in {None, Doubt.VAGUE_DAY}:
        return
    if (since or mark.doubt or _dates_deed(around, at)) and _is_background(around, at):
        _quiet(mark)
    elif since:
        mark.doubt = Doubt.VAGUE_DAY


def _dates_deed(around: Around, at: int) -> bool:
    """Tell whether the deed has a day of its own beside one that is told of: "sinh hôm 10/11"."""
    return around.is_story(at) and any(
        mark.sense == DAY and mark.doubt is None and around.sentence[n] in around.deeds
        for n, mark in enumerate(around.marks)
    )


def _wished_before(around: Around, at: int) -> bool:
    """Tell whether a comma parts a wish from the deed that fulfils it: both speak of one deed."""
    mine = around.sentence[at]
    before = [mark for n, mark in enumerate(around.marks[:at]) if around.sentence[n] < mine]
    return (
        any(deed < mine for deed in around.deeds)
        and around.sentence[at - 1] == mine - 1
        and any(mark.means("future") and is_wish(mark) for mark in before)
        and any(mark.means("kin") for mark in before)
        and not any(mark.means("self") for mark in before)
        and any(mark.means("self") for mark in around.said_in(mine)[:4])
    )


def _failing(around: Around, at: int) -> bool:
    mark = around.marks[at]
    after = around.marks[at + 1 : at + 2]
    denies = mark.bare in _DENYING and bool(after) and after[0].sense != UNKNOWN
    return mark.means("failed") or denies


def _is_overcome(around: Around, at: int) -> bool:
    """Tell whether a deed follows, or that somebody did it after all."""
    mine = around.sentence[at]
    here = around.said_in(mine)
    after = [n for n in range(at, len(around.marks)) if around.sentence[n] > mine]
    later = [around.marks[n] for n in after]
    helped = any(mark.means("self", "helped") for mark in later)
    counted = [one for n, one in around.found.items() if around.sentence[n] == mine]
    if counted and _is_rest(around, at):
        for one in counted:
            one.role = Role.NOTHING
        return True
    if any(one.counts for one in counted):
        return False
    if around.is_story(at):
        return any(around.sentence[n] in around.deeds for n in after) or (
            helped and finished(later)
        )
    someone = any(mark.means("kin", "people") for mark in here)
    mine_too = any(mark.means("self") for mark in here)
    return someone and not mine_too and helped and not any(mark.means("failed") for mark in later)


def _is_rest(around: Around, at: int) -> bool:
    """Tell whether it is said who is left after those who were counted: "còn 3 sạp đi vắng"."""
    mine = around.sentence[at]
    here = around.said_in(mine)
    before = (one.counts for n, one in around.found.items() if around.sentence[n] < mine)
    left = any(mark.bare in {"con", "con lai"} and not mark.means("self") for mark in here[:2])
    return left and around.is_told(at) and any(before)


def _forget_failure(around: Around, at: int) -> None:
    """Forget it, and what it is about if the deed names that itself."""
    mine = around.sentence[at]
    later = any(deed > mine for deed in around.deeds)
    _quiet(around.marks[at])
    for mark in around.said_in(mine):
        if later and mark.means(*around.telling):
            _quiet(mark)


def _is_background(around: Around, at: int) -> bool:
    mine = around.sentence[at]
    here = around.said_in(mine)
    after = [mark for n, mark in enumerate(around.marks) if around.sentence[n] > mine]
    failed = any(_failing(around, n) for n, number in enumerate(around.sentence) if number == mine)
    if any(mark.means("self") for mark in here) and not failed:
        return False
    if any(mark.sense == DAY and mark.doubt is None for mark in after):
        return around.is_story(at)
    if any(goes(mark) for mark in here):
        return False
    someone = any(mark.means("kin", "people") for mark in here)
    told = any(mark.sense == UNKNOWN for mark in here)
    helped = any(mark.means("self", "helped") for mark in after)
    return helped and finished(after) and (someone or (told and around.is_story(at)))


def _quiet(mark: Mark) -> None:
    mark.sense, mark.also, mark.service, mark.bare = "filler", (), None, ""
    mark.day = mark.doubt = None
