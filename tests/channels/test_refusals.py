"""Letters that Telegram refuses, and what becomes of them, over the real client."""

import pytest
from telegram import Bot

from bot.channels.telegram.sending import send
from bot.domain.chat import Address, Part
from bot.domain.errors import Undelivered
from tests.botapi import BotApi, Person, Wire

MAI = Address("telegram", "11")
LINES = ((1, "Ghi việc đã giúp"), (0, "Menu"))


def _shown(person: Person) -> list[str]:
    return [one.text for one in person.screen if one.who == "bot"]


async def _refusal(bot: Bot, part: Part, to: Address = MAI) -> tuple[object, ...]:
    with pytest.raises(Undelivered) as told:
        await send(bot, to, part)
    return (told.value.forever, told.value.unknown, told.value.after)


@pytest.mark.parametrize("edits", [None, "2"])
async def test_someone_who_blocked_the_bot_is_not_written_to_again(
    bot: Bot, mai: Person, edits: str | None
) -> None:
    await send(bot, MAI, Part("Chào bà!"))
    mai.block()
    assert await _refusal(bot, Part("Bà còn đó không?", edits=edits)) == (True, False, None)


@pytest.mark.parametrize("edits", [None, "2"])
async def test_a_chat_that_is_not_there_is_not_written_to_again(
    bot: Bot, mai: Person, edits: str | None
) -> None:
    stranger = Address("telegram", "99")
    assert await _refusal(bot, Part("Chào!", edits=edits), stranger) == (True, False, None)
    assert _shown(mai) == []


async def test_too_much_at_once_waits_as_long_as_told(api: BotApi, bot: Bot, mai: Person) -> None:
    api.fault("sendMessage", status=429, retry_after=7)
    assert await _refusal(bot, Part("Chào bà!")) == (False, False, 7.0)
    await send(bot, MAI, Part("Chào bà!"))
    assert _shown(mai) == ["Chào bà!"]


@pytest.mark.parametrize("method", ["editMessageText", "editMessageReplyMarkup"])
async def test_too_much_at_once_holds_for_edits_too(
    api: BotApi, bot: Bot, mai: Person, method: str
) -> None:
    await send(bot, MAI, Part("Bao nhiêu?", LINES, screen=7))
    api.fault(method, status=429, retry_after=3)
    edits = str(mai.screen[-1].message_id)
    part = Part("3", ((1, "Ghi"),), 8, standing=method.endswith("Markup"), edits=edits)
    assert await _refusal(bot, part) == (False, False, 3.0)


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_broken_server_may_have_done_it(
    api: BotApi, bot: Bot, mai: Person, status: int
) -> None:
    api.fault("sendMessage", status=status)
    assert await _refusal(bot, Part("Chào bà!")) == (False, True, None)
    assert _shown(mai) == []


async def test_an_answer_that_gets_lost_may_have_been_a_yes(
    api: BotApi, bot: Bot, mai: Person
) -> None:
    api.fault("sendMessage", drop="after")
    assert await _refusal(bot, Part("một")) == (False, True, None)
    api.fault("sendMessage", hang=60)
    assert await _refusal(bot, Part("hai")) == (False, True, None)
    assert _shown(mai) == ["một", "hai"]


async def test_a_token_that_is_refused_loses_no_letter(api: BotApi, mai: Person) -> None:
    async with Bot(api.token, request=Wire(api), get_updates_request=Wire(api)) as bot:
        api.token = "1000001:another"
        assert await _refusal(bot, Part("Chào bà!")) == (False, False, None)
    assert _shown(mai) == []
