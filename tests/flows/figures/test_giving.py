"""Figures from outside in the chat: what is missing, giving one or several, looking once more."""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.chat import Chat
from tests.flows.books import later
from tests.house import House

CARDS, ACTIVE = "the_tu_14", "dinh_danh_kich_hoat"
# From the number to the receipt: the whole commune, last month's end, the usual giver, no document.
REST = ("[Cả xã]", "cuối tháng 10", "[Công an xã]", "[Chưa có văn bản]")


@pytest.fixture
async def house(ready_file: Path, tmp_path: Path) -> AsyncIterator[House]:
    """The program over a commune that nobody has given any figure."""
    file = Path(shutil.copy(ready_file, tmp_path / "toso.db"))
    with closing(sqlite3.connect(file)) as tables:
        tables.execute("DELETE FROM figures")
        tables.commit()
    house = House(str(file))
    await house.open()
    yield house
    await house.close()
    assert house.api.complaints == []


@pytest.fixture
def official(chat_as: Callable[[str], Chat]) -> Chat:
    """The official's chat."""
    return chat_as("official")


async def given(house: House) -> list[tuple[Any, ...]]:
    """Return what was given: place, name, value, unit, window, giver and document."""
    return await house.ask(
        "SELECT places.name, figures.name, value, unit, since, as_of, giver, document"
        " FROM figures JOIN places ON places.id = place_id"
        " WHERE code NOT LIKE 'M0%' ORDER BY figures.id"
    )


async def say(chat: Chat, *words: str) -> list[str]:
    """Say one thing after the other; return what is shown then."""
    shown: list[str] = []
    for one in words:
        shown = await chat.say(one)
    return shown


async def test_what_is_missing_comes_first(official: Chat) -> None:
    shown = await official.say("/solieu")
    assert shown[0] == "Số liệu nào? Chọn, hoặc gõ tên."
    missing = next(line for line in shown if line.startswith("  ["))
    assert missing.startswith("  [Đang thiếu (")
    listed = await official.say(missing.strip())
    assert listed[0] == "Số liệu nào?"
    assert all(line.endswith(": chưa có]") for line in listed if line.startswith("  ["))
    await say(official, "/solieu", CARDS, "3009", *REST, "[Lưu]")
    fewer = next(line for line in official.seen() if "[Đang thiếu" in line)
    number = int("".join(filter(str.isdigit, missing)))
    assert fewer == f"  [Đang thiếu ({number - 1})]"


async def test_a_figure_is_given_and_the_old_one_can_still_be_read(official: Chat) -> None:
    await say(official, "/solieu", CARDS, "3.009", *REST, "[Lưu]")
    await official.follow("""
        > tài khoản định danh mức 2 đã kích hoạt
        Tài khoản định danh mức 2 đã kích hoạt
        Cả xã: chưa có số

        Số mới là bao nhiêu tài khoản? Chị gõ số đã đếm được.
          [Không có (0)]
          (Quay lại) (Menu)
        > 2.400
        Tài khoản định danh mức 2 đã kích hoạt: 2.400 tài khoản
        Số này của nơi nào?
          [Cả xã]
          [An Khương]
          [Thọ An]
          [Tây Phước]
          [An Bình]
          [Gò Đá]
          (Quay lại) (Menu)
        > [Cả xã]
        Số này chốt ngày nào? Chọn, hoặc gõ, ví dụ 31/12/2024.
          [hôm nay, thứ bảy 21/11]
          [cuối tháng trước, 31/10/2026]
          [cuối quý trước, 30/09/2026]
          [cuối năm ngoái, 31/12/2025]
          (Quay lại) (Menu)
        > 31/10
        Ai cho số này? Chọn, hoặc gõ tên cơ quan.
          [Công an xã]
          (Quay lại) (Menu)
        > [Công an xã]
        Số này ở văn bản nào? Gõ số văn bản, ví dụ 12/BC-UBND.
          [Chưa có văn bản]
          (Quay lại) (Menu)
        > 12/BC-CAX ngày 01/11/2026
        Chị xem lại lần nữa:

        Tài khoản định danh mức 2 đã kích hoạt: 2.400 tài khoản
        31/10/2026; Công an xã, 12/BC-CAX ngày 01/11/2026
        Hết hạn từ 01/11/2027.

        Nơi: cả xã

        Tài khoản đã kích hoạt trên số thẻ đã cấp: 79,76% (2.400/3.009)
          [Lưu]
          [Gõ lại số]
          (Quay lại) (Menu)
    """)
    assert (await official.say("[Lưu]"))[0] == (
        "Đã ghi: Tài khoản định danh mức 2 đã kích hoạt: 2.400 tài khoản."
    )
    replaced = "Thay số 2.400 (31/10/2026); số cũ vẫn xem lại được."
    shown = await say(official, ACTIVE, "2 495", "[Cả xã]", "hôm nay", "[Công an xã]")
    assert "  [12/BC-CAX ngày 01/11/2026]" in shown
    shown = await official.say("[Chưa có văn bản]")
    assert replaced in shown
    assert "Tài khoản đã kích hoạt trên số thẻ đã cấp: 82,92% (2.495/3.009)" in shown
    shown = await official.say("[Lưu]")
    assert shown[1:3] == ["21/11/2026; Công an xã, chưa có văn bản", replaced]
    assert shown[3].startswith("Mã: ")
    await official.say(ACTIVE)
    await official.follow("""
        > [Xem số cũ]
        Tài khoản định danh mức 2 đã kích hoạt

        Bình An (xã mẫu)
        – 2.495 tài khoản (21/11/2026; Công an xã, chưa có văn bản)
        – 2.400 tài khoản (31/10/2026; Công an xã, 12/BC-CAX ngày 01/11/2026)
          [Gõ số mới]
          (Quay lại) (Menu)
    """)
    assert (await official.say("[Gõ số mới]"))[1] == (
        "Cả xã: 2.495 tài khoản (21/11/2026; Công an xã, chưa có văn bản)"
    )
    commune, document = "Bình An (xã mẫu)", "12/BC-CAX ngày 01/11/2026"
    assert await given(official.house) == [
        (commune, CARDS, "3009", "thẻ", None, "2026-10-31", "Công an xã", None),
        (commune, ACTIVE, "2400", "tài khoản", None, "2026-10-31", "Công an xã", document),
        (commune, ACTIVE, "2495", "tài khoản", None, "2026-11-21", "Công an xã", None),
    ]


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


async def test_none_at_all_is_a_figure_too(official: Chat) -> None:
    shown = await say(official, "/solieu", ACTIVE, "[Không có (0)]")
    assert shown[0] == "Tài khoản định danh mức 2 đã kích hoạt: 0 tài khoản"
    await say(official, *REST, "[Lưu]")
    assert [one[2] for one in await given(official.house)] == ["0"]


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


async def test_the_number_can_be_typed_again_before_it_is_kept(official: Chat) -> None:
    await say(official, "/solieu", ACTIVE, "2.459", *REST)
    shown = await official.say("[Gõ lại số]")
    assert shown[0] == "Tài khoản định danh mức 2 đã kích hoạt"
    await say(official, "2.495", *REST, "[Lưu]")
    assert [one[2] for one in await given(official.house)] == ["2495"]


async def test_giving_it_again_for_the_same_day_corrects_it_and_the_same_is_not_kept_twice(
    official: Chat,
) -> None:
    await say(official, "/solieu", ACTIVE, "2.459", *REST, "[Lưu]")
    shown = await say(official, ACTIVE, "2.495", *REST)
    correct = "Sửa số 2.459 đã cho cùng ngày (31/10/2026); số cũ vẫn xem lại được."
    assert correct in shown
    await official.say("[Lưu]")
    shown = await official.say(ACTIVE)
    assert shown[1] == "Cả xã: 2.495 tài khoản (31/10/2026; Công an xã, chưa có văn bản)"
    shown = await say(official, "2.495", *REST, "[Lưu]")
    assert shown[1] == "Đúng số này đã có sẵn, không ghi thêm."
    assert [one[2] for one in await given(official.house)] == ["2459", "2495"]


async def test_an_older_figure_does_not_take_the_place_of_a_newer_one(official: Chat) -> None:
    await say(official, "/solieu", ACTIVE, "2.495", *REST, "[Lưu]")
    await say(official, ACTIVE, "2.400", "[Cả xã]", "31/12/2025", *REST[2:])
    assert "Số 2.495 (31/10/2026) mới hơn nên vẫn là số đang dùng." in official.seen()
    await official.say("[Lưu]")
    assert (await official.say(ACTIVE))[1].startswith("Cả xã: 2.495 tài khoản")


async def test_a_village_has_figures_of_its_own(official: Chat) -> None:
    await say(official, "/solieu", ACTIVE, "120", "[Gò Đá]", *REST[1:])
    assert "Nơi: Gò Đá" in official.seen()
    await official.say("[Lưu]")
    shown = await official.say(ACTIVE)
    assert shown[1:3] == [
        "Cả xã: chưa có số",
        "Gò Đá: 120 tài khoản (31/10/2026; Công an xã, chưa có văn bản)",
    ]
    assert [one[0] for one in await given(official.house)] == ["Gò Đá"]


async def test_a_count_over_a_time_asks_for_both_days(official: Chat) -> None:
    await say(official, "/solieu", "hs_tiep_nhan", "1.711 hồ sơ")
    await official.follow("""
        > [Cả xã]
        Số này đếm từ ngày nào đến ngày nào? Chọn, hoặc gõ: quý 3, tháng 10, 15/10–14/11.
          [Tháng trước: 01/10/2026 – 31/10/2026]
          [Kỳ tháng theo NĐ 09/2019: 15/10/2026 – 14/11/2026]
          [Quý trước: 01/07/2026 – 30/09/2026]
          [Kỳ quý theo NĐ 09/2019: 15/06/2026 – 14/09/2026]
          [Từ đầu năm đến hôm nay: 01/01/2026 – 21/11/2026]
          [Năm ngoái: 01/01/2025 – 31/12/2025]
          (Quay lại) (Menu)
    """)
    shown = await official.say("quý 4")
    assert shown[0] == (
        "Kỳ đó chưa hết. Chị gõ số này đếm tới ngày nào, ví dụ 01/10/2026 – 21/11/2026."
    )
    await say(official, "15/10–14/11", "Trung tâm một cửa", "[Chưa có văn bản]")
    assert "15/10/2026 – 14/11/2026; Trung tâm một cửa, chưa có văn bản" in official.seen()
    await official.say("[Lưu]")
    assert [one[4:7] for one in await given(official.house)] == [
        ("2026-10-15", "2026-11-14", "Trung tâm một cửa")
    ]


async def test_a_day_to_come_is_refused(official: Chat) -> None:
    await say(official, "/solieu", ACTIVE, "2.495", "[Cả xã]")
    for said in ("22/11/2026", "cuối tháng 11", "31/12/2026"):
        assert (await official.say(said))[0] == (
            "Ngày đó chưa tới. Số liệu chỉ chốt vào ngày đã qua."
        )


async def test_several_lines_are_looked_at_together_and_kept_together(official: Chat) -> None:
    await official.say("/solieu")
    shown = await official.say("Thẻ căn cước đã cấp, từ 14 tuổi: 3.009\nSố hộ: 646 người\nxyz: 3")
    assert shown[:3] == [
        "Chưa nhận dòng nào. Chị sửa rồi gửi lại tất cả:",
        (
            "– Dòng 2: Số này tính bằng hộ, không phải người. Hai đơn vị khác nhau không thay cho"
            " nhau được."
        ),
        "– Dòng 3: Tôi chưa biết số liệu nào tên “xyz”. Chị gõ rõ hơn, hoặc chọn trong danh sách.",
    ]
    shown = await official.say(
        "Thẻ căn cước đã cấp, từ 14 tuổi: 3.009\nTai khoan dinh danh muc 2 da kich hoat nhe: 2.495"
    )
    assert shown[:3] == [
        "Thẻ căn cước đã cấp, từ 14 tuổi: 3.009 thẻ",
        (
            "“Tai khoan dinh danh muc 2 da kich hoat nhe” → Tài khoản định danh mức 2 đã kích hoạt:"
            " 2.495 tài khoản"
        ),
        "Số này của nơi nào?",
    ]
    shown = await say(official, *REST)
    assert "Tài khoản đã kích hoạt trên số thẻ đã cấp: 82,92% (2.495/3.009)" in shown
    assert await given(official.house) == []
    shown = await official.say("[Lưu]")
    assert len({line for line in shown if line.startswith("Mã: ")}) == 2
    assert [one[1:3] for one in await given(official.house)] == [(CARDS, "3009"), (ACTIVE, "2495")]


async def test_several_lines_may_be_stocks_and_flows_of_several_givers(official: Chat) -> None:
    await say(official, "/solieu", "Dân số: 3.833\nHồ sơ tiếp nhận: 171", "[Cả xã]", "31/10/2026")
    await say(official, "tháng 10", "[Nơi vẫn cho từng số]", "[Chưa có văn bản]", "[Lưu]")
    found = [one[1:2] + one[4:7] for one in await given(official.house)]
    assert found == [
        ("dan_so", None, "2026-10-31", "Công an xã"),
        (
            "hs_tiep_nhan",
            "2026-10-01",
            "2026-10-31",
            "Trung tâm Phục vụ hành chính công xã",
        ),
    ]


async def test_a_figure_of_a_closed_period_says_that_the_period_stays_as_it_is(
    official: Chat,
) -> None:
    await say(official, "/tonghop", "[Kỳ trước]", "[Chốt kỳ này]", "[Chốt]")
    shown = await say(
        official, "/solieu", ACTIVE, "2.495", "[Cả xã]", "13/11", "[Công an xã]", "12/BC-CAX"
    )
    assert (
        "Kỳ 09/11/2026 – 15/11/2026 đã chốt: số của kỳ đó giữ nguyên, số này dùng cho các kỳ sau."
        in shown
    )
    await official.say("[Lưu]")
    assert len(await given(official.house)) == 1


async def test_what_is_too_old_is_missing_again(official: Chat) -> None:
    await say(official, "/solieu", ACTIVE, "2.495", *REST)
    shown = await official.say("[Lưu]")
    before = next(line for line in shown if "[Đang thiếu" in line)
    later(official.house, days=400)
    shown = await official.say("/solieu")
    assert next(line for line in shown if "[Đang thiếu" in line) != before


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


async def test_a_figure_outlives_a_restart(official: Chat) -> None:
    await say(official, "/solieu", ACTIVE, "2.495", *REST, "[Lưu]")
    await official.house.restart()
    await say(official, "/solieu", ACTIVE)
    assert official.seen()[1].startswith("Cả xã: 2.495 tài khoản")
    assert len(await given(official.house)) == 1


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
