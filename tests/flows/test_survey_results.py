"""What the survey comes to: who is counted apart, who sees what, and rates that are true."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from sqlalchemy import insert, select

from bot.store.schema import figures, places
from tests.chat import Chat
from tests.flows.households import ALIKE, ask
from tests.house import House


async def test_absent_refused_and_later_are_one_tap_each_and_counted_apart(chat: Chat) -> None:
    for label, ending, told in (
        ("1", "[Vắng nhà]", "vắng nhà"),
        ("2", "[Nhà không muốn trả lời]", "không muốn trả lời"),
        ("3", "[Hẹn quay lại]", "hẹn quay lại"),
        ("4", "đi vắng", "vắng nhà"),
    ):
        await ask(chat, label, ending)
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


async def test_the_official_sees_each_village_and_the_leader_the_own_team(
    chat_as: Callable[[str], Chat],
) -> None:
    member, official = chat_as("member"), chat_as("official")
    await ask(member, "12", *ALIKE)
    await ask(member, "13", "2", "1", "1 4", "[Không biết]")
    await ask(member, "14", "[Vắng nhà]")
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
    await ask(chat, "1", *ALIKE)
    await ask(chat, "2", *ALIKE)
    shown = await chat.say("[Xem kết quả]")
    assert shown[3] == "Đã hỏi 2/1 hộ (tổng số hộ tính đến 01/11/2026)."
    assert shown[5].startswith("Nhiều hơn tổng số hộ: ")


async def _households(house: House, *, village: str, value: str) -> None:
    """Give a village's number of households, as an import of figures would."""
    given = {
        "name": "so_ho", "value": Decimal(value), "unit": "hộ", "as_of": date(2026, 11, 1),
        "giver": "thôn", "code": "F0001",
    }  # fmt: skip
    async with house.database.write() as tx:
        place = await tx.scalar(select(places.c.id).where(places.c.name == village))
        await tx.execute(insert(figures).values(place_id=place, **given))
