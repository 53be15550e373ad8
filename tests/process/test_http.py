"""The program as a process, over real HTTP: a conversation, and everything a network does to it."""

from collections.abc import Callable

import pytest

from tests.botapi import BotApi
from tests.process import town as towns
from tests.process.phones import Phone
from tests.process.runner import PATIENCE, Program
from tests.process.town import Town

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("http")]


@pytest.mark.usefixtures("program")
async def test_a_record_takes_three_taps(api: BotApi, town: Town, phone: Phone) -> None:
    assert (await phone.say("/start")).startswith("Chào bà Trần Thị Hoa!")
    assert any("Ghi việc đã giúp" in row for row in phone.person.keyboard)
    phone.person.tap("Ghi việc đã giúp")
    assert (await phone.answer(2)).startswith("Bà vừa giúp việc gì?")
    chosen, messages = phone.buttons[0], len(phone.person.screen)
    assert (await phone.press(chosen)).startswith(chosen)
    receipt = await phone.press("3")
    assert receipt.startswith(f"Đã ghi: {chosen}: 3 ")
    # Both answers took the place of the question, and both presses were acknowledged.
    assert len(phone.person.screen) == messages
    await api.until(lambda: all(query.answered for query in api.queries.values()), PATIENCE)
    assert len(api.queries) == 2
    assert [count for __, count in town.records()] == [3]
    assert (await phone.press("Hoàn tác")).startswith(f"Đã bỏ: {chosen}: 3 ")
    assert await phone.say("so")
    assert api.complaints == []


@pytest.mark.usefixtures("program")
async def test_polling_waits_at_the_server_and_confirms_what_is_stored(
    api: BotApi, phone: Phone
) -> None:
    for words in ("/start", "ghi", "menu"):
        await phone.say(words)
    await api.until(lambda: not api.updates.pending, PATIENCE)
    polls = api.calls_to("getUpdates")
    assert all(poll.params["timeout"] >= 20 for poll in polls)
    # One for each message, and the one that waits now.
    assert len(polls) == 4
    offsets = [poll.params.get("offset") for poll in polls]
    assert offsets == [None, 700_002, 700_003, 700_004]


async def test_a_refused_or_lost_letter_is_sent_again(
    api: BotApi, town: Town, program: Program, phone_of: Callable[[str], Phone]
) -> None:
    leader, member, official = (phone_of(role) for role in ("leader", "member", "official"))
    api.fault("sendMessage", status=429, retry_after=1)
    assert (await leader.say("/start")).startswith("Chào ")
    refused, accepted = api.calls_to("sendMessage")
    assert (accepted.at - refused.at).total_seconds() >= 1

    api.fault("sendMessage", drop="before")
    assert (await member.say("/start")).startswith("Chào ")
    assert len(member.shown) == 1

    api.fault("sendMessage", drop="after")
    await official.say("/start")
    await official.answer(2)
    # Nobody can know that the first one arrived: the same letter twice, never another one.
    assert len(set(official.texts)) == 1

    api.fault("sendMessage", status=502)
    assert "vừa giúp việc gì?" in await leader.say("ghi")
    api.fault("editMessageText", status=502)
    assert "Bao nhiêu" in await leader.press(leader.buttons[0])
    await program.terminate()
    assert town.states("letters") == {"sent": 5}
    assert town.states("inbox") == {"done": 5}


async def test_a_server_that_is_away_for_a_while_is_asked_again(
    api: BotApi, program: Program, phone: Phone
) -> None:
    # The poll that waits now returns with the first message; the fault meets the one after it.
    api.fault("getUpdates", status=502)
    await phone.say("menu")
    api.fault("getUpdates", status=429, retry_after=1)
    await phone.say("menu")
    api.fault("getUpdates", drop="before")
    await phone.say("menu")
    api.fault("getUpdates", drop="after")
    await phone.say("menu")
    await api.until(lambda: api.faults.left == 0, PATIENCE)
    api.pause()
    phone.person.say("ghi")
    polls = len(api.calls_to("getUpdates"))
    await api.until(lambda: len(api.calls_to("getUpdates")) > polls, PATIENCE)
    api.resume()
    await phone.answer(5)
    await api.until(lambda: not api.updates.pending, PATIENCE)
    assert len(phone.shown) == 5
    assert program.running


@pytest.mark.usefixtures("program")
async def test_the_same_update_twice_is_one_record(api: BotApi, town: Town, phone: Phone) -> None:
    await phone.say("/ghi")
    await phone.say("1")
    phone.person.say("4")
    update = api.updates.pending[-1]
    receipt = await phone.answer(3)
    for __ in range(2):
        api.redeliver(update)
        assert (await phone.say("so")) != receipt
    assert [count for __, count in town.records()] == [4]
    assert town.states("inbox") == {"done": 5}
    assert sum("Mã: " in text for text in phone.texts) == 1


@pytest.mark.usefixtures("program")
async def test_a_join_link_joins(api: BotApi, town: Town, phone_of: Callable[[str], Phone]) -> None:
    name = await towns.issue(town, "K7QM-2F9T")
    stranger = phone_of("stranger")
    assert name in await stranger.say("/start K7QM-2F9T")
    assert name in await stranger.press("Tôi đồng ý")
    bound = "SELECT chat, name FROM people JOIN chats ON person_id = people.id"
    assert (str(stranger.person.id), name) in town.ask(bound)
    assert api.complaints == []


@pytest.mark.usefixtures("program")
async def test_a_chat_keeps_its_order_while_others_go_on(
    api: BotApi, phone_of: Callable[[str], Phone]
) -> None:
    slow, quick = phone_of("leader"), phone_of("member")
    api.fault("sendMessage", hang=3)
    for words in ("/start", "ghi", "1", "2"):
        slow.person.say(words)
    await api.until(lambda: api.calls_to("sendMessage"), PATIENCE)
    await quick.say("/start")
    # The first letter to the slow chat is still on its way.
    told = [call.params["chat_id"] for call in api.calls_to("sendMessage")]
    assert told == [slow.person.id, quick.person.id]
    await slow.answer(4)
    starts = [text.split()[0] for text in slow.texts]
    assert (starts[0], starts[-1][:2]) == ("Chào", "Đã")
    assert "vừa giúp việc gì?" in slow.texts[1]
    assert "Bao nhiêu" in slow.texts[2]
