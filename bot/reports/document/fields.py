"""The fields that a template can name; docs/templates.md says them to whoever makes one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Leaf(StrEnum):
    """What a field is at its end."""

    WORDS = "words"  # is written where it is named
    FLAG = "flag"  # is asked for: {% if … %}


@dataclass(frozen=True, slots=True)
class Rows:
    """A list; every row has the same fields."""

    of: "Shape"


Shape: TypeAlias = "Leaf | Rows | Mapping[str, Shape]"


def _words(names: str) -> dict[str, "Shape"]:
    return dict.fromkeys(names.split(), Leaf.WORDS)


def _flags(names: str) -> dict[str, "Shape"]:
    return dict.fromkeys(names.split(), Leaf.FLAG)


DEED: Shape = _words("ten don_vi so chu ky_truoc tang_giam so_sanh theo_thon")
RATE: Shape = _words(
    "ten ket_qua tu_so mau_so don_vi nguon da_hoi cau muc_tieu"
) | _flags("co_muc_tieu co_so")  # fmt: skip
_GROUP: Shape = {
    **_words("ma ten thieu ten_thieu"),
    "chi_tieu": Rows(RATE),
    "co_so": Rows(RATE),
}
_TEAMS: Shape = _words(
    "tong co_viec ten_co_viec khong_viec ten_khong_viec chua_bao ten_chua_bao"
) | _flags("co_to_khong_viec co_to_chua_bao")  # fmt: skip
FIELDS: Mapping[str, Shape] = {
    **_words(
        "loai_xa loai_xa_hoa ten_xa ten_xa_hoa ten_day_du dia_danh ky tu_ngay den_ngay "
        "dia_ban_ngay tinh_den_ngay ngay_chot ma_so_lieu ban_chi_tieu nguoi_duoc_giup chua_xong"
    ),
    **_flags("theo_nd09 ky_chua_het la_ban_nhap la_xa_mau da_co_bao_cao"),
    "to": _TEAMS,
    "bao_cao_to": Rows(_words("ten co_viec khong_viec chua_bao")),
    "cac_viec": Rows(DEED),
    "dieu_chinh": Rows(_words("noi_dung")),
    "cac_nhom": Rows(_GROUP),
    "vuong_mac": Rows(_words("ten so chu")),
    "can_kiem_tra": Rows(_words("noi_dung")),
    "da_giai_trinh": Rows(_words("noi_dung")),
}


def fields(activities: Iterable[str], indicators: Iterable[str]) -> Mapping[str, Shape]:
    """Return all fields, with one for each activity and each indicator."""
    return {
        **FIELDS,
        "viec": dict.fromkeys(activities, DEED),
        "chi_tieu": dict.fromkeys(indicators, RATE),
    }


def sample(shape: "Shape", *, flag: bool) -> object:
    """Return something of a shape: each list with one row, each flag as it is asked for."""
    match shape:
        case Leaf.WORDS:
            return "0"
        case Leaf.FLAG:
            return flag
        case Rows(of):
            return [sample(of, flag=flag)]
        case _:
            return {name: sample(one, flag=flag) for name, one in shape.items()}
