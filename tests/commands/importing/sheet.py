"""A sheet of figures as a commune fills it in."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

COMMUNE = "Bình An (xã mẫu)"
HEAD = (
    "Mã", "Tên", "Giá trị", "Đơn vị", "Nơi", "Từ ngày", "Đến ngày (ngày chốt)",
    "Người/cơ quan cho", "Số văn bản",
)  # fmt: skip
PEOPLE = ("dan_so", "Dân số", 3901, "người", COMMUNE, None, "30/10/2026", "Công an xã", "12/BC-CAX")
DOSSIERS = (
    "hs_tiep_nhan", "", "1.711", "hồ sơ", COMMUNE, "15/10/2026", datetime(2026, 11, 14),  # noqa: DTZ001 - a cell has no zone
    "Một cửa", None,
)  # fmt: skip
HOUSES = ("so_ho", "Số hộ", 120, "hộ", "thôn gò đá", None, "2026-10-31", "Trưởng thôn", None)
GIVEN = (
    "SELECT places.name, figures.name, value, unit, since, as_of, giver, document FROM figures"
    " JOIN places ON places.id = place_id WHERE code NOT LIKE 'M0%' ORDER BY figures.id"
)


def write(file: Path, *lines: Sequence[object], name: str = "Số liệu") -> Path:
    """Write a sheet with its head."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = name
    for line in (HEAD, *lines):
        page.append(list(line))
    book.save(file)
    return file


def changed(row: Sequence[object], column: str, value: object) -> tuple[object, ...]:
    """Return a row with another value in one column."""
    return tuple(value if head == column else one for head, one in zip(HEAD, row, strict=True))
