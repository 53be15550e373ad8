"""Files over the real client to a strict Bot API, and into a folder beside a console."""

from pathlib import Path

import pytest
from telegram import Bot

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.files import preparing, send_document
from bot.channels.terminal import Terminal
from bot.domain.chat import Address
from bot.domain.clock import FixedClock
from bot.domain.dossiers import Document, Form
from bot.domain.errors import Undelivered
from tests.botapi import BotApi, Person
from tests.house import NOW

MAI = Address("telegram", "11")
CAPTION = "Bảng số: Tuần 47/2026 (16/11/2026 – 22/11/2026), xã Bình An"
SHEET = Document("binh-an_2026-W47.xlsx", bytes(range(256)) * 300, "application/vnd.ms-excel")
CHART = Document("binh-an_2026-W47.png", b"\x89PNG\r\n\x1a\n" + bytes(9), "image/png")


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


async def test_a_sheet_is_a_document_with_its_name_bytes_and_caption(
    api: BotApi, bot: Bot, mai: Person
) -> None:
    await send_document(bot, MAI, SHEET, CAPTION)
    (call,) = api.calls_to("sendDocument")
    assert (call.params["document"].name, call.params["document"].content) == (
        SHEET.name,
        SHEET.data,
    )
    assert call.params["disable_content_type_detection"] is True
    shown = mai.screen[-1]
    assert (shown.who, shown.text) == ("bot", CAPTION)


async def test_a_chart_is_a_picture(api: BotApi, bot: Bot, mai: Person) -> None:
    await send_document(bot, MAI, CHART, CAPTION)
    (call,) = api.calls_to("sendPhoto")
    assert (call.params["photo"].name, call.params["photo"].content) == (CHART.name, CHART.data)
    assert mai.screen[-1].text == CAPTION
    assert api.calls_to("sendDocument") == []


async def test_a_caption_is_cut_where_telegram_ends_it(bot: Bot, mai: Person) -> None:
    await send_document(bot, MAI, SHEET, "ă" * 1025)
    assert mai.screen[-1].text == "ă" * 1024


@pytest.mark.parametrize(
    ("form", "action"), [(Form.PNG, "upload_photo"), (Form.DOCX, "upload_document")]
)
async def test_whoever_waits_sees_that_a_file_is_coming(
    bot: Bot, mai: Person, form: Form, action: str
) -> None:
    await preparing(bot, MAI, form)
    assert mai.chat.actions == [action]


@pytest.mark.usefixtures("mai")
async def test_that_it_cannot_be_shown_harms_nothing(api: BotApi, bot: Bot) -> None:
    for fault in (
        {"status": 429, "retry_after": 9},
        {"status": 403, "description": "Forbidden: bot was blocked by the user"},
        {"drop": "before"},
        {"status": 502},
    ):
        api.fault("sendChatAction", **fault)
        await preparing(bot, MAI, Form.XLSX)
    assert len(api.calls_to("sendChatAction")) == 4


@pytest.mark.usefixtures("mai")
@pytest.mark.parametrize("document", [SHEET, CHART], ids=lambda one: one.name)
async def test_what_became_of_a_file_is_known_as_of_any_letter(
    api: BotApi, bot: Bot, document: Document
) -> None:
    method = "sendPhoto" if document is CHART else "sendDocument"
    blocked = "Forbidden: bot was blocked by the user"
    api.fault(method, status=429, retry_after=7)
    api.fault(method, status=403, description=blocked)
    api.fault(method, drop="after")
    told = []
    for _time in range(3):
        with pytest.raises(Undelivered) as raised:
            await send_document(bot, MAI, document, CAPTION)
        told.append((raised.value.forever, raised.value.unknown, raised.value.after))
    assert told == [(False, False, 7.0), (True, False, None), (False, True, None)]


@pytest.mark.usefixtures("mai")
@pytest.mark.parametrize("document", [SHEET, CHART], ids=lambda one: one.name)
async def test_a_file_is_given_longer_than_words(api: BotApi, bot: Bot, document: Document) -> None:
    """The client of these tests waits a tenth of a second for any other answer."""
    api.fault("*", hang=0.5)
    await send_document(bot, MAI, document, CAPTION)
    assert [call.status for call in api.calls[-1:]] == [200]


async def test_telegram_says_that_it_brings_files(bot: Bot) -> None:
    assert Telegram(bot, FixedClock(NOW), {"vi": []}).ability.documents
    assert Terminal.ability.documents


async def test_a_console_puts_files_beside_each_other_and_prints_their_paths(
    tmp_path: Path,
) -> None:
    shown: list[tuple[str, str]] = []
    terminal = Terminal(lambda chat, text: shown.append((chat, text)), folder=tmp_path)
    for nth in range(3):
        document = Document(SHEET.name, bytes([nth]), SHEET.media)
        await terminal.send_document(Address("terminal", "official"), document, CAPTION)
    put = [f"binh-an_2026-W47{more}.xlsx" for more in ("", " (2)", " (3)")]
    assert shown == [("official", f"{CAPTION}\n{tmp_path / name}") for name in put]
    assert [(tmp_path / name).read_bytes() for name in put] == [b"\0", b"\1", b"\2"]


async def test_a_file_for_another_console_waits(tmp_path: Path) -> None:
    terminal = Terminal(lambda *_said: None, only="member", folder=tmp_path)
    with pytest.raises(Undelivered) as raised:
        await terminal.send_document(Address("terminal", "official"), SHEET, CAPTION)
    assert (raised.value.forever, names(tmp_path)) == (False, [])


async def test_a_folder_that_takes_no_file_does_not_hold_up_the_letters(tmp_path: Path) -> None:
    terminal = Terminal(lambda *_said: None, folder=tmp_path / "nowhere")
    with pytest.raises(Undelivered) as raised:
        await terminal.send_document(Address("terminal", "official"), SHEET, CAPTION)
    assert (raised.value.forever, raised.value.why) == (True, "FileNotFoundError")
