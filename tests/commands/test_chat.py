"""`toso chat`: a conversation that a script drives through standard input."""

from pathlib import Path

import pytest

from tests.commands.conftest import Toso, rows

_AT = ("--now", "2026-11-21T09:00")
_RECORDED = "SELECT activity, day, count FROM facts WHERE code NOT LIKE 'M0%' AND kind = '{}'"


def _talk(toso: Toso, file: Path, *lines: str, role: str = "member", now: str = "") -> str:
    at = ("--now", now) if now else _AT
    ran = toso("chat", "--as", role, *at, "--db", file, stdin="\n".join(lines))
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_a_script_records_help_and_takes_it_back(toso: Toso, tmp_path: Path) -> None:
    file = tmp_path / "talk.db"
    said = _talk(toso, file, "ghi", "kích hoạt vneid mức 2", "3", "hoàn tác", "sổ của tôi")
    assert "Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản.\nNgày: hôm nay, thứ bảy 21/11.\n" in said
    assert "Đã bỏ: Kích hoạt VNeID mức 2: 3 tài khoản." in said
    given = ("vneid_kich_hoat", "2026-11-21", 3)
    assert rows(file, _RECORDED.format("AssistanceGiven")) == [given]
    assert rows(file, _RECORDED.format("AssistanceVoided")) == [(*given[:2], -3)]


def test_each_line_has_one_answer_after_the_first_screen(toso: Toso, tmp_path: Path) -> None:
    said = _talk(toso, tmp_path / "talk.db", "", "trợ giúp", "0")
    screens = said.rstrip("\n").count("\n0. Menu") + said.count("Chào bà Trần Thị Hoa!")
    assert said.startswith("Chào bà Trần Thị Hoa!")
    assert (screens, said.count("Chào bà Trần Thị Hoa!")) == (4, 3)


def test_the_end_of_the_input_ends_the_chat(toso: Toso, tmp_path: Path) -> None:
    file = tmp_path / "talk.db"
    assert _talk(toso, file).startswith("Chào bà Trần Thị Hoa! ")
    # What was begun is there in the next run.
    assert _talk(toso, file, "ghi", "1").count("Bao nhiêu") == 1
    assert "Bao nhiêu" in _talk(toso, file)


@pytest.mark.parametrize(
    ("role", "greeting"),
    [
        ("member", "Chào bà Trần Thị Hoa!"),
        ("leader", "Chào ông Đỗ Văn Sáu!"),
        ("official", "Chào chị Vũ Thị Thanh!"),
        ("outsider", "Chào anh Thạch Minh Trí!"),
    ],
)
def test_one_can_be_each_of_the_demos_people(
    toso: Toso, tmp_path: Path, role: str, greeting: str
) -> None:
    assert _talk(toso, tmp_path / "talk.db", role=role).startswith(greeting)


def test_a_stranger_is_no_member(toso: Toso, tmp_path: Path) -> None:
    said = _talk(toso, tmp_path / "talk.db", "ghi", "/ghi", role="stranger")
    assert "Tôi là thành viên tổ" in said
    assert "Bao nhiêu" not in said
    assert rows(tmp_path / "talk.db", _RECORDED.format("AssistanceGiven")) == []


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-21T00:00", "2026-11-21"),
        ("2026-11-21T23:59:59", "2026-11-21"),
        ("2026-11-20T17:00:00+00:00", "2026-11-21"),
        ("2026-11-20T16:59:59Z", "2026-11-20"),
        ("2026-11-21", "2026-11-21"),
    ],
)
def test_an_instant_without_a_zone_is_that_of_viet_nam(
    toso: Toso, tmp_path: Path, now: str, day: str
) -> None:
    file = tmp_path / "talk.db"
    _talk(toso, file, "ghi", "kích hoạt vneid mức 2", "2", now=now)
    assert rows(file, _RECORDED.format("AssistanceGiven")) == [("vneid_kich_hoat", day, 2)]


def test_the_official_sees_what_the_member_recorded(toso: Toso, tmp_path: Path) -> None:
    file = tmp_path / "talk.db"
    before = toso("demo", "--db", file).code
    asked = ("tally", "--period", "2026-W47", "--json", "--db", file)
    then = {one["activity"]: one["count"] for one in toso(*asked).json["totals"]}
    _talk(toso, file, "ghi", "kích hoạt vneid mức 2", "9")
    now = {one["activity"]: one["count"] for one in toso(*asked).json["totals"]}
    assert before == 0
    assert now == then | {"vneid_kich_hoat": then.get("vneid_kich_hoat", 0) + 9}


def test_with_no_channel_set_up_run_opens_the_try_out(toso: Toso, tmp_path: Path) -> None:
    file = tmp_path / "talk.db"
    ran = toso("run", "--db", file, stdin="trợ giúp\n")
    assert ran.code == 0
    assert ran.err.startswith("Chưa cài đặt kênh nào")
    assert "TOSO_TELEGRAM_TOKEN" in ran.err
    assert ran.out.startswith("Chào bà Trần Thị Hoa!")
