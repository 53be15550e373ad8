"""Files from the chat: only where a step asked an official for one, and nothing of any other."""

import io
from datetime import timedelta
from pathlib import Path

from docx import Document

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.text import Plain, _
from bot.reading.draft.handed import handed
from tests.botapi import Person
from tests.chat import Chat
from tests.flows.handing import (
    FIGURE,
    WRONG,
    asks,
    fetched,
    given,
    hand,
    held,
    roster,
    workbook,
)
from tests.house import House


async def test_figures_are_looked_at_and_then_kept_once(house: House, official: Person) -> None:
    await asks(house)
    shown = await hand(house, official, workbook(FIGURE))
    assert "99 hộ" in shown
    assert (await given(house), await held(house)) == ([], 1)
    shown = "\n".join(await Chat(house, "telegram", "official").say("[Đúng cả rồi, lưu]"))
    assert "số liệu: 1" in shown
    assert (await given(house), await held(house)) == ([("99", "Trưởng thôn")], 0)
    [(member,)] = await house.ask("SELECT member_id FROM facts WHERE code LIKE 'S0%'")
    assert member is not None
    await asks(house)
    assert "đã có trong sổ" in await hand(house, official, workbook(FIGURE))
    assert len(await given(house)) == 1


async def test_a_file_may_come_where_figures_are_chosen(house: House, official: Person) -> None:
    await asks(house, "/solieu")
    assert "99 hộ" in await hand(house, official, workbook(FIGURE))


async def test_every_wrong_row_is_told_and_nothing_is_kept(house: House, official: Person) -> None:
    await asks(house)
    shown = await hand(house, official, workbook(FIGURE, WRONG))
    assert "Dòng 3" in shown
    assert "Chưa ghi gì" in shown
    assert (await given(house), await held(house)) == ([], 0)


async def test_no_means_that_nothing_is_left(house: House, official: Person) -> None:
    await asks(house)
    await hand(house, official, workbook(FIGURE))
    await Chat(house, "telegram", "official").say("[Không, đừng ghi]")
    assert (await given(house), await held(house)) == ([], 0)


async def test_the_newer_of_two_files_counts(house: House, official: Person) -> None:
    await asks(house)
    official.hand_over("mot.xlsx", workbook(FIGURE))
    await hand(house, official, workbook((*FIGURE[:1], 88, *FIGURE[2:])), "hai.xlsx")
    assert await held(house) == 1
    await Chat(house, "telegram", "official").say("[Đúng cả rồi, lưu]")
    assert [value for value, __ in await given(house)] == ["88"]


async def test_a_roster_is_kept_its_message_goes_and_cards_are_offered(
    house: House, official: Person
) -> None:
    [(team,)] = await house.ask("SELECT name FROM places WHERE kind = 'team' ORDER BY id LIMIT 1")
    await asks(house)
    shown = await hand(house, official, roster((team, None, "bà", "Đỗ Thị Na", "thành viên")))
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
    await asks(house)
    await Chat(house, "telegram", "official").say("[Lấy bảng mẫu để điền]")
    [sent] = house.api.calls_to("sendDocument")
    shown = await hand(house, official, sent.params["document"].content)
    assert "không có gì mới" in shown.lower()


async def test_a_draft_is_looked_through(house: House, official: Person) -> None:
    await asks(house, "/kiemtrabaocao")
    draft = "Đã kích hoạt 50/100 tài khoản, đạt 70%.\nLiên hệ 0900000000.".encode()
    shown = await hand(house, official, draft, "du-thao.txt")
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


async def test_an_official_alone_may_hand_over_whatever_a_flowasks(tmp_path: Path) -> None:
    house = House(str(tmp_path / "toso.db"), flows=Flows([home]))
    await house.open()
    for role, methods in (("member", set()), ("official", {"getFile", "download"})):
        await Chat(house, "telegram", role).say("/start")
        await hand(house, house.people[role], b"words", "a.txt")
        assert fetched(house) == methods
    await house.close()


async def test_after_an_hour_a_sheet_is_forgotten(house: House, official: Person) -> None:
    await asks(house)
    await hand(house, official, workbook(FIGURE))
    house.clock.move(house.clock.now() + timedelta(hours=1))
    shown = "\n".join(await Chat(house, "telegram", "official").say("[Đúng cả rồi, lưu]"))
    assert "Gửi lại" in shown
    await house.app.rounds.forget_sheets()
    assert (await given(house), await held(house)) == ([], 0)


async def test_a_sheet_is_forgotten_where_the_flow_is_given_up(
    house: House, official: Person
) -> None:
    await asks(house)
    await hand(house, official, workbook(FIGURE))
    await Chat(house, "telegram", "official").say("huỷ")
    assert await held(house) == 0


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
