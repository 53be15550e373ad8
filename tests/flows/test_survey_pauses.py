"""The survey can be left anywhere and put off, and is taken up where it stood."""

from collections.abc import Callable

import pytest

from bot.domain.survey_questions import QUESTIONS
from tests.chat import Chat
from tests.flows.households import ask, rounds


@pytest.mark.parametrize("place", range(len(QUESTIONS)))
async def test_it_can_be_left_at_every_question_and_taken_up_there(chat: Chat, place: int) -> None:
    await ask(chat, "12", *("4", "không", "hỏi từng câu", *["2"] * 6)[: place + (place > 1)])
    question = chat.seen()
    assert question[0] == f"Hộ 12 – Câu {place + 1}/9"
    await chat.say("menu")
    # Other work, brought to its end, and a restart.
    for said in ("/ghi", "[Kích hoạt VNeID mức 2]", "3", "menu"):
        await chat.say(said)
    await chat.house.restart()
    assert await chat.say("[Làm tiếp: Rà soát hộ]") == question
    assert await rounds(chat.house) == []


async def test_a_household_left_in_the_middle_is_offered_when_the_survey_is_opened_anew(
    chat: Chat,
) -> None:
    await ask(chat, "12", "4", "không")
    question = chat.seen()
    shown = await chat.say("rà soát hộ")
    assert "  [Làm tiếp hộ đang hỏi dở]" in shown
    assert await chat.say("[Làm tiếp hộ đang hỏi dở]") == question


async def test_what_a_leader_left_is_on_the_first_page_and_one_word_away(
    chat_as: Callable[[str], Chat],
) -> None:
    leader = chat_as("leader")
    await ask(leader, "12", "4")
    question = leader.seen()
    assert "  [Làm tiếp: Rà soát hộ]" in await leader.say("menu")
    assert await leader.say("làm tiếp") == question


async def test_the_rest_can_be_put_off_and_the_answers_are_kept(chat: Chat) -> None:
    await ask(chat, "12", "4", "không", "hỏi từng câu", "3", "[Hẹn hỏi tiếp sau]")
    assert chat.seen()[:4] == [
        "Đã ghi: hộ 12, hẹn quay lại.",
        "– Từ 15 tuổi: 4 người",
        "– Đang 14 tuổi: 0 người",
        "– Điện thoại thông minh: 3/4",
    ]
    await chat.say("/rasoat")
    await chat.follow("""
        > [Nhà cần quay lại: 1 hộ]
        Bà đang ở hộ nào?
          [Hộ 12: hẹn quay lại, 21/11/2026]
          (Quay lại) (Menu)
        > [Hộ 12: hẹn quay lại, 21/11/2026]
        Lần trước, ngày 21/11/2026: hẹn quay lại.

        Hộ 12 – Câu 4/9
        ✓ từ 15 tuổi 4, 14 tuổi 0, điện thoại 3
        Trong 4 người từ 15 tuổi, mấy người có tài khoản ngân hàng hoặc ví điện tử?
          [Cả nhà (4)]
          [Không ai]
          [Không biết]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
    """)
