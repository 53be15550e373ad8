"""What a commune laid over the guides is marked as its own, and nothing else is."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import sound
from tests.chat import Chat
from tests.house import CONTENT, LIBRARY, House

_PART = """checked = 2026-11-21
review_by = 2027-01-31
fee.vi = "xã không thu gì"
fee.en = "the commune charges nothing"

[[steps]]
instead_of = "Vào App Store hoặc CH Play"
vi = "Ra nhà văn hoá mượn máy."
en = "Borrow the phone at the village hall."
"""
_OWN = """+++
title = "Mượn loa của thôn"
group = "vi-giay-to"
for_whom = "Bà con trong thôn."
bring = []
time = "vài phút"
fee = "không mất tiền"
help = ["Nhà văn hoá thôn"]
safety = []
legal = []
confidence = "high"
checked = 2026-11-21
review_by = 2027-01-31
keywords = ["mượn loa"]
phrases = []

[[sources]]
url = "https://dichvucong.gov.vn"
date = "no date"
+++

## Các bước

1. Ra nhà văn hoá ghi tên.
"""
_NOTICE = "Bài này có phần riêng của địa phương mình."
_MARK = "(Bước này theo cách làm ở địa phương mình.)"


@pytest.fixture
async def house(ready_file: Path, tmp_path: Path) -> AsyncIterator[House]:
    """The program with the content and what a commune laid over it."""
    overlay = tmp_path / "xa"
    (overlay / "guides").mkdir(parents=True)
    (overlay / "guides" / "vneid-loi-thuong-gap.toml").write_text(_PART, encoding="utf-8")
    (overlay / "guides" / "muon-loa.vi.md").write_text(_OWN, encoding="utf-8")
    where = str(shutil.copy(ready_file, tmp_path / "toso.db"))
    house = House(where, library=sound(CONTENT, overlay))
    await house.open()
    yield house
    await house.close()


async def test_the_commune_is_seen_in_the_guide_and_at_its_own_steps(chat: Chat) -> None:
    shown = await chat.say("Lỗi VNeID hay gặp: OTP, NFC, quét mặt")
    assert _NOTICE in shown
    assert any("Phí: xã không thu gì." in line for line in shown)
    await chat.say("[Bắt đầu]")
    assert _MARK not in await chat.say("[Lỗi khác]")
    assert await chat.say("[Bước tiếp]") == [
        "Bước 2/9",
        "Ra nhà văn hoá mượn máy.",
        _MARK,
        "  [Bước tiếp]",
        "  [Vướng ở bước này]",
        "  (Quay lại) (Menu)",
    ]
    assert _MARK not in await chat.say("[Bước tiếp]")


async def test_other_guides_are_nobodys_own(chat: Chat) -> None:
    shown = await chat.say("quên mật khẩu vneid")
    assert shown[0] == "Quên mật khẩu VNeID"
    assert _NOTICE not in shown


async def test_a_guide_without_troubles_offers_none(chat: Chat) -> None:
    shown = await chat.say("Mượn loa của thôn")
    assert "  [Bắt đầu]" in shown
    assert "  [Chỗ hay vướng]" not in shown
    shown = await chat.say("[Bắt đầu]")
    assert shown[0] == "Bước 1/1"
    assert "  [Vướng ở bước này]" not in shown


async def test_whoever_stands_in_a_guide_that_was_taken_away_is_led_on(chat: Chat) -> None:
    await chat.say("Mượn loa của thôn")
    assert (await chat.say("[Bắt đầu]"))[0] == "Bước 1/1"
    chat.house.library = LIBRARY
    await chat.house.restart()
    shown = await chat.say("xong")
    assert shown[0] == "Bài đang xem không còn nữa."
    assert "  [Ghi việc đã giúp]" in shown
