"""What the tests of figures say and ask."""

from typing import Any

from tests.chat import Chat
from tests.house import House

CARDS, ACTIVE = "the_tu_14", "dinh_danh_kich_hoat"
# From the number to the receipt: the whole commune, last month's end, the usual giver, no document.
REST = ("[Cả xã]", "cuối tháng 10", "[Công an xã]", "[Chưa có văn bản]")


async def given(house: House) -> list[tuple[Any, ...]]:
    """Return what was given: place, name, value, unit, window, giver and document."""
    return await house.ask(
        "SELECT places.name, figures.name, value, unit, since, as_of, giver, document"
        " FROM figures JOIN places ON places.id = place_id"
        " WHERE code NOT LIKE 'M0%' ORDER BY figures.id"
    )


async def say(chat: Chat, *words: str) -> list[str]:
    """Say one thing after the other; return what is shown then."""
    shown: list[str] = []
    for one in words:
        shown = await chat.say(one)
    return shown
