"""Claims of all beside a count of some who did the opposite, and of some who did not."""

import pytest

from bot.reading.draft.statements import statements
from tests.reading.draft.letters import found

AGAINST = [
    ("- Mở 02 lớp; tất cả học viên đã tốt nghiệp.\n- Có 06 học viên bỏ học.", "tất cả"),
    ("- 100% học viên hoàn thành khóa học.\n- Còn 03 học viên thi trượt.", "100%"),
    ("- Toàn bộ camera hoạt động tốt.\n- Có 02 camera bị hỏng.", "Toàn bộ"),
    ("- Tất cả loa phát tốt.\n- Hiện 03 loa trục trặc.", "Tất cả"),
    ("- 100% hồ sơ nộp trực tuyến.\n- Còn 12 hồ sơ nộp bản giấy.", "100%"),
    ("- Các báo cáo đều gửi qua mạng.\n- Có 04 báo cáo gửi bản giấy.", "báo cáo đều"),
    ("- 20/20 báo cáo gửi qua hệ thống.\n- Còn 05 báo cáo gửi bản giấy, chậm.", "20/20"),
    ("- Mọi thành viên tham gia đầy đủ.\n- 02 thành viên vắng không lý do.", "Mọi"),
    ("- 100% phản ánh đã xử lý dứt điểm.\n- Có 03 phản ánh còn tồn đọng.", "100%"),
    ("- Văn bản đi của xã được ký số 100%.\n- Còn 03 văn bản đi bản giấy, chưa ký số.", "ký số"),
    ("- Không có hồ sơ bị trả lại, yêu cầu bổ sung.\n- Có 04 hồ sơ phải trả lại.", "Không có"),
]
BESIDE = [
    "- Tất cả học viên lớp may đã tốt nghiệp.\n- Có 06 học sinh bỏ học.",
    "- Tất cả học viên đã tốt nghiệp.\n- Năm trước có 06 học viên bỏ học.",
    "- Tất cả học viên đã tốt nghiệp; không có học viên bỏ học.",
    "- Toàn bộ camera hoạt động tốt.\n- Có 02 loa bị hỏng.",
    "- Phấn đấu 100% hồ sơ nộp trực tuyến.\n- Còn 12 hồ sơ nộp bản giấy.",
    "- 18/20 báo cáo gửi qua hệ thống.\n- Còn 02 báo cáo gửi bản giấy.",
    "- Mọi thành viên tham gia đầy đủ.\n- 0 thành viên vắng.",
    "- 100% phản ánh đã xử lý dứt điểm.\n- Cùng kỳ có 03 phản ánh tồn đọng.",
    "- Văn bản đi của xã được ký số 98%.\n- Còn 03 văn bản đi bản giấy, chưa ký số.",
    "- Cần không để hồ sơ bị trả lại.\n- Có 04 hồ sơ phải trả lại.",
    "- Đề nghị tất cả học viên theo học đủ buổi.\n- Có 06 học viên bỏ học.",
]


@pytest.mark.parametrize(("words", "quote"), AGAINST)
def test_a_claim_of_all_is_held_to_the_opposite(words: str, quote: str) -> None:
    shown = found(statements, words)
    assert len(shown) == 1
    assert quote in shown[0]


@pytest.mark.parametrize("words", BESIDE)
def test_what_does_not_exclude_it_is_left(words: str) -> None:
    assert found(statements, words) == []
