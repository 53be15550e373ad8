"""Who talks to us, and what each of them may see."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.places import Place, Scope


class Role(StrEnum):
    """What a person is to the commune; a stranger is on no roster."""

    STRANGER = "stranger"
    MEMBER = "member"
    LEADER = "leader"
    DEPUTY = "deputy"
    OFFICIAL = "official"
    VIEWER = "viewer"


EVERYONE = frozenset(Role)
STRANGERS = frozenset({Role.STRANGER})
# A deputy (tổ phó) may do whatever the leader of the team may.
LEADERS = frozenset({Role.LEADER, Role.DEPUTY})
MEMBERS = LEADERS | {Role.MEMBER}
OFFICIALS = frozenset({Role.OFFICIAL})
OVERSEERS = LEADERS | OFFICIALS
# A viewer (người xem) sees a commune's totals, and nobody who is behind them.
VIEWERS = frozenset({Role.VIEWER})
# Those who are shown a whole commune.
WATCHERS = OFFICIALS | VIEWERS
ROSTERED = EVERYONE - STRANGERS


@dataclass(frozen=True, slots=True)
class Person:
    """Someone on a commune's roster; `title` is how they wish to be addressed (bà, anh, …).

    `consented_at` is None of those who have yet to join, or to join again with another phone.
    `province`: of a viewer of several communes, what is above them; `commune` is then the one
    that was chosen, or the province itself where none was.
    """

    id: int
    name: str
    title: str
    role: Role
    commune: Place
    village: Place | None
    team: Place | None
    consented_at: datetime | None = None
    province: Place | None = None

    @property
    def choosing(self) -> bool:
        """Tell whether a viewer of several communes has yet to choose one."""
        return self.province is not None and self.province == self.commune

    @property
    def joined(self) -> bool:
        """Tell whether they have joined, and were not cut off since."""
        return self.consented_at is not None

    @property
    def scope(self) -> Scope:
        """Return what this person may see of others' work."""
        return Scope(self.commune, None if self.role in WATCHERS else self.team)


def role_of(person: Person | None) -> Role:
    """Return a person's role; nobody is a stranger."""
    return person.role if person else Role.STRANGER
