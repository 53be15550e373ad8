"""The recount finds whoever has left, or was cut off, and is still known somewhere."""

import pytest
from sqlalchemy import text

from bot.domain.facts import MemberCutOff, MemberLeft
from bot.store import verify_roster
from bot.store.db import Database
from tests.store.people import People, keep, open_chat, signed


async def said(database: Database) -> list[str]:
    async with database.read() as tx:
        return [one.message for one in await verify_roster.look(tx)]


@pytest.mark.parametrize(
    "left_over",
    [
        "UPDATE people SET name = 'Lê Văn Đức' WHERE id = {gone}",
        "UPDATE people SET title = 'bà' WHERE id = {gone}",
        "UPDATE chats SET person_id = {gone} WHERE chat = '11'",
        (
            "INSERT INTO join_codes (digest, person_id, expires_at)"
            " VALUES ('d', {gone}, '2027-01-01 00:00:00+00')"
        ),
        (
            "INSERT INTO nudges (person_id, week, kind, at)"
            " VALUES ({gone}, '2026-11-16', 'reminder', '2026-11-20 00:00:00+00')"
        ),
        "UPDATE chats SET person_id = {lost} WHERE chat = '11'",
    ],
)
async def test_what_is_left_of_somebody_is_named(
    database: Database, people: People, left_over: str
) -> None:
    for chat, one in (("11", people.member), ("15", people.neighbour)):
        await open_chat(database, chat, one)
    gone, lost = people.neighbour.id, people.member.id
    await keep(
        database,
        signed("L0001", people.neighbour, MemberLeft(gone)),
        signed("K0001", people.leader, MemberCutOff(lost)),
    )
    assert await said(database) == []
    async with database.write() as tx:
        await tx.execute(text(left_over.format(gone=gone, lost=lost)))
    assert len(await said(database)) == 1
