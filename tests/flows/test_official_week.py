"""An official's week: the card comes, points are looked at, the week is closed, files are sent on.

The same figure stands in everything that leaves the commune, under the same code.
"""

import io
import re
from collections.abc import Sequence
from datetime import datetime

import pytest
from docx import Document
from openpyxl import load_workbook

from bot.domain.clock import VIET_NAM
from tests.chat import Chat
from tests.house import House

CODE = re.compile(r"mã số liệu:? ([0-9A-F]{4}(?:-[0-9A-F]{4}){2})", re.IGNORECASE)
DONE = "402 tài khoản"


def at(day: int, hour: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=VIET_NAM)


def files(house: House) -> dict[str, list[bytes]]:
    """Return what was uploaded, by the end of its name, oldest first."""
    found: dict[str, list[bytes]] = {}
    for call in house.api.calls:
        if call.method in {"sendDocument", "sendPhoto"}:
            one = call.params["document" if call.method == "sendDocument" else "photo"]
            found.setdefault(one.name.rpartition(".")[2], []).append(one.content)
    return found


def words(document: bytes) -> str:
    """Return everything that a report says, its tables and margins included."""
    read = Document(io.BytesIO(document))
    cells = (cell.text for table in read.tables for row in table.rows for cell in row.cells)
    margins = (one.text for part in read.sections for one in part.footer.paragraphs)
    return "\n".join((*(one.text for one in read.paragraphs), *cells, *margins))


def cells(book: bytes) -> Sequence[object]:
    read = load_workbook(io.BytesIO(book), data_only=True)
    return [cell for page in read for row in page.iter_rows(values_only=True) for cell in row]


@pytest.fixture
def people(house: House) -> dict[str, Chat]:
    roles = ("member", "leader", "official")
    return {role: Chat(house, "telegram", role) for role in roles}


async def test_a_week_from_the_card_to_the_files(house: House, people: dict[str, Chat]) -> None:
    member, official = people["member"], people["official"]
    house.clock.move(at(24, 9))
    await member.say("2 vneid")
    house.clock.move(at(25, 9))
    await member.say("400 vneid")
    await member.say("[Đúng, ghi vào sổ]")

    # Friday at four: the card stands there, with what is odd in it.
    house.clock.move(at(27, 16))
    await official.say("/start")
    await house.app.digests.look()
    await house.telegram_settles()
    card = official.seen()
    assert "nháp, chưa chốt · số đến ngày 27/11/2026" in card[0]
    assert card[1] == f"VNeID, căn cước – Kích hoạt VNeID mức 2: {DONE} (kỳ trước: 26)"
    points = await official.say("[Xem 8 điểm cần kiểm tra]")
    odd = "  [An Khương: Tài khoản mức 2 tổ giúp kích hoạt lần đầu: khác hẳn mọi kỳ]"
    assert odd in points
    assert any(DONE in line for line in await official.say(odd.strip()))
    await official.say("[Đúng như vậy, vì…]")
    await official.say("cả xóm làm trong ngày hội")
    await official.say("/thetuan")
    assert "  [Xem 7 điểm cần kiểm tra]" in official.seen()

    # Monday: two taps close it, and one more brings each file.
    house.clock.move(at(30, 8))
    await official.say("/thetuan")
    await official.say("[Chốt kỳ này]")
    (code,) = CODE.findall("\n".join(await official.say("[Chốt]")))
    for wanted in ("[Bảng Excel]", "[Báo cáo Word]", "[Biểu đồ]"):
        await official.say(wanted)
    said = await official.say("[Đoạn dán vào Zalo]")
    assert DONE in said[0]
    assert CODE.findall(said[0]) == [code]
    sent = files(house)
    (book,), (report,), (chart,) = sent["xlsx"], sent["docx"], sent["png"]
    assert 402 in cells(book)
    assert any(code in str(cell) for cell in cells(book))
    assert CODE.findall(words(report))[0] == code
    assert "402" in words(report)
    assert chart.startswith(b"\x89PNG")


async def test_what_was_sent_upward_is_the_same_whenever_it_is_asked_for(
    house: House, people: dict[str, Chat]
) -> None:
    member, official = people["member"], people["official"]
    house.clock.move(at(24, 9))
    await member.say("2 vneid")
    house.clock.move(at(30, 8))
    for said in ("/thetuan", "[Chốt kỳ này]", "[Chốt]", "[Bảng Excel]", "[Báo cáo Word]"):
        await official.say(said)
    # What is corrected late belongs to its own day; neither it, a restart nor a month changes this.
    for said in ("/so", "[Các lần ghi gần đây]", "1", "[Hoàn tác]", "[Ghi trùng]"):
        await member.say(said)
    assert await house.ask("SELECT count(*) FROM facts WHERE adjusts IS NOT NULL") == [(1,)]
    await house.restart()
    house.clock.move(at(28, 8, month=12))
    for said in ("/thetuan", "2026-W48", "[Bảng Excel]", "[Báo cáo Word]"):
        await official.say(said)
    sent = files(house)
    for kind in ("xlsx", "docx"):
        first, again = sent[kind]
        assert first == again, kind
