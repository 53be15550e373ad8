"""What goes in and out of the commands: standard input in every state, one JSON value, exits."""

import json
from argparse import _SubParsersAction
from pathlib import Path

import pytest

from bot.commands.parser import parser
from bot.voices import Voices
from tests.house import CONTENT
from tests.process import town as towns
from tests.process.runner import settings, toso

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("output")]

_GREETING = "Chào bà Trần Thị Hoa!"
# How each command that offers --json is called; those of the design may come later.
_JSON: dict[str, list[list[str]]] = {
    "bench": [["messages", "--count", "50"]],
    "check": [[]],
    "check-report": [["draft.txt"]],
    "codes": [["-o", "cards.docx"]],
    "findings": [["--period", "2026-W47"]],
    "guides": [[], ["check"], ["gaps"]],
    "import": [["figures.xlsx"]],
    "indicators": [[], ["--at", "2026-11-21"]],
    "merge": [["--into", "Thôn Mới", "--from", "An Bình", "Gò Đá", "--day", "2026-11-21"]],
    "parse": [["3 vneid hôm qua"]],
    "phone": [["Vũ Thị Thanh"]],
    "search": [["mất mật khẩu"], ["zzzz"]],
    "services": [[]],
    "tally": [["--period", "2026"], ["--period", "2026-W47", "--by", "village"]],
    "verify": [[]],
    "viewers": [["bà Lê Thị Xem", "--communes", "Bình An (xã mẫu)"]],
}


async def test_json_is_one_value_and_nothing_else(tmp_path: Path) -> None:
    town = await towns.make(tmp_path / "toso.db")
    (tmp_path / "draft.txt").write_text("Tuần này: 3 tài khoản.\n", encoding="utf-8")
    env = settings(town.path)
    await toso("import", "--template", "figures.xlsx", env=env, cwd=tmp_path)
    # A command that is new here needs its line above.
    for command in _offering_json():
        for words in _JSON[command]:
            ended = await toso(command, *words, "--json", env=env, cwd=tmp_path)
            assert ended.code in {0, 1}, ended
            assert "\n" not in ended.out.rstrip("\n")
            json.loads(ended.out)


def _offering_json() -> list[str]:
    actions = parser(Voices(CONTENT / "words").voice("vi"))._actions
    # argparse keeps its commands nowhere else.
    found = next(one for one in actions if isinstance(one, _SubParsersAction))._name_parser_map
    return [name for name, one in found.items() if "--json" in one.format_help()]


async def test_a_refusal_leaves_the_output_empty_for_json_too(tmp_path: Path) -> None:
    env = settings(tmp_path / "toso.db")
    ended = await toso("tally", "--period", "hôm nào", "--json", env=env, cwd=tmp_path)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("toso: [TS-44] ")


async def test_queries_from_the_input_give_one_value_a_line(tmp_path: Path) -> None:
    env = settings(tmp_path / "toso.db")
    lines = "quên mật khẩu\n\n\udcff hỏng\nkhai sinh".encode(errors="surrogateescape")
    ended = await toso("search", "-", "--json", env=env, cwd=tmp_path, stdin=lines)
    assert (ended.code, ended.err) == (0, "")
    queries = [json.loads(line)["query"] for line in ended.out.splitlines()]
    assert queries == ["quên mật khẩu", "", "\ufffd hỏng", "khai sinh"]


@pytest.mark.parametrize("command", [["chat"], ["run"], ["search", "-"]])
@pytest.mark.parametrize("stdin", ["</dev/null", "<&-"])
async def test_no_input_is_the_end_of_the_input(
    tmp_path: Path, command: list[str], stdin: str
) -> None:
    env = settings(tmp_path / "toso.db")
    ended = await toso(*command, env=env, cwd=tmp_path, before=stdin)
    assert ended.code == 0, ended
    assert _GREETING in ended.out or command[0] == "search"
    assert ("TOSO_TELEGRAM_TOKEN" in ended.err) == (command == ["run"])


@pytest.mark.parametrize(
    "line",
    [b"\xff\xfe\x00 menu \xc3\x28", b"a" * 5_000_000, "đ".encode() * 2_500_000, b"\0", b""],
    ids=["not UTF-8", "5 MB", "5 MB of đ", "NUL", "empty"],
)
async def test_a_line_of_anything_is_answered(tmp_path: Path, line: bytes) -> None:
    env = settings(tmp_path / "toso.db")
    ended = await toso("chat", env=env, cwd=tmp_path, stdin=line + b"\nghi\n")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.count("Bà vừa giúp việc gì?") == 1
    assert len(ended.out) < 20_000


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["chat", "--now", "nonsense"], 1),
        (["chat", "--now", "2026-02-30T09:00"], 1),
        (["chat", "--now", "0001-01-01"], 1),
        (["chat", "--as", "king"], 2),
        (["chat", "--bogus"], 2),
        (["tally"], 2),
        (["fly"], 2),
        ([], 2),
    ],
)
async def test_wrong_usage_is_one_sentence(tmp_path: Path, words: list[str], code: int) -> None:
    ended = await toso(*words, env=settings(tmp_path / "toso.db"), cwd=tmp_path)
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.startswith("toso: ")
    assert ended.err.count("\n") == 1
    assert "[TS-99]" not in ended.err


@pytest.mark.parametrize("command", [["guides"], ["tally", "--period", "2026"], ["chat"]])
async def test_an_output_that_cannot_be_written_is_named(
    tmp_path: Path, command: list[str]
) -> None:
    town = await towns.make(tmp_path / "toso.db")
    ended = await toso(*command, env=settings(town.path), cwd=tmp_path, before=">/dev/full")
    assert ended.code == 1
    assert "Traceback" not in ended.err
    assert ended.err.startswith("toso: [TS-")
    assert ended.err.count("\n") == 1


async def test_whoever_reads_only_the_first_line_is_no_trouble(tmp_path: Path) -> None:
    town = await towns.make(tmp_path / "toso.db")
    ended = await toso("guides", env=settings(town.path), cwd=tmp_path, before="| head -n 1")
    assert (ended.code, ended.err, ended.out.count("\n")) == (0, "", 1)
