"""Calls on households, as the conversations of the survey make them."""

import json
from typing import Any

from tests.chat import Chat
from tests.house import House

# What is said of a house of four who all have everything.
ALIKE = ("4", "[Không có em nào]", "[Có đủ cả 6]", "[Có]")
_ROUNDS = "SELECT body FROM facts WHERE kind = 'HouseholdSurveyed' ORDER BY id"


async def ask(chat: Chat, label: str, *answers: str) -> None:
    """Open the survey, name a household, and answer."""
    await chat.say("/rasoat")
    await chat.say(label)
    for said in answers:
        await chat.say(said)


async def rounds(house: House) -> list[dict[str, Any]]:
    """Return what the ledger keeps of each call, in the order of asking."""
    return [json.loads(body) for (body,) in await house.ask(_ROUNDS)]
