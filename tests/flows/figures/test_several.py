"""Several figures in one message."""

from tests.chat import Chat
from tests.flows.figures.giving import ACTIVE, CARDS, REST, given, say


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
