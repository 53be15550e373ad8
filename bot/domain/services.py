"""Essential public services (dịch vụ công thiết yếu): whose they are, and where they are done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.guides import Confidence, Source
from bot.domain.text import Words


class Online(StrEnum):
    """Where a service is done on the net; OWNER is a site or an app of the owner's own."""

    PORTAL = "portal"
    VNEID = "vneid"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the Prime Minister that names services; `count` is how many.

    `numbering`: how sure the numbers within it are. `guide`: the guide that explains the list.
    """

    id: str
    title: Words
    count: int
    numbering: Confidence
    guide: str | None
    checked: date
    review_by: date


@dataclass(frozen=True, slots=True)
class Service:
    """One service; `number` is its place in the decision, None where no source gives it.

    `codes` are those of its procedures on the portal, `guides` how it is done, the main one first;
    `confidence` covers name, owner and place.
    """

    id: str
    decision: str
    number: int | None
    name: Words
    title: Words
    owner: Words
    online: tuple[Online, ...]
    office: Words
    codes: tuple[str, ...]
    guides: tuple[str, ...]
    confidence: Confidence
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Services of a decision that nobody has found a source for: how many, why, and whose task."""

    decision: str
    rows: int
    why: Words
    who: Words


@dataclass(frozen=True, slots=True)
class Services:
    """Every service that is known, in the order of the decisions, and what is missing."""

    decisions: tuple[Decision, ...] = ()
    known: tuple[Service, ...] = ()
    missing: tuple[Missing, ...] = ()

    def __iter__(self) -> Iterator[Service]:
        return iter(self.known)

    def named(self, name: str) -> Service | None:
        """Return a service by its id."""
        return next((one for one in self.known if one.id == name), None)

    def behind(self, name: str) -> tuple[Service, ...]:
        """Return the services that a record or a guide is about: by their id, or by their guide."""
        return tuple(one for one in self.known if name == one.id or name in one.guides)

    def decision(self, name: str) -> Decision | None:
        """Return a decision by its id."""
        return next((one for one in self.decisions if one.id == name), None)

    def under(self, decision: Decision) -> tuple[Service, ...]:
        """Return the known services of a decision, in its order."""
        return tuple(one for one in self.known if one.decision == decision.id)

    def unknown(self, decision: Decision) -> int:
        """Return how many services of a decision are missing here."""
        return sum(one.rows for one in self.missing if one.decision == decision.id)
