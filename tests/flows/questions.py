"""Asking and answering, for the conversations about questions to the office."""

from collections.abc import Callable
from typing import Any

from tests.chat import Chat
from tests.house import House

ChatAs = Callable[[str], Chat]
WAY = ("nuôi tôm hùm bán cho nhà hàng", "[Hỏi cán bộ xã]", "[Gửi câu hỏi cho cán bộ xã]")
QUESTION = "Xã mình mua máy cày trả góp ở đâu?"
ANSWER = "Hội Nông dân xã nhận đơn.\nSáng thứ hai hằng tuần, tầng một."


async def ask(chat: Chat, words: str = QUESTION) -> list[str]:
    for said in ("0", *WAY, words):
        await chat.say(said)
    return await chat.say("[Gửi đi]")


async def answer(chat: Chat, words: str = ANSWER) -> list[str]:
    for said in ("/hoidap", "1", "[Trả lời bằng lời của mình]", words):
        await chat.say(said)
    return await chat.say("[Gửi đi]")


async def told(chat: Chat) -> list[list[str]]:
    """Return everything a chat was shown, each message by its lines."""
    if chat.channel == "terminal":
        return [text.split("\n") for text in chat.house.shown[chat.role]]
    return [one.text.split("\n") for one in chat.house.people[chat.role].screen if one.who == "bot"]


async def kept(house: House) -> list[tuple[Any, ...]]:
    return await house.ask("SELECT words, means, answer, guide, reopened FROM questions")
