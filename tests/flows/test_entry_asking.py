"""Quick entries that are not sure: what is asked, and that nothing is recorded before a yes."""

from collections.abc import Callable

from tests.chat import Chat
from tests.flows.books import added, book, entries
from tests.flows.screens import RECEIPT_OF_TWO, YES

TODAY = "[hôm nay, thứ bảy 21/11]"
# What is typed, what is shown of it, what answers the questions, and what is recorded then; the
# last answer is the yes, and nothing may be in the ledger before it.
ASKED = {
    "not today": (
        "hôm qua 3 vneid",
        "– Kích hoạt VNeID mức 2: 3 tài khoản, hôm qua, thứ sáu 20/11",
        (),
        ("vneid_kich_hoat", "2026-11-20", 3),
    ),
    "a lot": (
        "12 dvc",
        "– Hướng dẫn dịch vụ công: 12 lượt, hôm nay, thứ bảy 21/11",
        (),
        ("dvc_huong_dan", "2026-11-21", 12),
    ),
    "a vague number": (
        "một vài vneid",
        "Bao nhiêu tài khoản? Gõ số, ví dụ 3.",
        ("4",),
        ("vneid_kich_hoat", "2026-11-21", 4),
    ),
    "a level or a number": (
        "kích hoạt vneid 1",
        "Chưa rõ số này là mấy tài khoản hay là “mức 2”.",
        ("2",),
        ("vneid_kich_hoat", "2026-11-21", 2),
    ),
    "no kind of help": (
        "buổi hỗ trợ: 12 người",
        "– số 12, hôm nay, thứ bảy 21/11",
        ("[Hướng dẫn dịch vụ công]",),
        ("dvc_huong_dan", "2026-11-21", 12),
    ),
    "a day to come": (
        "mai 3 vneid",
        "Ngày đó chưa tới; việc làm rồi mới ghi.",
        (TODAY,),
        ("vneid_kich_hoat", "2026-11-21", 3),
    ),
    "no day at all": (
        "30/2 làm 3 vneid",
        "Không có ngày đó.",
        ("thứ năm",),
        ("vneid_kich_hoat", "2026-11-19", 3),
    ),
}


async def test_what_is_not_sure_is_shown_and_recorded_only_after_a_yes(chat: Chat) -> None:
    expected: list[tuple[str, str, int]] = []
    for words, reading, answers, entry in ASKED.values():
        shown = await chat.say(words)
        for answer in answers:
            assert reading in shown, shown
            assert await book(chat.house) == expected
            shown = await chat.say(answer)
        assert shown[0] == "Tôi hiểu là:", shown
        assert answers or reading in shown, shown
        assert shown[-4:] == ["Ghi như vậy nhé?", f"  {YES}", "  [Không]", shown[-1]]
        assert await book(chat.house) == expected
        assert (await chat.say(YES))[0].startswith("Đã ghi: ")
        expected.append(entry)
        assert await book(chat.house) == expected
    assert await added(chat.house) == ["AssistanceGiven"] * len(ASKED)


async def test_a_reading_that_is_refused_leaves_nothing_behind(chat: Chat) -> None:
    for words, __, answers, __entry in ASKED.values():
        for said in (words, *answers):
            await chat.say(said)
        shown = await chat.say("[Không]")
        assert "Chưa ghi gì cả. Bà muốn làm gì?" in shown, shown
        assert "  [Ghi từng bước]" in shown, shown
        assert (await chat.say("[Không ghi]"))[0] == "Vâng, tôi không ghi."
    assert await added(chat.house) == []


async def test_one_number_over_two_villages_or_days_is_not_divided(chat: Chat) -> None:
    await chat.follow(f"""
        > 5 vneid ở An Khương và Thọ An
        Một số mà hai thôn thì tôi không chia được. Bà ghi riêng từng thôn nhé.
        Chưa ghi gì cả. Bà muốn làm gì?
          [Ghi từng bước]
          […
          [Không ghi]
          (Menu)
        > 2 vneid ở Thọ An
        Đã ghi: Kích hoạt VNeID mức 2: 2 tài khoản.
        Thôn: Thọ An.
        Ngày: hôm nay, thứ bảy 21/11.
        Tuần này của bà: 4 tài khoản.
        Mã: …
          {RECEIPT_OF_TWO}
          (Menu)
        > 5 vneid hôm qua và hôm kia
        Một số mà mấy ngày thì tôi không chia được. Bà ghi riêng từng ngày nhé.
        Chưa ghi gì cả. Bà muốn làm gì?
          [Ghi từng bước]
          […
          [Không ghi]
          (Menu)
        > [Ghi từng bước]
        Bà vừa giúp việc gì?
          [Kích hoạt VNeID mức 2]
          [Sổ sức khoẻ, bảo hiểm y tế]
          [Hướng dẫn dịch vụ công]
          [Hộ buôn bán nhận tiền QR]
          [Tài khoản nhận an sinh]
          [Nhắc phòng lừa đảo]
          [Vận động làm căn cước]
          (Quay lại) (Xem thêm) (Menu)
    """)
    (one,) = await entries(chat.house)
    assert one[1:6] == ("vneid_kich_hoat", "2026-11-21", 2, "Thọ An", "Trần Thị Hoa")


async def test_an_entry_typed_where_guides_are_looked_for_is_shown_before_it_is_kept(
    chat: Chat,
) -> None:
    await chat.say("/huongdan")
    assert (await chat.say("3 vneid"))[0] == "Tôi hiểu là:"
    assert await added(chat.house) == []
    assert (await chat.say("[Đúng, ghi vào sổ]"))[0].startswith("Đã ghi: ")
    assert len(await added(chat.house)) == 1


async def test_who_records_nothing_only_looks_for_guides(chat_as: Callable[[str], Chat]) -> None:
    official = chat_as("official")
    await official.say("/huongdan")
    assert (await official.say("3 vneid"))[
        0
    ] == "Tôi chưa chắc. Có phải một trong các bài này không?"
