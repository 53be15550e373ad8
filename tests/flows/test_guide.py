"""Guides: read step by step, left and taken up, and recorded in one tap at the end."""

from collections.abc import Callable

from tests.chat import Chat
from tests.flows.screens import RECEIPT


async def test_a_guide_is_read_to_the_end_and_recorded_in_one_tap(chat: Chat) -> None:
    await chat.follow("""
        > kich hoat vneid
        Kích hoạt tài khoản định danh mức 2

        Bà con đã làm mức 2 ở công an và có tin nhắn báo được duyệt.
        Gồm 9 bước, khoảng 5 đến 10 phút. Phí: không mất tiền.

        Cần có sẵn:
        – Điện thoại lắp đúng SIM đã đăng ký ở công an
        – Máy đã cài VNeID
        – Thẻ căn cước để xem số
        – Nghĩ sẵn một mật khẩu mình dễ nhớ, người khác khó đoán

        ⚠ Bà con tự bấm mật khẩu, passcode, mã OTP; mình không cầm hộ, …
        ⚠ Không bao giờ chụp thẻ căn cước của bà con.

        Kiểm tra ngày 22/11/2026.
          [Bắt đầu]
          [Chỗ hay vướng]
          [Hỏi ai, nguồn ở đâu]
          [Không phải bài này]
          (Menu)
        > [Bắt đầu]
        Kích hoạt tài khoản định danh mức 2

        Đã có tin nhắn VNeID báo được duyệt chưa?
          [Có rồi]
          [Chưa thấy]
          [Chưa ra công an làm]
          (Quay lại) (Menu)
        > [Có rồi]
        Kích hoạt tài khoản định danh mức 2

        Bà con dùng máy nào?
          [Máy thông minh, có VNeID]
          [Máy thông minh, chưa cài]
          [Máy bấm nút]
          (Quay lại) (Menu)
        > [Máy thông minh, có VNeID]
        Bước 1/9
        Tìm tin nhắn của VNeID báo hồ sơ đã được duyệt. …
          [Bước tiếp]
          [Vướng ở bước này]
          (Quay lại) (Menu)
        > [Bước tiếp]
        Bước 2/9
        Vào ứng dụng VNeID, chọn “Kích hoạt tài khoản định danh điện tử”.
          [Bước tiếp]
          [Vướng ở bước này]
          (Quay lại) (Menu)
        > [Quay lại]
        Bước 1/9
        Tìm tin nhắn của VNeID báo hồ sơ đã được duyệt. …
          [Bước tiếp]
          [Vướng ở bước này]
          (Quay lại) (Menu)
    """)
    for place in range(2, 10):
        assert (await chat.say("[Bước tiếp]"))[0] == f"Bước {place}/9"
    await chat.follow(f"""
        > [Xong]
        Đó là bước cuối. Bà ghi việc này vào sổ luôn nhé?
          [Ghi 1 tài khoản]
          [Ghi số khác]
          [Giúp mà chưa xong]
          [Không ghi]
          (Quay lại) (Menu)
        > [Ghi 1 tài khoản]
        Đã ghi: Kích hoạt VNeID mức 2: 1 tài khoản.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 3 tài khoản.
        Mã: …
          {RECEIPT}
          (Menu)
    """)
    kept = await chat.house.ask(
        "SELECT activity, count, service FROM facts WHERE code NOT LIKE 'M0%'"
    )
    assert kept == [("vneid_kich_hoat", 1, "vneid-kich-hoat-muc-2")]


async def test_a_trouble_shows_its_fix_and_leads_back_to_the_step(chat: Chat) -> None:
    await chat.say("kich hoat vneid")
    await _begin(chat)
    for said in ("[Bước tiếp]", "[Bước tiếp]"):
        await chat.say(said)
    await chat.follow("""
        > [Vướng ở bước này]
        Đang vướng chỗ nào?
          [Báo tài khoản đã kích hoạt rồi]
          [Báo thông tin không chính xác]
          [Máy đòi quét thẻ hoặc quét mặt]
          [Máy không cài được VNeID]
          (Quay lại) (Menu)
        > [Báo tài khoản đã kích hoạt rồi]
        Báo tài khoản đã kích hoạt rồi

        Tức là đã mở từ trước, nên không hỏi đặt mật khẩu mới. …
          [Về lại bước 3]
          [Quên mật khẩu VNeID]
          [Hỏi cán bộ xã]
          (Quay lại) (Menu)
        > [Về lại bước 3]
        Bước 3/9
        Gõ số căn cước 12 số và số điện thoại đã đăng ký, rồi bấm “Gửi yêu cầu”.
          [Bước tiếp]
          [Vướng ở bước này]
          (Quay lại) (Menu)
    """)


async def test_a_fix_leads_on_to_another_guide(chat: Chat) -> None:
    await chat.say("kich hoat vneid")
    await _begin(chat)
    for said in ("[Bước tiếp]", "[Bước tiếp]", "[Vướng ở bước này]"):
        await chat.say(said)
    await chat.say("[Báo tài khoản đã kích hoạt rồi]")
    assert (await chat.say("[Quên mật khẩu VNeID]"))[0] == "Quên mật khẩu VNeID"


async def test_a_stranger_reads_to_the_end_and_nothing_is_recorded(
    chat_as: Callable[[str], Chat],
) -> None:
    stranger = chat_as("stranger")
    await stranger.say("quên mật khẩu vneid")
    await _begin(stranger)
    for _step in range(7):
        await stranger.say("[Bước tiếp]")
    shown = await stranger.say("[Xong]")
    assert shown[:3] == [
        "Đó là bước cuối.",
        "",
        "Anh/chị muốn làm gì tiếp?",
    ]
    assert await stranger.house.ask("SELECT * FROM facts WHERE code NOT LIKE 'M0%'") == []


async def test_a_guide_left_for_the_menu_can_be_taken_up_at_its_step(chat: Chat) -> None:
    await chat.say("quên mật khẩu vneid")
    await _begin(chat)
    await chat.say("[Bước tiếp]")
    await chat.house.restart()
    assert (await chat.say("0"))[-1] == "  [Làm tiếp: Bài đang xem]"
    assert (await chat.say("[Làm tiếp: Bài đang xem]"))[0] == "Bước 2/8"


async def test_a_guide_is_read_in_english(chat: Chat) -> None:
    await chat.say("/ngonngu")
    await chat.say("[English]")
    shown = await chat.say("forgot vneid password")
    assert shown[0] == "Forgotten VNeID password"
    assert "Have at hand:" in shown


async def test_a_step_can_be_gone_to_by_its_number_or_by_words(chat: Chat) -> None:
    await chat.say("Nhận biết công an giả, app VNeID giả")
    await _begin(chat)
    assert (await chat.say("6"))[0] == "Bước 6/10"
    assert (await chat.say("tiếp"))[0] == "Bước 7/10"
    assert (await chat.say("bước 3"))[0] == "Bước 3/10"
    assert (await chat.say("quay lại"))[0] == "Bước 7/10"


async def test_the_citizen_s_own_case_decides_the_way(chat: Chat) -> None:
    await chat.say("kich hoat vneid")
    await chat.say("[Bắt đầu]")
    assert (await chat.say("[Chưa ra công an làm]"))[:3] == [
        "Trường hợp này có bài riêng:",
        "",
        "Làm định danh mức 2 ở công an xã",
    ]
    await chat.say("kich hoat vneid")
    await chat.say("[Bắt đầu]")
    advice = await chat.say("[Chưa thấy]")
    assert advice[-3:] == ["  [Vẫn làm tiếp]", "  [Dừng ở đây]", "  (Quay lại) (Menu)"]
    assert (await chat.say("[Vẫn làm tiếp]"))[2] == "Bà con dùng máy nào?"


async def _begin(chat: Chat) -> None:
    """Begin with the first step, whatever is asked before it: the first answer leads there."""
    shown = await chat.say("[Bắt đầu]")
    while not shown[0].startswith("Bước "):
        shown = await chat.say(next(row.strip() for row in shown if row.startswith("  [")))
