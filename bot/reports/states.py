"""How far a period is, in words: a draft, seen by the leaders, or closed under a fingerprint."""

from collections.abc import Sequence
from datetime import date

from bot.domain.clock import local_day
from bot.domain.codes import grouped
from bot.domain.periods import Period
from bot.domain.sheets import Former, Look, Seal, State, Status
from bot.domain.text import Lines, Plain, Text, _, lines, listed, n_


def sealed(seal: Seal) -> Text:
    """Say what stands on every output of a closed period."""
    return _(
        "Closed on {day}, code of the figures {code}",
        day=local_day(seal.closed_at),
        code=grouped(seal.fingerprint),
    )


def closed(status: Status) -> Text | None:
    """Say what stands on every output of a closed period; of an open one nothing."""
    return briefly(status) if status.state is State.CLOSED else None


def founded(status: Status) -> Text | None:
    """Say what a closed period was made of, for whoever checks it."""
    if status.seal is None:
        return None
    return _(
        "Catalogue {version}, counted up to line {n} of the ledger.",
        version=status.seal.catalogue,
        n=status.seal.last_fact,
    )


def state(status: Status) -> Text:
    """Say how far a period is, and whose look is missing."""
    match status.state:
        case State.DRAFT:
            return lines(briefly(status), unseen(status), after(status))
        case State.SEEN:
            return lines(briefly(status), after(status))
        case State.CLOSED:
            return briefly(status)


def of_team(status: Status, look: Look | None) -> Text:
    """Say to a leader how far a period is, and how their own look stands."""
    told = look and status.state is not State.CLOSED
    return lines(briefly(status), _own(look) if look and told else None)


def counted_so_far(shown: Period, day: date, status: Status) -> Text | None:
    """Say of a period that is not over up to which day it is counted: it is no whole one yet."""
    if day not in shown or status.state is State.CLOSED:
        return None
    return _("Not over yet: counted up to {day}.", day=day)


def briefly(status: Status) -> Text:
    """Say how far a period is."""
    match status.state:
        case State.DRAFT | State.SEEN if status.former:
            return lines(_("Not closed for the new commune."), listed(map(_former, status.former)))
        case State.DRAFT:
            return _("A draft, not closed yet.")
        case State.SEEN:
            return _("Seen by every team leader, not closed yet.")
        case State.CLOSED if status.seal:
            return sealed(status.seal)
        case State.CLOSED:
            return _("Closed by an earlier version: these figures have no code.")


def _former(one: Former) -> Text:
    """Say how a merged commune closed the period."""
    said = sealed(one.seal) if one.seal else _("closed by an earlier version, without a code")
    return _("{place}: {what}", place=one.commune, what=said)


def looked(status: Status) -> Text:
    """Say who has looked, who has not, and after whose look something came."""
    seen = [Plain(look.team) for look in status.looks]
    return lines(
        _("Seen: {names}", names=_names(seen)) if seen else _("No team leader has looked yet."),
        unseen(status),
        after(status),
    )


def unseen(status: Status) -> Text | None:
    """Name the teams whose leader has not looked."""
    names = [Plain(name) for name in status.missing]
    return _("Not seen yet: {names}", names=_names(names)) if names else None


def after(status: Status) -> Text | None:
    """Name the teams in which something was recorded after the look."""
    names = [_("{team} ({n})", team=look.team, n=look.since) for look in status.looks if look.since]
    return _("Recorded after the look: {names}", names=_names(names)) if names else None


def _own(look: Look) -> Text:
    """Say to a leader when they looked at their team's numbers, and what came after it."""
    day = _("You looked at these numbers on {day}.", day=local_day(look.at))
    if not look.since:
        return day
    return Lines(
        (
            day,
            n_("{n} entry came after it.", "{n} entries came after it.", look.since),
            _("Please look again."),
        ),
        gap=" ",
    )


def _names(parts: Sequence[Text]) -> Lines:
    return Lines(tuple(parts), gap=", ")
