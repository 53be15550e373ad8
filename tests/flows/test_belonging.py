"""Who is in a team: what comes between, two leaders after a merger, and nothing in practice."""

from collections.abc import Callable

import pytest

from tests.chat import Chat
from tests.flows.test_members import choose

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
    await choose(leader, "/totoi", "[bà Trần Thị Hoa – đã vào tổ]", way)
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
