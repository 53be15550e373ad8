"""Files from the chat: only where a step asked an official for one, and nothing of any other."""

import io
import zipfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.text import Plain, _
from bot.reading.draft.handed import handed
from tests.botapi import Person
from tests.chat import Chat
from tests.commands.sheets import HEADS
from tests.flows.test_airlock import PICTURE
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


@pytest.fixture
def official(house: House) -> Person:
    """The official's telephone."""
    return house.people["official"]


async def _asks(house: House, command: str = "/guitep") -> None:
    await Chat(house, "telegram", "official").say(command)


async def _hand(house: House, person: Person, content: bytes, name: str = "bang.xlsx") -> str:
    person.hand_over(name, content)
    await house.telegram_settles()
    return person.screen[-1].text


async def _given(house: House) -> list[tuple[object, ...]]:
    return await house.ask("SELECT value, giver FROM figures WHERE code LIKE 'S0%' ORDER BY id")


async def _held(house: House) -> int:
    return len(await house.ask("SELECT 1 FROM uploads"))


def _fetched(house: House) -> set[str]:
    return {call.method for call in house.api.calls} & {"getFile", "download"}


async def test_figures_are_looked_at_and_then_kept_once(house: House, official: Person) -> None:
    await _asks(house)
    shown = await _hand(house, official, workbook(FIGURE))
    assert "99 hộ" in shown
    assert (await _given(house), await _held(house)) == ([], 1)
    shown = "\n".join(await Chat(house, "telegram", "official").say("[Đúng cả rồi, lưu]"))
    assert "số liệu: 1" in shown
    assert (await _given(house), await _held(house)) == ([("99", "Trưởng thôn")], 0)
    [(member,)] = await house.ask("SELECT member_id FROM facts WHERE code LIKE 'S0%'")
    assert member is not None
    await _asks(house)
    assert "đã có trong sổ" in await _hand(house, official, workbook(FIGURE))
    assert len(await _given(house)) == 1


async def test_a_file_may_come_where_figures_are_chosen(house: House, official: Person) -> None:
    await _asks(house, "/solieu")
    assert "99 hộ" in await _hand(house, official, workbook(FIGURE))


async def test_every_wrong_row_is_told_and_nothing_is_kept(house: House, official: Person) -> None:
    await _asks(house)
    shown = await _hand(house, official, workbook(FIGURE, WRONG))
    assert "Dòng 3" in shown
    assert "Chưa ghi gì" in shown
    assert (await _given(house), await _held(house)) == ([], 0)


async def test_no_means_that_nothing_is_left(house: House, official: Person) -> None:
    await _asks(house)
    await _hand(house, official, workbook(FIGURE))
    await Chat(house, "telegram", "official").say("[Không, đừng ghi]")
    assert (await _given(house), await _held(house)) == ([], 0)


async def test_the_newer_of_two_files_counts(house: House, official: Person) -> None:
    await _asks(house)
    official.hand_over("mot.xlsx", workbook(FIGURE))
    await _hand(house, official, workbook((*FIGURE[:1], 88, *FIGURE[2:])), "hai.xlsx")
    assert await _held(house) == 1
    await Chat(house, "telegram", "official").say("[Đúng cả rồi, lưu]")
    assert [value for value, __ in await _given(house)] == ["88"]


async def test_a_roster_is_kept_its_message_goes_and_cards_are_offered(
    house: House, official: Person
) -> None:
    [(team,)] = await house.ask("SELECT name FROM places WHERE kind = 'team' ORDER BY id LIMIT 1")
    await _asks(house)
    shown = await _hand(house, official, roster((team, None, "bà", "Đỗ Thị Na", "thành viên")))
    assert "Đỗ Thị Na" in shown
    assert not [one for one in official.screen if one.who == "person" and "bang" in one.text]
    assert house.api.calls_to("deleteMessage")
    chat = Chat(house, "telegram", "official")
    shown = "\n".join(await chat.say("[Đúng cả rồi, lưu]"))
    assert "người mới: 1" in shown
    assert await house.ask("SELECT title FROM people WHERE name = 'Đỗ Thị Na'") == [("bà",)]
    await chat.say("[Soạn thẻ mời]")
    [sent] = house.api.calls_to("sendDocument")
    words = "\n".join(
        cell.text
        for row in Document(io.BytesIO(sent.params["document"].content)).tables[0].rows
        for cell in row.cells
    )
    assert "Đỗ Thị Na" in words


async def test_the_sheet_to_fill_in_comes_and_is_taken_back(house: House, official: Person) -> None:
    await _asks(house)
    await Chat(house, "telegram", "official").say("[Lấy bảng mẫu để điền]")
    [sent] = house.api.calls_to("sendDocument")
    shown = await _hand(house, official, sent.params["document"].content)
    assert "không có gì mới" in shown.lower()


async def test_a_draft_is_looked_through(house: House, official: Person) -> None:
    await _asks(house, "/kiemtrabaocao")
    draft = "Đã kích hoạt 50/100 tài khoản, đạt 70%.\nLiên hệ 0900000000.".encode()
    shown = await _hand(house, official, draft, "du-thao.txt")
    assert "50" in shown
    assert len([one for one in official.screen if one.who == "person"]) == 2


home = Flow("home", _("Menu"))


@home.step
async def anything(_turn: Turn) -> Screen:
    """Ask everybody for a file, as no flow should."""
    return Ask(text=Plain("?"), files=frozenset({"txt"}), opens=lambda data, _end: data, then=came)


@home.step
async def came(turn: Turn) -> Screen:
    """Say that it is here."""
    turn.say(Plain("got it" if turn.file else "nothing"))
    return go(anything)


async def test_an_official_alone_may_hand_over_whatever_a_flow_asks(tmp_path: Path) -> None:
    house = House(str(tmp_path / "toso.db"), flows=Flows([home]))
    await house.open()
    for role, fetched in (("member", set()), ("official", {"getFile", "download"})):
        await Chat(house, "telegram", role).say("/start")
        await _hand(house, house.people[role], b"words", "a.txt")
        assert _fetched(house) == fetched
    await house.close()


@pytest.mark.parametrize("role", ["member", "leader", "stranger", "outsider"])
async def test_from_others_nothing_is_fetched(house: House, role: str) -> None:
    person = house.people[role]
    await Chat(house, "telegram", role).say("/guitep")
    shown = await _hand(house, person, workbook(FIGURE))
    assert shown.startswith(PICTURE)
    assert not _fetched(house)


@pytest.mark.parametrize("name", ["bang.pdf", "bang.exe", "bang", "so.lieu.Hoa"])
async def test_another_kind_of_file_is_not_fetched(
    house: House, official: Person, name: str
) -> None:
    await _asks(house)
    shown = await _hand(house, official, workbook(FIGURE), name)
    assert shown.startswith(PICTURE)
    assert not _fetched(house)


async def test_where_no_step_asks_nothing_is_fetched(house: House, official: Person) -> None:
    await _asks(house, "/start")
    shown = await _hand(house, official, workbook(FIGURE), "Nguyen-Van-A.xlsx")
    assert shown.startswith(PICTURE)
    assert not _fetched(house)
    assert "Nguyen" not in str(await house.ask("SELECT * FROM inbox"))


async def test_a_photo_instead_is_deleted(house: House, official: Person) -> None:
    await _asks(house)
    official.send_photo()
    await house.telegram_settles()
    assert official.screen[-1].text.startswith(PICTURE)
    assert not _fetched(house)


async def test_of_an_album_the_first_file_is_taken(house: House, official: Person) -> None:
    await _asks(house)
    for _file in range(3):
        official.hand_over("bang.xlsx", workbook(FIGURE), media_group_id="139990")
    await house.telegram_settles()
    assert len(house.api.calls_to("download")) == 1
    assert "99 hộ" in official.screen[-1].text
    assert "gửi từng tệp" in official.screen[-1].text


async def test_a_file_that_is_too_large_is_not_fetched(house: House, official: Person) -> None:
    await _asks(house)
    shown = await _hand(house, official, bytes(20_000_000))
    assert "tối đa 5 MB" in shown or "5 MB" in shown
    assert not _fetched(house)


async def test_what_lies_about_its_size_is_not_read_to_its_end(
    house: House, official: Person
) -> None:
    await _asks(house, "/kiemtrabaocao")
    sent = official.hand_over("du-thao.txt", b"so lieu " * 800_000)
    body = next(body for nth, body in house.api.updates._known.items() if nth == sent.update_id)
    body["message"]["document"]["file_size"] = 10
    await house.telegram_settles()
    assert "5 MB" in official.screen[-1].text
    assert await _held(house) == 0


async def test_a_bomb_is_refused(house: House, official: Person) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", bytes(70_000_000))
    await _asks(house)
    shown = await _hand(house, official, packed.getvalue())
    assert "quá lớn" in shown or "lớn quá" in shown
    assert await _held(house) == 0


async def test_a_download_that_fails_is_tried_again_and_then_given_up(
    house: House, official: Person
) -> None:
    await _asks(house)
    for _try in range(4):
        house.api.fault("download", drop="before")
    assert "99 hộ" in await _hand(house, official, workbook(FIGURE))
    await _asks(house)
    for _try in range(5):
        house.api.fault("download", status=502)
    shown = await _hand(house, official, workbook(FIGURE))
    assert "gửi lại" in shown
    assert len(house.api.calls_to("download")) == 10


async def test_a_file_that_is_gone_is_asked_for_again_at_once(
    house: House, official: Person
) -> None:
    await _asks(house)
    official.hand_over("bang.xlsx", workbook(FIGURE))
    house.api.uploaded.clear()
    await house.telegram_settles()
    assert "gửi lại" in official.screen[-1].text
    assert len(house.api.calls_to("getFile")) == 1


async def test_a_stop_during_the_download_only_delays_it(house: House, official: Person) -> None:
    await _asks(house)
    house.api.fault("getFile", hang=60)
    official.hand_over("bang.xlsx", workbook(FIGURE))
    await house.api.until(lambda: house.api.calls_to("getFile"))
    for task in house.app.desk.lanes._tasks:
        task.cancel()
    await house.restart()
    await house.app.settle()
    assert "99 hộ" in official.screen[-1].text
    assert await _held(house) == 1


async def test_others_are_answered_while_a_file_is_fetched(house: House, official: Person) -> None:
    await _asks(house)
    house.api.fault("getFile", hang=60)
    official.hand_over("bang.xlsx", workbook(FIGURE))
    await house.api.until(lambda: house.api.calls_to("getFile"))
    house.people["member"].say("/start")
    await house.api.until(lambda: house.people["member"].screen[-1].who == "bot")
    assert await _held(house) == 0
    for task in house.app.desk.lanes._tasks:
        task.cancel()


async def test_after_an_hour_a_sheet_is_forgotten(house: House, official: Person) -> None:
    await _asks(house)
    await _hand(house, official, workbook(FIGURE))
    house.clock.move(house.clock.now() + timedelta(hours=1))
    shown = "\n".join(await Chat(house, "telegram", "official").say("[Đúng cả rồi, lưu]"))
    assert "Gửi lại" in shown
    await house.app.rounds.forget_sheets()
    assert (await _given(house), await _held(house)) == ([], 0)


async def test_a_sheet_is_forgotten_where_the_flow_is_given_up(
    house: House, official: Person
) -> None:
    await _asks(house)
    await _hand(house, official, workbook(FIGURE))
    await Chat(house, "telegram", "official").say("huỷ")
    assert await _held(house) == 0


async def test_the_terminal_hands_over_a_file(house: House) -> None:
    assert house.files is not None
    file = house.files / "so-lieu.xlsx"
    file.write_bytes(workbook(FIGURE))
    await house.type("official", "/guitep")
    await house.type("official", f"<<< {file}")
    assert "99 hộ" in house.shown["official"][-1]
    await house.type("official", f"<<< {file}.xlsx")
    assert "gửi lại" in house.shown["official"][-1]
    await house.type("member", f"<<< {file}")
    assert "không giữ lại gì" in house.shown["member"][-1]


def test_what_is_somebodys_own_in_a_draft_is_covered_before_anything_sees_it() -> None:
    text = handed("Đạt 70%.\nLiên hệ 0900000000.".encode(), "txt")
    assert text == "Đạt 70%.\nLiên hệ ▒▒▒."
