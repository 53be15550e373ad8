"""What cannot be done is said in one sentence with a code, on standard error; exit 1."""

from pathlib import Path

import pytest

from tests.commands.conftest import Toso, dump

_PERIODS = [
    "nonsense", "", " ", "2026-W54", "2027-W53", "2026-13", "2026-Q5", "2026-11-31..2026-12-01",
    "2026-11-30..2026-11-01", "2026@nd10", "0001", "9999", "0001-01-01..0001-01-05",
    "9999-12-31..9999-12-31", "２０２６", "2026; DROP TABLE facts",
]  # fmt: skip


def _one_sentence(err: str, code: str) -> bool:
    return err.startswith(f"toso: [{code}] ") and err.count("\n") == 1


@pytest.mark.parametrize("how", [(), ("--json",)])
@pytest.mark.parametrize("period", _PERIODS)
def test_a_wrong_period_is_refused(
    toso: Toso, commune: Path, period: str, how: tuple[str, ...]
) -> None:
    ran = toso("tally", f"--period={period}", "--db", commune, *how)
    assert (ran.code, ran.out) == (1, "")
    assert _one_sentence(ran.err, "TS-44")
    assert "2026-W47" in ran.err


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_an_unknown_commune_is_refused_with_the_known_ones(
    toso: Toso, commune: Path, how: tuple[str, ...]
) -> None:
    asked = ("tally", "--period", "2026", "--db", commune, *how)
    for ran in (toso(*asked, "--commune", "Hà Nội"), toso(*asked, commune="Hà Nội")):
        assert (ran.code, ran.out) == (1, "")
        assert _one_sentence(ran.err, "TS-41")
        assert "Bình An (xã mẫu), Tân Lập (xã mẫu)" in ran.err


def test_a_database_that_is_not_there_is_refused(toso: Toso, tmp_path: Path) -> None:
    ran = toso("tally", "--period", "2026", "--json", "--db", tmp_path / "new.db")
    assert (ran.code, ran.out) == (1, "")
    assert _one_sentence(ran.err, "TS-45")


@pytest.mark.parametrize("now", ["tomorrow", "2026-13-01", "9 giờ", "2026-11-21T25:00"])
def test_a_wrong_instant_is_refused(toso: Toso, tmp_path: Path, now: str) -> None:
    ran = toso("chat", "--now", now, "--db", tmp_path / "new.db")
    assert (ran.code, ran.out) == (1, "")
    assert _one_sentence(ran.err, "TS-43")


def test_refusing_changes_nothing(toso: Toso, commune: Path) -> None:
    before = dump(commune)
    toso("tally", "--period", "nonsense", "--db", commune)
    toso("tally", "--period", "2026", "--commune", "Hà Nội", "--db", commune)
    assert dump(commune) == before


def test_a_folder_that_is_not_there_is_refused(toso: Toso, tmp_path: Path) -> None:
    ran = toso("chat", "--db", tmp_path / "nowhere" / "x.db", language="en")
    assert (ran.code, ran.out) == (1, "")
    assert _one_sentence(ran.err, "TS-12")


def test_missing_words_are_said_in_both_languages(toso: Toso, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    ran = toso("guides", content=tmp_path / "content")
    assert (ran.code, ran.out) == (1, "")
    assert _one_sentence(ran.err, "TS-31")
    assert "The words are missing" in ran.err
    assert ran.err.startswith("toso: [TS-31] Thiếu ")
