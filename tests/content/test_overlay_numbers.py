"""A province's own indicators and a commune's own targets, laid over those of the project."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.indicators import Catalogue
from bot.domain.problems import Problem
from bot.library.indicators import catalogue
from bot.library.shelves import load
from tests.content.number_plants import TWICE
from tests.content.plants import UNREADABLE
from tests.content.rule_plants import UNKNOWN
from tests.house import CONTENT, LIBRARY

OWN = """decimals = 1

[[groups]]
id = "cua-tinh"
title.vi = "Chỉ tiêu của tỉnh"
title.en = "The province's own"

[[quantities]]
id = "nguoi_tu_16"
title.vi = "Người từ 16 tuổi"
title.en = "People aged 16 or older"
unit = "người"
origin = "figure"
floor = 16
giver = "cong-an"

[[quantities]]
id = "nguoi_app_tinh"
title.vi = "Người dùng ứng dụng của tỉnh"
title.en = "Users of the province's app"
unit = "người"
origin = "figure"
giver = "van-xa"
months = 3

[[indicators]]
id = "app_tinh_ty_le"
title.vi = "Tỷ lệ dân dùng ứng dụng của tỉnh"
title.en = "People who use the province's app"
group = "cua-tinh"
measure = "share"
numerator = "nguoi_app_tinh"
denominator = "dan_so"

[[indicators]]
id = "internet_nguoi_ty_le"
title.vi = "Tỷ lệ dân dùng Internet, theo tỉnh"
title.en = "Internet users, as the province counts"
group = "cua-tinh"
measure = "share"
numerator = "nguoi_dung_internet"
denominator = "dan_so"
"""
TARGET = """[[targets]]
indicator = "{indicator}"
value = {value}
by = 2027-12-31
document = "00/KH-UBND"
signed = 2026-11-20
"""
FLOOR = """[[floors]]
indicator = "bdhvs_xac_nhan_vneid_ty_le"
floor = {floor}
document = "00/KH-UBND"
signed = 2026-11-20
"""


def _laid(overlay: Path, **files: str) -> tuple[Catalogue, list[Problem]]:
    for name, text in files.items():
        (overlay / f"{name}.toml").write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    return catalogue(CONTENT, overlay, LIBRARY.activities, problems), problems


def test_a_province_adds_its_own_and_replaces_what_it_counts_otherwise(tmp_path: Path) -> None:
    found, problems = _laid(tmp_path, indicators=OWN)
    assert problems == []
    below = LIBRARY.catalogue
    assert (found.decimals, below.decimals) == (1, 2)
    assert list(found.groups) == [*below.groups, "cua-tinh"]
    assert list(found.indicators) == [*below.indicators, "app_tinh_ty_le"]
    assert found.indicators["internet_nguoi_ty_le"].title.of("vi").endswith("theo tỉnh")
    assert found.quantities["nguoi_app_tinh"].months == 3
    changed = {"internet_nguoi_ty_le"}
    assert {name for name, one in below.indicators.items() if found.indicators[name] != one} == (
        changed
    )
    assert found.version != below.version
    assert found.rules == below.rules


def test_a_communes_targets_replace_all_of_that_indicators(tmp_path: Path) -> None:
    both = TARGET.format(indicator="vneid_ty_le_kich_hoat", value=90)
    both += TARGET.format(indicator="vneid_ty_le_kich_hoat", value="92.5").replace("2027", "2028")
    found, problems = _laid(tmp_path, targets=both)
    assert problems == []
    mine = [one for one in found.targets if one.commune is None]
    assert [(one.value, one.by) for one in mine] == [
        (Decimal(90), date(2027, 12, 31)),
        (Decimal("92.5"), date(2028, 12, 31)),
    ]
    # Those of another commune, and the deadlines, are as they were.
    assert [one for one in found.targets if one.commune] == list(LIBRARY.catalogue.targets)
    assert found.deadlines == LIBRARY.catalogue.deadlines
    assert found.version == LIBRARY.catalogue.version
    named = both.replace("indicator =", 'commune = "Bình An (xã mẫu)"\nindicator =')
    replaced, problems = _laid(tmp_path, targets=named)
    assert problems == []
    assert [one.value for one in replaced.targets if one.indicator == "vneid_ty_le_kich_hoat"] == [
        Decimal(90), Decimal("92.5"),
    ]  # fmt: skip


def test_a_commune_counts_from_its_own_age(tmp_path: Path) -> None:
    found, problems = _laid(tmp_path, targets=FLOOR.format(floor=18))
    assert problems == []
    indicator = found.indicators["bdhvs_xac_nhan_vneid_ty_le"]
    assert (indicator.floor, indicator.denominator) == (18, "nguoi_tu_18")
    assert found.quantities[indicator.numerator].floor == 18
    assert found.version != LIBRARY.catalogue.version
    with_own, problems = _laid(tmp_path, indicators=OWN, targets=FLOOR.format(floor=16))
    assert problems == []
    assert with_own.indicators[indicator.id].denominator == "nguoi_tu_16"


def test_the_age_that_is_there_already_changes_nothing(tmp_path: Path) -> None:
    found, problems = _laid(tmp_path, targets=FLOOR.format(floor=15))
    assert problems == []
    assert found.version == LIBRARY.catalogue.version


def test_a_deadline_of_ones_own_takes_the_place_of_the_one_below(tmp_path: Path) -> None:
    own = '[[deadlines]]\nkind = "{kind}"\ndays = 3\ndocument = "00/CV"\n'
    both = own.format(kind="month") + own.format(kind="week")
    found, problems = _laid(tmp_path, targets=both)
    assert problems == []
    assert {one.kind: one.days for one in found.deadlines} == {
        "month": 3, "quarter": 1, "half": 1, "nine_months": 1, "year": 1, "week": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "said"),
    [
        ("indicators", 'denominator = "dan_so"', 'denominator = "so_ho"', 33,
         "“{above}” is no share of “{below}”: the units are unlike."),
        ("indicators", "[[groups]]", "[[group]]", 3, UNKNOWN),
        ("indicators", 'id = "app_tinh_ty_le"', 'id = "internet_nguoi_ty_le"', 36, TWICE),
        ("targets", "nguoi", "nguoi_", 2, "There is no indicator “{id}”."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_in_the_file_of_the_overlay(
    tmp_path: Path, name: str, old: str, new: str, line: int, said: str
) -> None:
    texts = {"indicators": OWN, "targets": TARGET.format(indicator="internet_nguoi_ty_le", value=1)}
    assert old in texts[name]
    __, problems = _laid(tmp_path, **{name: texts[name].replace(old, new, 1)})
    label = str(tmp_path / f"{name}.toml")
    assert (label, line, said) in [(one.file, one.line, one.text.message) for one in problems]
    assert {one.file for one in problems} == {label}


def test_both_files_are_allowed_in_the_folder_and_read_with_the_rest(tmp_path: Path) -> None:
    (tmp_path / "indicators.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "targets.toml").write_bytes(b"\xff")
    library, problems = load(CONTENT, tmp_path)
    assert "app_tinh_ty_le" in library.catalogue.indicators
    assert [(one.file, one.line, one.text.message) for one in problems] == [
        (str(tmp_path / "targets.toml"), 0, UNREADABLE)
    ]
