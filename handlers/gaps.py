"""What people looked for and found no guide for (chỗ trống), for the official."""

from bot.dialogue.flow import Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.people import OFFICIALS
from bot.domain.text import Plain, _, briefly, lines, listed, n_

flow = Flow(
    "gaps",
    _("What has no guide yet"),
    command="chuaco",
    roles=OFFICIALS,
    called=frozenset({"chua co bai", "bai con thieu", "thieu bai"}),
)

_MOST = 15


@flow.step
async def shown(turn: Turn) -> Screen:
    """List the words, those looked for most often first."""
    gaps = await turn.records.gaps(_MOST)
    if not gaps:
        turn.say(_("Nobody has looked for anything that has no guide."))
        return Done()
    rows = (
        n_(
            "{words}: {n} time, last {day}",
            "{words}: {n} times, last {day}",
            gap.times,
            words=Plain(gap.words),
            day=briefly(gap.last, turn.today),
        )
        for gap in gaps
    )
    turn.say(lines(_("Looked for in this commune, and not found:"), listed(rows)))
    turn.say(_("Only words are counted here, never who looked."))
    return Done()
