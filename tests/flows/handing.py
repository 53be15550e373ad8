"""Hands files over to the bot, and looks at what became of them."""

import io
from collections.abc import Sequence

from openpyxl import Workbook

from tests.botapi import Person
from tests.chat import Chat
from tests.commands.sheets import HEADS
from tests.house import House

HEAD = HEADS["Số liệu"]
FIGURE = ("so_ho", 99, "hộ", "Xã Bình An (xã mẫu)", "31/10/2026", "Trưởng thôn")
WRONG = ("so_ho", "chín", "hộ", "Không đâu", "31/10/2026", "Trưởng thôn")


def workbook(*rows: Sequence[object], page: str = "Số liệu") -> bytes:
    """Return a sheet of figures."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = page
    for row in (HEADS[page], *rows):
        sheet.append(list(row))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def roster(*rows: Sequence[object]) -> bytes:
    """Return a roster whose only page is that of people."""
    return workbook(*rows, page="Thành viên")


async def asks(house: House, command: str = "/guitep") -> None:
    await Chat(house, "telegram", "official").say(command)


async def hand(house: House, person: Person, content: bytes, name: str = "bang.xlsx") -> str:
    person.hand_over(name, content)
    await house.telegram_settles()
    return person.screen[-1].text


async def given(house: House) -> list[tuple[object, ...]]:
    return await house.ask("SELECT value, giver FROM figures WHERE code LIKE 'S0%' ORDER BY id")


async def held(house: House) -> int:
    return len(await house.ask("SELECT 1 FROM uploads"))


def fetched(house: House) -> set[str]:
    return {call.method for call in house.api.calls} & {"getFile", "download"}
