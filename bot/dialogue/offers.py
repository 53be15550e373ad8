"""Choices that several flows offer alike: kinds of help, numbers, days."""

from datetime import timedelta

from bot.dialogue.flow import Ask, Gone, Reads, Step
from bot.dialogue.turn import Turn
from bot.domain.chat import Answer, Choice
from bot.domain.guides import Guide
from bot.domain.text import Plain, _, near

# How far back help can be recorded or moved, in days.
DAYS_BACK = 31
_DAYS_OFFERED = 6
_NUMBERS_OFFERED = 5


async def activities(turn: Turn) -> tuple[Choice, ...]:
    """Offer every kind of help, the person's own usual ones first."""
    every = turn.library.activities
    usual = [every[name] for name in await turn.records.usual() if name in every]
    rest = [one for one in every.values() if one not in usual]
    return tuple(Choice(one.id, one.title) for one in usual + rest)


def guide(turn: Turn) -> Guide:
    """Return the guide that is open; raises Gone where the content has it no more."""
    found = turn.library.guides.get(str(turn.answers.get("guide")))
    if found is None:
        raise Gone
    return found


def searched(turn: Turn) -> dict[str, Answer | None]:
    """Return what a search found besides the guide that is shown, to hand back to it."""
    kept = ("found", "gist", "again", "read", "doubt")
    return {name: turn.answers.get(name) for name in kept}


def instead(turn: Turn) -> tuple[Choice, ...]:
    """Offer what else the words may have meant, where a search opened the guide that is shown."""
    if "found" not in turn.answers:
        return ()
    record = (Choice("record", _("I wanted to record it")),) if "read" in turn.answers else ()
    return (Choice("other", _("Not this one")), *record)


def why(*reasons: Choice, reads: Reads, then: Step) -> Ask:
    """Ask why, where the period is closed: the change is an adjustment that anybody can read."""
    return Ask(
        text=_(
            "That period is closed: its numbers stay. The change counts today, as an adjustment. "
            "Why is it needed? Choose, or type a few words."
        ),
        choices=reasons,
        reads=reads,
        then=then,
    )


def numbers() -> tuple[Choice, ...]:
    """Offer the small numbers, so that one tap is enough for most."""
    return tuple(Choice(n, Plain(str(n))) for n in range(1, _NUMBERS_OFFERED + 1))


async def days(turn: Turn) -> tuple[Choice, ...]:
    """Offer today and the days before; those of a closed period are left out."""
    recent = [turn.today - timedelta(days=back) for back in range(_DAYS_OFFERED + 1)]
    offered = [one for one in recent if not await turn.records.closed(one)]
    return tuple(Choice(one.isoformat(), near(one, turn.today)) for one in offered)
