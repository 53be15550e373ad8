"""What a member can record, and in which unit; units are never added together."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.text import Lines, Phrase, Plain, Text, Words, _
from bot.domain.units import Unit, counted

# What an activity may count; the other units are those of figures from outside.
OF_ACTIVITIES = (
    Unit.TIME,
    Unit.PERSON,
    Unit.HOUSEHOLD,
    Unit.DOSSIER,
    Unit.ACCOUNT,
    Unit.SESSION,
    Unit.STALL,
)
# Units of which one is (nearly always) one person: of these it can be asked who came first time.
OF_PEOPLE = frozenset({Unit.TIME, Unit.PERSON, Unit.ACCOUNT, Unit.DOSSIER})
# Units of which one is a gathering: it is asked how many came.
OF_GATHERINGS = frozenset({Unit.SESSION})


class Field(StrEnum):
    """What an activity is about (lĩnh vực), in the order of the reports.

    There are three, because a card on a phone has a line for each.
    """

    IDENTITY = "dinh-danh"
    SERVICES = "dich-vu-cong"
    LIFE = "doi-song-so"


@dataclass(frozen=True, slots=True)
class Activity:
    """A kind of help (loại việc): its id, its unit, what it is about and its words."""

    id: str
    unit: Unit
    field: Field
    title: Words


def about(field: Field) -> Phrase:
    """Name what activities are about."""
    return _ABOUT[field]


def entitled(activity: Activity, count: int) -> Text:
    """Say an activity and how much of it, as in "Kích hoạt VNeID: 3 tài khoản"."""
    return Lines((activity.title, Plain(": "), counted(count, activity.unit)), gap="")


_ABOUT = {
    Field.IDENTITY: _("VNeID, ID cards"),
    Field.SERVICES: _("Public services"),
    Field.LIFE: _("Digital life"),
}
