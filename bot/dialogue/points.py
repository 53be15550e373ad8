"""What flows about findings share: those of a period, the next one, and which figure is behind."""

from dataclasses import replace

from bot.dialogue.turn import Turn
from bot.domain.facts import FindingAnswered
from bot.domain.findings import Answer, Finding
from bot.domain.periods import Period, period, previous, week
from bot.domain.quantities import Origin

# The official adds the week up on Friday; before that the last one is what is reported.
_FRIDAY = 4


def wanted(turn: Turn) -> Period:
    """Return the period of the conversation, else the week that is being reported now."""
    kept = turn.answers.get("period")
    if kept:
        return period(str(kept))
    this_week = week(turn.today)
    return this_week if turn.today.weekday() >= _FRIDAY else previous(this_week)


async def findings(turn: Turn) -> tuple[Finding, ...]:
    """Return the findings of the period, also with what was answered in this very turn."""
    now = {
        entry.fact.key: Answer(entry.why or "", turn.member.name, turn.today)
        for entry in turn.recorded
        if isinstance(entry.fact, FindingAnswered)
    }
    found = await turn.numbers.findings(wanted(turn))
    known = (replace(one, answer=now.get(one.key, one.answer)) for one in found)
    return tuple(sorted(known, key=lambda one: one.answer is not None))


def after(findings: tuple[Finding, ...], key: str) -> Finding | None:
    """Return the finding without an answer that comes behind one, or else the first such one."""
    keys = [one.key for one in findings]
    here = keys.index(key) if key in keys else 0
    waiting = [one for one in findings if one.answer is None and one.key != key]
    behind = [one for one in waiting if keys.index(one.key) > here]
    return next(iter(behind or waiting), None)


def figures(turn: Turn, finding: Finding) -> tuple[str, ...]:
    """Return the figures that a finding is about, by the ids of their quantities."""
    titles = [
        one.title for one in (*finding.left, *finding.right) if one.amount.origin is Origin.FIGURE
    ]
    known = turn.library.catalogue.quantities.values()
    return tuple(one.id for one in known if one.title in titles)
