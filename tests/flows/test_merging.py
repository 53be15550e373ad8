"""Conversations over a merger: whoever is in the middle of one goes on as if nothing had been."""

from collections.abc import Callable
from datetime import date

from bot.domain.facts import Entry
from bot.domain.places import Place, PlaceKind
from bot.store import facts, mergers, roster
from bot.store.objections import Wanted
from tests.chat import Chat
from tests.flows.books import book, entries, problems
from tests.flows.households import ALIKE, ask
from tests.house import House

MONDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 18)
VILLAGES = ("An Khương", "Thọ An")


async def merge(
    house: House, into: str, *names: str, kind: PlaceKind = PlaceKind.VILLAGE, day: date = WEDNESDAY
) -> None:
    """Merge villages or teams of the demo commune, or communes, while the program is running."""
    async with house.database.write() as tx:
        whole = kind is PlaceKind.COMMUNE
        commune: Place | None = None if whole else (await roster.communes(tx))[0]
        plan = await mergers.plan(tx, Wanted(kind, commune, names, into, day))
        code, at = await mergers.code(tx), house.clock.now()
        entry = Entry(code=code, at=at, fact=plan.fact, commune=plan.commune)
        await facts.add(tx, entry, None)


async def test_a_record_begun_before_a_merger_is_kept_for_the_new_village(
    chat_as: Callable[[str], Chat],
) -> None:
    member, official = chat_as("member"), chat_as("official")
    await member.say("/ghi")
    await member.say("[Kích hoạt VNeID mức 2]")
    await merge(member.house, "Đoàn Kết", *VILLAGES)
    await member.follow("""
        > 3
        Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 5 tài khoản.
        Mã: …
          [Ghi tiếp]
          [Hoàn tác]
          [Sửa lại]
          [Mấy người lần đầu?]
          (Menu)
    """)
    assert [row[4] for row in await entries(member.house)] == ["Đoàn Kết"]
    await official.say("/tonghop")
    shown = await official.say("[Theo thôn]")
    assert "Đoàn Kết" in shown
    assert not set(VILLAGES) & set(shown)
    assert await problems(member.house) == []


async def test_a_village_chosen_before_a_merger_is_the_new_one(
    chat_as: Callable[[str], Chat],
) -> None:
    """The question stands while Thọ An becomes part of another village, then it is answered."""
    member = chat_as("member")
    for said in ("/ghi", "[Kích hoạt VNeID mức 2]", "3", "[Sửa lại]", "[Sai thôn]"):
        await member.say(said)
    await merge(member.house, "Đoàn Kết", "Thọ An", "Tây Phước")
    shown = await member.say("[Thọ An]")
    assert shown[0] == (
        "Đã sửa. Trước đó: Kích hoạt VNeID mức 2: 3 tài khoản, hôm nay, thứ bảy 21/11, An Khương."
    )
    assert "Thôn: Đoàn Kết." in shown
    assert [row[4] for row in await entries(member.house)] == ["Đoàn Kết"]


async def test_an_entry_may_still_name_the_old_village(chat_as: Callable[[str], Chat]) -> None:
    member = chat_as("member")
    await merge(member.house, "Đoàn Kết", "Thọ An", "Tây Phước")
    await member.say("3 vneid ở Tây Phước")
    assert await book(member.house) == [("vneid_kich_hoat", "2026-11-21", 3)]
    assert [row[4] for row in await entries(member.house)] == ["Đoàn Kết"]


async def test_an_old_record_says_where_it_was_and_can_be_corrected(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    await member.say("3 vneid")
    await merge(member.house, "Đoàn Kết", *VILLAGES)
    for said in ("/soto", "[Trần Thị Hoa]", "[hôm nay: 3 tài khoản – Kích hoạt VNeID mức 2]"):
        await leader.say(said)
    shown = await leader.say("[Sửa lại]")
    assert "  [Sai số]" in shown, shown
    await leader.say("[Sai số]")
    shown = await leader.say("4")
    assert shown[0].endswith("3 tài khoản, hôm nay, thứ bảy 21/11, An Khương.")
    assert await book(member.house) == [("vneid_kich_hoat", "2026-11-21", 4)]
    assert await problems(member.house) == []


async def test_the_period_before_is_shown_of_the_same_villages(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    house = official.house
    await merge(house, "Đoàn Kết", *VILLAGES, day=MONDAY)
    await official.say("/tonghop")
    shown = await official.say("[Theo thôn]")
    assert not set(VILLAGES) & set(shown)
    # Of the week before the merger, both stand there by themselves.
    shown = await official.say("[Kỳ trước]")
    assert set(VILLAGES) <= set(shown)
    assert "Đoàn Kết" not in shown


async def test_a_household_is_asked_on_while_villages_merge(
    chat_as: Callable[[str], Chat],
) -> None:
    member, official = chat_as("member"), chat_as("official")
    await ask(member, "12", *ALIKE[:2])
    await merge(member.house, "Đoàn Kết", *VILLAGES)
    for said in ALIKE[2:]:
        await member.say(said)
    await ask(member, "12")
    assert member.seen()[0].startswith("Hộ 12 đã hỏi ngày ")
    shown = await official.say("/ketquarasoat")
    assert "  [Đoàn Kết: 1/? hộ]" in shown, shown
    # A village whose button is still on the screen is the one that it has become.
    await merge(member.house, "Đồng Lòng", "Đoàn Kết", "Gò Đá")
    assert (await official.say("[Đoàn Kết: 1/? hộ]"))[0] == "Đồng Lòng"
    assert await problems(member.house) == []


async def test_both_communes_go_on_in_the_new_one(chat_as: Callable[[str], Chat]) -> None:
    member, outsider, official = chat_as("member"), chat_as("outsider"), chat_as("official")
    house = member.house
    await outsider.say("/ghi")
    await outsider.say("[Kích hoạt VNeID mức 2]")
    await official.say("/tonghop")
    await merge(
        house, "Bình Tân (xã mẫu)", "Bình An (xã mẫu)", "Tân Lập (xã mẫu)", kind=PlaceKind.COMMUNE
    )
    await outsider.say("3")
    await official.say("[Theo thôn]")
    shown = official.seen()
    assert shown[0] == "Bình Tân (xã mẫu)"
    assert {"An Khương", "Suối Cát"} <= set(shown)
    assert await problems(house) == []
    # What the new commune closes is closed for the people of both.
    for said in ("/tonghop", "[Kỳ trước]", "[Chốt kỳ này]", "[Chốt]"):
        await official.say(said)
    for who in (member, outsider):
        shown = await who.say("15/11 3 vneid")
        assert "  [Đúng, ghi vào sổ]" not in shown
        assert shown[-2:] == ["  [thứ hai 16/11]", "  (Menu)"]
