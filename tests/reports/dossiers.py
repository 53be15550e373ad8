"""Dossiers by hand: a quiet week, an ordinary one, and one with more than any commune has."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from bot.domain.dossiers import Dossier, Grid, Report
from bot.domain.indicators import Value
from bot.domain.periods import Period, period, week
from bot.domain.sheets import PlaceValues, Seal, Sheet, State, Status
from bot.domain.tally import Adjustment, By, Helped, Quiet, Row, Tally
from bot.domain.units import Unit
from tests.house import LIBRARY
from tests.reports.values import amount, goal, share

ACTIVITIES = LIBRARY.activities
VILLAGES = ("An Bình", "An Khương", "Gò Đá", "Tây Phước", "Thọ An")
WEEK = period("2026-W47")
SEAL = Seal("a1b2c3d4e5f60718" * 4, "v1", 99, datetime(2026, 11, 23, 2, tzinfo=UTC))
DRAFT, CLOSED = Status(State.DRAFT), Status(State.CLOSED, seal=SEAL)
# Signs above and below their letters, in both cases: what is cut off or missing shows first here.
ACCENTED = "Ữ Ặ Ỗ Ợ Ệ ữ ặ ỗ ợ ệ ỵ Đ đ Ỷ Ằ"


def tally(
    counts: Mapping[str, int] | None = None,
    *,
    of: Period = WEEK,
    told: tuple[str, ...] = (),
    silent: tuple[str, ...] = (),
    adjusted: int = 0,
    by: By = By.VILLAGE,
) -> Tally:
    """Return a tally in which the first of the villages that are not quiet did everything."""
    given = [name for name in VILLAGES if name not in {*told, *silent}]
    rows = tuple(Row(name, one, 0) for name in given for one in counts or {})
    return Tally(
        of,
        by,
        dict(counts or {}),
        rows,
        quiet=tuple(Quiet(one, told=one in told) for one in (*told, *silent)),
        adjustments=(Adjustment("phan_anh", 1, date(2026, 11, 1)),) * adjusted,
    )  # fmt: skip


def sheet(
    of: Tally,
    *values: Value,
    commune: str = "Xã Mẫu",
    day: date = date(2026, 11, 23),
    villages: tuple[str, ...] = VILLAGES,
) -> Sheet:
    return Sheet(
        commune=commune,
        period=of.period,
        map_day=of.period.last,
        day=day,
        catalogue="by hand",
        whole=PlaceValues(commune, values, ()),
        villages=tuple(PlaceValues(name, (), ()) for name in villages),
        by_village=of,
        by_team=of,
    )


def trend(*counts: Mapping[str, int] | None) -> tuple[Tally, ...]:
    """Return the weeks up to the one of the tests, oldest first."""
    first = WEEK.start - timedelta(weeks=len(counts) - 1)
    return tuple(
        tally(one, of=week(first + timedelta(weeks=nth)), by=By.ACTIVITY)
        for nth, one in enumerate(counts)
    )


def dossier(
    of: Sheet,
    weeks: tuple[Tally, ...] = (),
    *,
    status: Status = DRAFT,
    before: Tally | None = None,
    reports: tuple[tuple[str, tuple[Report, ...]], ...] = (),
    demo: bool = False,
) -> Dossier:
    return Dossier(
        sheet=of,
        status=status,
        before=before or tally(of=period("2026-W46")),
        helped=Helped(),
        trend=weeks or trend(*[None] * 12),
        grid=Grid((WEEK,), reports),
        worked=(),
        findings=(),
        made_at=datetime(2026, 11, 23, 2, tzinfo=UTC),
        demo=demo,
    )


def ordinary(*, status: Status = CLOSED, day: date = date(2026, 11, 23)) -> Dossier:
    """Return a week such as there are many, with weeks of silence and of nothing before it."""
    counts = {"vneid_kich_hoat": 12, "dvc_huong_dan": 9, "qr_ho_kinh_doanh": 1}
    now = tally(counts, told=("Gò Đá",), silent=("Thọ An",))
    values = (
        share(amount(3), amount(4), target=goal("70"), id_="a"),
        share(amount(1), amount(2), target=goal("80"), id_="b"),
        share(amount(11), amount(10), target=goal("100"), id_="c"),
        share(amount(9), None, target=goal("95"), id_="d"),
    )
    old = [None, {"dvc_huong_dan": 1}, {"vneid_kich_hoat": 40}, None, None, *[{"phan_anh": 1}] * 6]
    before = tally({"vneid_kich_hoat": 9, "qr_ho_kinh_doanh": 1}, of=period("2026-W46"))
    return dossier(sheet(now, *values, day=day), trend(*old, counts), status=status, before=before)


def huge(number: int = 999_999_999) -> Dossier:
    """Return more of everything than any commune has, in the longest words that there are."""
    names = tuple(f"Thôn {ACCENTED} {nth}" for nth in range(20))
    counts = dict.fromkeys([*ACTIVITIES, "gone", "gone too"], number)
    catalogue = LIBRARY.catalogue
    values = tuple(
        Value(
            one.id, one.title, one.group, one.measure, 2, one.title, one.title,
            amount(number, Unit.SUBSCRIPTION), amount(number - nth % 3, Unit.PERSON),
            target=goal(f"{nth}.55", above=True),
        )
        for nth, one in enumerate(catalogue.indicators.values())
    )  # fmt: skip
    lacking = tuple(share(None, None, target=goal("95"), id_=f"lack {nth}") for nth in range(9))
    now = tally(counts, silent=names[:5], adjusted=9)
    before = tally(dict.fromkeys(ACTIVITIES, 2 * number), of=period("2026-W46"))
    commune = f"Xã {ACCENTED} {ACCENTED} {ACCENTED}"
    status = Status(State.SEEN, missing=names)
    weeks = trend(*[counts if nth % 3 else None for nth in range(12)])
    full = sheet(now, *values, *lacking, commune=commune, villages=names, day=date(2026, 11, 22))
    return dossier(full, weeks, status=status, before=before, demo=True)
