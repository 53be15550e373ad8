"""What is said of a roster sheet: every row that is new or other, and what is wrong."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from bot.domain.enrolment import Amiss, NewPlace
from bot.domain.indicators import Catalogue
from bot.domain.text import Lines, Plain, Text, _, lines
from bot.intake import previews
from bot.intake.told import Told
from bot.reading.roll.cells import ROLES
from bot.reading.roll.heads import Page
from bot.reading.workbook.columns import NAME

# So many names are said; of more, how many there are.
_SAID = 20


def remarks(told: Told) -> tuple[Text, ...]:
    """Say what was not read, what is odd, and everything that is wrong, row by row."""
    return (*unread(told), *mistakes(told))


def unread(told: Told) -> tuple[Text, ...]:
    """Say what was not read, and what is odd but not wrong."""
    pages = [
        _("The sheet “{name}” is not one I know; it was not read.", name=other)
        for other in told.unknown
    ]
    columns = [
        _(
            "{page}: column {letter} is not one I know; it was not read.",
            page=page,
            letter=get_column_letter(number),
        )
        for page, number in (*told.strange, *((NAME, one) for one in told.table.strange))
    ]
    return (*pages, *columns, *map(_amiss, told.plan.notes))


def mistakes(told: Told) -> tuple[Text, ...]:
    """Say everything that is wrong, row by row."""
    figures = (Lines((Plain(NAME), previews.wrong(one)), gap=": ") for one in told.table.wrong)
    return (*map(_amiss, told.plan.wrong), *figures)


def kept(told: Told) -> Text:
    """Say how much was kept of each kind."""
    plan = told.plan
    return _(
        "Kept: new places: {places}, new people: {people}, changed: {changed}, figures: {n}.",
        places=len(plan.founded),
        people=len(plan.listed),
        changed=len(plan.changed),
        n=told.kept or 0,
    )


def _amiss(one: Amiss) -> Text:
    if one.column is None:
        return _("{page}, row {row}: {why}", page=one.page, row=one.row, why=one.text)
    return _(
        "{page}, row {row}, column “{column}”: {why}",
        page=one.page,
        row=one.row,
        column=one.column,
        why=one.text,
    )


def preview(catalogue: Catalogue, told: Told) -> Text:
    """Say every row that is new or other, and how many there are of each kind."""
    plan = told.plan
    return lines(
        Plain(plan.commune.name),
        *(_new(one.page, one.row, _place(one)) for one in plan.founded),
        *(
            _new(
                Page.PEOPLE,
                one.row,
                ", ".join((f"{one.title} {one.name}".strip(), ROLES[one.role], one.place.name)),
            )
            for one in plan.listed
        ),
        *(
            _(
                "{page}, row {row}: {name}: {before} → {after}",
                page=Page.PEOPLE,
                row=one.row,
                name=one.person.name,
                before=f"{one.person.title}, {ROLES[one.person.role]}",
                after=f"{one.title}, {ROLES[one.role]}",
            )
            for one in plan.changed
        ),
        *(_staying(page, names) for page, names in plan.staying.items()),
        _(
            "The roster: new: {new}. Changed: {changed}. There already: {same}. Wrong: {wrong}.",
            new=len(plan.founded) + len(plan.listed),
            changed=len(plan.changed),
            same=sum(plan.same.values()),
            wrong=len({(one.page, one.row) for one in plan.wrong}),
        ),
        _("Figures on the page “{page}”:", page=Page.VILLAGES) if told.villages else None,
        *(previews.line(row, catalogue) for row in told.villages),
        previews.preview(catalogue, plan.commune, told.table, told.rows)
        if told.rows or told.table.wrong
        else None,
    )


def _new(page: str, row: int, name: str) -> Text:
    return _("{page}, row {row}: new: {name}", page=page, row=row, name=name)


def _place(one: NewPlace) -> str:
    return (
        f"{one.place.name}, {one.parent.name}"
        if one.page == Page.TEAMS and one.parent
        else one.place.name
    )


def _staying(page: str, names: Sequence[str]) -> Text:
    said = ", ".join(names[:_SAID]) + (", …" if len(names) > _SAID else "")
    return _(
        "Not on the page “{page}”, and left as they are ({n}): {names}.",
        page=page,
        n=len(names),
        names=said,
    )
