"""The card: a week in a few lines, the files, and the ways that lead back to it."""

from collections.abc import Callable

from bot.domain.clock import VIET_NAM
from tests.chat import Chat
from tests.flows.books import problems

LINES = 7
OFFERED = [
    "  [Xem 3 điểm cần kiểm tra]",
    "  [Bảng Excel]",
    "  [Báo cáo Word]",
    "  [Đoạn dán vào Zalo]",
    "  [Biểu đồ]",
    "  [Theo thôn]",
    "  [Chốt kỳ này]",
]
REFUSED = "Mục “Thẻ tuần” không dành cho vai của "
EXCEL = "Tôi đang soạn bảng Excel. Xong là gửi ngay dưới đây."
WORD = "Tôi đang soạn báo cáo Word. Xong là gửi ngay dưới đây."
ZALO = "Tôi đang soạn đoạn tin. Chị chép cả tin dưới đây rồi dán vào Zalo."


def text_of(shown: list[str]) -> list[str]:
    return [line for line in shown if not line.startswith("  ")]


async def test_a_card_is_short_and_offers_what_is_done_with_it(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    assert (await official.say("/start"))[1] == "  [Thẻ tuần]"
    card = await official.say("[Thẻ tuần]")
    assert len(text_of(card)) <= LINES
    assert "Tuần 47 năm 2026 (16/11/2026 – 22/11/2026)" in "\n".join(text_of(card))
    assert card[-8:] == [*OFFERED, "  (Xem thêm) (Menu)"]
    assert (await official.say("[Xem thêm]"))[-4:-1] == [
        "  [Kỳ trước]",
        "  [Kỳ khác]",
        "  [Thôi tự gửi]",
    ]
    for words in ("/card", "thẻ tuần", "the tuan", "báo cáo tuần", "thetuan"):
        await official.say("/start")
        assert await official.say(words) == card, words


async def test_whoever_is_no_official_is_told_that_it_is_not_for_them(
    chat_as: Callable[[str], Chat],
) -> None:
    for role in ("member", "leader", "outsider"):
        other = chat_as(role)
        assert (await other.say("/thetuan"))[0].startswith(REFUSED)
        assert "  [Bảng Excel]" not in other.seen()
    assert await other.house.ask("SELECT count(*) FROM facts WHERE kind = 'CardsChosen'") == [(0,)]


async def test_every_way_from_the_card_leads_back_to_it(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    card = await official.say("/thetuan")
    assert (await official.say("[Xem 3 điểm cần kiểm tra]"))[3] == "3 điểm cần kiểm tra."
    assert await official.say("[Quay lại]") == card
    assert "Theo thôn" in await official.say("[Theo thôn]")
    assert await official.say("quay lại") == card
    refused = await official.say("[Chốt kỳ này]")
    assert refused[0] == "Kỳ này chưa hết. Từ 23/11/2026 mới chốt được."
    assert refused[2:] == card


async def test_a_file_is_announced_and_the_card_stays(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    card = await official.say("/thetuan")
    for said, answer, follows in (
        ("[Bảng Excel]", EXCEL, "Bảng số: Tuần 47 năm 2026"),
        ("excel", EXCEL, "Bảng số: Tuần 47 năm 2026"),
        ("[Báo cáo Word]", WORD, "Báo cáo: Tuần 47 năm 2026"),
        ("[Biểu đồ]", "Tôi đang vẽ biểu đồ. Xong là gửi ngay dưới đây.", "Biểu đồ: Tuần 47"),
        ("zalo", ZALO, "Xã dùng thử, số liệu không có thật. Bình An (xã mẫu), Tuần 47"),
    ):
        assert (await official.say(said))[0].startswith(follows), said
        assert official.asked() == [answer, "", *card], said


async def test_three_taps_lead_from_the_card_to_the_files_of_a_closed_week(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    await official.say("/thetuan")
    before = await official.say("tuần trước")
    await official.say("[Chốt kỳ này]")
    assert await official.say("[Chưa chốt]") == [*before[:-1], "  (Quay lại) (Xem thêm) (Menu)"]
    await official.say("[Chốt kỳ này]")
    shown = await official.say("[Chốt]")
    assert shown[0] == "Đã chốt kỳ 09/11/2026 – 15/11/2026."
    assert shown[3:] == [
        "Chị lấy luôn bản nào của kỳ 09/11/2026 – 15/11/2026?",
        *OFFERED[1:5],
        "  [Về thẻ]",
        "  (Menu)",
    ]
    await official.say("[Bảng Excel]")
    assert official.asked()[:3] == [EXCEL, "", shown[3]]
    await official.say("[Về thẻ]")
    closed = official.asked()
    assert "Tuần 46 năm 2026 (09/11/2026 – 15/11/2026)" in "\n".join(closed)
    assert "đã chốt ngày 21/11/2026, mã số liệu" in "\n".join(text_of(closed))
    assert "  [Chốt kỳ này]" not in closed
    await official.say("[Xem thêm]")
    assert "  [Mở lại kỳ này]" in official.asked()
    assert await problems(official.house) == []


async def test_the_card_of_a_closed_week_stays_as_it_was(chat_as: Callable[[str], Chat]) -> None:
    official, member = chat_as("official"), chat_as("member")
    for said in ("/thetuan", "tuần trước", "[Chốt kỳ này]", "[Chốt]"):
        await official.say(said)
    card = await official.say("[Về thẻ]")
    for said in ("/so", "[Các lần ghi gần đây]"):
        await member.say(said)
    await member.say("[chủ nhật 15/11: 1 tài khoản – Kích hoạt VNeID mức 2]")
    await member.say("[Hoàn tác]")
    await member.say("[Ghi trùng]")
    facts = await member.house.ask("SELECT adjusts FROM facts ORDER BY id DESC LIMIT 1")
    assert facts == [("2026-11-15",)]
    await official.say("/thetuan")
    assert text_of(await official.say("2026-W46")) == text_of(card)


async def test_other_periods_have_a_card_typed_or_chosen(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    await official.say("/thetuan")
    for said, name in (
        ("tháng 10", "Tháng 10/2026 (01/10/2026 – 31/10/2026)"),
        ("quý 3 nđ09", "Quý 3/2026 theo NĐ 09 (15/06/2026 – 14/09/2026)"),
        ("9 tháng", "9 tháng năm 2026 (01/01/2026 – 30/09/2026)"),
        ("6 tháng đầu năm", "6 tháng đầu năm 2026 (01/01/2026 – 30/06/2026)"),
        ("năm 2026", "Năm 2026 (01/01/2026 – 31/12/2026)"),
    ):
        shown = text_of(await official.say(said))
        assert name in "\n".join(shown), said
        assert len(shown) <= LINES, said
    await official.say("[Xem thêm]")
    asked = await official.say("[Kỳ khác]")
    assert asked[0].startswith("Xem kỳ nào?")
    assert (await official.say("32/13 đến 33/14"))[-1] == "  (Quay lại) (Xem thêm) (Menu)"
    assert "Tháng 9/2026" in "\n".join(await official.say("tháng 9"))


async def test_it_speaks_english(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    for said in ("/ngonngu", "English", "/card"):
        shown = await official.say(said)
    assert "Week 47 of 2026" in "\n".join(shown)
    assert (await official.say("word"))[0].startswith("Report: Week 47 of 2026")
    assert official.asked()[0] == "I am making the Word report. It comes below in a moment."


async def test_a_card_before_friday_is_that_of_the_week_being_reported(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    house = official.house
    house.clock.move(house.clock.now().astimezone(VIET_NAM).replace(day=19))
    assert "Tuần 46" in "\n".join(await official.say("/thetuan"))
