"""What Telegram may hand over besides words in private: broken, foreign, pictures, corrections."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.botapi import BotApi, payloads
from tests.process.phones import Phone
from tests.process.runner import PATIENCE, Program
from tests.process.town import Town

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("odd")]

_CHAT = {"id": 11, "type": "private", "first_name": "Mai"}
_WHO = {"id": 11, "is_bot": False, "first_name": "Mai"}
_GROUP = {"id": -1001, "type": "supergroup", "title": "Tổ"}


def _message(**changed: object) -> dict[str, Any]:
    whole = {"message_id": 900, "date": 1_795_000_000, "chat": _CHAT, "from": _WHO, "text": "ghi"}
    kept = {name: value for name, value in (whole | changed).items() if value is not None}
    return {"message": kept}


# None of these can be answered: there is no text, no time, or no chat in them.
BROKEN: list[dict[str, Any]] = [
    {"message": {"chat": "x"}},
    _message(date=None),
    _message(date="yesterday"),
    _message(date=10**18),
    _message(chat=None),
    _message(chat={"id": "x", "type": "private"}),
    _message(text=5),
    _message(text=["ghi"]),
    {"message": "ghi"},
    {"message": [1, 2]},
    {"callback_query": {"id": "1"}},
    {"callback_query": {"id": "2", "data": "1.1", "chat_instance": "1", "message": "x"}},
    {"edited_message": {"message_id": 1}},
]
# These are nothing to us, and nothing is wrong with them.
FOREIGN: list[dict[str, Any]] = [
    {},
    {"kind_of_next_year": {"id": "1"}},
    {"message": None},
    _message(chat=_GROUP),
    {"edited_message": _message(chat=_GROUP, edit_date=1_795_000_001)["message"]},
    _message(**{"from": _WHO | {"is_bot": True}}),
    {
        "callback_query": {
            "id": "3",
            "from": _WHO,
            "data": "1.1",
            "chat_instance": "1",
            "message": _message(chat=_GROUP)["message"],
        }
    },
]


async def test_what_cannot_be_read_is_set_aside_and_the_others_go_on(
    api: BotApi, town: Town, program: Program, phone: Phone
) -> None:
    await phone.say("/start")
    broken = []
    for nth, update in enumerate(BROKEN):
        broken.append(api.push(update))
        if nth % 3 == 0:
            phone.person.say("menu")
    # Half of a letter of two halves: Python can hold it, UTF-8 cannot.
    api.push(_message(text="hỏng \ud83d"))
    phone.person.say("ghi")
    await phone.answer(1 + 5 + 2)
    assert "Bà vừa giúp việc gì?" in phone.texts[-1]
    aside = town.ask("SELECT external_id, chat, said FROM inbox WHERE state = 'aside' ORDER BY id")
    assert [row[0] for row in aside] == [f"{api.me['id']}:{number}" for number in broken]
    assert {row[1] for row in aside} == {""}
    # Only the form is kept: no word and no number of what came.
    assert "ghi" not in json.dumps([row[2] for row in aside])
    assert program.err.count("set aside") == len(BROKEN)


async def test_what_is_nothing_to_us_is_passed_over(
    api: BotApi, town: Town, program: Program, phone: Phone
) -> None:
    for update in FOREIGN:
        api.push(update)
    await phone.say("/start")
    await api.until(lambda: not api.updates.pending, PATIENCE)
    assert await program.terminate() == 0
    assert town.states("inbox") == {"done": 1}
    assert len(phone.shown) == 1
    assert "set aside" not in program.err


@pytest.mark.usefixtures("program")
async def test_what_is_not_words_is_answered_kindly_once(
    api: BotApi, town: Town, phone: Phone, phone_of: Callable[[str], Phone]
) -> None:
    leader, official = phone_of("leader"), phone_of("official")
    await phone.say("/ghi")
    for nth, send in enumerate(
        (phone.person.send_photo, phone.person.send_voice, phone.person.send_sticker), start=2
    ):
        send()
        answer = await phone.answer(nth)
        assert "Tôi chỉ đọc được chữ gõ" in answer
        # The question is still there to be answered.
        assert "Bà vừa giúp việc gì?" in answer

    sent = leader.person.say("/start")
    await leader.answer(1)
    leader.person.edit(sent.message_id, "ghi")
    assert "sửa" in await leader.answer(2)

    official.person.say("/start")
    for __ in range(3):
        official.person.send({**payloads.photo("xem"), "media_group_id": "17"})
    official.person.say("menu")
    await official.answer(3)
    await api.until(lambda: not api.updates.pending, PATIENCE)
    assert ["Tôi chỉ đọc được chữ gõ" in text for text in official.texts] == [
        False,
        True,
        False,
    ]
    assert town.records() == []


@pytest.mark.usefixtures("program")
async def test_an_old_button_changes_nothing(town: Town, phone: Phone) -> None:
    await phone.say("/ghi")
    await phone.say("1")
    await phone.say("3")
    phone.person.press("Hoàn tác")
    await phone.answer(4)
    phone.person.press("Hoàn tác", stale=True)
    assert (await phone.answer(5)).startswith("Nút đó")
    taken = "SELECT count(*) FROM facts WHERE kind = 'AssistanceVoided' AND code NOT LIKE 'M0%'"
    assert town.ask(taken) == [(1,)]
