"""The dossier (tập số liệu): all that a period's files show, gathered once for every form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.findings import Finding
from bot.domain.periods import Period
from bot.domain.sheets import Sheet, Status
from bot.domain.tally import Helped, Tally


class Form(StrEnum):
    """As what a period can be had; the values are those of `toso report --as`."""

    XLSX = "xlsx"
    DOCX = "docx"
    PNG = "png"
    TEXT = "text"
    SHEET = "sheet"  # to be filled in; of no period
    CODES = "codes"  # cards with join codes; of no period


class Report(StrEnum):
    """What a team did about a week's report; silence is not zero."""

    GIVEN = "given"
    NOTHING = "nothing"
    SILENT = "silent"
    AHEAD = "ahead"  # the week has not begun


@dataclass(frozen=True, slots=True)
class Grid:
    """Which teams reported in which weeks (bảng báo cáo đủ, thiếu); `rows`: by team, in order.

    A week of the calendar that lies only partly in the period is there as a whole.
    """

    weeks: tuple[Period, ...]
    rows: tuple[tuple[str, tuple[Report, ...]], ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """The days on which one member worked (ngày công), each once, whatever was done on it.

    `name` is None where the member has left; `team` is the one of today.
    """

    name: str | None
    team: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the files of a period show; the same closed period gives the same one.

    `before`: the tally by village of the period before, on the same map. `trend`: by activity,
    twelve weeks up to the one in which the period ends, oldest first. `findings`: without names,
    with the answers of today. `made_at`: until when what is not closed was counted. `demo`: the
    commune is invented.
    """

    sheet: Sheet
    status: Status
    before: Tally
    helped: Helped
    trend: tuple[Tally, ...]
    grid: Grid
    worked: tuple[Worked, ...]
    findings: tuple[Finding, ...]
    made_at: datetime
    demo: bool = False

    @property
    def totals(self) -> Mapping[str, int]:
        """Return how much there was of each activity, in its own unit."""
        return self.sheet.by_village.totals


@dataclass(frozen=True, slots=True)
class Wish:
    """A file that somebody is to get (yêu cầu tệp): it is made when it is sent, not before.

    `commune`: the number of the place whose figures they are. `period`: "" where it has none.
    """

    form: Form
    commune: int
    period: str
    language: str


@dataclass(frozen=True, slots=True)
class Document:
    """A finished file: its `name` in plain letters, its bytes, and what kind of file it is."""

    name: str
    data: bytes
    media: str
