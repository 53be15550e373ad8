"""The teams: who reported, who said that there was nothing, who said nothing."""

from collections.abc import Iterable

from bot.domain.dossiers import Dossier, Report
from bot.domain.text import fold
from bot.reports.document.pen import Pen, clean


def teams(dossier: Dossier, pen: Pen) -> dict[str, object]:
    """Return how many teams reported and which; the three parts make the whole."""
    tally = dossier.sheet.by_team
    given = {row.name or "–" for row in tally.rows}
    told = [one.name for one in tally.quiet if one.told and one.name not in given]
    silent = [one.name for one in tally.quiet if not one.told and one.name not in given]
    return {
        "tong": pen.line(len(given) + len(told) + len(silent)),
        "co_viec": pen.line(len(given)),
        "ten_co_viec": _names(given),
        "khong_viec": pen.line(len(told)),
        "ten_khong_viec": _names(told),
        "chua_bao": pen.line(len(silent)),
        "ten_chua_bao": _names(silent),
        "co_to_khong_viec": bool(told),
        "co_to_chua_bao": bool(silent),
    }


def weeks(dossier: Dossier, pen: Pen) -> list[dict[str, object]]:
    """Return team by team in how many weeks of the period it reported; weeks to come are none."""
    period, grid = dossier.sheet.period, dossier.grid
    ours = [
        nth
        for nth, one in enumerate(grid.weeks)
        if one.start < period.end and period.start < one.end
    ]

    def many(row: tuple[Report, ...], wanted: Report) -> str:
        return pen.cell(sum(row[nth] is wanted for nth in ours))

    return [
        {
            "ten": clean(name),
            "co_viec": many(row, Report.GIVEN),
            "khong_viec": many(row, Report.NOTHING),
            "chua_bao": many(row, Report.SILENT),
        }
        for name, row in grid.rows
    ]


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(map(clean, names), key=fold))
