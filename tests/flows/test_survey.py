"""The household survey: four taps where all are alike, a pause anywhere, rates that are true."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.domain.survey_questions import QUESTIONS
from bot.store.schema import figures, places
from tests.chat import Chat
from tests.house import House

ALIKE = ("4", "[Không có em nào]", "[Có đủ cả 6]", "[Có]")
_ROUNDS = "SELECT body FROM facts WHERE kind = 'HouseholdSurveyed' ORDER BY id"


async def test_a_house_where_all_are_alike_takes_four_taps(chat: Chat) -> None:
    await chat.say("/rasoat")
    await chat.follow("""
        > /rasoat
        Đã hỏi 0 hộ (chưa có tổng số hộ).

        Hộ số mấy? Gõ số của hộ trong sổ của tổ, ví dụ 12 hoặc 12A.
        Không ghi tên, số điện thoại hay địa chỉ.
          (Menu)
        > 12
        Hộ 12 – Câu 1/9
        Nhà này mấy người từ 15 tuổi trở lên?
          [Vắng nhà]
          [Nhà không muốn trả lời]
          [Hẹn quay lại]
          (Quay lại) (Menu)
        > [4]
        Hộ 12 – Câu 2/9
        ✓ từ 15 tuổi 4
        Có mấy em đang 14 tuổi, chưa đủ 15?
          [Không có em nào]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
        > [Không có em nào]
        Hộ 12 – Câu 3–8/9
        ✓ từ 15 tuổi 4, 14 tuổi 0
        Cả nhà giống nhau thì ai cũng có những thứ nào?
        1. Điện thoại thông minh
        2. Tài khoản ngân hàng, ví điện tử
        3. Chữ ký số
        4. VNeID mức 2
        5. Đã làm dịch vụ công trên mạng
        6. Biết dùng mạng cơ bản
        Gõ các số, ví dụ 1 2 4 (thứ không gõ là không ai có), hoặc chọn:
          [Có đủ cả 6]
          [Chưa có thứ nào]
          [Mỗi người một khác, hỏi từng câu]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
        > [Có đủ cả 6]
        Hộ 12 – Câu 9/9
        ✓ từ 15 tuổi 4, 14 tuổi 0, điện thoại 4, tài khoản 4, chữ ký số 4, VNeID 4, …
        Nhà này có lắp mạng Internet cáp quang không?
          [Có]
          [Không]
          [Không biết]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
        > [Có]
        Đã ghi: hộ 12, đã hỏi xong.
        – Từ 15 tuổi: 4 người
        – Đang 14 tuổi: 0 người
        – Điện thoại thông minh: 4/4
        – Tài khoản ngân hàng, ví điện tử: 4/4
        – Chữ ký số: 4/4
        – VNeID mức 2: 4/4
        – Đã làm dịch vụ công trên mạng: 4/4
        – Biết dùng mạng cơ bản: 4/4
        – Internet cáp quang: có
        Ngày: 21/11/2026.
        Mã: …
        Hộ tiếp theo: bà gõ luôn số của hộ.
          [Sửa một câu]
          [Hoàn tác]
          [Xem kết quả]
          (Menu)
    """)
    assert await _rounds(chat.house) == [
        {
            "household": "12",
            "outcome": "asked",
            "answers": {
                "people_15": 4, "people_14": 0, "smartphone": 4, "account": 4, "signature": 4,
                "vneid": 4, "service": 4, "skills": 4, "fibre": 1,
            },
        }
    ]  # fmt: skip


async def test_the_taps_of_a_house_where_all_are_alike_are_four_whatever_they_have(
    chat: Chat,
) -> None:
    for label, common in (("1", "[Có đủ cả 6]"), ("2", "[Chưa có thứ nào]"), ("3", "1 2 4")):
        taps = 0
        await chat.say("/rasoat")
        shown = await chat.say(label)
        for said in ("4", "[Không có em nào]", common, "[Có]"):
            assert shown[0].startswith(f"Hộ {label} – Câu ")
            shown = await chat.say(said)
            taps += 1
        assert (taps, shown[0]) == (4, f"Đã ghi: hộ {label}, đã hỏi xong.")
    kept = [one["answers"] for one in await _rounds(chat.house)]
    assert [one["smartphone"] for one in kept] == [4, 0, 4]
    assert [one["signature"] for one in kept] == [4, 0, 0]


async def test_the_next_household_is_typed_right_below_the_last_one(chat: Chat) -> None:
    await _ask(chat, "12", *ALIKE)
    assert (await chat.say("13"))[0] == "Hộ 13 – Câu 1/9"


async def test_where_not_all_are_alike_each_question_is_asked(chat: Chat) -> None:
    await _ask(chat, "12", "5", "1", "hỏi từng câu")
    await chat.follow("""
        > 7
        Câu này tính trong 5 người nên không thể nhiều hơn. Bà xem lại giúp.

        Hộ 12 – Câu 3/9
        ✓ từ 15 tuổi 5, 14 tuổi 1
        Trong 5 người từ 15 tuổi, mấy người có điện thoại thông minh?
          [Cả nhà (5)]
          [Không ai]
          [Không biết]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
        > hai
        Hộ 12 – Câu 4/9
        ✓ từ 15 tuổi 5, 14 tuổi 1, điện thoại 2
        Trong 5 người từ 15 tuổi, mấy người có tài khoản ngân hàng hoặc ví điện tử?
          [Cả nhà (5)]
          [Không ai]
          [Không biết]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
        > cả nhà
        Hộ 12 – Câu 5/9
        ✓ từ 15 tuổi 5, 14 tuổi 1, điện thoại 2, tài khoản 5
        Trong 5 người từ 15 tuổi, mấy người có chữ ký số của riêng mình?
          [Cả nhà (5)]
          [Không ai]
          [Không biết]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
        > không ai
        Hộ 12 – Câu 6/9
        ✓ từ 15 tuổi 5, 14 tuổi 1, điện thoại 2, tài khoản 5, chữ ký số 0
        Trong 6 người từ 14 tuổi, mấy người đã kích hoạt VNeID mức 2?
          [Cả nhà (6)]
          [Không ai]
          [Không biết]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
        > [Cả nhà (6)]
        Hộ 12 – Câu 7/9
        ✓ từ 15 tuổi 5, 14 tuổi 1, điện thoại 2, tài khoản 5, chữ ký số 0, VNeID 6
        Trong 5 người từ 15 tuổi, mấy người đã làm dịch vụ công trên mạng trong 12 tháng qua?
          [Cả nhà (5)]
          [Không ai]
          [Không biết]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
        > không biết
        Hộ 12 – Câu 8/9
        ✓ từ 15 tuổi 5, …
        Trong 5 người từ 15 tuổi, mấy người tự tìm tin, nhắn tin, cài ứng dụng được?
          [Cả nhà (5)]
          [Không ai]
          [Không biết]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
    """)
    await chat.say("1")
    await chat.say("[Không]")
    (kept,) = await _rounds(chat.house)
    assert kept["answers"] == {
        "people_15": 5, "people_14": 1, "smartphone": 2, "account": 5, "signature": 0, "vneid": 6,
        "skills": 1, "fibre": 0,
    }  # fmt: skip


async def test_of_one_person_it_is_asked_yes_or_no(chat: Chat) -> None:
    await _ask(chat, "12", "1", "không", "hỏi từng câu")
    await chat.follow("""
        > [Không]
        Hộ 12 – Câu 4/9
        ✓ từ 15 tuổi 1, 14 tuổi 0, điện thoại 0
        Tài khoản ngân hàng, ví điện tử: người này có không?
          [Có]
          [Không]
          [Không biết]
          [Hẹn hỏi tiếp sau]
          (Quay lại) (Menu)
    """)


@pytest.mark.parametrize("place", range(len(QUESTIONS)))
async def test_it_can_be_left_at_every_question_and_taken_up_there(chat: Chat, place: int) -> None:
    await _ask(chat, "12", *("4", "không", "hỏi từng câu", *["2"] * 6)[: place + (place > 1)])
    question = chat.seen()
    assert question[0] == f"Hộ 12 – Câu {place + 1}/9"
    await chat.say("menu")
    # Other work, brought to its end, and a restart.
    for said in ("/ghi", "[Kích hoạt VNeID mức 2]", "3", "menu"):
        await chat.say(said)
    await chat.house.restart()
    assert await chat.say("[Làm tiếp: Rà soát hộ]") == question
    assert await _rounds(chat.house) == []


async def test_a_household_left_in_the_middle_is_offered_when_the_survey_is_opened_anew(
    chat: Chat,
) -> None:
    await _ask(chat, "12", "4", "không")
    question = chat.seen()
    shown = await chat.say("rà soát hộ")
    assert "  [Làm tiếp hộ đang hỏi dở]" in shown
    assert await chat.say("[Làm tiếp hộ đang hỏi dở]") == question


async def test_what_a_leader_left_is_on_the_first_page_and_one_word_away(
    chat_as: Callable[[str], Chat],
) -> None:
    leader = chat_as("leader")
    await _ask(leader, "12", "4")
    question = leader.seen()
    assert "  [Làm tiếp: Rà soát hộ]" in await leader.say("menu")
    assert await leader.say("làm tiếp") == question


async def test_the_rest_can_be_put_off_and_the_answers_are_kept(chat: Chat) -> None:
    await _ask(chat, "12", "4", "không", "hỏi từng câu", "3", "[Hẹn hỏi tiếp sau]")
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


async def test_absent_refused_and_later_are_one_tap_each_and_counted_apart(chat: Chat) -> None:
    for label, ending, told in (
        ("1", "[Vắng nhà]", "vắng nhà"),
        ("2", "[Nhà không muốn trả lời]", "không muốn trả lời"),
        ("3", "[Hẹn quay lại]", "hẹn quay lại"),
        ("4", "đi vắng", "vắng nhà"),
    ):
        await _ask(chat, label, ending)
        assert chat.seen()[0] == f"Đã ghi: hộ {label}, {told}."
    await chat.follow("""
        > [Xem kết quả]
        An Khương
        Rà soát hộ

        Đã hỏi 0 hộ (chưa có tổng số hộ).

        Chưa tính vào các tỷ lệ dưới đây:
        – vắng nhà: 2 hộ
        – hẹn quay lại: 1 hộ
        – không muốn trả lời: 1 hộ

        Tính theo người:
        – Điện thoại thông minh: chưa hỏi
        – Tài khoản ngân hàng, ví điện tử: chưa hỏi
        – Chữ ký số: chưa hỏi
        – VNeID mức 2: chưa hỏi
        – Đã làm dịch vụ công trên mạng: chưa hỏi
        – Biết dùng mạng cơ bản: chưa hỏi

        Tính theo hộ:
        – Internet cáp quang: chưa hỏi
          [Hỏi hộ tiếp theo]
          (Quay lại) (Menu)
    """)
    await chat.say("/rasoat")
    # Who does not wish to answer is not called on again.
    shown = await chat.say("[Nhà cần quay lại: 3 hộ]")
    assert [row.split(":")[0] for row in shown[1:4]] == ["  [Hộ 1", "  [Hộ 3", "  [Hộ 4"]


async def test_a_household_asked_twice_is_noticed(chat: Chat) -> None:
    await _ask(chat, "12", *ALIKE)
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
    assert [one["answers"]["people_15"] for one in await _rounds(chat.house)] == [4, 2]


async def test_one_answer_is_corrected_and_the_rest_stays(chat: Chat) -> None:
    await _ask(chat, "12", *ALIKE)
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
    first, second = await _rounds(chat.house)
    assert second == {**first, "answers": {**first["answers"], "signature": 1}}


async def test_fewer_people_after_all_asks_again_what_no_longer_fits(chat: Chat) -> None:
    await _ask(chat, "12", "4", "không", "1 2", "[Có]")
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
    await _ask(chat, "12", *ALIKE)
    chat.house.clock.move(chat.house.clock.now().replace(day=28))
    await chat.say("12")
    await chat.say("[Sửa một câu]")
    await chat.say("[Sửa một câu]")
    await chat.say("[Chữ ký số: 4/4]")
    assert "Ngày: 21/11/2026." in await chat.say("không")


async def test_undo_takes_a_round_back_once(chat: Chat) -> None:
    await _ask(chat, "12", *ALIKE)
    shown = await chat.say("[Hoàn tác]")
    assert shown[0] == "Đã bỏ phiếu của hộ 12. Phiếu này không còn tính nữa."
    assert (await chat.say("/rasoat"))[0] == "Đã hỏi 0 hộ (chưa có tổng số hộ)."
    assert (await chat.say("12"))[0] == "Hộ 12 – Câu 1/9"


async def test_others_may_correct_a_round_and_only_the_leader_takes_it_back(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    await _ask(leader, "12", *ALIKE)
    await _ask(member, "12", "[Sửa một câu]")
    shown = member.seen()
    assert "  [Sửa một câu]" in shown
    assert "  [Hoàn tác]" not in shown
    await _ask(member, "13", *ALIKE)
    await _ask(leader, "13", "[Sửa một câu]", "[Hoàn tác]")
    assert leader.seen()[0] == "Đã bỏ phiếu của hộ 13. Phiếu này không còn tính nữa."


async def test_a_label_that_looks_personal_is_refused_kindly_and_not_kept(chat: Chat) -> None:
    await chat.say("/rasoat")
    assert (await chat.say("nhà ông Ba Tư"))[0] == (
        "Chỗ này trông như tên, địa chỉ hay số điện thoại, số thẻ. Tôi không giữ những thứ "
        "đó: bà chỉ gõ số của hộ trong sổ của tổ, ví dụ 12 hoặc 12A."
    )
    # A number is hidden before anything reads it: that is said, and the question comes again.
    shown = await chat.say("0000000000")
    assert shown[0].startswith("Tôi đã che chỗ riêng tư (số, mã, ngày sinh)")
    assert shown[4].startswith("Hộ số mấy?")
    kept = await chat.house.ask("SELECT session FROM chats")
    assert "Ba" not in str(kept)
    assert "0000" not in str(kept)
    assert await chat.house.ask("SELECT said FROM inbox WHERE said LIKE '%Ba T%'") == []


async def test_the_official_sees_each_village_and_the_leader_the_own_team(
    chat_as: Callable[[str], Chat],
) -> None:
    member, official = chat_as("member"), chat_as("official")
    await _ask(member, "12", *ALIKE)
    await _ask(member, "13", "2", "1", "1 4", "[Không biết]")
    await _ask(member, "14", "[Vắng nhà]")
    await _households(member.house, village="An Khương", value="210")
    await official.follow("""
        > /ketquarasoat
        Bình An (xã mẫu)
        Rà soát hộ

        Đã hỏi 2 hộ (chưa có tổng số hộ).
        Hỏi từ 21/11/2026 đến 21/11/2026.

        Chưa tính vào các tỷ lệ dưới đây:
        – vắng nhà: 1 hộ

        Tính theo người:
        – Điện thoại thông minh: 100,00% (6/6 người từ 15 tuổi; đã hỏi 2/? hộ)
        – Tài khoản ngân hàng, ví điện tử: 66,67% (4/6 người từ 15 tuổi; đã hỏi 2/? hộ)
        – Chữ ký số: 66,67% (4/6 người từ 15 tuổi; đã hỏi 2/? hộ)
        – VNeID mức 2: 100,00% (7/7 người từ 14 tuổi; đã hỏi 2/? hộ)
        – Đã làm dịch vụ công trên mạng: 66,67% (4/6 người từ 15 tuổi; đã hỏi 2/? hộ)
        – Biết dùng mạng cơ bản: 66,67% (4/6 người từ 15 tuổi; đã hỏi 2/? hộ)

        Tính theo hộ:
        – Internet cáp quang: 100,00% (1/1 hộ; đã hỏi 1/? hộ)
          [An Bình: 0/? hộ]
          [An Khương: 2/210 hộ]
          [Gò Đá: 0/? hộ]
          [Tây Phước: 0/? hộ]
          [Thọ An: 0/? hộ]
          (Menu)
    """)
    shown = await official.say("[An Khương: 2/210 hộ]")
    assert shown[0] == "An Khương"
    assert shown[3] == "Đã hỏi 2/210 hộ (tổng số hộ tính đến 01/11/2026)."
    assert "– Internet cáp quang: 100,00% (1/1 hộ; đã hỏi 1/210 hộ)" in shown
    assert (await official.say("[Cả xã]"))[0] == "Bình An (xã mẫu)"
    empty = await official.say("[Gò Đá: 0/? hộ]")
    assert "– Điện thoại thông minh: chưa hỏi" in empty
    leader = chat_as("leader")
    assert (await leader.say("/ketquarasoat"))[0] == "Tổ An Khương"
    assert "– VNeID mức 2: 100,00% (7/7 người từ 14 tuổi; đã hỏi 2/210 hộ)" in leader.seen()
    outsider = chat_as("outsider")
    assert (await outsider.say("/ketquarasoat"))[3] == "Đã hỏi 0 hộ (chưa có tổng số hộ)."
    assert (await outsider.say("/rasoat"))[0] == "Đã hỏi 0 hộ (chưa có tổng số hộ)."


async def test_more_households_than_there_are_is_said_and_not_cut(chat: Chat) -> None:
    await _households(chat.house, village="An Khương", value="1")
    await _ask(chat, "1", *ALIKE)
    await _ask(chat, "2", *ALIKE)
    shown = await chat.say("[Xem kết quả]")
    assert shown[3] == "Đã hỏi 2/1 hộ (tổng số hộ tính đến 01/11/2026)."
    assert shown[5].startswith("Nhiều hơn tổng số hộ: ")


async def test_an_official_asks_nobody(chat_as: Callable[[str], Chat]) -> None:
    shown = await chat_as("official").say("/rasoat")
    assert shown[0] == "Mục “Rà soát hộ” không dành cho vai của chị."


async def _ask(chat: Chat, label: str, *answers: str) -> None:
    """Open the survey, name a household, and answer."""
    await chat.say("/rasoat")
    await chat.say(label)
    for said in answers:
        await chat.say(said)


async def _rounds(house: House) -> list[dict[str, Any]]:
    return [json.loads(body) for (body,) in await house.ask(_ROUNDS)]


async def _households(house: House, *, village: str, value: str) -> None:
    """Give a village's number of households, as an import of figures would."""
    given = {
        "name": "Số hộ", "value": Decimal(value), "unit": "hộ", "as_of": date(2026, 11, 1),
        "giver": "thôn", "code": "F0001",
    }  # fmt: skip
    async with house.database.write() as tx:
        place = await tx.scalar(select(places.c.id).where(places.c.name == village))
        await tx.execute(insert(figures).values(place_id=place, **given))
