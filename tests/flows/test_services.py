"""The essential public services: listed on request, and each leads to where it is done."""

from collections.abc import Callable

import pytest

from tests.chat import Chat

_FIRST = "Quyết định 06/QĐ-TTg ngày 6/1/2022"


async def test_the_25_services_are_listed_when_they_are_asked_for(chat: Chat) -> None:
    await chat.follow("""
        > 25 dịch vụ công thiết yếu là những gì?
        Quyết định 06/QĐ-TTg ngày 6/1/2022: 25 dịch vụ công thiết yếu.

        Bà chọn một việc để xem làm sao, làm ở đâu:
          [Xác nhận số chứng minh nhân dân cũ]
          [Cấp lại, đổi thẻ căn cước]
          [Đăng ký thường trú]
          [Đăng ký tạm trú]
          [Khai báo tạm vắng]
          [Thông báo lưu trú]
          [Đăng ký, cấp biển số xe máy]
          (Xem thêm) (Menu)
        > [Xem thêm]
        Quyết định 06/QĐ-TTg ngày 6/1/2022: 25 dịch vụ công thiết yếu.

        Bà chọn một việc để xem làm sao, làm ở đâu:
          [Nộp phạt nguội]
          [Đăng ký khai sinh]
          [Đăng ký khai tử]
          [Đăng ký kết hôn]
          [Hộ chiếu phổ thông]
          [Làm con dấu mới, đăng ký mẫu dấu]
          [Làm con dấu thu nhỏ, dấu nổi, dấu xi]
          (Xem thêm) (Menu)
    """)
    assert (await chat.say("[Đăng ký kết hôn]"))[0] == "Đăng ký kết hôn"


async def test_a_service_without_a_guide_says_where_it_is_done(chat: Chat) -> None:
    await chat.say("/dichvu")
    await chat.follow("""
        > [Xác nhận số chứng minh nhân dân cũ]
        Xác nhận số chứng minh nhân dân khi đã có thẻ căn cước công dân
        Số 1 (thứ tự theo báo) trong 25 dịch vụ công thiết yếu của Quyết định 06/QĐ-TTg …
        Cơ quan quản lý: Bộ Công an.
        Làm trên mạng: Cổng Dịch vụ công quốc gia (dichvucong.gov.vn).
        Ra tận nơi: Công an xã.
        Mã trên Cổng: 1.012566.

        Việc này tôi chưa có bài hướng dẫn.

        Nguồn:
        – https://dantri.com.vn/…
        – https://cafef.vn/…
        – https://dichvucong.gov.vn (19/07/2026)
        Kiểm tra ngày 22/11/2026.
          [Xem danh sách]
          (Quay lại) (Menu)
    """)
    assert "  [Đăng ký tạm trú]" in await chat.say("[Xem danh sách]")


async def test_what_is_not_certain_about_a_service_is_said(chat: Chat) -> None:
    for said in ("/dichvu", "[Xem thêm]"):
        await chat.say(said)
    unsure = "Có chỗ chưa chắc: hỏi lại cán bộ xã."
    assert unsure in await chat.say("[Làm con dấu thu nhỏ, dấu nổi, dấu xi]")
    for said in ("[Quay lại]", "[Xem thêm]"):
        await chat.say(said)
    assert unsure not in await chat.say("[Làm con dấu mới, đăng ký mẫu dấu]")


async def test_a_service_with_two_guides_offers_both(chat: Chat) -> None:
    await chat.say("/dichvu")
    shown = await chat.say("[Cấp lại, đổi thẻ căn cước]")
    assert shown[-4:] == [
        "  [Làm, đổi thẻ căn cước từ 14 tuổi]",
        "  [Mất hoặc hỏng thẻ căn cước]",
        "  [Xem danh sách]",
        "  (Quay lại) (Menu)",
    ]
    assert (await chat.say("[Mất hoặc hỏng thẻ căn cước]"))[0] == "Mất hoặc hỏng thẻ căn cước"


async def test_of_the_later_decision_it_is_said_what_is_not_known(chat: Chat) -> None:
    for said in ("/dichvu", "[Xem thêm]", "[Xem thêm]", "[Xem thêm]"):
        await chat.say(said)
    await chat.follow("""
        > [Quyết định 422/QĐ-TTg ngày 4/4/2022]
        Quyết định 422/QĐ-TTg ngày 4/4/2022: 28 dịch vụ công thiết yếu.

        Còn 25 việc tôi chưa có tên: hỏi lại cán bộ xã nhé.

        Bà chọn một việc để xem làm sao, làm ở đâu:
          [Xác nhận thông tin về cư trú]
          [Công nhận bằng đại học nước ngoài]
          [Tham gia đóng BHXH, BHYT]
          [Quyết định 06/QĐ-TTg ngày 6/1/2022]
          (Quay lại) (Menu)
    """)
    shown = await chat.say("[Công nhận bằng đại học nước ngoài]")
    assert shown[1].startswith("Một trong 28 dịch vụ công thiết yếu của Quyết định 422/QĐ-TTg")
    # Back to where it was chosen.
    assert "  [Tham gia đóng BHXH, BHYT]" in await chat.say("[Xem danh sách]")


async def test_the_guide_about_the_list_leads_to_the_list_and_back(chat: Chat) -> None:
    guide = "Những việc phải làm trên mạng (25 và 53 dịch vụ)"
    for said in ("/huongdan", "[Dịch vụ công trên mạng]", "[Xem thêm]"):
        shown = await chat.say(said)
    while f"  [{guide}]" not in shown:
        shown = await chat.say("[Xem thêm]")
    await chat.say(f"[{guide}]")
    assert (await chat.say("[Xem danh sách]"))[0] == f"{_FIRST}: 25 dịch vụ công thiết yếu."
    for _page in range(3):
        await chat.say("[Xem thêm]")
    assert (await chat.say(f"[{guide}]"))[0] == guide


async def test_a_guide_names_the_service_that_it_is_about(chat: Chat) -> None:
    await chat.say("Đăng ký khai tử")
    shown = await chat.say("[Hỏi ai, nguồn ở đâu]")
    begin = shown.index("Dịch vụ công:")
    assert shown[begin : begin + 4] == [
        "Dịch vụ công:",
        "Đăng ký khai tử",
        f"Số 10 (thứ tự theo báo) trong 25 dịch vụ công thiết yếu của {_FIRST}.",
        "Cơ quan quản lý: Bộ Tư pháp.",
    ]
    await chat.say("Cài ứng dụng VNeID vào điện thoại")
    assert "Dịch vụ công:" not in await chat.say("[Hỏi ai, nguồn ở đâu]")


@pytest.mark.parametrize("said", ["25 dvc", "25 dịch vụ công"])
async def test_a_count_of_services_is_still_an_entry_and_not_the_list(
    chat: Chat, said: str
) -> None:
    shown = await chat.say(said)
    assert "– Hướng dẫn dịch vụ công: 25 lượt, hôm nay, thứ bảy 21/11" in shown


async def test_a_stranger_reads_the_list_in_english(chat_as: Callable[[str], Chat]) -> None:
    stranger = chat_as("stranger")
    for said in ("/ngonngu", "[English]"):
        await stranger.say(said)
    shown = await stranger.say("/services")
    assert shown[0] == "Decision 06/QĐ-TTg of 6 January 2022: 25 essential services."
    shown = await stranger.say("[Confirming the old ID card number]")
    assert "In charge: Ministry of Public Security." in shown
