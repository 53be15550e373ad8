"""What a file with a roster came to, and the same as plain values."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.commands import previews
from bot.commands.context import Context
from bot.domain.enrolment import Amiss, Enrolment
from bot.domain.giving import Step
from bot.reading.roll.heads import Page
from bot.reading.workbook.rows import Table


@dataclass(frozen=True, slots=True)
class Told:
    """What a file came to; `kept`: how many figures were kept, None where nothing was."""

    plan: Enrolment
    table: Table
    rows: Sequence[previews.Row]
    villages: Sequence[previews.Row]
    strange: Sequence[tuple[str, int]]
    unknown: Sequence[str]
    kept: int | None = None

    @property
    def wrong(self) -> bool:
        """Tell whether anything is wrong, so that nothing may be kept."""
        return bool(self.plan.wrong or self.table.wrong)

    @property
    def news(self) -> int:
        """Return how many rows of the file the ledger does not have yet."""
        plan = self.plan
        figures = sum(row.what is not Step.SAME for row in (*self.rows, *self.villages))
        return len(plan.founded) + len(plan.listed) + len(plan.changed) + figures


def as_json(context: Context, args: Namespace, told: Told) -> dict[str, object]:
    """Return the same as plain values; the keys of figures are those of a file of figures alone."""
    plan, voice = told.plan, context.voice

    def said(ones: Iterable[Amiss]) -> list[dict[str, Any]]:
        return [
            {"page": one.page, "row": one.row, "column": one.column, "text": voice.say(one.text)}
            for one in ones
        ]

    figures = previews.as_json(voice, told.table, told.rows)
    villages = previews.as_json(voice, Table(), told.villages)["rows"]
    roster = {
        "new": [{"page": one.page, "row": one.row, "name": one.place.name} for one in plan.founded]
        + [
            {"page": Page.PEOPLE, "row": one.row, "name": one.name, "role": one.role.value}
            for one in plan.listed
        ],
        "changed": [
            {"row": one.row, "name": one.person.name, "role": one.role.value}
            for one in plan.changed
        ],
        "same": dict(plan.same),
        "staying": {page: list(names) for page, names in plan.staying.items()},
        "figures": villages,
        "notes": said(plan.notes),
        "problems": said(plan.wrong),
        "kept": told.kept is not None,
    }
    beside = {"file": args.file, "commune": plan.commune.name, "unknown_sheets": list(told.unknown)}
    return beside | figures | {"written": told.kept or 0, "roster": roster}
