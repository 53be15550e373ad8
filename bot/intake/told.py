"""What a file with a roster, or with figures alone, came to."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.enrolment import Enrolment
from bot.domain.figures import Figure
from bot.domain.giving import Step
from bot.domain.places import Place
from bot.intake import previews
from bot.reading.workbook.rows import Table


@dataclass(frozen=True, slots=True)
class Told:
    """What a file came to; `kept`: how many figures were kept, None where nothing was.

    `roster`: it has pages of one.
    """

    plan: Enrolment
    table: Table
    rows: Sequence[previews.Row]
    villages: Sequence[previews.Row]
    strange: Sequence[tuple[str, int]]
    unknown: Sequence[str]
    kept: int | None = None
    roster: bool = False

    @property
    def wrong(self) -> bool:
        """Tell whether anything is wrong, so that nothing may be kept."""
        return bool(self.plan.wrong or self.table.wrong)

    @property
    def figures(self) -> tuple[tuple[Figure, Place], ...]:
        """Return every figure of the file and the place it is for."""
        return tuple((row.found.figure, row.found.place) for row in (*self.villages, *self.rows))

    @property
    def news(self) -> int:
        """Return how many rows of the file the ledger does not have yet."""
        plan = self.plan
        figures = sum(row.what is not Step.SAME for row in (*self.rows, *self.villages))
        return len(plan.founded) + len(plan.listed) + len(plan.changed) + figures
