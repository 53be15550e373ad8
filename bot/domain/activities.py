"""What a member can record, and in which unit; units are never added together."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.text import Lines, Phrase, Plain, Text, Words, _, n_


class Unit(StrEnum):
    """What is counted; the value is the Vietnamese word and the name in every output."""

    TIME = "lượt"
    PERSON = "người"
    HOUSEHOLD = "hộ"
    DOSSIER = "hồ sơ"
    ACCOUNT = "tài khoản"
    SESSION = "buổi"
    STALL = "gian hàng"


# Units of which one is (nearly always) one person: of these it can be asked who came first time.
OF_PEOPLE = frozenset({Unit.TIME, Unit.PERSON, Unit.ACCOUNT, Unit.DOSSIER})
# Units of which one is a gathering: it is asked how many came.
OF_GATHERINGS = frozenset({Unit.SESSION})


@dataclass(frozen=True, slots=True)
class Activity:
    """A kind of help (loại việc): its id, its unit and its words."""

    id: str
    unit: Unit
    title: Words


def counted(count: int, unit: Unit) -> Phrase:
    """Say a number together with its unit."""
    match unit:
        case Unit.TIME:
            return n_("{n} time", "{n} times", count)
        case Unit.PERSON:
            return n_("{n} person", "{n} people", count)
        case Unit.HOUSEHOLD:
            return n_("{n} household", "{n} households", count)
        case Unit.DOSSIER:
            return n_("{n} dossier", "{n} dossiers", count)
        case Unit.ACCOUNT:
            return n_("{n} account", "{n} accounts", count)
        case Unit.SESSION:
            return n_("{n} session", "{n} sessions", count)
        case Unit.STALL:
            return n_("{n} stall", "{n} stalls", count)


def units(unit: Unit) -> Phrase:
    """Name a unit, as in "how many accounts"."""
    return {
        Unit.TIME: _("times"),
        Unit.PERSON: _("people"),
        Unit.HOUSEHOLD: _("households"),
        Unit.DOSSIER: _("dossiers"),
        Unit.ACCOUNT: _("accounts"),
        Unit.SESSION: _("sessions"),
        Unit.STALL: _("stalls"),
    }[unit]


def entitled(activity: Activity, count: int) -> Text:
    """Say an activity and how much of it, as in "Kích hoạt VNeID: 3 tài khoản"."""
    return Lines((activity.title, Plain(": "), counted(count, activity.unit)), gap="")
