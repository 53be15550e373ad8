"""Figures that cannot be, look strange, or are not to be given here."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.chat import Chat
from tests.flows.figures.giving import ACTIVE, CARDS, REST, given, say


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("82,92%", "Gõ số đếm, không gõ phần trăm: tỷ lệ để máy tính."),
        ("2495/3009", "Gõ số đếm, không gõ phần trăm: tỷ lệ để máy tính."),
        ("646 hộ", "Số này tính bằng tài khoản, không phải hộ. Hai đơn vị khác nhau không thay…"),
        ("khoảng 300", "Số liệu phải là số chính xác. Chị gõ đúng như trong văn bản, không…"),
        ("2,495", "“2,495” có thể hiểu hai cách. Chị gõ liền không dấu phẩy: 2495."),
        ("-5", "Số đếm không thể nhỏ hơn 0."),
        ("hai nghìn", "Chị gõ số bằng chữ số thôi, ví dụ 2.495."),
        ("99.999.999 tài khoản", "Số này lớn quá so với một xã. Chị xem lại giúp."),
    ],
)
async def test_what_is_no_count_is_refused_and_the_question_stays(
    official: Chat, said: str, why: str
) -> None:
    await say(official, "/solieu", ACTIVE)
    shown = await official.say(said)
    assert shown[0].startswith(why.removesuffix("…"))
    assert shown[2] == "Tài khoản định danh mức 2 đã kích hoạt"
    assert await given(official.house) == []


async def test_strange_figures_are_asked_about_once_and_kept_all_the_same(official: Chat) -> None:
    await say(official, "/solieu", CARDS, "3009", *REST, "[Lưu]")
    await say(official, ACTIVE, "2400", *REST, "[Lưu]")
    shown = await say(official, ACTIVE, "9.000", "[Cả xã]", "hôm nay", *REST[2:])
    assert [line for line in shown if line.startswith("⚠")] == [
        (
            "⚠ Khác nhiều so với số trước: Tài khoản định danh mức 2 đã kích hoạt: 2.400 tài khoản"
            " (31/10/2026)."
        ),
        "⚠ Nhiều hơn cả số chứa nó: Thẻ căn cước đã cấp, từ 14 tuổi: 3.009 thẻ (31/10/2026).",
    ]
    # More than everything stays what it is, never cut off at 100 %.
    assert "Tài khoản đã kích hoạt trên số thẻ đã cấp: 299,10% (9.000/3.009)" in shown
    await official.say("[Số này đúng, cứ lưu]")
    assert [one[2] for one in await given(official.house)] == ["3009", "2400", "9000"]


async def test_a_day_to_come_is_refused(official: Chat) -> None:
    await say(official, "/solieu", ACTIVE, "2.495", "[Cả xã]")
    for said in ("22/11/2026", "cuối tháng 11", "31/12/2026"):
        assert (await official.say(said))[0] == (
            "Ngày đó chưa tới. Số liệu chỉ chốt vào ngày đã qua."
        )


async def test_only_the_official_gives_figures(chat_as: Callable[[str], Chat]) -> None:
    for role in ("member", "leader", "stranger"):
        shown = await chat_as(role).say("/solieu")
        assert shown[0].startswith("Mục “Số liệu của xã” không dành cho vai của ")
        assert not any("Đang thiếu" in line for line in shown)


async def test_somebody_s_number_never_gets_here(official: Chat) -> None:
    await say(official, "/solieu")
    shown = await official.say("Dân số: 000000000000")
    assert "Dân số: 000000000000" not in "\n".join(shown)
    assert shown[0].startswith("Tôi đã che chỗ riêng tư")
    kept = b"".join(one.read_bytes() for one in Path(official.house.where).parent.iterdir())
    assert ("Bình An".encode() in kept, b"000000000000" in kept) == (True, False)
    assert await given(official.house) == []


async def test_a_number_before_its_name_is_told_what_comes_first(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    await official.say("/solieu")
    for typed in ("85%", "2495/3009", "646 hộ"):
        shown = await official.say(typed)
        assert shown[0] == "Chị chọn số liệu trước (hoặc gõ tên), rồi mới gõ số."
        assert not any("hỏi tổ trưởng" in row for row in shown)


async def test_a_figure_that_was_hidden_is_told_how_it_can_be_typed(
    chat_as: Callable[[str], Chat],
) -> None:
    official = chat_as("official")
    await official.say("/solieu")
    await official.say("Người từ 14 tuổi")
    shown = await official.say("999999")
    assert any("123.456 người" in row for row in shown), shown
    assert "Số mới là bao nhiêu người? Chị gõ số đã đếm được." in shown
