"""What is personal is hidden however it is written; counts and days beside it stay."""

import re
import string
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.reading.personal import LONGEST, Kind, mask

# Numbers that cannot be anybody's, in the ways that people write them. What must be left is the
# second value; the mark stands for what was there.
HIDDEN = {
    # telephones
    "0900000000": ("▒▒▒", Kind.PHONE),
    "sđt 0900 000 000 nhé": ("sđt ▒▒▒ nhé", Kind.PHONE),
    "0900.000.000": ("▒▒▒", Kind.PHONE),
    "090-0000-000": ("▒▒▒", Kind.PHONE),
    "(090) 000 0000": ("▒▒▒", Kind.PHONE),
    "0 9 0 0 0 0 0 0 0 0": ("▒▒▒", Kind.PHONE),
    "+84 900 000 000": ("▒▒▒", Kind.PHONE),
    "+84 (0) 900 000 000": ("▒▒▒", Kind.PHONE),
    "84900000000": ("▒▒▒", Kind.PHONE),
    "0084 900 000 000": ("▒▒▒", Kind.PHONE),
    "01690000000": ("▒▒▒", Kind.PHONE),
    "024 3000 0000": ("▒▒▒", Kind.PHONE),
    "(0243) 000.0000": ("▒▒▒", Kind.PHONE),
    "sdt0900000000": ("sdt▒▒▒", Kind.PHONE),
    "đt bàn 3000000": ("đt bàn ▒▒▒", Kind.PHONE),
    "0900 000 000, 0911 111 111": ("▒▒▒, ▒▒▒", Kind.PHONE),
    "gọi 0900000000/0911111111": ("gọi ▒▒▒/▒▒▒", Kind.PHONE),
    "３: ０９００００００００": ("３: ▒▒▒", Kind.PHONE),
    "٠٩٠٠٠٠٠٠٠٠": ("▒▒▒", Kind.PHONE),
    "0️⃣9️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣": ("▒▒▒", Kind.PHONE),
    "09\u200b00\u200d000\u2060000": ("▒▒▒", Kind.PHONE),
    "09\U0001f600000\U0001f60000000": ("▒▒▒", Kind.PHONE),
    "O9OO OOO OOO": ("▒▒▒", Kind.PHONE),
    "o9lllllllI": ("▒▒▒", Kind.PHONE),
    "không chín không không không không không không không không": ("▒▒▒", Kind.PHONE),
    # papers
    "cccd 000000000000": ("cccd ▒▒▒", Kind.IDENTITY),
    "001 099 000 001": ("▒▒▒", Kind.IDENTITY),
    "0010 9900 0001": ("▒▒▒", Kind.IDENTITY),
    "001.099.000.001": ("▒▒▒", Kind.IDENTITY),
    "001-099-000-001": ("▒▒▒", Kind.IDENTITY),
    "000 1 99 000000": ("▒▒▒", Kind.IDENTITY),
    "cmnd 999999999": ("cmnd ▒▒▒", Kind.IDENTITY),
    "999 999 999": ("▒▒▒", Kind.IDENTITY),
    "999.999.999": ("▒▒▒", Kind.IDENTITY),
    "căn cước của bà là 000000 000000": ("căn cước của bà là ▒▒▒", Kind.IDENTITY),
    "hộ chiếu C1111111": ("hộ chiếu ▒▒▒", Kind.IDENTITY),
    "hồ sơ 000.00.16.G21-999999-0001": ("hồ sơ ▒▒▒", Kind.DOSSIER),
    "H21.15-999999-0001": ("▒▒▒", Kind.DOSSIER),
    # accounts
    "stk 1900111111 ngân hàng": ("stk ▒▒▒ ngân hàng", Kind.ACCOUNT),
    "STK: 1900 1111": ("STK: ▒▒▒", Kind.ACCOUNT),
    "số tài khoản của bà là 11111111": ("số tài khoản của bà là ▒▒▒", Kind.ACCOUNT),
    "1111 1111 1111 1111": ("▒▒▒", Kind.ACCOUNT),
    "1111-1111-1111-1111": ("▒▒▒", Kind.ACCOUNT),
    "1111111111111111111": ("▒▒▒", Kind.ACCOUNT),
    # insurance
    "DN4010111111111": ("▒▒▒", Kind.INSURANCE),
    "thẻ GD 4 01 01 1111 1111": ("thẻ ▒▒▒", Kind.INSURANCE),
    "bhyt 1111111111": ("bhyt ▒▒▒", Kind.INSURANCE),
    "BHYT số 01 1111 1111": ("BHYT số ▒▒▒", Kind.INSURANCE),
    # codes and passwords
    "otp 123456": ("otp ▒▒▒", Kind.ONE_TIME_CODE),
    "OTP là 123 456": ("OTP là ▒▒▒", Kind.ONE_TIME_CODE),
    "otp 123456 3 bác": ("otp ▒▒▒ 3 bác", Kind.ONE_TIME_CODE),
    "mã xác thực: 1234": ("mã xác thực: ▒▒▒", Kind.ONE_TIME_CODE),
    "ma xac nhan cua toi la 000000": ("ma xac nhan cua toi la ▒▒▒", Kind.ONE_TIME_CODE),
    "mã là 000000": ("mã là ▒▒▒", Kind.ONE_TIME_CODE),
    "ma\u0303 000000": ("ma\u0303 ▒▒▒", Kind.ONE_TIME_CODE),
    "123456 là mã otp": ("▒▒▒ là mã otp", Kind.ONE_TIME_CODE),
    "mã otp là 1 2 3 4 5 6": ("mã otp là ▒▒▒", Kind.ONE_TIME_CODE),
    "passcode 111111": ("passcode ▒▒▒", Kind.ONE_TIME_CODE),
    "mật khẩu 1111": ("mật khẩu ▒▒▒", Kind.ONE_TIME_CODE),
    "mật khẩu là Abc@12345": ("mật khẩu là ▒▒▒", Kind.ONE_TIME_CODE),
    "mk: abc111": ("mk: ▒▒▒", Kind.ONE_TIME_CODE),
    "123456": ("▒▒▒", Kind.ONE_TIME_CODE),
    " 123 456. ": (" ▒▒▒. ", Kind.ONE_TIME_CODE),
    # addresses
    "nguoi.dan@example.com": ("▒▒▒", Kind.EMAIL),
    "gửi NGUOI.DAN @ EXAMPLE.COM nhé": ("gửi ▒▒▒ nhé", Kind.EMAIL),
    "nguoidan＠example．com": ("▒▒▒", Kind.EMAIL),
    # birthdays
    "ông Nguyễn Văn A sinh năm 1950": ("ông ▒▒▒ sinh năm ▒▒▒", Kind.BORN),
    "bà Trần Thị B sn 1950": ("bà ▒▒▒ sn ▒▒▒", Kind.BORN),
    "bà trần thị b, sn 1950": ("bà ▒▒▒, sn ▒▒▒", Kind.BORN),
    "ông nguyen van a sinh nam 1950": ("ông ▒▒▒ sinh nam ▒▒▒", Kind.BORN),
    "Nguyễn Văn A 01/01/1950": ("▒▒▒ ▒▒▒", Kind.BORN),
    "Giúp Nguyễn Văn A (1950) 2 dvc": ("Giúp ▒▒▒ (▒▒▒) 2 dvc", Kind.BORN),
    "bà Tư sinh năm 1950": ("bà ▒▒▒ sinh năm ▒▒▒", Kind.BORN),
    "sinh ngày 01/01/1950": ("sinh ngày ▒▒▒", Kind.BORN),
    "sinh ngày 01/01/1950, tên Nguyễn Văn A": ("sinh ngày ▒▒▒, tên ▒▒▒", Kind.BORN),
    "chị Lê Thị B ở An Khương sn 1950": ("chị ▒▒▒ ở An Khương sn ▒▒▒", Kind.BORN),
    # counts and days beside it
    "kích hoạt 3 vneid cho 0900000000 hôm qua": ("kích hoạt 3 vneid cho ▒▒▒ hôm qua", Kind.PHONE),
    "3 0900 000 000": ("3 ▒▒▒", Kind.PHONE),
    "0900 0000 00 3 vneid 15/11": ("▒▒▒ 3 vneid 15/11", Kind.PHONE),
    "vneid 3 000000000000 dvc 5": ("vneid 3 ▒▒▒ dvc 5", Kind.IDENTITY),
    "1.0900000000 2.0911111111": ("1.▒▒▒ 2.▒▒▒", Kind.PHONE),
}

KEPT = (
    "3 vneid",
    "12 người",
    "hôm qua 2 vneid, 15/11 3 dvc",
    "15/11",
    "15-11-2026",
    "15 11 2026",
    "3 15 11 2026",
    "2026-11-01..2026-11-30",
    "2026-W47",
    "2026-11",
    "2026-W47@nd09",
    "từ 15/11-20/11/2026",
    "01/01/2019 - 12/3/2019",
    "08:00-09:30, 8h30, lúc 14 giờ",
    "15k, 500.000đ, 1.200.000 đồng, 12.000.000 đồng",
    "3.833 người 1.234 hộ 2.345 máy",
    "1.234.567",
    "12.345.678 người",
    "1900 0368",
    "1022, 156, 113",
    "18001096",
    "khóa tài khoản; gọi 1900 0368",
    "69/2024/NĐ-CP",
    "Nghị định 137/2024/NĐ-CP ngày 23/10/2024",
    "mã 1.001193",
    "Luật Hộ tịch 2014",
    "K7QM-2F9T",
    "mã K7QM-2F9T",
    "mã 2345-6BCD",
    "mã 2345 BCDF",
    "/start K7QM2F9T",
    "PSZ37",
    "bà Tư, chú Bình, cụ Nguyễn Thị A",
    "75 tuổi",
    "cụ sinh năm 1950",
    "ba tôi sinh năm 1950",
    "khai sinh 15/11/2026",
    "an sinh 2026",
    "An Khương 15/11/2026 3 vneid",
    "vneid: quên mật khẩu 1 người, quên passcode 2 người",
    "quên mật khẩu 12 người ngày 15/11/2026",
    "nhắc otp 1200 người",
    "mà năm 2026 làm 3",
    "thanh toán là 108/188 đối tượng qua tài khoản",
    "thôn 3 tổ 5 CT07 A1 đề án 06",
    "/ghi@toso_bot",
    "ooooo ooooo",
    "",
    "▒▒▒",
)


@pytest.mark.parametrize("said", HIDDEN)
def test_what_is_personal_is_hidden(said: str) -> None:
    left, kind = HIDDEN[said]
    masked = mask(said)
    assert masked.text == left
    assert masked.kinds == {kind}


@pytest.mark.parametrize("said", KEPT)
def test_everything_else_is_left_as_it_was(said: str) -> None:
    masked = mask(said)
    assert masked.text == said
    assert not masked.kinds


# Six digits are a one-time code only where nothing else is said.
_ALONE = re.compile(r"[\d .]+")
PIECES = st.one_of(
    st.sampled_from([*HIDDEN, *KEPT]),
    st.text(alphabet=string.digits + " .-/,()+:@oOl▒", max_size=24),
    st.text(max_size=8),
    st.sampled_from(["otp", "mã", "stk", "sn", "sinh năm", "Nguyễn Văn A", "bhyt", "mk:"]),
)


@given(st.lists(PIECES, max_size=8).map(" ".join))
@example("123456 0900000000")
@example("2-1.000-2026-11-0900")
def test_nothing_more_is_found_in_what_is_left(said: str) -> None:
    once = mask(said)
    again = mask(once.text)
    assert again.text == once.text
    assert not again.kinds


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_no_long_number_is_left(said: str) -> None:
    left = mask(said).text
    longest = max(
        (len(digits) for digits in "".join(s if s.isdigit() else " " for s in left).split()),
        default=0,
    )
    # Money and figures with a unit may be of any length; these pieces hold none of eight digits
    # but a hotline.
    assert longest < 8 or "18001096" in left


@given(
    st.sampled_from([said for said in HIDDEN if not _ALONE.fullmatch(said)]),
    st.sampled_from(
        ["kích hoạt 3 vneid cho {} hôm qua", "{}, 15/11 2 dvc", "hôm nay: {}\n4 người"]
    ),
)
def test_the_rest_of_the_message_is_still_there(said: str, around: str) -> None:
    before, after = around.split("{}")
    masked = mask(around.format(said))
    assert masked.text.startswith(before)
    assert masked.text.endswith(after)
    assert masked.kinds


@given(st.text())
def test_any_text_is_read(said: str) -> None:
    masked = mask(said)
    assert bool(masked.kinds) == (masked.text != said[:LONGEST])


@pytest.mark.parametrize(
    "piece",
    ["1 ", "0 3 ", "09", "a@", "a@a.vn ", ".", "|", "o", "ol", "sn 1950 ", "1.1-", "(84", "+84 ",
     "otp 12 ", "stk ", "\u200b", "aa1", "hai ", "~\U0001f600", "1950 ", "12345678 ",
     "0900000000 ", "1.234.567 ", "2026-11-", "mk la 12", "bhyt 1 ", "bà Nguyễn sn 1950 "],
)  # fmt: skip
def test_a_hostile_message_takes_no_longer_than_any_other(piece: str) -> None:
    hostile = (piece * 100_000)[:100_000]
    took = []
    for _try in range(6):
        start = time.process_time()
        mask(hostile)
        took.append(time.process_time() - start)
    assert min(took) < 0.05
