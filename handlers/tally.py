"""The tally for the official (and a leader's own team): any period, by village, team, member."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.looks import SEEN, sayable
from bot.dialogue.periods import another, before
from bot.dialogue.periods import chosen as taken
from bot.dialogue.turn import Turn
from bot.domain.activities import OF_PEOPLE
from bot.domain.chat import Choice
from bot.domain.people import LEADERS, OFFICIALS, OVERSEERS, VIEWERS
from bot.domain.periods import Period, period, week
from bot.domain.sheets import State, Status
from bot.domain.tally import By
from bot.domain.text import Phrase, Plain, _, lines, paragraphs
from bot.reading.days import span as read_span
from bot.reports.periods import called, offered
from bot.reports.states import counted_so_far, of_team, state
from bot.reports.text import people_helped, tallied

flow = Flow(
    "tally",
    _("Tally"),
    command="tonghop",
    menu=15,
    roles=OVERSEERS | VIEWERS,
    called=frozenset({"bao cao", "xem bao cao", "tong hop", "so lieu", "report"}),
)

CLOSING, FINDINGS, LOOK = flow.door("closing"), flow.door("findings"), flow.door("look")
COMMUNE = flow.door("commune")
_BY = "by:"
# A leader's scope is one team: villages and teams would be a single row. A viewer sees no people.
_WAYS = {
    **dict.fromkeys(LEADERS, (By.MEMBER, By.ACTIVITY)),
    **dict.fromkeys(VIEWERS, (By.VILLAGE, By.ACTIVITY)),
}


@flow.step
async def view(turn: Turn) -> Screen:
    """Show the tally of a period beside the one before; this week's where none was chosen."""
    if turn.member.choosing:
        return go(COMMUNE)
    shown = _period(turn)
    by = By(str(turn.answers.get("by", By.ACTIVITY)))
    tally = await turn.records.tally(shown, by)
    # Beside each other, both are told of the same villages.
    earlier = await turn.records.tally(before(shown), by, on=shown.last)
    whose = turn.member.team if turn.role in LEADERS else turn.member.commune
    of_people = tuple(one.id for one in turn.library.activities.values() if one.unit in OF_PEOPLE)
    status, look = await turn.numbers.status(shown), await turn.closings.looked(shown)
    return Ask(
        text=paragraphs(
            lines(
                Plain(whose.name if whose else ""),
                called(shown),
                counted_so_far(shown, turn.today, status),
                of_team(status, look) if turn.role in LEADERS else state(status),
                _title(by),
            ),
            tallied(tally, earlier, turn.library.activities),
            people_helped(await turn.records.helped(shown, of_people)),
        ),
        choices=(*await sayable(turn, shown, status, look), *_choices(turn, by, status)),
        then=turned,
        resting=True,
    )


@flow.step
async def turned(turn: Turn) -> Screen:
    """Show it another way."""
    match str(turn.answers["view"]):
        case "previous":
            return go(view, period=before(_period(turn)).id)
        case "other":
            return go(other)
        case "findings":
            return go(FINDINGS, period=_period(turn).id)
        case "close":
            return go(CLOSING, period=_period(turn).id)
        case wanted if wanted.startswith(SEEN):
            return go(LOOK, period=_period(turn).id, shown=int(wanted.removeprefix(SEEN)))
        case wanted:
            return go(view, by=wanted.removeprefix(_BY))


@flow.step
async def other(turn: Turn) -> Screen:
    """Ask for another period."""
    return another(turn, offered(turn.today, _period(turn)), chosen, reads=read_span)


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Show the period that was chosen, or say why it could not be read."""
    found = taken(turn, "other", reads=read_span)
    return go(view, period=found, other=None) if found else go(other)


def _choices(turn: Turn, by: By, status: Status) -> tuple[Choice, ...]:
    ways = {
        By.VILLAGE: _("By village"),
        By.TEAM: _("By team"),
        By.MEMBER: _("By member"),
        By.ACTIVITY: _("By activity"),
    }
    ways_on = [
        *(Choice(f"{_BY}{way}", ways[way]) for way in _WAYS.get(turn.role, ways) if way is not by),
        Choice("previous", _("The period before")),
        Choice("other", _("Another period")),
    ]
    if turn.role in OFFICIALS:
        ways_on.append(Choice("findings", _("Points to check")))
        closed = status.state is State.CLOSED
        ways_on.append(
            Choice("close", _("Open this period again") if closed else _("Close this period"))
        )
    return tuple(ways_on)


def _title(by: By) -> Phrase:
    match by:
        case By.VILLAGE:
            return _("By village")
        case By.TEAM:
            return _("By team")
        case By.MEMBER:
            return _("By member")
        case By.ACTIVITY:
            return _("With the period before")


def _period(turn: Turn) -> Period:
    kept = turn.answers.get("period")
    return period(str(kept)) if kept else week(turn.today)
