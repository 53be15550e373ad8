"""Files behind an answer: in order, made when they are sent, and never in anybody's way."""

import asyncio
import logging
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.app import App
from bot.channels.terminal import Terminal, typed
from bot.domain.chat import Address
from tests.botapi import Call, Person
from tests.chat import Chat
from tests.house import CONTENT, House
from tests.post.handing import FLOWS, Press

CAPTION = "{}: Tuần 46 năm 2026 (09/11/2026 – 15/11/2026), Bình An (xã mẫu)"
LETTERS = "SELECT state, body, why, inbox_id IS NULL FROM letters ORDER BY id"


@pytest.fixture
def official(house: House) -> Chat:
    return Chat(house, "telegram", "official")


@pytest.fixture
def phone(house: House) -> Person:
    return house.people["official"]


def uploads(house: House) -> list[tuple[str, bytes]]:
    """Return what was uploaded, oldest first."""
    parts = {"sendDocument": "document", "sendPhoto": "photo"}
    files = [one.params[parts[one.method]] for one in sent(house)]
    return [(one.name, one.content) for one in files]


def sent(house: House) -> list[Call]:
    return [one for one in house.api.calls if one.method in {"sendDocument", "sendPhoto"}]


async def test_two_wishes_follow_the_answer_in_their_order(
    house: House, official: Chat, phone: Person
) -> None:
    await official.say("png xlsx 2026-W46")
    texts = [one.text for one in phone.screen if one.who == "bot"]
    assert texts[-3].startswith("2 tệp 2026-W46")
    assert texts[-2:] == [CAPTION.format("Biểu đồ"), CAPTION.format("Bảng số")]
    assert uploads(house) == [
        ("binh-an_2026-W46.png", b"\x89PNG\r\n\x1a\n2026-W46.png"),
        ("binh-an_2026-W46.xlsx", b"2026-W46.xlsx"),
    ]
    assert phone.chat.actions == ["upload_photo", "upload_document"]
    assert (await house.ask(LETTERS))[-2:] == [("sent", None, None, 1)] * 2


async def test_the_terminal_shows_where_the_file_is(house: House) -> None:
    await house.type("official", "xlsx 2026-W46")
    caption, path = house.shown["official"][-1].split("\n")
    assert caption == CAPTION.format("Bảng số")
    assert house.files is not None
    assert path == str(house.files / "binh-an_2026-W46.xlsx")
    assert (house.files / "binh-an_2026-W46.xlsx").read_bytes() == b"2026-W46.xlsx"


async def test_whoever_is_no_official_gets_nothing(house: House) -> None:
    for role in ("member", "leader", "stranger"):
        await Chat(house, "telegram", role).say("xlsx 2026-W46")
    assert sent(house) == []
    assert len(await house.ask("SELECT id FROM inbox WHERE incident IS NOT NULL")) == 3


async def test_a_file_that_was_not_taken_is_made_and_sent_again(
    house: House, official: Chat, press: Press
) -> None:
    house.api.fault("sendDocument", drop="before")
    await official.say("xlsx 2026-W46")
    assert (press.made, len(sent(house))) == (["xlsx"], 1)
    assert (await house.ask(LETTERS))[-1][0] == "waiting"
    await house.clock.sleep(5)
    await house.app.post.catch_up()
    await house.app.settle()
    assert (press.made, len(sent(house))) == (["xlsx", "xlsx"], 2)
    assert uploads(house)[0] == uploads(house)[1]
    assert (await house.ask(LETTERS))[-1] == ("sent", None, None, 1)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE chats SET person_id = NULL WHERE person_id IS NOT NULL",
        "UPDATE people SET left_at = '2026-11-21 00:00:00' WHERE role = 'official'",
        "UPDATE people SET role = 'member' WHERE role = 'official'",
    ],
)
async def test_who_has_left_before_the_file_goes_out_gets_none(
    house: House, official: Chat, phone: Person, press: Press, change: str
) -> None:
    house.api.fault("sendDocument", drop="before")
    await official.say("xlsx text 2026-W46")
    said = len([one for one in phone.screen if one.who == "bot"])
    async with house.database.write() as tx:
        await tx.execute(text(change))
    press.made.clear()
    await house.clock.sleep(5)
    await house.app.post.catch_up()
    await house.app.settle()
    assert press.made == []
    assert len(sent(house)) == 1
    assert len([one for one in phone.screen if one.who == "bot"]) == said
    assert [row[0] for row in (await house.ask(LETTERS))[-2:]] == ["sent", "sent"]


async def test_a_restart_between_commit_and_send_sends_the_file(
    house: House, official: Chat, press: Press
) -> None:
    house.api.fault("sendDocument", drop="before")
    await official.say("xlsx 2026-W46")
    await house.clock.sleep(2)
    await house.restart()
    await house.app.settle()
    assert (press.made, uploads(house)[-1][0]) == (["xlsx"] * 2, "binh-an_2026-W46.xlsx")
    assert (await house.ask(LETTERS))[-1][0] == "sent"


async def test_a_file_that_cannot_be_made_is_one_sentence_and_holds_nothing_up(
    house: House, official: Chat, phone: Person, press: Press, caplog: pytest.LogCaptureFixture
) -> None:
    press.fails = True
    with caplog.at_level(logging.WARNING, logger="toso.printing"):
        await official.say("xlsx docx 2026-W46")
    faults = [one.text for one in phone.screen[-2:]]
    names = [CAPTION.format(one) for one in ("Bảng số", "Báo cáo")]
    codes = [text.rpartition("mã ")[2].rstrip(".") for text in faults]
    assert codes[0].startswith("SC-")
    assert codes[1] == "TS-62"
    assert faults == [
        f"Chưa soạn được tệp “{name}”. Anh/chị báo người giữ máy giúp, mã {code}."
        for name, code in zip(names, codes, strict=True)
    ]
    assert [one[0] for one in (await house.ask(LETTERS))[-2:]] == ["sent", "sent"]
    assert [code in record.getMessage() for code, record in zip(codes, caplog.records, strict=True)]
    assert "ZeroDivisionError handing.py:" in caplog.text
    press.fails = False
    await official.say("xlsx 2026-W46")
    assert [name for name, __ in uploads(house)] == ["binh-an_2026-W46.xlsx"]


async def test_while_a_file_is_made_others_are_answered(
    house: House, press: Press, phone: Person
) -> None:
    press.gate.clear()
    phone.say("xlsx 2026-W46")
    assert await asyncio.to_thread(press.begun.wait, 20)
    member = house.people["member"]
    member.say("chào")
    await house.api.until(lambda: any(one.who == "bot" for one in member.screen))
    assert (press.made, sent(house)) == ([], [])
    # The official, too, sees that something is coming.
    assert phone.chat.actions == ["upload_document"]
    press.gate.set()
    await house.api.until(lambda: uploads(house))


async def test_files_are_made_one_at_a_time(house: House, press: Press) -> None:
    press.gate.clear()
    house.people["official"].say("xlsx 2026-W46")
    assert await asyncio.to_thread(press.begun.wait, 20)
    press.begun.clear()
    said = typed(Address("terminal", "official"), "xlsx 2026-W45", nth=1, at=house.clock.now())
    await house.app.desk.receive([said])
    await house.app.desk.lanes.idle()
    # Without a lock the second one begins at once; there is no event of what must not come.
    assert not await asyncio.to_thread(press.begun.wait, 2)
    press.gate.set()
    await house.app.settle()
    assert (press.made, press.most) == (["xlsx", "xlsx"], 1)


async def test_a_channel_that_brings_no_files_says_how_they_are_had(
    house: House, press: Press
) -> None:
    shown: list[str] = []
    terminal = Terminal(lambda _chat, text: shown.append(text))
    terminal.ability = replace(Terminal.ability, documents=False)
    app = App(
        house.database,
        [terminal],
        clock=house.clock,
        content=CONTENT,
        flows=FLOWS,
        voices=house.app.voices,
        library=house.library,
        forms=press.forms,
    )
    said = typed(Address("terminal", "official"), "xlsx 2026-W46", nth=1, at=house.clock.now())
    await app.desk.receive([said])
    await app.settle()
    assert shown[-1] == (
        f"Ở đây không gửi được tệp “{CAPTION.format('Bảng số')}”. Anh/chị lấy tệp qua "
        "Telegram, hoặc nhờ người giữ máy lấy giúp bằng lệnh: toso report --period 2026-W46 --as "
        "xlsx"
    )
    assert (press.made, (await house.ask(LETTERS))[-1][0]) == ([], "sent")


async def test_words_that_are_to_be_copied_are_a_message_of_their_own(
    house: House, official: Chat, phone: Person
) -> None:
    await official.say("text png 2026-W46")
    assert [one.text for one in phone.screen if one.who == "bot"][-2] == "2026-W46.txt"
    assert [name for name, __ in uploads(house)] == ["binh-an_2026-W46.png"]
    await house.type("official", "text 2026-W46")
    assert house.shown["official"][-1] == "2026-W46.txt"
