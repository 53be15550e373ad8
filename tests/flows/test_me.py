"""What is kept about me, the language, the help, and the ways that always work."""

from collections.abc import Callable

from tests.chat import Chat


async def test_leaving_erases_the_person_and_keeps_the_help(chat: Chat) -> None:
    week = "SELECT sum(count) FROM facts WHERE village_id IS NOT NULL"
    before = await chat.house.ask(week)
    await chat.say("/help")
    await chat.follow("""
        > [Thông tin của tôi]
        Đây là những gì tôi lưu về bà:

        Tên: bà Trần Thị Hoa
        Tổ: Tổ An Khương
        Xã: Bình An (xã mẫu)
        Vai: thành viên
        Đồng ý ngày: 21/11/2026

        Có chỗ sai? Báo cán bộ xã, người giữ danh sách.
          [Ngôn ngữ (Language)]
          [Đừng nhắc nữa]
          [Rời tổ, xoá thông tin]
          (Quay lại) (Menu)
        > [Rời tổ, xoá thông tin]
        Nếu rời tổ, tên bị xoá hẳn, không lấy lại được; …
          [Không, tôi ở lại]
          [Rời tổ và xoá]
          (Quay lại) (Menu)
        > [Rời tổ và xoá]
        Đã xoá thông tin. Cảm ơn anh/chị đã góp sức cho thôn mình.

        Anh/chị muốn làm gì tiếp?
          [Xem hướng dẫn]
          [Tôi là thành viên tổ]
          [Trợ giúp]
    """)
    assert await chat.house.ask(week) == before
    assert await chat.house.ask("SELECT id FROM people WHERE name LIKE '%Hoa%'") == []
    assert (
        await chat.house.ask(
            "SELECT c.id FROM chats c JOIN people p ON p.id = c.person_id"
            " WHERE p.left_at IS NOT NULL"
        )
        == []
    )
    assert (await chat.say("/ghi"))[0] == "Mục “Ghi việc đã giúp” không dành cho vai của anh/chị."


async def test_staying_changes_nothing(chat: Chat) -> None:
    await chat.say("/toi")
    await chat.say("[Rời tổ, xoá thông tin]")
    assert (await chat.say("[Không, tôi ở lại]"))[0] == "Vâng, không thay đổi gì."
    assert (await chat.say("/toi"))[2] == "Tên: bà Trần Thị Hoa"


async def test_who_left_is_a_member_without_a_name_in_the_tally(
    chat_as: Callable[[str], Chat],
) -> None:
    member, official = chat_as("member"), chat_as("official")
    for said in ("/toi", "[Rời tổ, xoá thông tin]", "[Rời tổ và xoá]"):
        await member.say(said)
    await official.say("/tonghop")
    shown = await official.say("[Theo thành viên]")
    assert "Thành viên đã rời tổ" in shown
    assert "Trần Thị Hoa" not in shown


async def test_the_language_changes_at_once_and_stays(chat: Chat) -> None:
    await chat.follow("""
        > /language
        Chọn ngôn ngữ. / Choose a language.
          [Tiếng Việt]
          [English]
          (Menu)
        > [English]
        From now on I speak English.

        What would you like to do next?
          [Record help given]
          [Read a guide]
          [My book]
          [Household survey]
          [Help]
    """)
    await chat.house.restart()
    assert (await chat.say("/ghi"))[0] == "What did you help with?"


async def test_help_fits_who_is_asking(chat_as: Callable[[str], Chat]) -> None:
    firsts = {}
    for role in ("member", "leader", "official", "viewer", "stranger"):
        shown = await chat_as(role).say("/trogiup")
        firsts[role] = [line for line in shown if line.startswith("– ")][-1]
    assert firsts == {
        "member": "– Ghi nhầm: bấm “Hoàn tác” ngay dưới, hoặc sửa sau trong “Sổ của tôi”.",
        "leader": "– “Người trong tổ”: mất máy, đổi máy, thêm người, người rời tổ.",
        "official": "– “Soát dự thảo báo cáo”: tôi chỉ ra chỗ nào trong bản thảo chưa khớp số.",
        "viewer": "– “Bảng tổng hợp” và “Chỉ tiêu”: số chung của xã, tuần nào đã chốt tới đâu.",
        "stranger": "– Là thành viên tổ? Chọn “Tôi là thành viên tổ” rồi gõ mã.",
    }


async def test_the_titles_of_the_menu_work_everywhere(chat: Chat) -> None:
    await chat.say("/ghi")
    assert (await chat.say("so cua toi"))[0] == "Tuần này của bà, từ 16/11/2026"
    assert (await chat.say("GHI VIỆC ĐÃ GIÚP"))[0] == "Bà vừa giúp việc gì?"


async def test_an_unfinished_matter_is_last_so_that_one_is_always_the_same(chat: Chat) -> None:
    await chat.say("/ghi")
    await chat.say("2")
    shown = await chat.say("0")
    assert shown[1] == "  [Ghi việc đã giúp]"
    assert shown[-1] == "  [Làm tiếp: Ghi việc đã giúp]"
