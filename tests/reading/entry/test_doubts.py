"""What is asked about, and what is no record at all."""

import pytest

from bot.domain.entries import Doubt, Reading
from tests.reading.entry.conftest import Read

DOUBTS = {
    "kích hoạt được nhiều vneid": Doubt.VAGUE_COUNT,
    "khoảng 40 vneid": Doubt.VAGUE_COUNT,
    "4-5 cks": Doubt.VAGUE_COUNT,
    "ba bốn cks": Doubt.VAGUE_COUNT,
    "nộp hồ sơ cho mấy bác": Doubt.VAGUE_COUNT,
    "hướng dẫn bà con làm dịch vụ công": Doubt.VAGUE_COUNT,
    "kich hoat vneid cho ba di": Doubt.VAGUE_COUNT,
    "kích hoạt vneid 1": Doubt.LEVEL_OR_COUNT,
    "hôm qua kích hoạt vneid": Doubt.NO_COUNT,
    "hướng dẫn 6 bác": Doubt.NO_ACTIVITY,
    "mở 4 tài khoản": Doubt.NO_KIND_OF_ACCOUNT,
    "nộp 4 hồ sơ xyzt": Doubt.UNKNOWN_PROCEDURE,
    "ngày mai 4 cks": Doubt.FUTURE,
    "24/11 tuyên truyền 1 buổi": Doubt.FUTURE,
    "dự kiến dạy zalo 4 bác": Doubt.FUTURE,
    "tuần trước 4 cks": Doubt.VAGUE_DAY,
    "từ thứ 2 đến thứ 3 nộp 4 hồ sơ": Doubt.VAGUE_DAY,
    "31/9 nộp 4 hồ sơ": Doubt.IMPOSSIBLE_DAY,
    "hôm kia với hôm qua 4 cks": Doubt.TWO_DAYS,
    "4 cks ở Gò Đá với Thọ An": Doubt.TWO_VILLAGES,
    "tổng 9: 4 cks 6 dvc": Doubt.PARTS_DIFFER,
    "4 cks, 6 dvc bị lỗi": Doubt.PARTLY_FAILED,
    # The story does not hide what the deed itself leaves open.
    "mai em qua Gò Đá, làm qr cho 4 hộ": Doubt.FUTURE,
    "dì Lựu nhờ cài viber": Doubt.FUTURE,
    # For somebody, but neither done nor helped: it may be wanted for one's own.
    "trích lục kết hôn cho mẹ": Doubt.QUESTION_OR_ENTRY,
    "khai tử cho ông nội": Doubt.QUESTION_OR_ENTRY,
    "tuần trước em xuống Thọ An, cài vneid cho cụ Sim": Doubt.VAGUE_DAY,
    "từ hôm kia kích hoạt 4 vneid": Doubt.VAGUE_DAY,
    "tra cứu bhyt cho chị Mận và con chị": Doubt.VAGUE_COUNT,
    "cài vneid cho cô Sen, nhưng bị lỗi": Doubt.PARTLY_FAILED,
    "chị Mận nhờ em làm cks, em hẹn chị thứ hai": Doubt.FUTURE,
    "kích hoạt vneid cho 6 bác, 2 bác bị lỗi": Doubt.PARTLY_FAILED,
    "làm cks cho chị Mận, 2 bác nữa": Doubt.NO_ACTIVITY,
    "làm cks cho 4 bác, dạy gọi video": Doubt.NO_COUNT,
    "cài zalo và kích hoạt vneid cho 4 bác": Doubt.NO_COUNT,
    "cài vssid và kích hoạt vneid cho 4 bác": Doubt.TWO_READINGS,
    "sáng 4 cks, chiều 6 cks": Doubt.TWO_READINGS,
}
NO_RECORDS = (
    "chữ ký số từ tháng tám",
    "mở ví mà đòi bốn con số",
    "đóng thuế đất hằng năm",
    "kích hoạt định danh mức 2",
    "hướng dẫn đăng ký tạm vắng",
    "4 bác muốn làm vneid thì đi đâu",
    "1 số điện thoại được mấy tài khoản vneid",
    "nộp 4 hồ sơ một lần được không",
    "tháng này mình làm được bao nhiêu rồi",
    "chưa kích hoạt được cho dì Sáu",
    "cụ Lam không chịu làm căn cước",
    "em ghé nhà cụ Lam cài vneid mà cụ đi vắng",
    "hôm nay không làm được gì",
    "nhầm rồi, 4 chứ không phải 6",
    "xóa giúp cái hồi nãy",
    "xem báo cáo tháng 10",
    "bà con phản ánh đường ngập 4 hôm nay",
    "chào bác",
    "cảm ơn em nha",
    "ok",
    "🙂",
    "",
    " ",
)


@pytest.mark.parametrize(("said", "doubt"), DOUBTS.items(), ids=DOUBTS)
def test_a_doubt(read: Read, said: str, doubt: Doubt) -> None:
    reading = read(said)
    assert (reading.items, reading.doubt) == ((), doubt)


@pytest.mark.parametrize("said", NO_RECORDS)
def test_no_record(read: Read, said: str) -> None:
    assert read(said) == Reading()


def test_a_doubt_keeps_what_was_understood(read: Read) -> None:
    (guess,) = read("nộp mấy hồ sơ tạm trú").guess
    assert (guess.activity, guess.count) == ("dvc_nop_ho_so", None)
    assert guess.service == "cu-tru-dang-ky-tam-tru"
    (guess,) = read("mai 4 cks").guess
    assert (guess.activity, guess.count) == ("chu_ky_so", 4)


GUESSES = {
    "hôm qua giúp 6 bác ở Gò Đá": [(None, 6, 17, "Gò Đá")],
    "hôm kia ở Thọ An dạy mấy bác zalo": [("ky_nang_so", None, 16, "Thọ An")],
    "hôm qua 4 cks, hôm kia mấy dvc": [
        ("chu_ky_so", 4, 17, None),
        ("dvc_huong_dan", None, 16, None),
    ],
    # What is in doubt is left out.
    "mai 4 cks ở Gò Đá": [("chu_ky_so", 4, None, "Gò Đá")],
    "tuần trước 4 cks": [("chu_ky_so", 4, None, None)],
    "4 cks ở Gò Đá với Thọ An": [("chu_ky_so", 4, None, None)],
}


@pytest.mark.parametrize(("said", "wanted"), GUESSES.items(), ids=GUESSES)
def test_a_doubt_keeps_the_day_and_the_village_that_are_clear(
    read: Read, said: str, wanted: list[tuple[object, ...]]
) -> None:
    reading = read(said)
    assert reading.doubt is not None
    assert [
        (one.activity, one.count, one.day and one.day.day, one.village) for one in reading.guess
    ] == wanted


@pytest.mark.parametrize(
    "said",
    [
        "kích hoạt 4 vneid, cccd 000000000000",
        "sđt 0999999999 kích hoạt 4 vneid",
        "kích hoạt 4 vneid (zalo 0111 111 111)",
    ],
)
def test_a_personal_number_is_noticed_and_counts_nothing(read: Read, said: str) -> None:
    reading = read(said)
    assert reading.personal
    assert [(item.activity, item.count) for item in reading.items] == [("vneid_kich_hoat", 4)]
