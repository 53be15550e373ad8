"""Points to check in the chat: shown with figures, answered with a reason, never in the way."""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import sound
from bot.domain.clock import VIET_NAM
from bot.domain.facts import Entry, PeriodClosed
from bot.domain.periods import period
from bot.store import facts, roster
from bot.store.numbers import Numbers
from tests.chat import Chat
from tests.flows.books import added
from tests.house import CONTENT, House

# Invented: name, value, unit, day, document.
PEOPLE = ("dan_so", 900, "người", "2026-10-31", "9/BC-CAX")
CARDS = ("the_tu_14", 800, "thẻ", "2026-10-31", "9/BC-CAX")
CHILDREN = ("nguoi_duoi_14", 199, "người", "2026-10-31", "9/BC-CAX")
HOMES = ("so_ho", 99, "hộ", "2026-10-31", "9/BC-CAX")
TOO_MANY = "Thẻ căn cước đã cấp, từ 14 tuổi + Trẻ dưới 14 tuổi: nhiều hơn Dân số"
LARGE = "Dân số so với Số hộ: khác thường"
WEEK = "Tuần 47 năm 2026 (16/11/2026 – 22/11/2026)"


@pytest.fixture
async def house(ready_file: Path, tmp_path: Path) -> AsyncIterator[House]:
    """The program over a commune whose figures do not fit."""
    file = Path(shutil.copy(ready_file, tmp_path / "toso.db"))
    _give(file, PEOPLE, CARDS, CHILDREN, HOMES)
    house = House(str(file))
    await house.open()
    yield house
    await house.close()
    assert house.api.complaints == []


@pytest.fixture
def official(chat_as: Callable[[str], Chat]) -> Chat:
    """The official's chat."""
    return chat_as("official")


def _give(file: Path, *given: tuple[object, ...]) -> None:
    """Put figures in the place of the demo's."""
    with closing(sqlite3.connect(file)) as tables:
        tables.execute("DELETE FROM figures")
        codes = tables.execute("SELECT code FROM facts WHERE kind = 'FigureGiven'").fetchall()
        tables.executemany(
            "INSERT INTO figures (place_id, name, value, unit, as_of, giver, document, code)"
            " VALUES (1, ?, ?, ?, ?, 'Công an xã', ?, ?)",
            [(*one, code) for one, (code,) in zip(given, codes, strict=False)],
        )
        tables.commit()


async def _say(chat: Chat, *words: str) -> list[str]:
    shown: list[str] = []
    for one in words:
        shown = await chat.say(one)
    return shown


def _has(shown: Iterable[str], *wanted: str) -> None:
    lines = list(shown)
    assert [one for one in wanted if one not in lines] == []


async def test_points_are_listed_for_the_week_that_is_reported(official: Chat) -> None:
    await official.follow(f"""
        > /kiemtra
        Bình An (xã mẫu)
        {WEEK}

        2 điểm cần kiểm tra.

        Đây là chỗ nên hỏi lại; chị vẫn gửi báo cáo được.
          [{TOO_MANY}]
          [{LARGE}]
          [Kỳ trước]
          [Kỳ khác]
          (Menu)
    """)
    # On Thursday it is still the week before that is reported.
    official.house.clock.move(datetime(2026, 11, 26, 9, tzinfo=VIET_NAM))
    assert WEEK in await official.say("/kiemtra")
    official.house.clock.move(datetime(2026, 11, 27, 9, tzinfo=VIET_NAM))
    assert "Tuần 48 năm 2026 (23/11/2026 – 29/11/2026)" in await official.say("/kiemtra")


async def test_a_point_says_its_figures_and_what_can_be_done(official: Chat) -> None:
    await official.say("/kiemtra")
    await official.follow(f"""
        > [{TOO_MANY}]
        {TOO_MANY}

        – Thẻ căn cước đã cấp, từ 14 tuổi: 800 thẻ (Công an xã, 31/10/2026)
        – Trẻ dưới 14 tuổi: 199 người (Công an xã, 31/10/2026)
        Cộng lại 999 người, nhiều hơn 99 người so với số này:
        – Dân số: 900 người (Công an xã, 31/10/2026)

        Thẻ cấp từ 14 tuổi và trẻ dưới 14 cộng lại nhiều hơn dân số. Hỏi Công an xã: …
          [Đúng như vậy, vì…]
          [Sửa số liệu]
          [Điểm tiếp theo]
          [Xem tất cả các điểm]
          (Quay lại) (Menu)
    """)
    _has(
        await official.say("[Điểm tiếp theo]"),
        LARGE,
        "– Số hộ: 99 hộ (Công an xã, 31/10/2026)",
        "Tính ra số trên gấp hơn 7 lần số dưới.",
    )


async def test_a_reason_is_kept_and_the_next_point_follows(official: Chat) -> None:
    await _say(official, "/kiemtra", f"[{TOO_MANY}]", "[Đúng như vậy, vì…]")
    await official.say("123")
    assert await added(official.house) == []
    shown = await official.say("có người chuyển đi chưa xoá")
    assert shown[0] == "Đã ghi lý do: có người chuyển đi chưa xoá"
    _has(shown, LARGE)
    assert await added(official.house) == ["FindingAnswered"]
    shown = await official.say("[Xem tất cả các điểm]")
    _has(shown, "1 điểm cần kiểm tra.", "1 điểm đã có lý do.")
    labels = [one for one in shown if one.startswith("  [")]
    assert labels[:2] == [f"  [{LARGE}]", f"  [✓ {TOO_MANY}]"]
    shown = await official.say(f"[✓ {TOO_MANY}]")
    _has(shown, "Lý do đã ghi: có người chuyển đi chưa xoá (Vũ Thị Thanh, 21/11/2026)")
    # The last one waiting leads back to the list.
    await _say(official, "[Điểm tiếp theo]", "[Đúng như vậy, vì…]")
    shown = await official.say("xã có nhiều nhà đông người")
    _has(shown, "Không có gì cần kiểm tra.", "2 điểm đã có lý do.")


async def test_a_figure_is_corrected_from_its_point(official: Chat) -> None:
    _only(official.house, (*PEOPLE[:4], None))
    await official.say("/kiemtra")
    await official.say("[Dân số: chưa có số văn bản]")
    shown = await official.say("[Sửa số liệu]")
    assert shown[1] == "Cả xã: 900 người (31/10/2026; Công an xã, chưa có văn bản)"
    assert "Số mới là bao nhiêu người? Chị gõ số đã đếm được." in shown


async def test_a_point_of_several_figures_leads_to_just_those(official: Chat) -> None:
    shown = await _say(official, "/kiemtra", f"[{TOO_MANY}]", "[Sửa số liệu]")
    assert shown[0] == "Số liệu nào?"
    labels = {one.strip()[1:-1].split(": ")[0] for one in shown if one.startswith("  [")}
    assert labels == {"Thẻ căn cước đã cấp, từ 14 tuổi", "Trẻ dưới 14 tuổi", "Dân số"}
    shown = await official.say("[Dân số: 900 người]")
    assert "Số mới là bao nhiêu người? Chị gõ số đã đếm được." in shown


async def test_a_point_whose_numbers_changed_meanwhile_is_settled(official: Chat) -> None:
    await official.say("/kiemtra")
    _only(official.house, HOMES)
    shown = await official.say(f"[{TOO_MANY}]")
    assert shown[0] == "Điểm này xong rồi: số liệu đã đổi."
    _has(shown, "Không có gì cần kiểm tra.")


async def test_another_period_can_be_chosen_and_the_tally_leads_there(official: Chat) -> None:
    await _say(official, "/kiemtra", "[Kỳ trước]")
    assert "Tuần 46 năm 2026 (09/11/2026 – 15/11/2026)" in official.seen()
    await _say(official, "[Kỳ khác]", "2026-Q3")
    # The figures are of October.
    assert "Quý 3/2026 (01/07/2026 – 30/09/2026)" in official.seen()
    assert f"  [{TOO_MANY}]" not in official.seen()
    await _say(official, "/tonghop", "[Kỳ trước]", "[Điểm cần kiểm tra]")
    assert "Tuần 46 năm 2026 (09/11/2026 – 15/11/2026)" in official.seen()


async def test_of_a_closed_period_nothing_is_answered_any_more(official: Chat) -> None:
    await _say(official, "/tonghop", "[Kỳ trước]", "[Chốt kỳ này]", "[Chốt]")
    await _say(official, "/kiemtra", "[Kỳ trước]")
    shown = await official.say(f"[{TOO_MANY}]")
    assert "  [Đúng như vậy, vì…]" not in shown
    assert "  [Xem tất cả các điểm]" in shown


async def test_bursts_are_shown_with_the_member_to_the_official_only(
    chat_as: Callable[[str], Chat],
) -> None:
    member, official = chat_as("member"), chat_as("official")
    # One more was recorded by the demo, just before.
    for nth in range(11):
        member.house.clock.move(member.house.clock.now() + timedelta(seconds=5))
        await member.say(f"{nth % 6 + 1} {'vneid' if nth < 6 else 'dvc'}")
    shown = await official.say("/kiemtra")
    assert "  [Trần Thị Hoa: ghi nhiều lần trong vài phút]" in shown
    shown = await official.say("[Trần Thị Hoa: ghi nhiều lần trong vài phút]")
    assert "12 lần ghi cho ngày 21/11/2026 trong 2 phút." in shown
    assert "Hoa" not in "".join(await chat_as("leader").say("/kiemtra"))
    assert "Hoa" not in "".join(await chat_as("outsider").say("/kiemtra"))


def _only(house: House, *given: tuple[object, ...]) -> None:
    _give(Path(house.where), *given)


async def test_a_reason_given_after_the_closing_is_kept_beside_the_sheet(official: Chat) -> None:
    house = official.house
    await _say(official, "/kiemtra", "[Kỳ trước]", f"[{TOO_MANY}]", "[Đúng như vậy, vì…]")
    # Somebody else closes the week while the official types the reason.
    ((number,),) = await house.ask("SELECT min(id) FROM people WHERE role = 'official'")
    last, at = period("2026-W46"), house.clock.now()
    async with house.database.write() as tx:
        person = await roster.person(tx, number)
        made = await Numbers(tx, person, sound(CONTENT).catalogue, at).sheet(last)
        closed = PeriodClosed(last, made)
        entry = Entry("Z0001", at, closed, member=number, commune=person.commune.id)
        await facts.add(tx, entry, None)
    ((sheet, fingerprint),) = await house.ask("SELECT sheet, fingerprint FROM closings")
    await official.say("đã hỏi công an")
    assert await house.ask("SELECT sheet, fingerprint FROM closings") == [(sheet, fingerprint)]
    assert "đã hỏi công an" not in sheet
    shown = await _say(official, "/kiemtra", "[Kỳ trước]")
    assert shown[2].startswith("Đã chốt ngày 21/11/2026, mã số liệu ")
    assert "1 điểm đã có lý do." in shown
    shown = await official.say(f"[✓ {TOO_MANY}]")
    assert any("đã hỏi công an" in one for one in shown)
    assert "  [Đúng như vậy, vì…]" not in shown
