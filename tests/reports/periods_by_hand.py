"""A period by hand, of an invented commune: what a test does not name has no bearing on it."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from docx import Document
from docx.document import Document as Read

from bot.domain.dossiers import Dossier, Grid, Report
from bot.domain.findings import Answer, Finding, Kind, Term
from bot.domain.indicators import Value
from bot.domain.obstacles import Obstacle
from bot.domain.periods import Period, period, week
from bot.domain.sheets import PlaceValues, Seal, Sheet, State, Status
from bot.domain.tally import Adjustment, By, Helped, Quiet, Row, Tally, summed
from bot.domain.text import Words
from bot.reports.document.filling import document
from tests.house import CONTENT, LIBRARY
from tests.reports.values import amount, said

TEMPLATE = CONTENT / "templates" / "report.docx"
NOVEMBER = period("2026-11")
MADE = datetime(2026, 11, 21, 9, tzinfo=UTC)
SEAL = Seal("a1b2c3d4e5f60718" * 4, "v1", 99, datetime(2026, 12, 1, 9, tzinfo=UTC))
GROUPS = (("to-cong-nghe-so", Words({"vi": "Tổ"})), ("xa-hoi-so", Words({"vi": "Xã hội số"})))
ROWS = (
    Row("Gò Đá", "vneid_kich_hoat", 1_706),
    Row("An Bình", "vneid_kich_hoat", 5),
    Row("Gò Đá", "dvc_nop_ho_so", 7),
)
HELPED = Helped(3, 14)
QUIET = (Quiet("Tổ Một", told=True), Quiet("Tổ Hai", told=False), Quiet("Tổ Ba", told=False))


def tally(rows: tuple[Row, ...] = ROWS, by: By = By.VILLAGE, of: Period = NOVEMBER) -> Tally:
    return Tally(
        of,
        by,
        summed(rows),
        rows,
        tried={Obstacle.SIM: 2, Obstacle.NO_PHONE: 3},
        adjustments=(Adjustment("dvc_nop_ho_so", -2, date(2026, 10, 9)),),
    )


def finding(what: str, why: str | None = None, kind: Kind = Kind.UNSOURCED) -> Finding:
    answer = Answer(why, None, date(2026, 11, 20)) if why else None
    term = Term(Words({"vi": what}), amount(9))
    return Finding("", "rule", kind, None, (term,), (), None, (), Words({"vi": ""}), answer)


def dossier(
    *values: Value,
    commune: str = "Xã Mẫu",
    of: Period = NOVEMBER,
    closed: bool = False,
    rows: tuple[Row, ...] = ROWS,
    before: tuple[Row, ...] = (Row("Gò Đá", "vneid_kich_hoat", 1_714),),
    quiet: tuple[Quiet, ...] = QUIET,
    helped: Helped = HELPED,
    findings: tuple[Finding, ...] = (),
    demo: bool = False,
) -> Dossier:
    counted = tally(rows, of=of)
    by_team = tuple(replace(row, name="Tổ Gò Đá") for row in rows)
    return Dossier(
        sheet=Sheet(
            commune=commune,
            period=of,
            map_day=of.last,
            day=date(2026, 11, 21),
            catalogue="0123",
            whole=PlaceValues(commune, values, ()),
            villages=(),
            by_village=counted,
            by_team=replace(tally(by_team, By.TEAM, of), quiet=quiet),
            groups=GROUPS,
        ),
        status=Status(State.CLOSED, seal=SEAL) if closed else Status(State.DRAFT),
        before=replace(tally(before), adjustments=(), tried={}),
        helped=helped,
        trend=(),
        grid=Grid(
            (week(date(2026, 10, 21)), week(of.start), week(of.last)),
            (("Tổ Hai", (Report.GIVEN, Report.SILENT, Report.AHEAD)),),
        ),
        worked=(),
        findings=findings,
        made_at=MADE,
        demo=demo,
    )


def made(of: Dossier, template: bytes | None = None) -> bytes:
    shipped = TEMPLATE.read_bytes() if template is None else template
    return document(of, shipped, LIBRARY.activities, LIBRARY.catalogue, said)


def lines(data: bytes) -> list[str]:
    """Return every paragraph of a document, cells and the first page's header included."""
    read: Read = Document(io.BytesIO(data))
    cells = [
        paragraph.text
        for table in read.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]
    top = [line.text for line in read.sections[0].first_page_header.paragraphs]
    return [*top, *(line.text for line in read.paragraphs), *cells]


def table(data: bytes, heading: str) -> list[list[str]]:
    """Return the rows of the table that has a heading."""
    read: Read = Document(io.BytesIO(data))
    for one in read.tables:
        rows = [[cell.text for cell in row.cells] for row in one.rows]
        if heading in rows[0]:
            return rows
    raise AssertionError(heading)


def parts(data: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()
