"""The way to a guide: from the shelves, by words, and what is said where none fits."""

from collections.abc import Callable

from tests.chat import Chat


async def test_shelves_lead_to_guides_and_sources_are_shown(
    chat_as: Callable[[str], Chat],
) -> None:
    await chat_as("stranger").follow("""
        > /start
        Chào anh/chị! Tôi là trợ lý của Tổ công nghệ số: chỉ từng bước …

        Cần gì anh/chị cứ gõ, ví dụ “quên mật khẩu VNeID”, hoặc chọn:
          [Xem hướng dẫn]
          [Tôi là thành viên tổ]
          [Trợ giúp]
        > [Xem hướng dẫn]
        Anh/chị cần xem việc gì? Gõ vài chữ, hoặc chọn:
          [Tài khoản VNeID]
          [Quên, mất, lỗi, lừa đảo]
          [Giấy tờ trên VNeID]
          [Dùng VNeID thay giấy tờ]
          [Cư trú, hộ khẩu]
          [Thẻ căn cước]
          [Dịch vụ công trên mạng]
          (Xem thêm) (Menu)
        > [Tài khoản VNeID]
        Xem bài nào?
          [Cài ứng dụng VNeID vào điện thoại]
          [Tự đăng ký tài khoản VNeID mức 1 tại nhà]
          [Làm định danh mức 2 ở công an xã]
          [Kích hoạt khi không có điện thoại thông minh]
          [Kích hoạt tài khoản định danh mức 2]
          [Điểm mới về VNeID và căn cước 2025–2026]
          [Người nước ngoài làm tài khoản VNeID]
          (Quay lại) (Xem thêm) (Menu)
    """)
    await chat_as("stranger").say("[Làm định danh mức 2 ở công an xã]")
    shown = await chat_as("stranger").say("[Hỏi ai, nguồn ở đâu]")
    assert shown[0] == "Hỏi ở đâu:"
    assert any(line.startswith("– https://") for line in shown)


async def test_what_no_guide_answers_is_said_so(chat: Chat) -> None:
    shown = await chat.say("qzx wvk jjj")
    assert shown[0] == "Tôi chưa tìm ra. Bà nói cách khác giúp tôi, ngắn thôi cũng được."


async def test_an_unsure_search_offers_and_takes_other_words(chat: Chat) -> None:
    shown = await chat.say("mật khẩu")
    assert shown[0] == "Tôi chưa chắc. Có phải một trong các bài này không?"
    assert "  [Quên mật khẩu VNeID]" in shown
    assert (await chat.say("quên mật khẩu vneid"))[0] == "Quên mật khẩu VNeID"


async def test_other_words_at_an_introduction_are_another_search(chat: Chat) -> None:
    await chat.say("lừa đảo")
    assert (await chat.say("quên mật khẩu vneid"))[0] == "Quên mật khẩu VNeID"


async def test_what_was_typed_to_search_is_not_kept(chat: Chat) -> None:
    for said in ("mật khẩu của bà Năm ở đâu", "lấy lại mật khẩu vneid cho bà Năm sao", "0"):
        await chat.say(said)
    kept = await chat.house.ask("SELECT session FROM chats")
    assert not any("Năm" in str(row) for row in kept)


async def test_politeness_is_answered_kindly(chat: Chat) -> None:
    assert (await chat.say("Cảm ơn!"))[0] == "Dạ, bà cần gì cứ gõ."
    assert (await chat.say("👍"))[0] == "Bà gõ vài chữ, hoặc chọn bên dưới."


async def test_whoever_looks_at_troubles_first_is_still_asked_what_decides_the_way(
    chat: Chat,
) -> None:
    await chat.say("kich hoat vneid")
    await chat.say("[Bắt đầu]")
    asked = chat.seen()[:3]
    await chat.say("[Quay lại]")
    await chat.say("[Chỗ hay vướng]")
    await chat.say("1")
    shown = await chat.say("[Bắt đầu]")
    assert shown[:3] == asked
    assert shown[0] != "Bước 1/9"
