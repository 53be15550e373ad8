"""Corrections: every kind, by everybody who may and nobody else, whatever happens meanwhile."""

from collections.abc import Callable

import pytest

from bot.domain.chat import Address
from bot.store import chats
from tests.chat import Chat
from tests.flows.books import added, entries, later, problems
from tests.flows.ways import WAYS
from tests.house import NUMBERS

# What is wrong, what is right, and what stands then: activity, day, count and village.
KINDS = (
    ("[Sai số]", "4", ("vneid_kich_hoat", "2026-11-21", 4, "An Khương")),
    ("[Sai ngày]", "hôm qua", ("vneid_kich_hoat", "2026-11-20", 3, "An Khương")),
    (
        "[Sai loại việc]",
        "[Kích hoạt lại, việc VNeID khác]",
        ("vneid_khac", "2026-11-21", 3, "An Khương"),
    ),
    ("[Sai thôn]", "[Gò Đá]", ("vneid_kich_hoat", "2026-11-21", 3, "Gò Đá")),
)


@pytest.mark.parametrize("role", WAYS)
async def test_everything_can_be_corrected_by_everybody_who_may(
    role: str, chat_as: Callable[[str], Chat]
) -> None:
    member, who = chat_as("member"), chat_as(role)
    house = member.house
    (own,) = await house.ask("SELECT id FROM people WHERE name = 'Trần Thị Hoa'")
    for wrong, right, stands in KINDS:
        for said in ("/start", "3 vneid"):
            await member.say(said)
        for said in (*WAYS[role], "[Sửa lại]", wrong):
            await who.say(said)
        shown = await who.say(right)
        assert shown[0].startswith("Đã sửa. Trước đó: Kích hoạt VNeID mức 2: 3 tài khoản"), shown
        assert (await entries(house))[-1][1:6] == (*stands, "Trần Thị Hoa")
        later(house, minutes=31)
    # Each is a void and an entry in its place, of hers, signed by whoever it was.
    rows = await house.ask(
        "SELECT kind, member_id, by_id, about IS NULL FROM facts WHERE code NOT LIKE 'M0%'"
        " ORDER BY id"
    )
    signed = None if role == "member" else await _number(who)
    assert rows == [
        ("AssistanceGiven", own[0], None, 1),
        ("AssistanceVoided", own[0], signed, 1),
        ("AssistanceGiven", own[0], signed, 0),
    ] * len(KINDS)
    assert await problems(house) == []


async def test_taken_back_by_each_who_may(chat_as: Callable[[str], Chat]) -> None:
    member = chat_as("member")
    for role, way in WAYS.items():
        for said in ("/start", "3 vneid"):
            await member.say(said)
        for said in (*way, "[Sửa lại]"):
            await chat_as(role).say(said)
        shown = await chat_as(role).say("[Bỏ hẳn việc này]")
        assert shown[0] == (
            "Đã bỏ: Kích hoạt VNeID mức 2: 3 tài khoản. Việc này không còn tính nữa."
        )
        assert await entries(member.house) == []
    by = await member.house.ask("SELECT by_id FROM facts WHERE voids > 420 ORDER BY id")
    assert [row[0] for row in by[-3:]] == [
        None,
        await _number(chat_as("leader")),
        await _number(chat_as("official")),
    ]


async def test_nobody_else_sees_or_changes_a_record(chat_as: Callable[[str], Chat]) -> None:
    member = chat_as("member")
    house = member.house
    await member.say("3 vneid")
    ((code, *__),) = await entries(house)
    await _bind(member, "stranger", "Nguyễn Thị Mận")
    # The leader of another team has a book of members, and she is not in it.
    other = chat_as("stranger")
    shown = await other.say("/soto")
    assert "  [Bùi Văn Thạch]" in shown
    assert not any("Hoa" in line for line in shown), shown
    await _bind(member, "stranger", "Phạm Thu Hà")
    for role in ("outsider", "stranger"):
        shown = await chat_as(role).say("/soto")
        assert shown[0].startswith("Mục “Sổ của thành viên” không dành cho vai của"), shown
        shown = await chat_as(role).say("/hoantac")
        assert not any(code in line for line in shown), shown
    assert (await entries(house))[-1][1:4] == ("vneid_kich_hoat", "2026-11-21", 3)
    assert await added(house) == ["AssistanceGiven"]


async def test_what_was_right_already_is_not_written_again(chat: Chat) -> None:
    await chat.say("3 vneid")
    for wrong, right in (
        ("[Sai số]", "3"),
        ("[Sai ngày]", "hôm nay"),
        ("[Sai loại việc]", "[Kích hoạt VNeID mức 2]"),
        ("[Sai thôn]", "[An Khương]"),
    ):
        for said in ("[Sửa lại]", wrong):
            await chat.say(said)
        shown = await chat.say(right)
        assert shown[0] == "Vốn đã ghi như vậy rồi, không có gì thay đổi."
        assert shown[2] == "Đã ghi: Kích hoạt VNeID mức 2: 3 tài khoản."
    assert await added(chat.house) == ["AssistanceGiven"]


@pytest.mark.parametrize("way", [("[Hoàn tác]",), ("[Sửa lại]", "[Sai số]", "5"), ("5 thôi",)])
async def test_what_was_taken_back_meanwhile_is_not_changed_any_more(
    chat_as: Callable[[str], Chat], way: tuple[str, ...]
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    await member.say("3 vneid")
    for said in (*WAYS["leader"], *way[:-1]):
        await leader.say(said)
    await member.say("[Hoàn tác]")
    shown = await leader.say(way[-1])
    assert shown[0] == "Việc này đã được bỏ hoặc sửa từ trước rồi.", shown
    assert await added(member.house) == ["AssistanceGiven", "AssistanceVoided"]


async def test_what_was_corrected_meanwhile_is_not_said_to_be_taken_back(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    await member.say("3 vneid")
    for said in (*WAYS["leader"], "[Sửa lại]", "[Sai số]", "2"):
        await leader.say(said)
    shown = await member.say("[Hoàn tác]")
    assert not any("đã được bỏ từ trước" in line for line in shown), shown


async def test_those_who_came_to_a_session_stay_with_it_when_its_number_changes(chat: Chat) -> None:
    await chat.say("2 buổi tuyên truyền 45 người dự")
    assert "Người dự: 45." in chat.seen()
    for said in ("[Sửa lại]", "[Sai số]", "1"):
        shown = await chat.say(said)
    assert "Người dự: 45." in shown
    assert (await entries(chat.house))[-1][6] == 45


async def test_what_is_typed_below_a_receipt_that_is_gone_is_recorded_all_the_same(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    await member.say("3 vneid")
    for said in (*WAYS["leader"], "[Hoàn tác]"):
        await leader.say(said)
    await member.say("4 dvc")
    assert [one[1:4] for one in await entries(member.house)] == [("dvc_huong_dan", "2026-11-21", 4)]


async def test_help_that_is_no_session_has_nobody_attending(chat: Chat) -> None:
    for said in (
        "2 buổi tuyên truyền 45 người dự",
        "[Sửa lại]",
        "[Sai loại việc]",
        "[Kích hoạt VNeID mức 2]",
    ):
        shown = await chat.say(said)
    assert "Người dự: 45." not in shown


async def _number(chat: Chat) -> int:
    """Return who a role is."""
    found = await chat.house.ask(
        f"SELECT person_id FROM chats WHERE channel = 'terminal' AND chat = '{chat.role}'"  # noqa: S608 - the test's own words
    )
    return int(found[0][0])


async def _bind(chat: Chat, role: str, name: str) -> None:
    """Lend somebody of the commune a chat."""
    (found,) = await chat.house.ask(f"SELECT id FROM people WHERE name = '{name}'")  # noqa: S608 - the test's own words
    async with chat.house.database.write() as tx:
        for address in (Address("terminal", role), Address("telegram", str(NUMBERS[role]))):
            await chats.bind(tx, address, found[0])
