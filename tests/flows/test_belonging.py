"""Who is in a team: nothing of it in practice, and two leaders after a merger."""

from collections.abc import Callable

import pytest

from bot.domain.places import PlaceKind
from tests.chat import Chat
from tests.flows.test_members import choose
from tests.flows.test_merging import merge

As = Callable[[str], Chat]


@pytest.mark.parametrize(
    ("way", "yes"),
    [
        ("[Rời tổ]", "[Đúng, rời tổ]"),
        ("[Đổi điện thoại, mất máy]", "[Ngắt máy cũ, lấy mã mới]"),
    ],
)
async def test_what_was_begun_is_not_done_while_practising(chat_as: As, way: str, yes: str) -> None:
    leader = chat_as("leader")
    await choose(leader, "/nguoito", "[bà Trần Thị Hoa – đã vào tổ]", way)
    await choose(leader, "/tapthu", "[Bắt đầu tập]")
    resume = next(line for line in leader.seen() if "[Làm tiếp" in line)
    await leader.say(resume.strip())
    assert "Việc này không tập thử được." in "\n".join(await leader.say(yes))
    made = "SELECT kind FROM facts WHERE kind IN ('MemberLeft', 'MemberCutOff', 'CodeIssued')"
    assert await leader.house.ask(made) == []


async def test_nobody_leaves_while_practising(chat_as: As) -> None:
    leader = chat_as("leader")
    await choose(leader, "/toi", "[Rời tổ, xoá thông tin]", "/tapthu", "[Bắt đầu tập]")
    resume = next(line for line in leader.seen() if "[Làm tiếp" in line)
    await choose(leader, resume.strip(), "[Rời tổ và xoá]")
    assert "Việc này không tập thử được." in "\n".join(leader.seen())
    assert await leader.house.ask("SELECT id FROM facts WHERE kind = 'MemberLeft'") == []


async def merged_team(official: Chat) -> str:
    """Merge two teams, each with its leader, and look at the new one; return what is shown."""
    await merge(official.house, "Đoàn Kết", "An Khương", "Thọ An")
    await merge(official.house, "Tổ Đoàn Kết", "Tổ An Khương", "Tổ Thọ An", kind=PlaceKind.TEAM)
    await official.say("/nguoito")
    team = next(line for line in official.seen() if "[Tổ Đoàn Kết" in line)
    return "\n".join(await official.say(team.strip()))


async def leaders(official: Chat) -> list[str]:
    found = await official.house.ask(
        "SELECT people.name FROM people JOIN places ON places.id = place_id"
        " WHERE places.name = 'Tổ Đoàn Kết' AND role = 'leader' AND left_at IS NULL"
    )
    return [str(name) for (name,) in found]


async def test_of_a_merged_teams_leaders_a_third_is_made_the_only_one(chat_as: As) -> None:
    official = chat_as("official")
    assert (await merged_team(official)).count("tổ trưởng") == 2
    await choose(
        official, "[chị Phạm Thu Hà – đã vào tổ]", "[Giao tổ trưởng, tổ phó]", "[tổ trưởng]"
    )
    assert official.seen()[0].startswith("Tổ Đoàn Kết đang có mấy tổ trưởng: ")
    shown = await official.say("[tổ phó]")
    assert shown[0] == "Đã ghi: chị Phạm Thu Hà là tổ trưởng của Tổ Đoàn Kết."
    assert await leaders(official) == ["Phạm Thu Hà"]


async def test_who_replaces_one_of_two_leaders_becomes_the_deputy(chat_as: As) -> None:
    official = chat_as("official")
    await merged_team(official)
    await choose(official, "[ông Đỗ Văn Sáu – tổ trưởng]", "[Thay bằng người khác]")
    shown = await official.say("anh Phan Văn Lộc")
    assert shown[0] == "anh Phan Văn Lộc vào Tổ Đoàn Kết, vai: tổ phó."
    shown = await official.say("[Đúng, thay người]")
    assert shown[0].startswith("Xong: anh Phan Văn Lộc")
    assert len(await leaders(official)) == 1
