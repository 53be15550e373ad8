"""Questions that wait for an answer (hỏi đáp), for the official: the oldest first."""

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.people import OFFICIALS
from bot.domain.text import _, n_
from bot.reports.questions import label

flow = Flow(
    "questions",
    _("Questions from the teams"),
    command="hoidap",
    menu=58,
    roles=OFFICIALS,
    called=frozenset({"cau hoi", "hoi va dap", "cau hoi cua to", "tra loi cau hoi"}),
)
ANSWERING = flow.door("answering")


@flow.step
async def waiting(turn: Turn) -> Screen:
    """List what waits."""
    found = await turn.questions.waiting()
    return Ask(
        text=n_(
            "{n} question waits for an answer. Choose it to read and answer:",
            "{n} questions wait, the longest waiting first. Choose one to read and answer:",
            len(found),
        )
        if found
        else _("No question waits for an answer."),
        choices=tuple(Choice(one.id, label(one)) for one in found),
        then=opened,
        resting=True,
    )


@flow.step
async def opened(turn: Turn) -> Screen:
    """Open the question that was chosen."""
    return go(ANSWERING, question=turn.answers["waiting"])
