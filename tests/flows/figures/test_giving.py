"""Giving a figure in the chat: what is missing, what it replaces, and what stays of it."""

from tests.chat import Chat
from tests.flows.books import later
from tests.flows.figures.giving import ACTIVE, CARDS, REST, given, say


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


async def test_none_at_all_is_a_figure_too(official: Chat) -> None:
    shown = await say(official, "/solieu", ACTIVE, "[Không có (0)]")
    assert shown[0] == "Tài khoản định danh mức 2 đã kích hoạt: 0 tài khoản"
    await say(official, *REST, "[Lưu]")
    assert [one[2] for one in await given(official.house)] == ["0"]


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


async def test_a_figure_outlives_a_restart(official: Chat) -> None:
    await say(official, "/solieu", ACTIVE, "2.495", *REST, "[Lưu]")
    await official.house.restart()
    await say(official, "/solieu", ACTIVE)
    assert official.seen()[1].startswith("Cả xã: 2.495 tài khoản")
    assert len(await given(official.house)) == 1
