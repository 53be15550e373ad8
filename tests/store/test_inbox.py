"""The inbox: kept once, answered in order, emptied when answered, found again after a crash."""

import asyncio
from datetime import timedelta

from sqlalchemy import update

from bot.domain.chat import Address, Incoming, Press, Said, Unread
from bot.store import inbox, schema
from bot.store.db import Database
from tests.store.people import NOW
from tests.store.tables import rows

HOA = Address("telegram", "11")
NAM = Address("telegram", "12")


def said(words: Said, nth: int, address: Address = HOA) -> Incoming:
    return Incoming(address, f"u{nth}", words, NOW)


async def receive(database: Database, *messages: Incoming) -> None:
    async with database.write() as tx:
        await inbox.add(tx, messages, NOW)


async def answer_next(database: Database, address: Address = HOA) -> Said | None:
    """Take the next message of a chat as the desk does; return what it says."""
    async with database.write() as tx:
        waiting = await inbox.oldest(tx, address)
        if waiting is None:
            return None
        assert await inbox.done(tx, waiting.id)
        return waiting.incoming.said


async def test_a_message_that_comes_twice_is_kept_once(database: Database) -> None:
    await receive(database, said("lần một", 1), said("lần hai", 1))
    await receive(database, said("lần ba", 1, NAM))
    assert await rows(database, "SELECT chat, external_id, said FROM inbox") == [
        ("11", "u1", '[{"words": "lần một"}, null]')
    ]


async def test_the_same_number_on_another_channel_is_another_message(database: Database) -> None:
    zalo = Address("zalo", "11")
    await receive(database, said("một", 1), said("hai", 1, zalo))
    assert [await answer_next(database), await answer_next(database, zalo)] == ["một", "hai"]


async def test_ten_tasks_that_store_one_message_at_once_keep_it_once(database: Database) -> None:
    batch = [said("một", 1), said("hai", 2)]
    await asyncio.gather(*(receive(database, *batch) for _task in range(10)))
    assert await rows(database, "SELECT external_id FROM inbox ORDER BY id") == [("u1",), ("u2",)]


async def test_an_answered_message_that_comes_again_is_not_answered_again(
    database: Database,
) -> None:
    await receive(database, said("một", 1))
    await answer_next(database)
    await receive(database, said("một", 1))
    assert await answer_next(database) is None


async def test_a_chat_is_answered_in_order_whatever_others_say(database: Database) -> None:
    await receive(database, said("một", 1), said("khác", 2, NAM))
    await receive(database, said("hai", 3), said("ba", 4))
    assert [await answer_next(database) for _turn in range(4)] == ["một", "hai", "ba", None]
    assert await answer_next(database, NAM) == "khác"


async def test_what_was_said_comes_back_as_it_was(database: Database) -> None:
    every: tuple[Said, ...] = ("ba", Press(7, 2), Unread.MEDIA, Unread.EDIT, '"[{\\ \n Đắk Ơ 🌾')
    for nth, words in enumerate(every):
        chat = Address("telegram", f"-10{nth}")
        message = Incoming(chat, f"u{nth}", words, NOW - timedelta(minutes=5), message="812")
        await receive(database, message)
        async with database.read() as tx:
            waiting = await inbox.oldest(tx, chat)
        assert waiting
        assert (waiting.id, waiting.incoming, waiting.received_at) == (nth + 1, message, NOW)


async def test_what_is_known_of_something_personal_comes_back_as_it_was(
    database: Database,
) -> None:
    message = Incoming(
        HOA,
        "1:album:7:u1",
        Unread.MEDIA,
        NOW,
        personal=frozenset({"media", "phone"}),
        own="811",
        album="1:album:7:",
    )
    await receive(database, message)
    async with database.read() as tx:
        waiting = await inbox.oldest(tx, HOA)
    assert waiting
    assert waiting.incoming == message


async def test_what_the_version_before_the_airlock_wrote_is_read(database: Database) -> None:
    await receive(database, said("mới", 1))
    async with database.write() as tx:
        written = '[{"words": "cũ"}, "812"]'
        await tx.execute(update(schema.inbox).values(said=written))
        waiting = await inbox.oldest(tx, HOA)
    assert waiting
    assert waiting.incoming == Incoming(HOA, "u1", "cũ", NOW, "812")


async def test_only_the_first_of_an_album_is_the_first(database: Database) -> None:
    def picture(nth: int, album: str) -> Incoming:
        return Incoming(HOA, f"{album}u{nth}", Unread.MEDIA, NOW, album=album)

    album, other = "1:album:1_:", "1:album:12:"
    await receive(database, picture(1, other), said("một", 2))
    await receive(database, picture(3, album), picture(4, album), picture(5, album))
    first = []
    for _turn in range(5):
        async with database.write() as tx:
            waiting = await inbox.oldest(tx, HOA)
            assert waiting
            first.append(await inbox.is_first_of_album(tx, waiting))
            await inbox.done(tx, waiting.id)
    assert first == [True, True, True, False, False]


async def test_a_waiting_message_says_whether_more_wait_behind_it(database: Database) -> None:
    await receive(database, said("một", 1), said("khác", 2, NAM), said("hai", 3))
    more = []
    while True:
        async with database.write() as tx:
            waiting = await inbox.oldest(tx, HOA)
            if waiting is None:
                break
            more.append(waiting.more)
            await inbox.done(tx, waiting.id)
    assert more == [True, False]


async def test_a_message_longer_than_any_channel_sends_is_cut(database: Database) -> None:
    await receive(database, said("ơ" * 10_000, 1))
    assert await answer_next(database) == "ơ" * 4096


async def test_half_a_sign_or_none_at_all_is_kept_like_any_other(database: Database) -> None:
    """A channel that cuts text by UTF-16 may leave half an emoji; a phone may send a NUL."""
    await receive(database, said("ba \ud83d", 1), said("bốn \x00", 2))
    assert [await answer_next(database), await answer_next(database)] == ["ba ?", "bốn \x00"]


async def test_what_another_version_wrote_does_not_stand_in_the_way(database: Database) -> None:
    await receive(database, said("một", 1), said("hai", 2))
    for written in ("{", "7", "[]", '[{"voice": 1}, null]', '[{"press": [1]}, null]'):
        async with database.write() as tx:
            await tx.execute(
                update(schema.inbox).where(schema.inbox.c.id == 1).values(said=written)
            )
            waiting = await inbox.oldest(tx, HOA)
        assert waiting
        assert (waiting.id, waiting.incoming.said) == (1, Unread.MEDIA)
    assert [await answer_next(database), await answer_next(database)] == [Unread.MEDIA, "hai"]


async def test_done_empties_the_words_and_is_said_once(database: Database) -> None:
    await receive(database, said("Trần Thị Hoa", 1))
    async with database.write() as tx:
        assert [await inbox.done(tx, 1), await inbox.done(tx, 1)] == [True, False]
    assert await rows(database, "SELECT state, said FROM inbox") == [("done", None)]


async def test_an_update_that_cannot_be_read_leaves_its_shape_and_no_words(
    database: Database,
) -> None:
    for shape in ("poll_answer{option_ids}", "again"):
        async with database.write() as tx:
            await inbox.set_aside(tx, "telegram", "u9", shape, NOW)
    assert await rows(database, "SELECT channel, chat, external_id, said, state FROM inbox") == [
        ("telegram", "", "u9", "poll_answer{option_ids}", "aside")
    ]
    async with database.read() as tx:
        assert await inbox.chats_waiting(tx, ["telegram"]) == []


async def test_a_message_that_failed_makes_way_and_leaves_no_words(database: Database) -> None:
    await receive(database, said("một", 1), said("hai", 2))
    async with database.write() as tx:
        await inbox.failed(tx, 1, "SC-2X4Y6")
    assert await answer_next(database) == "hai"
    assert await rows(database, "SELECT state, said, incident FROM inbox ORDER BY id") == [
        ("aside", None, "SC-2X4Y6"),
        ("done", None, None),
    ]


async def test_after_a_crash_the_waiting_chats_are_found_longest_waiting_first(
    database: Database,
) -> None:
    zalo = Address("zalo", "5")
    await receive(database, said("một", 1, NAM), said("hai", 2), said("ba", 3, zalo))
    await receive(database, said("bốn", 4, NAM), said("năm", 5))
    await answer_next(database, NAM)
    await database.close()
    again = Database(database.url)
    async with again.read() as tx:
        assert await inbox.chats_waiting(tx, ["telegram"]) == [HOA, NAM]
        assert await inbox.chats_waiting(tx, ["telegram", "zalo"]) == [HOA, zalo, NAM]
        assert await inbox.chats_waiting(tx, []) == []
    await again.close()


async def test_tidying_forgets_what_is_done_with_and_keeps_what_waits(database: Database) -> None:
    await receive(database, said("một", 1), said("hai", 2), said("ba", 3))
    await answer_next(database)
    async with database.write() as tx:
        await inbox.failed(tx, 2, "SC-2X4Y6")
        await inbox.set_aside(tx, "telegram", "u9", "poll_answer{option_ids}", NOW)
    for passed, kept in ((timedelta(days=3), 4), (timedelta(days=3, seconds=1), 1)):
        async with database.write() as tx:
            await inbox.prune(tx, NOW + passed, keep=timedelta(days=3))
        assert await rows(database, "SELECT count(*) FROM inbox") == [(kept,)]
    assert await answer_next(database) == "ba"


async def test_a_number_is_never_given_twice_though_its_message_is_forgotten(
    database: Database,
) -> None:
    await receive(database, said("một", 1))
    await answer_next(database)
    async with database.write() as tx:
        await inbox.prune(tx, NOW + timedelta(days=9), keep=timedelta(days=3))
    await receive(database, said("hai", 2))
    assert await rows(database, "SELECT id, external_id FROM inbox") == [(2, "u2")]
