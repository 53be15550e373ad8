"""What is to be checked before a report leaves (điểm cần kiểm tra); nothing here stops anybody."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.periods import another, before
from bot.dialogue.periods import chosen as taken
from bot.dialogue.points import findings, wanted
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.findings import Finding
from bot.domain.people import OFFICIALS
from bot.domain.text import Lines, Plain, Text, _, lines, paragraphs
from bot.reading.days import span as read_span
from bot.reports.findings import headline, summed_up
from bot.reports.periods import called, offered
from bot.reports.states import closed

flow = Flow(
    "findings",
    _("Points to check"),
    command="kiemtra",
    menu=20,
    roles=OFFICIALS,
    called=frozenset({"kiem tra", "diem can kiem tra", "kiem tra so lieu", "canh bao"}),
)
FINDING = flow.door("finding")

# No finding has such a key.
_BEFORE, _OTHER = "#before", "#other"


@flow.step
async def view(turn: Turn) -> Screen:
    """List the points of a period, those without an answer first."""
    shown = await findings(turn)
    return Ask(
        text=paragraphs(
            lines(
                Plain(turn.member.commune.name),
                called(wanted(turn)),
                closed(await turn.numbers.status(wanted(turn))),
            ),
            summed_up(shown),
            _("These are questions: you can report all the same.") if shown else None,
        ),
        choices=(
            *(Choice(one.key, _label(one)) for one in shown),
            Choice(_BEFORE, _("The period before")),
            Choice(_OTHER, _("Another period")),
        ),
        then=turned,
        resting=True,
    )


@flow.step
async def turned(turn: Turn) -> Screen:
    """Open a point, or another period."""
    picked = str(turn.answers["view"])
    if picked == _BEFORE:
        return go(view, period=before(wanted(turn)).id)
    if picked == _OTHER:
        return go(other)
    return go(FINDING, period=wanted(turn).id, key=picked)


@flow.step
async def other(turn: Turn) -> Screen:
    """Ask for another period."""
    return another(turn, offered(turn.today, wanted(turn)), chosen, reads=read_span)


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Show the period that was chosen, or say why it could not be read."""
    found = taken(turn, "other", reads=read_span)
    return go(view, period=found, other=None) if found else go(other)


def _label(finding: Finding) -> Text:
    done = Plain("✓ " if finding.answer else "")
    return Lines((done, headline(finding)), gap="")
