"""The catalogue as shipped: whole, every id where reports expect it, and nothing that cannot be."""

import shutil
import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.domain.findings import Kind
from bot.domain.indicators import Catalogue, Measure
from bot.domain.quantities import Counts, Origin
from bot.domain.survey_questions import QUESTIONS
from bot.library.indicators import catalogue
from tests.house import CONTENT, LIBRARY

CATALOGUE = LIBRARY.catalogue
INDICATORS, QUANTITIES, RULES = CATALOGUE.indicators, CATALOGUE.quantities, CATALOGUE.rules
TEAMS = """
    to_cnscd_so_to to_cnscd_so_thanh_vien to_cnscd_ty_le_thon_co_to to_cnscd_ty_le_tap_huan
    to_cnscd_tv_hoat_dong to_cnscd_buoi_tuyen_truyen to_cnscd_luot_du_tuyen_truyen
"""
HELP = """
    ho_tro_luot ho_tro_nguoi ho_tro_ho dvctt_huong_dan_luot dvctt_huong_dan_nguoi dvctt_ho_so_nop
    vneid_kich_hoat_ho_tro vneid_ho_tro_khac chu_ky_so_ho_tro tktt_mo_ho_tro asxh_tk_ho_tro qr_ho_kd
    tmdt_gian_hang app_cai_dat bhyt_hssk_ho_tro ky_nang_so_luot ky_nang_so_nguoi_hoan_thanh
    an_toan_so_luot phan_anh_tiep_nhan
"""
RATES = """
    cccd_ty_le_cap vneid_ty_le_cap vneid_ty_le_kich_hoat vneid_kich_hoat_tren_cap
    vneid_kich_hoat_tren_the dt_thong_minh_ty_le tktt_ty_le chu_ky_so_ty_le dvctt_dan_so_ty_le
    ky_nang_so_lao_dong_ty_le ky_nang_so_truong_thanh_ty_le bdhvs_xac_nhan_vneid_ty_le
    caquang_ho_ty_le caquang_phu_ho_ty_le internet_nguoi_ty_le bang_rong_co_dinh_100dan
    bang_rong_di_dong_100dan ntm_thue_bao_dttm_ldo asxh_khong_tien_mat_ty_le hssk_dien_tu_ty_le
    tu_van_sk_truc_tuyen_ty_le bao_ve_mang_ty_le tk_thanh_toan_dien_tu_749
    hkd_hoa_don_dien_tu_ty_le gia_dinh_so_ty_le phan_anh_dung_han_ty_le
"""
OFFICE = """
    hs_truc_tuyen_ty_le hs_dung_han_ty_le hs_so_hoa_tiep_nhan_ty_le hs_so_hoa_ket_qua_ty_le
    thanh_toan_truc_tuyen_ty_le tthc_toan_trinh_ty_le hai_long_ty_le vb_ky_so_ty_le
"""
# Numerator over denominator, as reports must have it: (id, units, ages).
MADE = [
    ("caquang_ho_ty_le", "ho_cap_quang", "so_ho"),
    ("vneid_ty_le_cap", "dinh_danh_duyet", "nguoi_tu_14"),
    ("vneid_ty_le_kich_hoat", "dinh_danh_kich_hoat", "nguoi_tu_14"),
    ("vneid_kich_hoat_tren_cap", "dinh_danh_kich_hoat", "dinh_danh_duyet"),
    ("vneid_kich_hoat_tren_the", "dinh_danh_kich_hoat", "the_tu_14"),
    ("internet_nguoi_ty_le", "nguoi_dung_internet", "dan_so"),
    ("hs_truc_tuyen_ty_le", "hs_truc_tuyen", "hs_tiep_nhan"),
    ("hs_dung_han_ty_le", "hs_khong_tre", "hs_giai_quyet"),
    ("vb_ky_so_ty_le", "vb_di_ky_so", "vb_di"),
]


def _read(folder: Path, overlay: Path | None = None) -> tuple[Catalogue, list[str]]:
    problems: list[Any] = []
    found = catalogue(folder, overlay, LIBRARY.activities, problems)
    return found, [f"{one.file}:{one.line} {one.text.message}" for one in problems]


def test_every_indicator_that_reports_ask_for_is_declared() -> None:
    wanted = f"{TEAMS} {HELP} {RATES} {OFFICE}".split()
    assert [one for one in wanted if one not in INDICATORS] == []
    assert len(set(wanted)) == len(wanted) == 60


@pytest.mark.parametrize(("name", "above", "below"), MADE)
def test_a_rate_is_made_of_what_its_name_says(name: str, above: str, below: str) -> None:
    assert (INDICATORS[name].numerator, INDICATORS[name].denominator) == (above, below)


def test_what_the_teams_did_is_counted_and_never_a_rate() -> None:
    assert {INDICATORS[one].measure for one in HELP.split()} == {Measure.COUNT}
    units = {one: QUANTITIES[INDICATORS[one].numerator].unit.value for one in HELP.split()}
    assert units["ho_tro_luot"] == units["dvctt_huong_dan_luot"] == "lượt"
    assert units["ho_tro_nguoi"] == units["dvctt_huong_dan_nguoi"] == "người"
    assert units["ho_tro_ho"] == "hộ"
    assert units["vneid_kich_hoat_ho_tro"] == "tài khoản"
    assert units["phan_anh_tiep_nhan"] == "phản ánh"
    flows = {one: QUANTITIES[INDICATORS[one].numerator].flow for one in HELP.split()}
    assert [one for one, flow in flows.items() if not flow] == []


def test_people_are_estimated_and_never_added_up_from_times() -> None:
    people = {one.id for one in QUANTITIES.values() if one.counts is Counts.PEOPLE}
    assert people == {"ho_tro_nguoi", "dvctt_huong_dan_nguoi"}


def test_every_activity_is_help_or_a_session() -> None:
    counted = {
        activity
        for one in QUANTITIES.values()
        if one.origin is Origin.EVENTS
        for activity in one.of
    }
    assert counted == set(LIBRARY.activities)
    assert set(QUANTITIES["ho_tro_luot"].of) == set(LIBRARY.activities) - {"tuyen_truyen"}


def test_every_question_of_the_survey_has_its_rate() -> None:
    asked = {
        QUANTITIES[one.numerator].of[0]: one.id
        for one in INDICATORS.values()
        if one.denominator and QUANTITIES[one.numerator].origin is Origin.SURVEY
    }
    assert set(asked) == {one.id for one in QUESTIONS if one.among or not one.floor}
    for question in QUESTIONS:
        for name in question.indicators:
            assert asked[question.id] in {name, f"{name}_khao_sat"}
            assert name in INDICATORS


def test_activation_is_also_told_of_one_base_and_of_the_survey() -> None:
    (ladder,) = CATALOGUE.ladders
    assert ladder.bases == ("nguoi_tu_14", "the_tu_14")
    assert ladder.rungs == ("the_tu_14", "dinh_danh_duyet", "dinh_danh_kich_hoat")
    assert INDICATORS["vneid_ty_le_kich_hoat_khao_sat"].floor == 14


def test_every_kind_of_rule_is_looked_at() -> None:
    assert {one.kind for one in RULES.values()} == set(Kind)
    parts = {(one.left, one.right) for one in RULES.values() if one.kind is Kind.PARTS}
    assert (("vb_den_ky_so", "vb_den_khong_ky_so"), ("vb_den",)) in parts
    assert RULES["nguoi_moi_ho"].low == Decimal(2)
    assert RULES["nguoi_moi_ho"].high == Decimal(7)
    assert RULES["hs_theo_cach_nop"].optional == {"hs_buu_chinh", "hs_ky_truoc"}


def test_every_quantity_is_used_or_can_be_given() -> None:
    used = {one.numerator for one in INDICATORS.values()}
    used |= {one.denominator for one in INDICATORS.values() if one.denominator}
    used |= {name for one in RULES.values() for name in (*one.left, *one.right)}
    used |= {name for one in QUANTITIES.values() if one.origin is Origin.SUM for name in one.of}
    idle = {one.id for one in QUANTITIES.values() if one.id not in used}
    assert {QUANTITIES[one].origin for one in idle} <= {
        Origin.FIGURE, Origin.REGISTER, Origin.SUM,
    }  # fmt: skip


def test_nothing_of_the_whole_country_is_a_commune_s_target() -> None:
    assert {one.commune for one in CATALOGUE.targets} == {"Bình An (xã mẫu)"}
    assert all("mẫu" in one.document and one.signed for one in CATALOGUE.targets)
    national = [target for one in INDICATORS.values() for target in one.national]
    assert {one.commune for one in national} == {None}
    assert Counter(one.sure for one in national)[True] > 5
    smartphone = INDICATORS["dt_thong_minh_ty_le"].national
    assert [(one.value, one.by.year, one.above, one.sure) for one in smartphone] == [
        (Decimal(80), 2025, False, True),
        (Decimal(95), 2030, False, True),
    ]
    signature = INDICATORS["chu_ky_so_ty_le"].national[1]
    assert (signature.value, signature.above, signature.sure) == (Decimal(70), True, False)


def test_deadlines_are_a_day_after_the_end_and_weeks_have_none() -> None:
    assert {one.kind: one.days for one in CATALOGUE.deadlines} == dict.fromkeys(
        ("month", "quarter", "half", "nine_months", "year"), 1
    )


@pytest.mark.parametrize(
    ("file", "key"),
    [("indicators.toml", key) for key in ("groups", "quantities", "indicators", "ladders")],
)
def test_no_title_stands_twice(file: str, key: str) -> None:
    tables = tomllib.loads((CONTENT / file).read_text("utf-8"))[key]
    for language in ("vi", "en"):
        titles = Counter(table["title"][language] for table in tables)
        assert [title for title, times in titles.items() if times > 1] == []


def test_figures_of_the_demo_are_quantities_in_their_own_units() -> None:
    given = tomllib.loads((CONTENT / "demo.toml").read_text("utf-8"))["figures"]
    for one in given:
        declared = QUANTITIES[one["name"]]
        assert (declared.unit.value, declared.flow, declared.origin) == (
            one["unit"], one.get("flow", False), Origin.FIGURE,
        )  # fmt: skip
    assert len({one["name"] for one in given}) == len(given) == 21


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("# Digits behind", "# How many digits behind", True),
        ('unit = "lượt"\norigin = "events"\n', 'origin = "events"\nunit = "lượt"\n', True),
        ("decimals = 2", "decimals = 1", False),
        ("low = 2\n", "low = 3\n", False),
        ("value = 80, by = 2025-12-31", "value = 81, by = 2025-12-31", False),
        ('title.en = "Digital society"', 'title.en = "A digital society"', False),
    ],
)
def test_the_version_changes_with_every_declaration_and_nothing_else(
    tmp_path: Path, old: str, new: str, *, same: bool
) -> None:
    for name in ("indicators.toml", "targets.toml"):
        shutil.copy(CONTENT / name, tmp_path / name)
    text = (CONTENT / "indicators.toml").read_text("utf-8")
    assert old in text
    (tmp_path / "indicators.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    found, problems = _read(tmp_path)
    assert problems == []
    assert len(CATALOGUE.version) == 12
    assert (found.version == CATALOGUE.version) is same


def test_a_target_changes_no_version(tmp_path: Path) -> None:
    shutil.copy(CONTENT / "indicators.toml", tmp_path / "indicators.toml")
    text = (CONTENT / "targets.toml").read_text("utf-8")
    (tmp_path / "targets.toml").write_text(text.replace("value = 95", "value = 96"), "utf-8")
    found, problems = _read(tmp_path)
    assert problems == []
    assert found.version == CATALOGUE.version
    assert {one.value for one in found.targets} >= {Decimal(96)}


def test_a_circle_of_sums_is_named_once_from_where_it_begins(tmp_path: Path) -> None:
    shutil.copy(CONTENT / "targets.toml", tmp_path / "targets.toml")
    text = (CONTENT / "indicators.toml").read_text("utf-8")
    text = text.replace('of = ["btxh_huong", "ncc_huong"]', 'of = ["asxh_qua_tai_khoan"]')
    text = text.replace(
        'of = ["btxh_qua_tai_khoan", "ncc_qua_tai_khoan"]', 'of = ["asxh_huong", "ncc_huong"]'
    )
    (tmp_path / "indicators.toml").write_text(text, encoding="utf-8")
    problems: list[Any] = []
    catalogue(tmp_path, None, LIBRARY.activities, problems)
    assert [one.text.values["circle"] for one in problems] == [
        "asxh_huong → asxh_qua_tai_khoan → asxh_huong"
    ]
