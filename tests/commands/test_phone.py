"""`toso phone`: an official who is alone and has lost the phone gets in again, and nobody else."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Toso, dump, rows

NAME = "chị Vũ Thị Thanh"
_CODE = re.compile(r"[2-9B-Z]{4}-[2-9B-Z]{4}")
_TIED = (
    "SELECT channel, chat FROM chats JOIN people ON people.id = person_id"
    " WHERE people.name = 'Vũ Thị Thanh'"
)


@pytest.fixture(autouse=True)
def _now(set_clock: Any) -> None:  # noqa: ANN401 - a fixture of the folder
    set_clock(datetime.fromisoformat("2026-11-21T09:00:00+07:00"))


def test_it_is_shown_before_it_is_done(toso: Toso, commune: Path) -> None:
    before = dump(commune)
    ran = toso("phone", NAME, "--db", commune)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "chị Vũ Thị Thanh: cán bộ xã, Bình An (xã mẫu)",
        "Mọi máy của người này sẽ bị ngắt; người này vào lại bằng mã mới.",
        "Chưa thay đổi gì. Muốn làm thật, chạy lại đúng lệnh này, thêm --yes.",
    ]
    assert dump(commune) == before


def test_the_old_chat_is_a_stranger_s_and_the_code_opens_the_line_once(
    toso: Toso, commune: Path
) -> None:
    # She is alone: nobody could let her in from the chat.
    assert rows(commune, "SELECT name FROM people WHERE role = 'official'") == [("Vũ Thị Thanh",)]
    ran = toso("phone", "vu thi thanh", "--yes", "--db", commune)
    (code,) = _CODE.findall(ran.out)
    assert code not in "\n".join(dump(commune))
    assert rows(commune, _TIED) == []
    # Whoever holds the old phone is told what happened, and nothing of whom it was.
    ((told,),) = rows(commune, "SELECT body FROM letters WHERE state = 'waiting'")
    assert "không còn gắn với ai" in told
    assert "Thanh" not in told
    old = toso("chat", "--as", "official", "--db", commune, stdin="/nguoito\n")
    assert "không dành cho" in old.out
    asked = f"/start {code}\n1\n/nguoito\n"
    new = toso("chat", "--as", "stranger", "--db", commune, stdin=asked)
    assert "Chào mừng chị Vũ Thị Thanh! Bắt đầu" in new.out
    assert "Tổ An Khương: 6 người" in new.out
    assert toso("verify", "--db", commune).code == 0
    again = toso("chat", "--as", "official", "--db", commune, stdin=f"/start {code}\n")
    assert "Vũ Thị Thanh" not in again.out


def test_who_has_yet_to_join_gets_a_code_and_json_says_so(toso: Toso, commune: Path) -> None:
    viewer = ("viewers", "ông Hà Văn Viễn", "--province", "Quảng Ngãi", "--communes")
    assert toso(*viewer, "Bình An (xã mẫu)", "--db", commune).code == 0
    shown = toso("phone", "Hà Văn Viễn", "--json", "--db", commune).json
    assert shown == {
        "name": "Hà Văn Viễn", "role": "viewer", "place": "Quảng Ngãi", "done": False, "code": None,
    }  # fmt: skip
    made = toso("phone", "Hà Văn Viễn", "--yes", "--json", "--db", commune).json
    assert _CODE.fullmatch(made["code"])
    # The code from before no longer opens anything; nothing was cut off.
    assert len(rows(commune, "SELECT digest FROM join_codes")) == 1
    kinds = rows(commune, "SELECT kind, commune_id FROM facts WHERE code LIKE 'P0%'")
    assert kinds == [("CodeIssued", None)]


def test_nobody_else_is_cut_off_from_here(toso: Toso, commune: Path) -> None:
    for name in ("Trần Thị Hoa", "Đỗ Văn Sáu", "Thanh", ""):
        ran = toso("phone", name, "--yes", "--db", commune)
        assert (ran.code, "TS-98" in ran.err) == (1, True), name
    twin = ("viewers", "bà Vũ Thị Thanh", "--communes", "Bình An (xã mẫu)", "--db", commune)
    assert toso(*twin).code == 0
    ran = toso("phone", "Vũ Thị Thanh", "--yes", "--db", commune)
    assert "chị Vũ Thị Thanh (Bình An (xã mẫu)), bà Vũ Thị Thanh" in ran.err
    assert rows(commune, "SELECT id FROM facts WHERE code LIKE 'P0%'") == []
    ran = toso("phone", NAME, "--commune", "Xã Khác", "--yes", "--db", commune)
    assert "TS-98" in ran.err
    assert toso("phone", NAME, "--yes", "--db", commune).code == 0
