"""The words of the command line: help in both languages, and what is no command."""

import re

import pytest

from tests.commands.conftest import Toso

COMMANDS = {
    "run": ("chạy các kênh", "serve every channel"),
    "chat": ("trò chuyện ngay", "talk in the terminal"),
    "demo": ("tạo xã mẫu", "make the demo commune"),
    "check": ("kiểm tra cài đặt", "report all problems"),
    "search": ("tìm bài hướng dẫn", "find guides"),
    "parse": ("cho xem một lời", "show what would be recorded"),
    "guides": ("liệt kê bài hướng dẫn", "list the guides"),
    "services": ("liệt kê các dịch vụ công", "list the essential public services"),
    "check-report": ("soát dự thảo", "list what does not hold"),
    "report": ("ghi báo cáo", "write the report"),
    "tally": ("in bảng tổng hợp", "print the tally"),
    "findings": ("in những điểm cần kiểm tra", "print what is to be checked"),
    "indicators": ("in các chỉ tiêu", "print the indicators"),
    "import": ("nhập danh sách và số liệu", "keep a roster and figures"),
    "codes": ("in thẻ có mã vào tổ", "print a card"),
    "merge": ("nhập nhiều nơi làm một", "make one place of several"),
    "migrate": ("nâng cơ sở dữ liệu", "bring the database"),
    "viewers": ("cho một người xem", "let somebody see"),
    "phone": ("ngắt máy bị mất", "cut off a lost phone"),
    "verify": ("đếm lại độc lập", "recount everything"),
    "backup": ("sao lưu", "write a consistent copy"),
    "restore": ("dùng lại một bản sao", "put a copy"),
    "bench": ("đo tốc độ", "measure the program"),
}
_WRONG = [
    [],
    ["nonsense"],
    ["tally"],
    ["tally", "--period"],
    ["tally", "--period", "2026", "--by", "colour"],
    ["tally", "--period", "2026", "more"],
    ["findings"],
    ["indicators", "--by", "team"],
    ["indicators", "--at", "2026-11-21", "--period", "2026"],
    ["search"],
    ["guides", "burn"],
    ["chat", "--as", "king"],
    ["demo", "--json"],
    ["bench"],
    ["bench", "everything"],
    ["bench", "messages", "--count", "many"],
    ["backup"],
    ["--db", "x.db", "check"],
    ["check", "--nonsense"],
]


def _listed(help_text: str) -> dict[str, str]:
    """Return the commands that a help text lists, with the beginning of what each does."""
    # A long name has a line of its own, and what it does stands below it.
    return dict(re.findall(r"^    ([a-z-]+)\n? +(\S.*)$", help_text, re.MULTILINE))


@pytest.mark.parametrize(("language", "place"), [("vi", 0), ("en", 1)])
def test_help_names_every_command(toso: Toso, language: str, place: int) -> None:
    ran = toso("--help", language=language)
    assert (ran.code, ran.err) == (0, "")
    listed = _listed(ran.out)
    assert set(listed) == set(COMMANDS)
    starts = {name: said[place] for name, said in COMMANDS.items()}
    assert {name: listed[name][: len(said)] for name, said in starts.items()} == starts


def test_help_is_in_vietnamese_unless_told_otherwise(toso: Toso) -> None:
    assert toso("--help").out == toso("-h", language="vi").out
    assert "Mã thoát: 0 xong; 1 có chỗ sai hoặc không làm được; 2 gõ sai lệnh." in toso("-h").out
    english = toso("--help", language="en").out
    assert "Exit: 0 done, 1 problems found or refused, 2 wrong usage." in english


def test_english_help_has_no_vietnamese_in_it(toso: Toso) -> None:
    for name in COMMANDS:
        said = toso(name, "--help", language="en").out
        assert [word for word in said.split() if not word.isascii()] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(toso: Toso, name: str) -> None:
    ran = toso(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: toso {name} [-h]")
    assert COMMANDS[name][0] in " ".join(ran.out.split())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("words", _WRONG, ids=" ".join)
def test_wrong_usage_ends_with_two_and_one_line(
    toso: Toso, words: list[str], language: str
) -> None:
    ran = toso(*words, language=language)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("toso: ")
    assert ran.err.endswith("--help\n")
    assert ran.err.count("\n") == 1
