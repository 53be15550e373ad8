"""Roster sheets as files, filled in as an official would."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook

HEADS: Mapping[str, tuple[str, ...]] = {
    "Xã": ("Tên xã", "Có từ ngày"),
    "Thôn": ("Thôn", "Số hộ", "Người từ 14 tuổi", "Ngày chốt", "Người/cơ quan cho"),
    "Tổ": ("Thôn", "Tổ"),
    "Thành viên": ("Tổ", "Thôn", "Danh xưng", "Họ và tên", "Vai trò"),
    "Số liệu": (
        "Mã", "Giá trị", "Đơn vị", "Nơi", "Đến ngày (ngày chốt)", "Người/cơ quan cho",
    ),
}  # fmt: skip
ROLL: Mapping[str, tuple[tuple[object, ...], ...]] = {
    "Xã": (("Xã Đồng Lúa", None),),
    "Thôn": (("Đông", 90, 190, "31/10/2026", "Công an xã"), ("Tây", None, None, None, None)),
    "Tổ": (("Đông", "Tổ Đông"), ("Tây", "Tổ Tây")),
    "Thành viên": (
        ("Tổ Đông", None, "bà", "Đỗ Thị Na", "tổ trưởng"),
        ("Tổ Đông", None, "anh", "Lê Văn Sáu", "to pho"),
        ("Tổ Tây", None, "chị", "Ngô Thị Lành", "Thành Viên"),
        (None, None, "anh", "Mai Văn Tùng", "cán bộ xã"),
    ),
    "Số liệu": (("so_ho", 99, "hộ", "Tây", "31/10/2026", "Trưởng thôn"),),
}


def write(file: Path, roll: Mapping[str, Sequence[Sequence[object]]] = ROLL) -> Path:
    """Write the pages of a roll, each with its head."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in roll.items():
        page = book.create_sheet(name)
        for row in (HEADS[name], *rows):
            page.append(list(row))
    book.save(file)
    return file


def fill(file: Path, cells: Mapping[tuple[str, str], str | int | datetime]) -> None:
    """Fill in cells of a file, by page and place."""
    book = load_workbook(file)
    for (page, place), value in cells.items():
        book[page][place] = value
    book.save(file)
