"""Numbers that a judgement takes up, against where they were counted."""

import pytest

from bot.reading.draft.checking import check

HEAD = "BÁO CÁO\n\nI. KẾT QUẢ\n"
JUDGED = "\nII. TỒN TẠI, HẠN CHẾ\n"
DENIED = [
    ("- Có 03 tổ cấp xã và 14 tổ cấp ấp.", "- Mới có 11 tổ cấp ấp nên việc còn chậm."),
    ("- Trang bị 24 cụm loa truyền thanh thông minh.", "- Cụm loa thông minh mới có 20 cụm."),
    ("- Có 09/10 hợp tác xã dùng phần mềm kế toán.", "- Chỉ 07 hợp tác xã dùng phần mềm kế toán."),
    ("- Có 18/25 bộ đàm nối mạng riêng.", "- Hiện có 21 bộ đàm nối mạng riêng."),
    ("- 08 thôn lõm sóng.", "- Hiện còn 10 thôn lõm sóng, bà con phải lên đồi."),
    ("- Quá hạn 05 hồ sơ trên 681 hồ sơ đã trả.", "- Có 06 hồ sơ quá hạn chưa xin lỗi."),
    ("- 300/390 hộ trồng chè đã định vị.", "- Vẫn còn 80 hộ trồng chè chưa định vị."),
]
KEPT = [
    ("- Có 03 tổ cấp xã và 14 tổ cấp ấp.", "- Mới có 14 tổ cấp ấp nên việc còn chậm."),
    ("- Có 14 tổ cấp ấp.", "- Mới có 05 tổ cấp ấp được cấp máy."),
    ("- Có 09/10 hợp tác xã dùng phần mềm kế toán.", "- Chỉ 07 hợp tác xã dùng hóa đơn điện tử."),
    ("- 300/390 hộ trồng chè đã định vị.", "- Vẫn còn 90 hộ trồng chè chưa định vị."),
    ("- Quá hạn 05 hồ sơ đất đai.", "- Có 06 hồ sơ quá hạn chưa xin lỗi."),
    ("- Cán bộ, công chức của xã có 20 người.", "- Có 13 người chưa có máy."),
    ("- Năm trước có 08 thôn lõm sóng.", "- Hiện còn 06 thôn lõm sóng."),
    ("- Có 14 tổ cấp ấp.", "- Ấp Gò chỉ có 02 tổ cấp ấp."),
]


@pytest.mark.parametrize(("counted", "judged"), DENIED)
def test_another_number_of_the_same_things_is_flagged(counted: str, judged: str) -> None:
    (found,) = check(f"{HEAD}{counted}{JUDGED}{judged}\n")
    assert found.fault == "conflict"
    assert found.quote in judged


@pytest.mark.parametrize(("counted", "judged"), KEPT)
def test_the_same_number_or_other_things_are_left_alone(counted: str, judged: str) -> None:
    assert not check(f"{HEAD}{counted}{JUDGED}{judged}\n")
