"""Letters: in order per chat, put off, given up or sent, and emptied once they are settled."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from bot.domain.chat import Address, Incoming, Letter
from bot.domain.dossiers import Form, Wish
from bot.store import inbox, letters, schema
from bot.store.db import Database
from tests.store.people import NOW
from tests.store.tables import rows

HOA = Address("telegram", "11")
NAM = Address("telegram", "12")
LATER = NOW + timedelta(seconds=30)
BODY = "SELECT state, body, why, attempts, parts_done, maybe_sent, settled_at FROM letters"


def letter(text: str, address: Address = HOA) -> Letter:
    return Letter(0, address, text, (), screen=3, standing=False, typed_numbers=True)


async def post(database: Database, *written: Letter, at: datetime = NOW) -> None:
    async with database.write() as tx:
        for one in written:
            await letters.post(tx, one, None, at)


async def oldest(database: Database, address: Address = HOA) -> tuple[Letter, datetime] | None:
    async with database.read() as tx:
        return await letters.oldest(tx, address)


async def due(database: Database, now: datetime) -> list[Address]:
    async with database.read() as tx:
        return await letters.chats_waiting(tx, ["telegram"], now)


async def test_a_letter_comes_back_as_it_was_posted(database: Database) -> None:
    written = Letter(
        id=0,
        address=HOA,
        text='Đã ghi: 3 tài khoản.\n"Mã": 2X4Y6 🌾',
        lines=((1, "Hoàn tác"), (2, "Ghi tiếp")),
        screen=12,
        standing=True,
        typed_numbers=False,
        edits="812",
        deletes="811",
    )
    await post(database, written)
    assert await oldest(database) == (replace(written, id=1), NOW)


async def test_a_chat_gets_its_letters_in_order_whatever_others_get(database: Database) -> None:
    await post(database, letter("một"), letter("khác", NAM), letter("hai"))
    texts = []
    while found := await oldest(database):
        texts.append(found[0].text)
        async with database.write() as tx:
            await letters.sent(tx, found[0].id, NOW)
    assert texts == ["một", "hai"]
    found = await oldest(database, NAM)
    assert found == (replace(letter("khác", NAM), id=2), NOW)


async def test_a_letter_is_not_overtaken_while_it_waits_for_its_time(database: Database) -> None:
    await post(database, letter("một"), letter("hai"))
    await put_off(database, 1)
    waiting = replace(letter("một"), id=1, attempts=1)
    assert await oldest(database) == (waiting, LATER)
    assert await due(database, LATER - timedelta(microseconds=1)) == []
    assert await due(database, LATER) == [HOA]


async def test_a_letter_posted_for_later_is_due_then(database: Database) -> None:
    await post(database, letter("một"), at=LATER)
    await post(database, letter("khác", NAM))
    assert await due(database, NOW) == [NAM]
    assert await due(database, LATER) == [HOA, NAM]


async def test_chats_of_a_channel_that_does_not_run_are_left_alone(database: Database) -> None:
    await post(database, letter("một", Address("zalo", "5")))
    assert await due(database, NOW) == []


async def put_off(database: Database, number: int, *, maybe_sent: bool = False) -> None:
    async with database.write() as tx:
        await letters.put_off(tx, number, why="429", until=LATER, maybe_sent=maybe_sent)


async def test_a_wait_that_the_channel_asked_for_is_told_from_one_of_ours(
    database: Database,
) -> None:
    await post(database, letter("một"), letter("khác", NAM))
    async with database.write() as tx:
        await letters.put_off(tx, 1, why=letters.HELD, until=LATER, maybe_sent=False)
        await letters.put_off(tx, 2, why="TimedOut", until=LATER, maybe_sent=True)
    found = [await oldest(database, address) for address in (HOA, NAM)]
    assert [one[0].held for one in found if one] == [True, False]


async def test_a_letter_put_off_by_a_clock_that_was_wrong_is_due_at_once(
    database: Database,
) -> None:
    """The machine believed for a while that it was 2036."""
    await post(database, letter("một"), at=NOW + timedelta(days=3650))
    await post(database, letter("khác", NAM), at=NOW + timedelta(hours=2))
    assert await due(database, NOW) == [HOA]


async def test_what_another_version_wrote_does_not_hold_up_the_letters_behind_it(
    database: Database,
) -> None:
    await post(database, letter("một"), letter("hai"))
    async with database.write() as tx:
        first = update(schema.letters).where(schema.letters.c.id == 1)
        await tx.execute(first.values(body='{"text": "xin chào", "colour": "red"}'))
    bare = Letter(1, HOA, "xin chào", (), screen=0, standing=False, typed_numbers=False)
    assert await oldest(database) == (bare, NOW)


@pytest.mark.parametrize("form", Form)
async def test_a_letter_keeps_which_file_it_is_to_bring(database: Database, form: Form) -> None:
    wish = Wish(form, 4, "2026-11@nd09", "vi")
    await post(database, replace(letter("Bảng số tháng 11/2026"), document=wish), letter("hai"))
    found = await oldest(database)
    assert found == (replace(letter("Bảng số tháng 11/2026"), id=1, document=wish), NOW)
    ((body,),) = await rows(database, "SELECT body FROM letters WHERE id = 1")
    assert json.loads(body)["document"] == {
        "form": form.value, "commune": 4, "period": "2026-11@nd09", "language": "vi"
    }  # fmt: skip


@pytest.mark.parametrize(
    "kept",
    [
        '{"form": "pptx", "commune": 4, "period": "2026-W47", "language": "vi"}',
        '{"form": "xlsx", "commune": "four", "period": "2026-W47", "language": "vi"}',
        '{"form": "xlsx"}',
        '"xlsx"',
    ],
)
async def test_a_file_that_this_version_does_not_know_leaves_the_words(
    database: Database, kept: str
) -> None:
    await post(database, letter("một"))
    async with database.write() as tx:
        first = update(schema.letters).where(schema.letters.c.id == 1)
        await tx.execute(first.values(body=f'{{"text": "Bảng số", "document": {kept}}}'))
    bare = Letter(1, HOA, "Bảng số", (), screen=0, standing=False, typed_numbers=False)
    assert await oldest(database) == (bare, NOW)


async def test_putting_off_counts_the_tries_and_keeps_the_words(database: Database) -> None:
    await post(database, letter("một"))
    await put_off(database, 1, maybe_sent=True)
    await put_off(database, 1)
    found = await oldest(database)
    assert found == (replace(letter("một"), id=1, attempts=2), LATER)
    assert await rows(database, "SELECT state, why, attempts, maybe_sent FROM letters") == [
        ("waiting", "429", 2, True)
    ]


async def test_a_letter_that_arrived_is_empty(database: Database) -> None:
    await post(database, letter("Chào bà Hoa"))
    async with database.write() as tx:
        await letters.sent(tx, 1, NOW)
    assert await oldest(database) is None
    assert await rows(database, BODY) == [
        ("sent", None, None, 0, 0, False, "2026-11-21T02:00:00.000000+00:00")
    ]


async def test_a_letter_that_was_given_up_is_empty_and_says_why(database: Database) -> None:
    await post(database, letter("Chào bà Hoa"), letter("hai"))
    async with database.write() as tx:
        await letters.given_up(tx, 1, "403 bot was blocked", NOW)
    assert await oldest(database) == (replace(letter("hai"), id=2), NOW)
    assert (await rows(database, f"{BODY} ORDER BY id"))[0] == (
        "failed", None, "403 bot was blocked", 0, 0, False, "2026-11-21T02:00:00.000000+00:00"
    )  # fmt: skip


async def test_the_parts_of_a_long_letter_that_are_out_are_remembered(database: Database) -> None:
    await post(database, letter("ơ" * 9000))
    async with database.write() as tx:
        await letters.part_sent(tx, 1, 2)
    assert await oldest(database) == (replace(letter("ơ" * 9000), id=1, parts_done=2), NOW)


async def test_a_message_has_one_letter(database: Database) -> None:
    async with database.write() as tx:
        await inbox.add(tx, [Incoming(HOA, "u1", "ba", NOW)], NOW)
        await letters.post(tx, letter("một"), 1, NOW)
    with pytest.raises(IntegrityError):
        async with database.write() as tx:
            await letters.post(tx, letter("hai"), 1, NOW)
    assert await rows(database, "SELECT id, inbox_id FROM letters") == [(1, 1)]


async def test_a_letter_outlives_its_message(database: Database) -> None:
    async with database.write() as tx:
        await inbox.add(tx, [Incoming(HOA, "u1", "ba", NOW)], NOW)
        await letters.post(tx, letter("một"), 1, NOW)
        await inbox.done(tx, 1)
        await inbox.prune(tx, NOW + timedelta(days=9), keep=timedelta(days=3))
    assert await oldest(database) == (replace(letter("một"), id=1), NOW)


async def test_tidying_forgets_what_was_settled_and_keeps_what_waits(database: Database) -> None:
    await post(database, letter("một"), letter("hai"), letter("ba"))
    async with database.write() as tx:
        await letters.sent(tx, 1, NOW)
        await letters.given_up(tx, 2, "403", NOW)
    for passed, kept in ((timedelta(days=30), 3), (timedelta(days=30, seconds=1), 1)):
        async with database.write() as tx:
            await letters.prune(tx, NOW + passed, keep=timedelta(days=30))
        assert await rows(database, "SELECT count(*) FROM letters") == [(kept,)]
    assert await oldest(database) == (replace(letter("ba"), id=3), NOW)
