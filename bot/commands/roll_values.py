"""What a file with a roster came to, as plain values."""

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from bot.commands import figure_values
from bot.commands.context import Context
from bot.domain.enrolment import Amiss
from bot.intake.told import Told
from bot.reading.roll.heads import Page
from bot.reading.workbook.rows import Table


def as_json(context: Context, args: Namespace, told: Told) -> dict[str, object]:
    """Return the same as plain values; the keys of figures are those of a file of figures alone."""
    plan, voice = told.plan, context.voice

    def said(ones: Iterable[Amiss]) -> list[dict[str, Any]]:
        return [
            {"page": one.page, "row": one.row, "column": one.column, "text": voice.say(one.text)}
            for one in ones
        ]

    figures = figure_values.as_json(voice, told.table, told.rows)
    villages = figure_values.as_json(voice, Table(), told.villages)["rows"]
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
