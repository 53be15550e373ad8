"""`toso viewers`: who sees totals of a commune, or of a province's; nothing is half done."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Toso, dump, rows

_CODE = re.compile(r"[2-9B-Z]{4}-[2-9B-Z]{4}")
HERE, THERE = "Bình An (xã mẫu)", "Tân Lập (xã mẫu)"
WHO = "bà Lê Thị Xem"


@pytest.fixture(autouse=True)
def _now(set_clock: Any) -> None:  # noqa: ANN401 - a fixture of the folder
    set_clock(datetime.fromisoformat("2026-11-21T09:00:00+07:00"))


def test_a_viewer_of_a_province_chooses_a_commune_and_sees_totals(
    toso: Toso, commune: Path
) -> None:
    ran = toso(
        "viewers", WHO, "--province", "Quảng Ngãi", "--communes", HERE, THERE, "--db", commune
    )
    assert (ran.code, ran.err) == (0, "")
    (code,) = _CODE.findall(ran.out)
    assert code not in "\n".join(dump(commune))
    said = f"/start {code}\n1\n/toi\n/tonghop\n1\n/tonghop\n/nguoito\n/hoidap\n/toi\n"
    shown = toso("chat", "--as", "stranger", "--db", commune, stdin=said).out
    assert shown.count("không dành cho vai") == 2
    assert "Trần Thị Hoa" not in shown
    assert "Chào mừng bà Lê Thị Xem! Bắt đầu dùng được ngay." in shown
    # What is kept is the province, whatever commune is looked at.
    whose = shown.split("Đây là những gì tôi lưu về bà:")
    assert "Tỉnh, thành phố: Quảng Ngãi\nVai: người xem" in whose[1]
    assert f"Tỉnh, thành phố: Quảng Ngãi\nXã: {HERE}\nVai: người xem" in whose[2]


def test_what_cannot_be_is_refused_and_changes_nothing(toso: Toso, commune: Path) -> None:
    before = dump(commune)
    for code, *words in (
        ("TS-95", "Lê Thị Xem", "--communes", HERE),
        ("TS-41", WHO, "--communes", "Xã Nào"),
        ("TS-96", WHO),
        ("TS-97", WHO, "--province", "Quảng Ngãi"),
    ):
        ran = toso("viewers", *words, "--db", commune)
        assert (ran.code, code in ran.err) == (1, True), (words, ran.err)
    assert dump(commune) == before
    assert toso("viewers", WHO, "--province", "Một", "--communes", HERE, "--db", commune).code == 0
    ran = toso("viewers", WHO, "--province", "Hai", "--communes", HERE, "--db", commune)
    assert (ran.code, "TS-97" in ran.err) == (1, True)
    assert rows(commune, "SELECT name FROM places WHERE kind = 'province'") == [("Một",)]
