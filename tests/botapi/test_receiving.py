"""How updates reach the bot, and when they are forgotten."""

import asyncio
from datetime import timedelta

import pytest
from telegram import (
    Bot,
)
from telegram.constants import UpdateType
from telegram.error import (
    BadRequest,
    Conflict,
)

from .people import Person
from .scene import Clock, Connect, ids, rows
from .server import BotApi


async def test_the_client_starts_and_knows_its_name(bot: Bot) -> None:
    async with bot:
        assert (bot.id, bot.username, bot.bot.is_bot) == (1000001, "to_so_bot", True)


async def test_a_long_poll_returns_as_soon_as_somebody_writes(api: BotApi, bot: Bot) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await api.until(lambda: api.updates.polling)
    sent = api.person(11, "Mai", language_code="vi").say("/start TO3-XYZ")
    async with asyncio.timeout(2):
        [update] = await polling
    message = update.message
    assert message is not None
    assert message.from_user is not None
    assert (update.update_id, message.message_id) == sent
    assert (message.text, message.chat_id) == ("/start TO3-XYZ", 11)
    assert message.date == api.now()
    assert list(message.parse_entities().values()) == ["/start"]
    assert message.from_user.language_code == "vi"


async def test_a_long_poll_with_nothing_to_say_ends_empty(bot: Bot) -> None:
    assert await bot.get_updates(timeout=0) == ()


async def test_only_an_offset_confirms(api: BotApi, bot: Bot, mai: Person) -> None:
    one, two, three = (mai.say(word).update_id for word in ("một", "hai", "ba"))
    assert await ids(bot.get_updates()) == [one, two, three]
    assert await ids(bot.get_updates(limit=2)) == [one, two]
    assert await ids(bot.get_updates(offset=two)) == [two, three]
    assert await ids(bot.get_updates(offset=-1)) == [three]
    assert await ids(bot.get_updates(offset=three + 1)) == []
    assert api.updates.pending == []


async def test_an_offset_from_nowhere_confirms_nothing(bot: Bot, mai: Person) -> None:
    said = mai.say("một").update_id
    assert await ids(bot.get_updates(offset=said + 1000)) == [said]


async def test_a_confirmed_update_can_come_again(api: BotApi, bot: Bot, mai: Person) -> None:
    first, second = mai.say("một").update_id, mai.say("hai").update_id
    await bot.get_updates(offset=second + 1)
    api.redeliver(first)
    assert await ids(bot.get_updates(offset=second + 1)) == [first]
    assert await ids(bot.get_updates(offset=second + 1)) == []


async def test_a_malformed_update_is_delivered_as_it_is(api: BotApi) -> None:
    pushed = api.push({"message": {"nonsense": True}})
    status, body = await api.answer("getUpdates", {})
    assert (status, body["result"]) == (
        200,
        [{"update_id": pushed, "message": {"nonsense": True}}],
    )


async def test_presses_are_kept_150_seconds_and_messages_a_day(
    bot: Bot, mai: Person, clock: Clock
) -> None:
    await bot.send_message(mai.id, "?", reply_markup=rows("Có"))
    said, pressed = mai.say("một"), mai.press("Có")
    clock.time += timedelta(seconds=149)
    assert await ids(bot.get_updates()) == [said.update_id, pressed.update_id]
    clock.time += timedelta(seconds=1)
    assert await ids(bot.get_updates()) == [said.update_id]
    clock.time += timedelta(hours=24)
    assert await ids(bot.get_updates()) == []


async def test_the_kinds_asked_for_stay_asked_for(bot: Bot, mai: Person) -> None:
    await bot.get_updates(allowed_updates=[UpdateType.MESSAGE])
    said = mai.say("một")
    assert mai.edit(said.message_id, "hai").update_id == 0
    assert await ids(bot.get_updates()) == [said.update_id]
    await bot.get_updates(allowed_updates=[])
    assert mai.edit(said.message_id, "ba").update_id > 0


async def test_a_second_poller_ends_the_first(api: BotApi, connect: Connect, mai: Person) -> None:
    older = asyncio.create_task(connect().get_updates(timeout=30))
    await api.until(lambda: api.updates.polling)
    newer = asyncio.create_task(connect().get_updates(timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await older
    said = mai.say("một").update_id
    assert await ids(newer) == [said]


async def test_a_poller_that_goes_away_waits_no_longer(api: BotApi, bot: Bot) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await api.until(lambda: api.updates.polling)
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    await api.until(lambda: not api.updates.polling)


async def test_a_webhook_excludes_polling(api: BotApi, bot: Bot, mai: Person) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await api.until(lambda: api.updates.polling)
    await bot.set_webhook("https://bot.example.vn/hook", allowed_updates=["message"])
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await polling
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    said = mai.say("một").update_id
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("https://bot.example.vn/hook", 1)
    assert info.allowed_updates == ("message",)
    await bot.delete_webhook()
    assert await ids(bot.get_updates()) == [said]
    with pytest.raises(BadRequest, match="an https url must be provided"):
        await bot.set_webhook("http://bot.example.vn/hook")


async def test_everything_people_send_can_be_read(bot: Bot, mai: Person) -> None:
    mai.send_photo("ảnh")
    mai.send_voice()
    mai.send_contact()
    mai.send_sticker()
    mai.send_document("bang.xlsx")
    mai.send_location()
    mai.edit(mai.say("ba").message_id, "bốn")
    mai.block()
    *sent, said, edited, left = await bot.get_updates()
    kinds = ["photo", "voice", "contact", "sticker", "document", "location"]
    assert [one.message and bool(one.message[kind]) for one, kind in zip(sent, kinds, strict=True)]
    assert (said.message and said.message.text) == "ba"
    assert (edited.edited_message and edited.edited_message.text) == "bốn"
    assert (left.my_chat_member and left.my_chat_member.new_chat_member.status) == "kicked"
    assert [one.text for one in mai.screen[-2:]] == ["[location]", "bốn"]
