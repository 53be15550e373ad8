"""Which quantities the rows of five real reports are, so that each can be given as figures.

The numbers themselves stand beside the repository and are not part of it.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from bot.domain.claims import printed
from tests.words import ROOT

_SHARED = Path(os.environ.get("TOSO_SHARED", ROOT.parent / "shared"))
FACTS = _SHARED / "facts" / "indicators.md"

# What each report is about; years written as windows are those of its columns.
_YEARS = {
    2016: "2016-01-01..2016-12-31",
    2017: "2017-01-01..2017-12-31",
    2018: "2018-01-01..2018-12-31",
    2019: "2019-01-01..2019-03-12",
}
PERIODS = {
    "T000": "2023-12-15..2024-10-31",
    "T001": "2023",
    "T002": "2024",
    "T003": "2025-Q3",
    "T004": _YEARS[2019],
}


@dataclass(frozen=True, slots=True)
class Rate:
    """A row that is a rate: which indicator says it; `of`: rows that its two sums are made of."""

    indicator: str
    numerator: str = ""
    denominator: str = ""
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """A row of parts and their whole; `breaks`: the rule that finds them not to fit.

    `windows`: the parts are those of one quantity in years, and the whole is theirs together.
    `more`: what else is the same whole. A part without a name is no quantity: it is a zero.
    """

    parts: tuple[str, ...]
    whole: str
    breaks: str | None = None
    windows: tuple[int, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """A row of plain numbers: which quantities they are, one after the other."""

    quantities: tuple[str, ...]


ROWS: dict[str, Rate | Sum | Counts] = {
    "T000-03": Rate("hs_truoc_han_ty_le", "hs_truoc_han", "hs_giai_quyet"),
    "T000-04": Rate("hs_truc_tuyen_ty_le", "hs_truc_tuyen", "hs_tiep_nhan"),
    "T000-05": Rate("hs_buu_chinh_ty_le", "hs_buu_chinh", "hs_tiep_nhan"),
    "T001-03": Rate("vb_ky_so_ty_le", "vb_di_ky_so", "vb_di"),
    "T001-04": Rate("hs_cong_viec_dien_tu_ty_le", "hs_cong_viec_dien_tu", "hs_cong_viec"),
    "T001-06": Rate("hs_truc_tuyen_ty_le", "hs_truc_tuyen", "hs_tiep_nhan"),
    "T001-14": Rate("hs_truc_tuyen_ty_le", "hs_truc_tuyen", "hs_tiep_nhan"),
    "T001-07": Rate("hs_truc_tiep_ty_le", "hs_truc_tiep", "hs_tiep_nhan"),
    "T001-08": Rate("hs_truoc_han_ty_le", "hs_truoc_han", "hs_giai_quyet"),
    "T001-09": Rate("hs_vua_dung_han_ty_le", "hs_dung_han", "hs_giai_quyet"),
    "T001-10": Rate("hs_qua_han_ty_le", "hs_qua_han", "hs_giai_quyet"),
    "T002-03": Rate("can_cuoc_duoi_14_ty_le", "the_duoi_14", "nguoi_duoi_14"),
    "T002-04": Rate("vneid_cap_tren_the", "dinh_danh_duyet", "the_tu_14"),
    "T002-05": Rate("vneid_kich_hoat_tren_cap", "dinh_danh_kich_hoat", "dinh_danh_duyet"),
    "T002-05b": Rate("vneid_kich_hoat_tren_the", "dinh_danh_kich_hoat", "the_tu_14"),
    "T002-11": Rate("lao_dong_cap_nhat_ty_le", "lao_dong_cap_nhat", "nguoi_lao_dong"),
    "T002-12": Rate("asxh_btxh_ty_le", "btxh_qua_tai_khoan", "btxh_huong"),
    "T002-13": Rate("asxh_ncc_ty_le", "ncc_qua_tai_khoan", "ncc_huong"),
    "T002-14": Rate("asxh_khong_tien_mat_ty_le", of=("T002-12", "T002-13")),
    "T002-20": Rate("internet_nguoi_ty_le", "nguoi_dung_internet", "dan_so"),
    # Households over people: two figures, and no indicator that could set one over the other.
    "T002-22": Rate("caquang_ho_ty_le", "ho_cap_quang", "dan_so"),
    # Subscriptions are no share of people: so many per hundred of them.
    "T002-21": Rate("bang_rong_co_dinh_100dan", "thue_bao_co_dinh", "dan_so"),
    # People with a certificate, and cards issued: not what the rate is out of.
    "T002-06": Rate("chung_thu_so_ty_le", "chung_thu_so_nguoi_dan", "the_tu_14"),
    "T002-25": Rate("buu_chinh_bang_rong_ty_le", "diem_buu_chinh_bang_rong", "diem_buu_chinh"),
    "T002-32": Rate("hs_so_hoa_tiep_nhan_ty_le", "hs_so_hoa_tiep_nhan", "hs_tiep_nhan"),
    "T002-33": Rate("hs_so_hoa_ket_qua_ty_le", "hs_so_hoa_ket_qua", "hs_giai_quyet"),
    "T002-34": Rate("tthc_mot_cua_ty_le", "tthc_mot_cua", "tthc_tat_ca"),
    "T002-35": Rate("tthc_lien_thong_ty_le", "tthc_da_lien_thong", "tthc_lien_thong"),
    "T003-03": Rate("hs_truc_tuyen_ty_le", "hs_truc_tuyen", "hs_tiep_nhan"),
    "T004-01": Rate("may_tinh_can_bo_100", "may_tinh_can_bo", "can_bo"),
    "T004-02": Rate(
        "may_tinh_khong_chuyen_trach_100", "may_tinh_khong_chuyen_trach", "khong_chuyen_trach"
    ),
    "T004-03": Rate("can_bo_tap_huan_cntt_ty_le", "can_bo_tap_huan_cntt", "can_bo"),
    "T004-04": Rate("can_bo_dung_qlvb_ty_le", "can_bo_dung_qlvb", "can_bo"),
    "T004-07": Rate("vb_ky_so_ty_le", "vb_di_ky_so", "vb_di"),
    "T004-08": Rate("hop_thu_ty_le", "hop_thu", "can_bo"),
    "T004-10": Rate("hs_qua_phan_mem_ty_le", "hs_qua_phan_mem", "hs_tiep_nhan"),
    "T004-11": Rate("hs_khao_sat_may_ty_le", "hs_khao_sat_may", "hs_tiep_nhan"),
    "T004-12": Rate("can_bo_dung_qlcb_ty_le", "can_bo_dung_qlcb", "can_bo"),
    "T004-14": Rate("hs_lien_thong_ty_le", "hs_lien_thong", "hs_tiep_nhan"),
    "T004-15": Rate("may_tinh_cpnet_ty_le", "may_tinh_cpnet", "may_tinh_can_bo"),
    "T000-01": Sum(("hs_truc_tuyen", "hs_truc_tiep", "hs_ky_truoc"), "hs_tiep_nhan"),
    "T000-02": Sum(("hs_truoc_han", "hs_qua_han"), "hs_giai_quyet"),
    "T001-05": Sum(("hs_dvc_truc_tuyen", "hs_lien_thong"), "hs_giai_quyet", more=("hs_tiep_nhan",)),
    "T001-11": Sum(
        ("hs_truoc_han", "hs_dung_han", "hs_dang_giai_quyet", "hs_qua_han", ""),
        "hs_giai_quyet",
        more=("hs_tiep_nhan",),
    ),
    "T001-12": Sum(
        (
            *("hs_lv_bao_tro", "hs_lv_nguoi_co_cong", "hs_lv_ho_tich", "hs_lv_chung_thuc"),
            *("hs_lv_khai_sinh", "hs_lv_van_hoa", "hs_lv_ton_giao"),
        ),
        "hs_tiep_nhan",
    ),
    "T002-07": Sum(("chung_thu_so_nguoi_dan", "chung_thu_so_can_bo"), "chung_thu_so_ca_hai"),
    "T002-17": Sum(("dvc_thiet_yeu_06", "dvc_thiet_yeu_422"), "dvc_thiet_yeu"),
    "T002-30": Sum(("vb_den_ky_so", "vb_den_khong_ky_so"), "vb_den", "vb_den_theo_chu_ky"),
    "T002-31": Sum(("vb_di_ky_so", "vb_di_khong_ky_so"), "vb_di"),
    "T002-36": Sum(("phieu_rat_hai_long", "phieu_hai_long"), "phieu_danh_gia"),
    "T002-37": Sum(("kinh_phi_internet", "kinh_phi_phan_mem"), "kinh_phi"),
    "T002-pop": Sum(("the_tu_14", "nguoi_duoi_14"), "dan_so", "the_va_tre_em"),
    "T003-10": Sum(("tthc_mot_phan", "tthc_toan_trinh"), "tthc_truc_tuyen"),
    "T003-11": Sum(("hs_truc_tuyen", "hs_truc_tiep", "hs_buu_chinh"), "hs_tiep_nhan"),
    "T003-12": Sum(("hs_truoc_han", "hs_qua_han"), "hs_giai_quyet"),
    "T003-13": Sum(("hs_giai_quyet", "hs_dang_giai_quyet"), "hs_tiep_nhan", "hs_theo_tien_do"),
    "T004-05": Sum((), "vb_den", windows=(2016, 2017, 2018, 2019)),
    "T004-06": Sum((), "vb_di", windows=(2017, 2018, 2019)),
    "T004-13": Sum(("tthc_thong_tin", "tthc_mot_phan"), "tthc_tat_ca"),
    "T000-10": Counts(("hs_lien_thong", "hs_chung_thuc_dien_tu")),
    "T000-11": Counts(("vb_di", "vb_den")),
    "T002-02": Counts(("the_tu_14",)),
    "T002-15": Counts(("ngheo_cap_nhat",)),
    "T002-16": Counts(("than_nhan_liet_si_adn",)),
    "T002-38": Counts(("may_tram_diet_vi_rut", "may_tram_bkav", "may_tram")),
    "T002-40": Counts(("tin_bai", "buoi_phat_thanh")),
}
# Rows that the roster tells: villages or teams, and members.
TEAMS = {"T001": ("T001-01", "T001-02"), "T003": ("T003-01", "T003-02")}
# Rows with a number of which no figure can be made.
ELSEWHERE = {
    "T000-06": "the 70 of T000-01 and T000-05 again; found when all of the report is given",
    "T000-13": "“more than 80”: not counted",
    "T002-39": "the 18 of T002-07 again; how many officials there are is not said",
}
# What is found when everything of a report is given: rules and the quantities they are about.
FOUND = {
    # The same 70 dossiers are told of as handed in at the office and as sent by post.
    # 1711 were received, 1709 resolved, and nothing is said of the other two.
    "T000": {("hs_theo_cach_nop", "hs_tiep_nhan"), ("hs_theo_tien_do", "hs_tiep_nhan")},
    "T001": set(),
    # Of 265 dossiers 260 had a result.
    "T002": {
        *(("vb_den_theo_chu_ky", "vb_den"), ("the_va_tre_em", "dan_so")),
        ("hs_theo_tien_do", "hs_tiep_nhan"),
    },
    "T003": {("hs_theo_tien_do", "hs_tiep_nhan")},
    # 22 officials and then 14; 22 computers of theirs and then 13.
    "T004": {("hai_so_khac_nhau", "can_bo"), ("hai_so_khac_nhau", "may_tinh_can_bo")},
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it stands in the table: numerator or parts, denominator or whole, what it is."""

    id: str
    left: tuple[Decimal, ...]
    right: Decimal
    recomputed: Decimal
    verdict: str


def windows(row: Sum) -> tuple[tuple[int, str], ...]:
    """Return the years of a row with their windows."""
    return tuple((year, _YEARS[year]) for year in row.windows)


def together(row: Sum) -> str:
    """Return the window that a row's years are together."""
    first, last = _YEARS[row.windows[0]], _YEARS[row.windows[-1]]
    return f"{first.partition('..')[0]}..{last.partition('..')[2]}"


def lines() -> dict[str, Line]:
    """Return every row that is written for machines, and of the others those that are rates."""
    if not FACTS.exists():
        return {}
    text = FACTS.read_text(encoding="utf-8")
    table = text.partition("## APPENDIX A")[2].partition("```csv")[2].partition("```")[0]
    found = {one.id: one for one in map(_line, table.strip().splitlines())}
    written = {one.id: one for one in _written(text) if one.id in ROWS}
    return written | found


def _line(row: str) -> Line:
    name, _kind, left, right, _said, recomputed, _units, verdict = row.split(";")
    parts = tuple(printed(part).value for part in left.split("+"))
    return Line(name, parts, printed(right).value, printed(recomputed).value, verdict)


# A row of the tables for people: id, section, title, numerator, denominator, printed, recomputed.
_WRITTEN = re.compile(
    r"^\| (T\d{3}-\d{2}) \|[^|]*\|[^|]*\|([^|]*)\|([^|]*)\|[^|]*\|([^|]*)\|", re.MULTILINE
)
# Where a table has no denominator, what stands under "recomputed" may name one: "676/3833 = 17,64".
_NAMED = re.compile(r"(\d+)/(\d+) = ([\d,]+)")


def numbered() -> dict[str, tuple[Decimal, ...]]:
    """Return for each row of the tables for people the numbers that it counts, where it has any."""
    tables = FACTS.read_text(encoding="utf-8").partition("### 1.3")[0]
    rows = ((name, f"{over};{under}") for name, over, under, __ in _WRITTEN.findall(tables))
    return {name: found for name, cells in rows if (found := _numbers(cells))}


def _numbers(cells: str) -> tuple[Decimal, ...]:
    """Return the number that each part of a row begins with, as in "8; 20 × 4/tuần"."""
    starts = (re.match(r"[\D]*([\d.]+)", part) for part in re.split(r";| / ", cells))
    return tuple(printed(start[1]).value for start in starts if start)


def _written(text: str) -> Iterator[Line]:
    for name, over, under, recomputed in _WRITTEN.findall(text):
        row = ROWS.get(name)
        if isinstance(row, Counts):
            yield Line(name, _numbers(f"{over};{under}"), Decimal(0), Decimal(0), "")
        elif isinstance(row, Rate) and (named := _NAMED.search(recomputed)):
            top, base, value = (printed(one).value for one in named.groups())
            yield Line(name, (top,), base, value, "")
        elif isinstance(row, Rate) and (exact := re.match(r" ([\d.,]+)", recomputed)):
            sides = [_numbers(side) for side in (over, under)]
            if all(sides):
                yield Line(name, sides[0], sides[1][0], printed(exact[1]).value, "")
