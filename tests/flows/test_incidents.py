"""When the program itself fails: one sentence with a code, nothing lost, and a way on."""

import re

import pytest
from sqlalchemy import text

from tests.chat import Chat

_CODE = re.compile(r"SC-[2-9B-Z]{5}")


async def test_a_garbled_session_is_said_aloud_and_the_next_message_works(
    chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    await chat.say("/ghi")
    async with chat.house.database.write() as tx:
        await tx.execute(text("UPDATE chats SET session = '{\"frames\": 7}'"))
    shown = await chat.say("1")
    code = _CODE.search(shown[0])
    assert code
    assert shown[0].startswith("Máy vừa bị lỗi nên chưa ghi được tin này.")
    assert code[0] in caplog.text
    assert (await chat.say("menu"))[0].startswith("Chào bà Trần Thị Hoa!")


async def test_nobodys_words_are_in_the_log(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    async with chat.house.database.write() as tx:
        await tx.execute(text("UPDATE chats SET session = 'không đọc được'"))
    await chat.say("bí mật của bà Hoa")
    assert _CODE.search(caplog.text)
    assert "bí mật" not in caplog.text
    assert "Hoa" not in caplog.text
