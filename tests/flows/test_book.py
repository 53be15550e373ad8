"""My book: the week and the month beside the ones before, and each record can be taken back."""

from collections.abc import Callable

from tests.chat import Chat


async def test_the_book_shows_week_and_month_beside_the_ones_before(chat: Chat) -> None:
    await chat.follow("""
        > /so
        Tuần này của bà, từ 16/11/2026
        – Kích hoạt VNeID mức 2: 2 tài khoản (kỳ trước: 1)
        – Hướng dẫn dịch vụ công: 1 lượt (kỳ trước: 0)
        – Mở tài khoản ngân hàng, ví: 0 người (kỳ trước: 3)
        – Hộ buôn bán nhận tiền QR: 5 hộ (kỳ trước: 0)
        – Sổ sức khoẻ, bảo hiểm y tế: 0 lượt (kỳ trước: 5)

        Tháng này của bà, từ 01/11/2026
        – Kích hoạt VNeID mức 2: 5 tài khoản (kỳ trước: 0)
        – Hướng dẫn dịch vụ công: 3 lượt (kỳ trước: 0)
        – Nộp hồ sơ trên mạng: 0 hồ sơ (kỳ trước: 5)
        – Vận động làm căn cước: 0 người (kỳ trước: 5)
        – Mở tài khoản ngân hàng, ví: 3 người (kỳ trước: 0)
        – Tài khoản nhận an sinh: 4 người (kỳ trước: 0)
        – Hộ buôn bán nhận tiền QR: 5 hộ (kỳ trước: 1)
        – Sổ sức khoẻ, bảo hiểm y tế: 8 lượt (kỳ trước: 5)
        – Nhắc phòng lừa đảo: 0 lượt (kỳ trước: 1)
          [Các lần ghi gần đây]
          (Menu)
    """)


async def test_an_older_record_is_taken_back_from_the_book(chat: Chat) -> None:
    await chat.say("/so")
    assert (await chat.say("[Các lần ghi gần đây]"))[0] == (
        "Các lần ghi gần đây. Chọn một lần để xem, sửa hoặc bỏ đi."
    )
    await chat.say("[thứ năm 19/11: 5 hộ – Hộ buôn bán nhận tiền QR]")
    shown = await chat.say("[Hoàn tác]")
    assert shown[0] == "Đã bỏ: Hộ buôn bán nhận tiền QR: 5 hộ. Việc này không còn tính nữa."
    assert not any("QR: 5 hộ (kỳ trước: 0)" in line for line in await chat.say("/so"))


async def test_leaving_a_record_as_it_is_changes_nothing(chat: Chat) -> None:
    before = await chat.house.ask("SELECT * FROM facts")
    await chat.say("/so")
    await chat.say("[Các lần ghi gần đây]")
    shown = await chat.say("1")
    assert shown[0] == "Đã ghi: Hướng dẫn dịch vụ công: 1 lượt."
    await chat.say("0")
    assert await chat.house.ask("SELECT * FROM facts") == before


async def test_a_record_taken_back_elsewhere_meanwhile_is_said_so(
    chat_as: Callable[[str], Chat],
) -> None:
    here = chat_as("member")
    there = Chat(here.house, "telegram" if here.channel == "terminal" else "terminal", "member")
    await here.say("/so")
    await here.say("[Các lần ghi gần đây]")
    await here.say("1")
    await there.say("/so")
    await there.say("[Các lần ghi gần đây]")
    await there.say("1")
    await there.say("[Hoàn tác]")
    assert (await here.say("[Hoàn tác]"))[0] == "Việc này đã được bỏ hoặc sửa từ trước rồi."
    assert await here.house.ask(
        "SELECT count(*) FROM facts WHERE kind = 'AssistanceVoided' AND code NOT LIKE 'M0%'"
    ) == [(1,)]


async def test_a_newcomers_book_is_empty_and_says_so(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    await official.say("/moi")
    code = (await official.say("1"))[0].rsplit(" ", 1)[1]
    newcomer = chat_as("stranger")
    await newcomer.say(f"/start {code}")
    await newcomer.say("[Tôi đồng ý]")
    shown = await newcomer.say("/so")
    assert shown[1] == "– chưa ghi việc nào"
    assert (await newcomer.say("1"))[0] == "Chưa ghi việc nào."
