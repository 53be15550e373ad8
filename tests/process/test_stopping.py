"""Stopping and starting: what was said meanwhile is answered, and nothing is answered twice."""

import time
from collections.abc import Callable

import pytest

from tests.botapi import BotApi
from tests.process.phones import Phone, all_answered
from tests.process.runner import PATIENCE, Program
from tests.process.town import Town

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("stopping")]

# Docker, systemd and the like kill what has not ended by then.
_MANAGERS_PATIENCE = 10


async def _restarted(program: Program, api: BotApi, phones: list[Phone]) -> None:
    """Start once more, and make sure that every chat has been looked at again."""
    await program.start()
    await program.polls()
    before = [len(phone.shown) for phone in phones]
    for phone, shown in zip(phones, before, strict=True):
        phone.person.say("menu")
        await phone.answer(shown + 1)
    await api.until(lambda: not api.updates.pending, PATIENCE)


async def test_a_stop_finishes_what_is_being_answered(
    api: BotApi, town: Town, program: Program, phone_of: Callable[[str], Phone]
) -> None:
    phones = [phone_of(role) for role in ("member", "leader", "official")]
    for phone in phones:
        api.fault("sendMessage", hang=1)
        phone.person.say("ghi")
    await api.until(lambda: len(api.calls_to("sendMessage")) == len(phones), PATIENCE)
    assert await program.terminate() == 0
    assert town.states("letters") == {"sent": 3}
    assert town.states("inbox") == {"done": 3}
    await _restarted(program, api, phones)
    assert await program.terminate() == 0
    assert [len(phone.shown) for phone in phones] == [2, 2, 2]
    assert town.states("letters") == {"sent": 6}


@pytest.mark.parametrize("hang", [0, 4])
async def test_a_stop_with_much_to_do_ends_in_time_and_the_rest_follows(
    api: BotApi, town: Town, program: Program, phone: Phone, hang: float
) -> None:
    said = 12
    for __ in range(said):
        api.fault("sendMessage", hang=hang)
        phone.person.say("menu")
    await api.until(lambda: api.calls_to("sendMessage"), PATIENCE)
    await api.until(lambda: not api.updates.pending, PATIENCE)
    begun = time.monotonic()
    assert await program.terminate() == 0
    assert time.monotonic() - begun < _MANAGERS_PATIENCE
    while api.faults.left:
        api.faults.take("sendMessage")
    assert len(phone.shown) < said
    await program.start()
    await phone.answer(said)
    assert await program.terminate() == 0
    # One that was under way when time was up may come a second time.
    assert len(phone.shown) - said in ({0, 1} if hang else {0})
    assert town.states("letters") == {"sent": said}
    assert "Traceback" not in program.err
    assert "exception" not in program.err.lower()


async def test_a_stop_while_the_server_is_away_is_a_stop(api: BotApi, program: Program) -> None:
    api.pause()
    asked = len(api.calls)
    await api.until(lambda: len(api.calls) > asked, PATIENCE)
    begun = time.monotonic()
    assert await program.terminate() == 0
    assert time.monotonic() - begun < _MANAGERS_PATIENCE


async def test_words_said_while_it_is_down_are_answered_after_the_start(
    api: BotApi, town: Town, program: Program, phone_of: Callable[[str], Phone]
) -> None:
    phones = [phone_of(role) for role in ("member", "leader")]
    for phone in phones:
        await phone.say("/start")
    await program.terminate()
    for phone in phones:
        for words in ("/ghi", "2", "3"):
            phone.person.say(words)
    await program.start()
    await all_answered(api, phones, 4)
    assert [phone.texts[-1].startswith("Đã ghi: ") for phone in phones] == [True, True]
    assert [count for __, count in town.records()] == [3, 3]
    await program.terminate()
    await _restarted(program, api, phones)
    assert [len(phone.shown) for phone in phones] == [5, 5]


async def test_stopped_again_and_again_while_it_starts_nothing_is_lost(
    town: Town, program: Program, phone: Phone
) -> None:
    await program.terminate()
    for words in ("/ghi", "1", "2"):
        phone.person.say(words)
    for methods in ((), ("getMe",), ("deleteWebhook",), ("setMyCommands",), ("getUpdates",)):
        await program.start()
        await program.called(*methods)
        await program.terminate()
    await program.start()
    await phone.answer(3)
    assert await program.terminate() == 0
    assert len(phone.shown) == 3
    assert [count for __, count in town.records()] == [2]
    assert town.states("letters") == {"sent": 3}
    assert "Traceback" not in program.err
