"""The roll (điểm danh) of a team: who of it recorded something in which week."""

from dataclasses import dataclass

from bot.domain.dossiers import Report
from bot.domain.people import Person
from bot.domain.periods import Period
from bot.domain.places import Place


@dataclass(frozen=True, slots=True)
class Present:
    """What one member did about each week; None where they had not joined before it was over."""

    person: Person
    reports: tuple[Report | None, ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """Who of a team recorded in some weeks; `members` are those of today, by name.

    By week: `whole`, the team as a whole said that there was nothing; `others`, how many recorded
    for it who have left it since.
    """

    team: Place
    weeks: tuple[Period, ...]
    members: tuple[Present, ...]
    whole: tuple[bool, ...]
    others: tuple[int, ...]

    def those(self, week: int, report: Report) -> tuple[Person, ...]:
        """Return who did so in a week, by its place in `weeks`."""
        return tuple(one.person for one in self.members if one.reports[week] is report)
