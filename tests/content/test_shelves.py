"""What stands beside the guides: activities with their units, groups, safety lines, the demo."""

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.house import CONTENT, LIBRARY

UNITS = {
    "vneid_kich_hoat": "tài khoản",
    "vneid_khac": "lượt",
    "dvc_huong_dan": "lượt",
    "dvc_nop_ho_so": "hồ sơ",
    "can_cuoc_van_dong": "người",
    "tai_khoan_thanh_toan": "người",
    "an_sinh_tai_khoan": "người",
    "qr_ho_kinh_doanh": "hộ",
    "chu_ky_so": "người",
    "suc_khoe_bao_hiem": "lượt",
    "tmdt_gian_hang": "gian hàng",
    "app_cai_dat": "lượt",
    "ky_nang_so": "người",
    "an_toan_so": "lượt",
    "tuyen_truyen": "buổi",
    "phan_anh": "lượt",
}
WRITTEN = sorted(
    str(path.relative_to(CONTENT))
    for pattern in ("*.toml", "guides/*.md", "words/*/LC_MESSAGES/*.po")
    for path in CONTENT.glob(pattern)
)


def _tables(file: str, key: str) -> list[dict[str, Any]]:
    """Read a file past everything that is tested."""
    found: list[dict[str, Any]] = tomllib.loads((CONTENT / file).read_text("utf-8"))[key]
    return found


def test_there_are_exactly_sixteen_activities_each_in_its_own_unit() -> None:
    activities = LIBRARY.activities
    assert {one.id: one.unit.value for one in activities.values()} == UNITS
    # The order is that of the reports.
    assert list(activities) == list(UNITS)


def test_every_activity_of_the_file_is_on_the_shelf_under_its_own_id() -> None:
    activities = LIBRARY.activities
    written = {one["id"]: one["title"] for one in _tables("activities.toml", "activities")}
    assert {key: dict(one.title.by_language) for key, one in activities.items()} == written


@pytest.mark.parametrize(
    ("file", "key"),
    [("activities.toml", "activities"), ("groups.toml", "groups"), ("safety.toml", "safety")],
)
def test_no_id_and_no_title_stands_twice(file: str, key: str) -> None:
    tables = _tables(file, key)
    for part in ("id", "title", "vi", "en"):
        values = [str(table[part]) for table in tables if part in table]
        assert sorted(values) == sorted(set(values))


@pytest.mark.parametrize(
    ("file", "key"), [("activities.toml", "activities"), ("groups.toml", "groups")]
)
def test_titles_are_button_labels_of_at_most_30_signs(file: str, key: str) -> None:
    titles = [words for table in _tables(file, key) for words in table["title"].values()]
    assert [words for words in titles if not 3 <= len(words) <= 30] == []


def test_only_groups_that_hold_a_guide_are_offered() -> None:
    library = LIBRARY
    filled = {guide.group for guide in library.guides.values()}
    order = [one["id"] for one in _tables("groups.toml", "groups")]
    assert [group.id for group in library.groups] == [one for one in order if one in filled]


def test_guides_come_in_the_order_of_their_groups() -> None:
    library = LIBRARY
    order = [one["id"] for one in _tables("groups.toml", "groups")]
    places = [(order.index(guide.group), guide.id) for guide in library.guides.values()]
    assert places == sorted(places)


def test_every_safety_line_is_said_somewhere() -> None:
    used = {
        line
        for file in (CONTENT / "guides").glob("*.vi.md")
        for line in tomllib.loads(file.read_text("utf-8").split("+++")[1])["safety"]
    }
    assert used == {table["id"] for table in _tables("safety.toml", "safety")}


@pytest.mark.parametrize("file", WRITTEN)
def test_accents_are_composed_in_every_file(file: str) -> None:
    text = (CONTENT / file).read_text("utf-8")
    apart = [line for line in text.split("\n") if not unicodedata.is_normalized("NFC", line)]
    assert apart == []


@pytest.mark.parametrize("file", WRITTEN)
def test_no_file_hides_signs_that_nobody_sees(file: str) -> None:
    text = (CONTENT / file).read_text("utf-8")
    hidden = {sign for sign in text if unicodedata.category(sign) in {"Cf", "Cc", "Co"}} - {"\n"}
    assert hidden == set()
    assert Path(CONTENT / file).read_bytes().endswith(b"\n")
