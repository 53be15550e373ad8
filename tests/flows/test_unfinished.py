"""Help that could not be finished: what stood in the way is kept, and it is in no count."""

from collections.abc import Callable

from tests.chat import Chat
from tests.flows.books import added, problems, totals
from tests.flows.screens import ACTIVITIES

WEEK = "2026-W47"


async def test_a_try_is_kept_with_its_reason_and_counts_as_nothing(
    chat_as: Callable[[str], Chat],
) -> None:
    member, leader = chat_as("member"), chat_as("leader")
    house = member.house
    before = await totals(house, WEEK)
    await member.follow(f"""
        > chưa xong
        Việc gì chưa làm xong được?
          {ACTIVITIES}
        > [Kích hoạt VNeID mức 2]
        Kích hoạt VNeID mức 2
        Vướng ở chỗ nào?
          [Không có điện thoại phù hợp]
          [SIM không chính chủ]
          [Thẻ hết hạn, không có chip]
          [Ứng dụng, cổng bị lỗi]
          [Thiếu giấy tờ]
          [Lý do khác]
          (Quay lại) (Menu)
        > [SIM không chính chủ]
        Đã ghi: Kích hoạt VNeID mức 2: chưa xong (SIM không chính chủ).
        Ngày: hôm nay, thứ bảy 21/11.
        Việc này không tính vào số đã giúp.
        Mã: …
          [Hoàn tác]
          (Menu)
    """)
    # The same way stands below the question for the number.
    for said in ("/ghi", "[Hướng dẫn dịch vụ công]", "[Giúp mà chưa xong]"):
        await member.say(said)
    shown = await member.say("[Thiếu giấy tờ]")
    assert shown[0] == "Đã ghi: Hướng dẫn dịch vụ công: chưa xong (Thiếu giấy tờ)."
    after = await totals(house, WEEK)
    for was, now in zip(before.tallies, after.tallies, strict=True):
        assert (now.totals, now.rows, now.quiet) == (was.totals, was.rows, was.quiet)
        assert {str(one): n for one, n in now.tried.items()} == {"sim": 1, "papers": 1}
    assert after.helped == before.helped
    told = "Chưa xong: 2 lần (Thiếu giấy tờ 1, SIM không chính chủ 1)"
    assert told in await leader.say("/tonghop")
    assert told in await leader.say("[Theo thành viên]")
    assert told in await member.say("/so")
    # Taken back by the leader it is told, and gone from the list.
    for said in ("/soto", "[Trần Thị Hoa]", "1"):
        shown = await leader.say(said)
    assert (await leader.say("[Hoàn tác]"))[0].startswith(
        "Đã bỏ: Hướng dẫn dịch vụ công: chưa xong (Thiếu giấy tờ)."
    )
    assert member.seen()[0].startswith("Đỗ Văn Sáu đã bỏ một việc bà ghi: Hướng dẫn dịch vụ công")
    assert "Chưa xong: 1 lần (SIM không chính chủ 1)" in await leader.say("/tonghop")
    assert await added(house) == ["AssistanceTried", "AssistanceTried", "AssistanceVoided"]
    assert await problems(house) == []


async def test_two_who_tried_the_same_are_no_double(chat_as: Callable[[str], Chat]) -> None:
    for role in ("member", "leader"):
        for said in ("/chuaxong", "Kích hoạt VNeID mức 2", "[Lý do khác]"):
            shown = await chat_as(role).say(said)
        assert not any("y như vậy" in line for line in shown)


async def test_a_number_said_below_a_try_is_not_answered_with_something_untrue(
    chat: Chat,
) -> None:
    for said in ("/chuaxong", "[Kích hoạt VNeID mức 2]", "[Lý do khác]", "nhầm rồi, 2 thôi"):
        shown = await chat.say(said)
    assert "Việc này đã được bỏ hoặc sửa từ trước rồi." not in shown
