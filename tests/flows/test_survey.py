"""The household survey: four taps where all are alike, each question where they are not."""

from collections.abc import Callable

from tests.chat import Chat
from tests.flows.households import ALIKE, ask, rounds


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
    assert await rounds(chat.house) == [
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
    kept = [one["answers"] for one in await rounds(chat.house)]
    assert [one["smartphone"] for one in kept] == [4, 0, 4]
    assert [one["signature"] for one in kept] == [4, 0, 0]


async def test_the_next_household_is_typed_right_below_the_last_one(chat: Chat) -> None:
    await ask(chat, "12", *ALIKE)
    assert (await chat.say("13"))[0] == "Hộ 13 – Câu 1/9"


async def test_where_not_all_are_alike_each_question_is_asked(chat: Chat) -> None:
    await ask(chat, "12", "5", "1", "hỏi từng câu")
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
    (kept,) = await rounds(chat.house)
    assert kept["answers"] == {
        "people_15": 5, "people_14": 1, "smartphone": 2, "account": 5, "signature": 0, "vneid": 6,
        "skills": 1, "fibre": 0,
    }  # fmt: skip


async def test_of_one_person_it_is_asked_yes_or_no(chat: Chat) -> None:
    await ask(chat, "12", "1", "không", "hỏi từng câu")
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


async def test_a_label_that_looks_personal_is_refused_kindly_and_not_kept(chat: Chat) -> None:
    await chat.say("/rasoat")
    assert (await chat.say("nhà ông Ba Tư"))[0] == (
        "Chỗ này trông như tên, địa chỉ hay số điện thoại, số thẻ. Tôi không giữ những thứ "
        "đó: bà chỉ gõ số của hộ trong sổ của tổ, ví dụ 12 hoặc 12A."
    )
    # A number is hidden before anything reads it: that is said, and the question comes again.
    shown = await chat.say("0000000000")
    assert shown[0].startswith("Tôi đã che chỗ riêng tư (số, mã, ngày sinh)")
    assert shown[2] == "Bà gõ số của hộ trong sổ của tổ, ví dụ 12 hoặc 12A."
    assert any(line.startswith("Hộ số mấy?") for line in shown)
    kept = await chat.house.ask("SELECT session FROM chats")
    assert "Ba" not in str(kept)
    assert "0000" not in str(kept)
    assert await chat.house.ask("SELECT said FROM inbox WHERE said LIKE '%Ba T%'") == []


async def test_an_official_asks_nobody(chat_as: Callable[[str], Chat]) -> None:
    shown = await chat_as("official").say("/rasoat")
    assert shown[0] == "Mục “Rà soát hộ” không dành cho vai của chị."
