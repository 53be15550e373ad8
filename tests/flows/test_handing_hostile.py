"""Files that should not have come, or come badly: nothing is lost, and nothing is read of them."""

import io
import zipfile

import pytest

from tests.botapi import Person
from tests.chat import Chat
from tests.flows.handing import FIGURE, asks, fetched, hand, held, workbook
from tests.flows.test_airlock import PICTURE
from tests.house import House


@pytest.mark.parametrize("role", ["member", "leader", "stranger", "outsider"])
async def test_from_others_nothing_isfetched(house: House, role: str) -> None:
    person = house.people[role]
    await Chat(house, "telegram", role).say("/guitep")
    shown = await hand(house, person, workbook(FIGURE))
    assert shown.startswith(PICTURE)
    assert not fetched(house)


@pytest.mark.parametrize("name", ["bang.pdf", "bang.exe", "bang", "so.lieu.Hoa"])
async def test_another_kind_of_file_is_notfetched(
    house: House, official: Person, name: str
) -> None:
    await asks(house)
    shown = await hand(house, official, workbook(FIGURE), name)
    assert shown.startswith(PICTURE)
    assert not fetched(house)


async def test_where_no_step_asks_nothing_isfetched(house: House, official: Person) -> None:
    await asks(house, "/start")
    shown = await hand(house, official, workbook(FIGURE), "Nguyen-Van-A.xlsx")
    assert shown.startswith(PICTURE)
    assert not fetched(house)
    assert "Nguyen" not in str(await house.ask("SELECT * FROM inbox"))


async def test_a_photo_instead_is_deleted(house: House, official: Person) -> None:
    await asks(house)
    official.send_photo()
    await house.telegram_settles()
    assert official.screen[-1].text.startswith(PICTURE)
    assert not fetched(house)


async def test_of_an_album_the_first_file_is_taken(house: House, official: Person) -> None:
    await asks(house)
    for _file in range(3):
        official.hand_over("bang.xlsx", workbook(FIGURE), media_group_id="139990")
    await house.telegram_settles()
    assert len(house.api.calls_to("download")) == 1
    assert "99 hộ" in official.screen[-1].text
    assert "gửi từng tệp" in official.screen[-1].text


async def test_a_file_that_is_too_large_is_notfetched(house: House, official: Person) -> None:
    await asks(house)
    shown = await hand(house, official, bytes(20_000_000))
    assert "tối đa 5 MB" in shown or "5 MB" in shown
    assert not fetched(house)


async def test_what_lies_about_its_size_is_not_read_to_its_end(
    house: House, official: Person
) -> None:
    await asks(house, "/kiemtrabaocao")
    sent = official.hand_over("du-thao.txt", b"so lieu " * 800_000)
    body = next(body for nth, body in house.api.updates._known.items() if nth == sent.update_id)
    body["message"]["document"]["file_size"] = 10
    await house.telegram_settles()
    assert "5 MB" in official.screen[-1].text
    assert await held(house) == 0


async def test_a_bomb_is_refused(house: House, official: Person) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", bytes(70_000_000))
    await asks(house)
    shown = await hand(house, official, packed.getvalue())
    assert "quá lớn" in shown or "lớn quá" in shown
    assert await held(house) == 0


async def test_a_download_that_fails_is_tried_again_and_then_given_up(
    house: House, official: Person
) -> None:
    await asks(house)
    for _try in range(4):
        house.api.fault("download", drop="before")
    assert "99 hộ" in await hand(house, official, workbook(FIGURE))
    await asks(house)
    for _try in range(5):
        house.api.fault("download", status=502)
    shown = await hand(house, official, workbook(FIGURE))
    assert "gửi lại" in shown
    assert len(house.api.calls_to("download")) == 10


async def test_a_file_that_is_gone_is_asked_for_again_at_once(
    house: House, official: Person
) -> None:
    await asks(house)
    official.hand_over("bang.xlsx", workbook(FIGURE))
    house.api.uploaded.clear()
    await house.telegram_settles()
    assert "gửi lại" in official.screen[-1].text
    assert len(house.api.calls_to("getFile")) == 1


async def test_a_stop_during_the_download_only_delays_it(house: House, official: Person) -> None:
    await asks(house)
    house.api.fault("getFile", hang=60)
    official.hand_over("bang.xlsx", workbook(FIGURE))
    await house.api.until(lambda: house.api.calls_to("getFile"))
    for task in house.app.desk.lanes._tasks:
        task.cancel()
    await house.restart()
    await house.app.settle()
    assert "99 hộ" in official.screen[-1].text
    assert await held(house) == 1


async def test_others_are_answered_while_a_file_isfetched(house: House, official: Person) -> None:
    await asks(house)
    house.api.fault("getFile", hang=60)
    official.hand_over("bang.xlsx", workbook(FIGURE))
    await house.api.until(lambda: house.api.calls_to("getFile"))
    house.people["member"].say("/start")
    await house.api.until(lambda: house.people["member"].screen[-1].who == "bot")
    assert await held(house) == 0
    for task in house.app.desk.lanes._tasks:
        task.cancel()
