"""A round that was recorded: asked again, corrected, taken back, and by whom."""

from collections.abc import Callable

from tests.chat import Chat
from tests.flows.households import ALIKE, ask, rounds


async def test_a_household_asked_twice_is_noticed(chat: Chat) -> None:
    await ask(chat, "12", *ALIKE)
    await chat.follow("""
        > hộ 012
        Hộ 12 đã hỏi ngày 21/11/2026: hỏi lại hay nhầm số?
        ✓ từ 15 tuổi 4, …
          [Nhầm số, gõ lại]
          [Hỏi lại từ đầu]
          [Sửa một câu]
          (Quay lại) (Menu)
        > [Nhầm số, gõ lại]
        Đã hỏi 1 hộ (chưa có tổng số hộ).

        Hộ số mấy? Gõ số của hộ trong sổ của tổ, ví dụ 12 hoặc 12A.
        Không ghi tên, số điện thoại hay địa chỉ.
          [Xem kết quả]
          (Quay lại) (Menu)
    """)
    await chat.say("12")
    await chat.say("[Hỏi lại từ đầu]")
    for said in ("2", "không", "[Chưa có thứ nào]", "[Không]"):
        await chat.say(said)
    shown = await chat.say("[Xem kết quả]")
    assert "Đã hỏi 1 hộ (chưa có tổng số hộ)." in shown
    assert "– Điện thoại thông minh: chưa ai có (0/2 người từ 15 tuổi; đã hỏi 1/? hộ)" in shown
    assert "– Internet cáp quang: chưa hộ nào có (0/1 hộ; đã hỏi 1/? hộ)" in shown
    # Both rounds stay in the ledger.
    assert [one["answers"]["people_15"] for one in await rounds(chat.house)] == [4, 2]


async def test_one_answer_is_corrected_and_the_rest_stays(chat: Chat) -> None:
    await ask(chat, "12", *ALIKE)
    await chat.say("[Sửa một câu]")
    await chat.follow("""
        > [Chữ ký số: 4/4]
        Hộ 12 – Câu 5/9
        ✓ từ 15 tuổi 4, 14 tuổi 0, điện thoại 4, tài khoản 4, VNeID 4, …
        Trong 4 người từ 15 tuổi, mấy người có chữ ký số của riêng mình?
          [Cả nhà (4)]
          [Không ai]
          [Không biết]
          (Quay lại) (Menu)
    """)
    shown = await chat.say("1")
    assert shown[0] == "Đã ghi: hộ 12, đã hỏi xong."
    assert "– Chữ ký số: 1/4" in shown
    first, second = await rounds(chat.house)
    assert second == {**first, "answers": {**first["answers"], "signature": 1}}


async def test_fewer_people_after_all_asks_again_what_no_longer_fits(chat: Chat) -> None:
    await ask(chat, "12", "4", "không", "1 2", "[Có]")
    await chat.say("[Sửa một câu]")
    await chat.say("[Từ 15 tuổi: 4 người]")
    await chat.follow("""
        > 3
        Số người đã đổi nên tôi hỏi lại câu này.

        Hộ 12 – Câu 3/9
        ✓ từ 15 tuổi 3, 14 tuổi 0, …
        Trong 3 người từ 15 tuổi, mấy người có điện thoại thông minh?
          [Cả nhà (3)]
          [Không ai]
          [Không biết]
          (Quay lại) (Menu)
    """)
    await chat.say("cả nhà")
    shown = await chat.say("2")
    assert shown[:5] == [
        "Đã ghi: hộ 12, đã hỏi xong.",
        "– Từ 15 tuổi: 3 người",
        "– Đang 14 tuổi: 0 người",
        "– Điện thoại thông minh: 3/3",
        "– Tài khoản ngân hàng, ví điện tử: 2/3",
    ]


async def test_a_correction_keeps_the_day_of_asking(chat: Chat) -> None:
    await ask(chat, "12", *ALIKE)
    chat.house.clock.move(chat.house.clock.now().replace(day=28))
    await chat.say("12")
    await chat.say("[Sửa một câu]")
    await chat.say("[Sửa một câu]")
    await chat.say("[Chữ ký số: 4/4]")
    assert "Ngày: 21/11/2026." in await chat.say("không")


async def test_undo_takes_a_round_back_once(chat: Chat) -> None:
    await ask(chat, "12", *ALIKE)
    shown = await chat.say("[Hoàn tác]")
    assert shown[0] == "Đã bỏ phiếu của hộ 12. Phiếu này không còn tính nữa."
    assert (await chat.say("/rasoat"))[0] == "Đã hỏi 0 hộ (chưa có tổng số hộ)."
    assert (await chat.say("12"))[0] == "Hộ 12 – Câu 1/9"


async def test_others_may_correct_a_round_and_only_the_leader_takes_it_back(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    await ask(leader, "12", *ALIKE)
    await ask(member, "12", "[Sửa một câu]")
    shown = member.seen()
    assert "  [Sửa một câu]" in shown
    assert "  [Hoàn tác]" not in shown
    await ask(member, "13", *ALIKE)
    await ask(leader, "13", "[Sửa một câu]", "[Hoàn tác]")
    assert leader.seen()[0] == "Đã bỏ phiếu của hộ 13. Phiếu này không còn tính nữa."
