"""Databases that the program must not touch: it says which, and leaves every byte as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.botapi import BotApi
from tests.process import town as towns
from tests.process.phones import Phone
from tests.process.runner import Program, settings, toso
from tests.process.test_refusals import says
from tests.process.town import Town

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("databases")]


def _text(path: Path) -> None:
    path.write_text("Danh sách tổ công nghệ số\n" * 100, encoding="utf-8")


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE accounts (id INTEGER)")


def _newer(path: Path) -> None:
    _stamp(path, "9999_of_next_year")


def _older(path: Path) -> None:
    _stamp(path, None)


def _stamp(path: Path, revision: str | None) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM alembic_version")
        if revision:
            connection.execute("INSERT INTO alembic_version VALUES (?)", (revision,))
        connection.commit()
        # One file, so that its bytes can be compared.
        connection.execute("PRAGMA journal_mode=DELETE")


@pytest.mark.parametrize(
    ("spoil", "begins", "remedy"),
    [
        (_text, "toso: [TS-12] Không mở được cơ sở dữ liệu", "đường dẫn"),
        (_foreign, "toso: [TS-17] Đây là cơ sở dữ liệu của chương trình khác", "tệp khác"),
        (_newer, "toso: [TS-16] Cơ sở dữ liệu do bản mới hơn", "cập nhật"),
        (_older, "toso: [TS-15] Cơ sở dữ liệu thuộc bản cũ", "toso migrate"),
    ],
    ids=["text", "foreign", "newer", "older"],
)
async def test_it_is_named_and_not_a_byte_of_it_changes(
    tmp_path: Path, spoil: Callable[[Path], None], begins: str, remedy: str
) -> None:
    path = tmp_path / "toso.db"
    if spoil in (_newer, _older):
        await towns.make(path)
    spoil(path)
    before = path.read_bytes()
    env = settings(path, telegram_token="1:abc", telegram_api="http://127.0.0.1:9")
    commands = [["run"], ["demo"], ["verify"], ["check"]]
    if spoil is not _older:
        commands.append(["migrate"])
    for words in commands:
        says(await toso(*words, env=env, cwd=tmp_path), begins, remedy)
        assert path.read_bytes() == before, words


def _files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@pytest.mark.parametrize("where", [".", "nowhere/toso.db"])
async def test_a_folder_and_a_path_that_leads_nowhere(tmp_path: Path, where: str) -> None:
    env = settings(tmp_path / where, telegram_token="1:abc", telegram_api="http://127.0.0.1:9")
    for command in ("run", "migrate"):
        ended = await toso(command, env=env, cwd=tmp_path)
        says(ended, "toso: [TS-12] Không mở được cơ sở dữ liệu", "đường dẫn")
    # What only looks says that there is no such file; a folder is there, and no database.
    ended = await toso("verify", env=env, cwd=tmp_path)
    begins = "toso: [TS-12] Không mở được" if where == "." else "toso: [TS-45] Không có cơ sở"
    says(ended, begins, "cơ sở dữ liệu")
    # Nothing was made on the way to saying no.
    assert _files(tmp_path) == []


async def test_a_second_program_on_the_same_database_is_refused(
    api: BotApi, url: str, town: Town, phone: Phone, tmp_path: Path
) -> None:
    async with Program(api, url, town.path) as program:
        await phone.say("/start")
        second = await toso("run", env=program.env, cwd=tmp_path)
        says(second, "toso: [TS-10] toso đang chạy", "tệp khác")
        assert "Bà vừa giúp việc gì?" in await phone.say("ghi")
        # It did not so much as ask for updates.
        assert len(api.calls_to("getMe")) == 1
        # Looking on is allowed.
        looked = await toso("tally", "--period", "2026", env=program.env, cwd=tmp_path)
        assert (looked.code, looked.err) == (0, "")
        await program.kill()
        # A lock of a dead program holds nobody up.
        await program.start()
        await program.polls()
        assert await program.terminate() == 0
