"""A file of SQLite: commits reach the disk, references hold, erased words are gone."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import PendingRollbackError

from bot.domain.chat import Address, Incoming, Letter
from bot.domain.facts import MemberLeft
from bot.store import inbox, letters, version
from bot.store.db import Database
from tests.store.people import NOW, keep, settle, signed
from tests.store.tables import inside, rows

HOA = Address("telegram", "11")
# Long enough for pages of their own, which are freed as a whole.
SHORT, LONG = "con bò của bà Hoa", "con trâu của ông Tám " * 150


async def test_the_writer_commits_durably_and_holds_references(file: Database) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    async with file.write() as tx:
        found = {name: await tx.scalar(text(f"PRAGMA {name}")) for name in asked}
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


async def test_every_connection_of_the_writer_is_set_up_alike(file: Database) -> None:
    """A connection that is lost is replaced by one with the same settings."""
    with pytest.raises(PendingRollbackError):
        async with file.write() as tx:
            await tx.invalidate()
    async with file.write() as tx:
        assert await tx.scalar(text("PRAGMA synchronous")) == 2
        assert await tx.scalar(text("PRAGMA foreign_keys")) == 1


def on_disk(folder: Path) -> set[str]:
    """Return which of the words are in any file of the database."""
    kept = b"".join(path.read_bytes() for path in folder.glob("toso.db*"))
    return {words for words in (SHORT, LONG[:21]) if words.encode() in kept}


@pytest.mark.parametrize("ending", ["done", "failed"])
async def test_the_words_of_an_answered_message_are_not_in_the_file_any_more(
    file: Database, tmp_path: Path, ending: str
) -> None:
    async with file.write() as tx:
        messages = [Incoming(HOA, words[:9], words, NOW) for words in (SHORT, LONG)]
        await inbox.add(tx, messages, NOW)
    await file.close()
    assert on_disk(tmp_path) == {SHORT, LONG[:21]}
    again = Database(file.url)
    async with again.write() as tx:
        for number in (1, 2):
            if ending == "done":
                await inbox.done(tx, number)
            else:
                await inbox.failed(tx, number, "SC-2X4Y6")
    # The last one to close brings the journal into the file.
    await again.close()
    assert on_disk(tmp_path) == set()


@pytest.mark.parametrize("ending", ["sent", "given up", "pruned"])
async def test_the_words_of_a_settled_letter_are_not_in_the_file_any_more(
    file: Database, tmp_path: Path, ending: str
) -> None:
    async with file.write() as tx:
        for words in (SHORT, LONG):
            letter = Letter(0, HOA, words, (), screen=0, standing=False, typed_numbers=False)
            await letters.post(tx, letter, None, NOW)
    await file.close()
    assert on_disk(tmp_path) == {SHORT, LONG[:21]}
    again = Database(file.url)
    async with again.write() as tx:
        for number in (1, 2):
            if ending == "given up":
                await letters.given_up(tx, number, "403", NOW)
            else:
                await letters.sent(tx, number, NOW)
        if ending == "pruned":
            await letters.prune(tx, NOW + timedelta(days=31), keep=timedelta(days=30))
    await again.close()
    assert on_disk(tmp_path) == set()


async def test_the_name_of_somebody_who_left_is_not_in_the_file_any_more(
    file: Database, tmp_path: Path
) -> None:
    async with file.write() as tx:
        people = await settle(tx)
    await file.close()
    name = people.member.name.encode()
    assert name in (tmp_path / "toso.db").read_bytes()
    again = Database(file.url)
    await keep(again, signed("L0001", people.member, MemberLeft(people.member.id)))
    await again.close()
    assert name not in (tmp_path / "toso.db").read_bytes()
    assert await rows(again, "SELECT count(*) FROM people WHERE name IS NULL") == [(1,)]
    await again.close()


@pytest.mark.parametrize("name", ["Tổ số 1.db", "a b.db", "50%20.db", "hỏi?.db", "a#1&b=2@c:3.db"])
async def test_a_file_has_the_name_it_was_given(tmp_path: Path, name: str) -> None:
    database = Database(str(tmp_path / name))
    await version.ready(database)
    await database.claim()
    await database.close()
    assert database.path == tmp_path / name
    assert inside(tmp_path) == [name, f"{name}.lock"]
