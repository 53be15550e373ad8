"""`toso check-report`: a draft on the command line, for people and for programs."""

from pathlib import Path

from bot.app import sound
from tests.commands.conftest import Toso
from tests.commands.test_closed import LAST, close
from tests.house import CONTENT

DRAFT = """UBND XÃ HÒA MẪU
BÁO CÁO
Kết quả năm 2025
UBND xã Hòa Mẫu báo cáo (từ ngày 15/12/2024 đến ngày 14/12/2025) như sau:
- Đạt 100% % theo kế hoạch.
- Hệ thống của xã Thử Nghiệm chạy tốt.
"""
GOOD = DRAFT.replace("% %", "%").replace("Thử Nghiệm", "Hòa Mẫu")


def test_each_correction_is_one_value(toso: Toso, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    ran = toso("check-report", "draft.txt", "--json")
    assert (ran.code, ran.err) == (1, "")
    assert ran.json == [
        {
            "line": 5, "quote": "100% %", "kind": "format", "printed": "100% %",
            "expected": "100%", "why": "Thừa một dấu %.",
        },
        {
            "line": 6, "quote": "xã Thử Nghiệm", "kind": "place", "printed": "xã Thử Nghiệm",
            "expected": "Hòa Mẫu", "why": "Báo cáo của xã Hòa Mẫu mà ở đây lại ghi Thử Nghiệm.",
        },
    ]  # fmt: skip
    assert list(tmp_path.glob("*.db")) == []


def test_without_json_it_speaks_by_kind(toso: Toso, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    ran = toso("check-report", "draft.txt")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "Có 2 chỗ cần xem lại:",
        "",
        "Tên xã khác",
        "  dòng 6: “xã Thử Nghiệm”",
        "    Báo cáo của xã Hòa Mẫu mà ở đây lại ghi Thử Nghiệm. Nên là: Hòa Mẫu.",
        "",
        "Số viết sai",
        "  dòng 5: “100% %”",
        "    Thừa một dấu %. Nên là: 100%.",
    ]


def test_nothing_found_says_what_was_looked_at(toso: Toso, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(GOOD, encoding="utf-8")
    ran = toso("check-report", "draft.txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Tôi chưa thấy chỗ nào cần sửa. Tôi đã xem:")
    assert toso("check-report", "draft.txt", "--json").json == []
    assert toso("check-report", "draft.txt", "--commune", "Thử Nghiệm").code == 1


def test_files_that_cannot_be_read_are_refused(toso: Toso, tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(99))
    for name, code in (("old.doc", "TS-91"), ("none.txt", "TS-93"), (".", "TS-93")):
        ran = toso("check-report", name, "--json")
        assert (ran.code, ran.out) == (1, "")
        assert f"[{code}]" in ran.err


def test_a_draft_is_read_from_standard_input(toso: Toso) -> None:
    assert [one["line"] for one in toso("check-report", "-", "--json", stdin=DRAFT).json] == [5, 6]


WEEKLY = """UBND XÃ BÌNH AN
BÁO CÁO
Kết quả tuần 46 năm 2026
UBND xã Bình An báo cáo (từ ngày {first} đến ngày {last}) như sau:
- {title}: {count} {unit}.
"""


def _weekly(toso: Toso, commune: Path, *, more: int, days: tuple[str, str]) -> str:
    """Write a weekly report of what was counted, with some more than that."""
    total = toso("tally", "--period", LAST.id, "--db", commune, "--json").json["totals"][0]
    title = sound(CONTENT).activities[total["activity"]].title.of("vi")
    count = f"{total['count'] + more:,}".replace(",", ".")
    first, last = days
    return WEEKLY.format(first=first, last=last, title=title, count=count, unit=total["unit"])


def test_figures_are_set_beside_the_closed_book(toso: Toso, commune: Path) -> None:
    close(commune, LAST)
    week, other = ("09/11/2026", "15/11/2026"), ("02/11/2026", "08/11/2026")
    asked = ("check-report", "-", "--json", "--period", LAST.id, "--db", commune)
    assert toso(*asked, stdin=_weekly(toso, commune, more=0, days=week)).json == []
    (wrong,) = toso(*asked, stdin=_weekly(toso, commune, more=1, days=week)).json
    assert (wrong["kind"], wrong["line"]) == ("conflict", 5)
    assert wrong["why"].startswith("Sổ đã chốt kỳ 09/11/2026 – 15/11/2026 ghi “")
    ran = toso(*asked, stdin=_weekly(toso, commune, more=1, days=other))
    assert "nên không so với sổ đã chốt" in ran.err
    assert ran.json == []


def test_an_open_period_is_compared_with_nothing(toso: Toso, commune: Path) -> None:
    draft = _weekly(toso, commune, more=1, days=("09/11/2026", "15/11/2026"))
    ran = toso("check-report", "-", "--period", LAST.id, "--db", commune, stdin=draft)
    assert (ran.code, ran.out) == (1, "")
    assert "[TS-94]" in ran.err
