"""`toso report`: a period as a file, whole or not at all, the same for ever once it is closed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.forms import FORMS
from tests.commands.conftest import Toso, change
from tests.commands.test_closed import LAST, close
from tests.house import NOW

# Help of a day that was closed, which came after the closing.
LATER = (
    "INSERT INTO facts (code, kind, at, member_id, commune_id, village_id, team_id, day, activity,"
    " count) SELECT 'Z' || id, kind, at, member_id, commune_id, village_id, team_id, day, activity,"
    " 100 FROM facts WHERE kind = 'AssistanceGiven' AND day BETWEEN '2026-11-02' AND '2026-11-15'"
)
FORM_NAMES = [form.value for form in FORMS]


def report(toso: Toso, commune: Path, file: object, *more: object, form: str = "text") -> str:
    """Write a file; return what was printed."""
    ran = toso("report", "--period", LAST.id, "--as", form, "-o", file, "--db", commune, *more)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_the_forms_that_are_offered_are_those_of_the_chat() -> None:
    assert {"text"} <= set(FORM_NAMES) <= {"xlsx", "docx", "png", "text"}
    assert {form.value for form in FORMS} == {"xlsx", "docx", "png", "text"}


@pytest.mark.parametrize("form", FORM_NAMES)
def test_a_closed_period_is_the_same_file_for_ever(
    toso: Toso,
    commune: Path,
    tmp_path: Path,
    form: str,
    set_clock: Callable[[datetime], None],
) -> None:
    set_clock(NOW)
    close(commune, LAST)
    report(toso, commune, "first", form=form)
    change(commune, LATER)
    assert "100 tài khoản" not in report(toso, commune, "-")
    change(commune, "UPDATE figures SET value = value * 2")
    set_clock(NOW + timedelta(days=40, hours=3))
    report(toso, commune, "second", form=form)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_text_names_whose_figures_of_which_days_and_how_far_they_are(
    toso: Toso, commune: Path, tmp_path: Path
) -> None:
    report(toso, commune, "a.txt")
    said = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert said.startswith("Xã dùng thử, số liệu không có thật. Bình An (xã mẫu), Tuần 46")
    assert "(09/11/2026 – 15/11/2026)" in said
    assert said.count("\n") == 1
    assert report(toso, commune, "-") == said
    close(commune, LAST)
    assert "ã chốt ngày 21/11/2026, mã số liệu " in report(toso, commune, "-")


def test_the_language_is_that_of_the_command_line(toso: Toso, commune: Path) -> None:
    ran = toso(
        "report", "--period", LAST.id, "--as", "text", "-o", "-", "--db", commune, language="en"
    )
    assert "These figures are a draft, not closed yet." in ran.out


def test_nothing_is_replaced_unless_it_is_asked_for(
    toso: Toso, commune: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("của người khác", encoding="utf-8")
    ran = toso("report", "--period", LAST.id, "--as", "text", "-o", file, "--db", commune)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("toso: [TS-63] ")
    assert file.read_text(encoding="utf-8") == "của người khác"
    assert report(toso, commune, file, "--force").startswith("Đã ghi tệp: ")
    assert file.read_text(encoding="utf-8").startswith("Xã dùng thử")
    # Nothing else is left behind.
    assert {one.name for one in tmp_path.iterdir()} == {"a.txt", commune.name}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--period", "2026-W99", "--as", "text", "-o", "a.txt"), "TS-44"),
        (("--period", "1899", "--as", "text", "-o", "a.txt"), "TS-44"),
        (("--period", LAST.id, "--as", "text", "-o", "nowhere/a.txt"), "TS-64"),
        (("--period", LAST.id, "--as", "text", "-o", "commune.db/a.txt"), "TS-64"),
        (("--period", LAST.id, "--as", "text", "-o", "a.txt", "--commune", "Xã Lạ"), "TS-41"),
    ],
)
def test_what_cannot_be_done_is_refused_and_leaves_nothing(
    toso: Toso, commune: Path, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    ran = toso("report", *words, "--db", commune)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"toso: [{code}] ")
    assert {one.name for one in tmp_path.iterdir()} == {commune.name}


@pytest.mark.parametrize("form", [one for one in FORM_NAMES if one != "text"])
def test_only_text_is_printed(toso: Toso, commune: Path, form: str) -> None:
    ran = toso("report", "--period", LAST.id, "--as", form, "-o", "-", "--db", commune)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("toso: [TS-66] ")


def test_a_form_that_nobody_makes_is_wrong_usage(toso: Toso, commune: Path) -> None:
    ran = toso("report", "--period", LAST.id, "--as", "pptx", "-o", "a", "--db", commune)
    assert (ran.code, ran.out) == (2, "")


def test_a_damaged_sheet_is_no_file(toso: Toso, commune: Path, tmp_path: Path) -> None:
    close(commune, LAST)
    change(commune, "UPDATE closings SET sheet = replace(sheet, 'An Bình', 'An Bính')")
    ran = toso("report", "--period", LAST.id, "--as", "text", "-o", "a.txt", "--db", commune)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("toso: [TS-60] Bảng số của kỳ đã chốt 2026-W46 bị thay đổi")
    assert not (tmp_path / "a.txt").exists()


def test_the_time_that_files_take_is_measured(toso: Toso, tmp_path: Path) -> None:
    ran = toso("bench", "report", "--count", 500, "--folder", tmp_path, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.json) == {"facts", "demanded_s", "taken", "bytes"}
    assert set(ran.json["taken"]) == {"gathering", *(f"making_{form}" for form in FORM_NAMES)}
    assert all(0 <= one["p50_s"] <= one["worst_s"] for one in ran.json["taken"].values())
    assert all(one["bytes"] > 0 for one in ran.json["bytes"].values())
    assert list(tmp_path.iterdir()) == []
