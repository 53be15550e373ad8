"""Dossiers by hand: a small commune, an empty one, and one as large as they come."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from bot.domain.activities import Activity, Field
from bot.domain.dossiers import Dossier, Grid, Report, Worked
from bot.domain.findings import Answer, Finding, Kind, Term
from bot.domain.indicators import Value
from bot.domain.obstacles import Obstacle
from bot.domain.periods import Period, period, previous, week
from bot.domain.quantities import Coverage, Lack, Origin
from bot.domain.sheets import PlaceValues, Seal, Sheet, State, Status
from bot.domain.tally import Adjustment, By, Helped, Quiet, Row, Tally, summed
from bot.domain.text import Words
from bot.domain.units import Unit
from tests.reports.values import ACTIVE, CARDS, amount, count, goal, share

WEEK = period("2026-W47")
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
SEAL = Seal("a1b2c3d4e5f60718" * 4, "v7", 99, datetime(2026, 11, 22, 17, 30, tzinfo=UTC))
CLOSED = Status(State.CLOSED, seal=SEAL)
ACTIVITIES = {
    one.id: one
    for one in (
        Activity(
            "vneid", Unit.ACCOUNT, Field.IDENTITY, Words({"vi": "Kích hoạt VNeID", "en": "VNeID"})
        ),
        Activity("dvc", Unit.TIME, Field.SERVICES, Words({"vi": "Dịch vụ công", "en": "Services"})),
        Activity("qr", Unit.HOUSEHOLD, Field.LIFE, Words({"vi": "Mã QR", "en": "QR"})),
    )
}


def tally(asked: Period, rows: Mapping[tuple[str | None, str], int], by: By = By.VILLAGE) -> Tally:
    """Return a tally of counts by village and activity."""
    told = tuple(Row(name, activity, number) for (name, activity), number in rows.items())
    return Tally(asked, by, summed(told), told)


def weeks(asked: Period, many: int) -> tuple[Period, ...]:
    """Return so many weeks, up to the one in which a period ends."""
    return tuple(week(asked.last - timedelta(weeks=ago)) for ago in reversed(range(many)))


def empty(asked: Period = WEEK) -> Dossier:
    """Return the dossier of a commune that has nothing yet."""
    none = tally(asked, {})
    return Dossier(
        sheet=Sheet(
            commune="Xã Mẫu",
            period=asked,
            map_day=asked.last,
            day=date(2026, 11, 22),
            catalogue="v7",
            whole=PlaceValues("Xã Mẫu", (), ()),
            villages=(),
            by_village=none,
            by_team=replace(none, by=By.TEAM),
        ),
        status=Status(State.DRAFT),
        before=tally(previous(asked), {}),
        helped=Helped(),
        trend=tuple(tally(one, {}, By.ACTIVITY) for one in weeks(asked, 12)),
        grid=Grid(weeks(asked, 4), ()),
        worked=(),
        findings=(),
        made_at=NOW,
    )


def small() -> Dossier:
    """Return the dossier of a commune in which everything occurs that a sheet can say."""
    bare = empty()
    counts = tally(WEEK, {("An", "vneid"): 1200, ("An", "dvc"): 7, ("Bình", "vneid"): 3,
                          (None, "cu"): 2})  # fmt: skip
    counts = replace(
        counts,
        quiet=(Quiet("Cát", told=True), Quiet("Đá", told=False)),
        tried={Obstacle.SIM: 4, Obstacle.SYSTEM: 1},
        adjustments=(Adjustment("vneid", -2, date(2026, 11, 9)),),
    )
    names = ("An", "Bình", "Cát", "Đá")
    sheet = replace(
        bare.sheet,
        whole=PlaceValues("Xã Mẫu", VALUES, ()),
        villages=tuple(PlaceValues(name, _of_village(nth), ()) for nth, name in enumerate(names)),
        by_village=counts,
        groups=(("group", Words({"vi": "Xã hội số", "en": "Digital society"})),),
    )
    reports = (Report.GIVEN, Report.NOTHING, Report.SILENT, Report.AHEAD)
    return replace(
        bare,
        sheet=sheet,
        before=tally(previous(WEEK), {("An", "vneid"): 1000, ("An", "qr"): 5}),
        helped=Helped(first=12, unknown=8),
        trend=tuple(
            tally(one, {(None, "vneid"): nth * 10} if nth % 5 else {}, By.ACTIVITY)
            for nth, one in enumerate(weeks(WEEK, 12))
        ),
        grid=Grid(
            weeks(WEEK, 4),
            (("Tổ An", reports), ("Tổ Bình", (Report.GIVEN,) * 3 + (Report.SILENT,))),
        ),
        worked=(
            Worked("Trần Thị Hoa", "Tổ An", tuple(date(2026, 11, day) for day in range(9, 20))),
            Worked("Lê Văn Tư", "Tổ An", ()),
            Worked(None, "", (date(2026, 11, 16),)),
        ),
        findings=(_finding(), replace(_finding(), key="two", answer=_ANSWER)),
    )


# 23/160 = 14.375 %, 1/32 = 3.125 %: halves that a careless rounding gets wrong.
VALUES = (
    share(amount(23), amount(160), id_="half", target=goal("14.38")),
    share(amount(2495, Unit.ACCOUNT), amount(3009), id_="rate", target=goal("80")),
    share(amount(3009, Unit.ACCOUNT), amount(2914, Unit.PERSON), id_="over"),
    share(amount(2495), None, Lack.MISSING, id_="baseless", target=goal("95", above=True)),
    share(None, None, Lack.MISSING, id_="nothing"),
    replace(count(amount(1711, Unit.TIME, Origin.EVENTS)), id="count"),
    replace(count(amount(12, Unit.PERSON, Origin.EVENTS, most=20)), id="range"),
    replace(
        share(
            amount(1, Unit.PERSON, Origin.SURVEY, coverage=Coverage(120, 800)),
            amount(32, Unit.PERSON, Origin.SURVEY, coverage=Coverage(120, 800)),
            id_="survey",
        ),
        group="of nobody",
    ),
)
_ANSWER = Answer("=đúng rồi", "Vũ Thị Thanh", date(2026, 11, 21))


def _of_village(nth: int) -> tuple[Value, ...]:
    rate = share(amount(nth + 1), amount(8), id_="rate") if nth else None
    return (rate or share(amount(1), None, Lack.MISSING, id_="rate"),)


def _finding() -> Finding:
    left, right = Term(ACTIVE, amount(3009, Unit.ACCOUNT)), Term(CARDS, amount(2914))
    advice = Words({"vi": "Hỏi lại Công an xã.", "en": "Ask the police."})
    return Finding("one", "over", Kind.OVER, "An", (left,), (right,), Decimal(1), (), advice)


def large(days: int = 366) -> Dossier:
    """Return a dossier of a year with 60 villages, 100 teams and 500 members.

    Of a third of the indicators there are figures of the villages too.
    """
    year = period("2028")
    bare = small()
    names = [f"Thôn {nth:02d}" for nth in range(60)]
    every = tuple(year.start + timedelta(days=nth) for nth in range(days))
    values = tuple(
        share(amount(7 + nth), amount(100), id_=f"i{nth}", target=goal("80")) for nth in range(94)
    )
    kinds = [f"k{nth}" for nth in range(16)]
    counts = tally(year, {(name, kind): 9 for name in names for kind in kinds})
    return replace(
        bare,
        sheet=replace(
            bare.sheet,
            period=year,
            whole=PlaceValues("Xã Mẫu", values, ()),
            villages=tuple(PlaceValues(name, values[:30], ()) for name in names),
            by_village=counts,
        ),
        before=tally(previous(year), {(name, kind): 9 for name in names for kind in kinds}),
        grid=Grid(
            weeks(year, 53),
            tuple((f"Tổ {nth:03d}", (Report.GIVEN,) * 53) for nth in range(100)),
        ),
        worked=tuple(Worked(f"Người {nth:03d}", f"Tổ {nth // 5:03d}", every) for nth in range(500)),
        findings=tuple(replace(_finding(), key=str(nth)) for nth in range(60)),
    )
