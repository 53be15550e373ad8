"""Another commune's name where the own one belongs, and where it rightly stands."""

import unicodedata

import pytest

from bot.reading.draft.place import place
from tests.reading.draft.letters import HEAD, found

OTHER = "xã Thử Nghiệm"


@pytest.mark.parametrize(
    "words",
    [
        "- Hệ thống thông tin nội bộ của xã Thử Nghiệm đã được phê duyệt cấp độ 1.",
        "- Cấp độ an toàn đối với hệ thống của xã Thử Nghiệm đã được phê duyệt.",
        "- Trên địa bàn xã Thử Nghiệm có 05 trường học.",
        "- UBND xã Thử Nghiệm đã ban hành 12 văn bản.",
        "- Tổ công nghệ số cộng đồng xã Thử Nghiệm có 20 thành viên.",
        "- Nhân dân xã Thử Nghiệm hưởng ứng tích cực.",
    ],
)
def test_another_name_is_pointed_out(words: str) -> None:
    assert found(place, words) == [OTHER]
    assert found(place, unicodedata.normalize("NFD", words)) == [OTHER]


@pytest.mark.parametrize(
    "words",
    [
        "- Đoàn công tác đến học tập mô hình tại xã Thử Nghiệm.",
        "- Xã được thành lập trên cơ sở sáp nhập xã Thử Một và xã Thử Hai.",
        "- Các thôn giáp xã Thử Nghiệm chưa có sóng.",
        "- Phối hợp với Công an xã Thử Nghiệm rà soát cư trú.",
        "- Hội nghị do huyện tổ chức tại xã Thử Nghiệm có 05 người dự.",
        "- Nhân dân ủng hộ bà con của xã Thử Nghiệm bị lũ 20 suất quà.",
        "- Đồng chí Chủ tịch UBND xã Thử Nghiệm đến dự hội nghị.",
        "- Tiếp nhận từ UBND xã Thử Nghiệm 20 bộ hồ sơ.",
        "- Số hồ sơ lưu trữ của xã Thử Nghiệm (cũ) đã số hóa xong.",
        "- Cụm thi đua gồm các xã: xã Thử Nghiệm, xã Hòa Mẫu.",
        "- Hợp tác xã Nông nghiệp Thử Nghiệm có 12 hộ.",
        "- Thông tin trên địa bàn xã. Trang thông tin của xã Trang bị máy mới.",
        "- Trên địa bàn XÃ HÒA MẪU, của xã hoà mẫu, của xã Hoà Mẫu, của xã Hoa Mau.",
        "- Bản đồ hành chính cấp xã Thông tin về lãnh đạo cấp xã.",
        "- Phát triển kinh tế - xã Hội của xã.",
        "- Thống kê của UBND xã Hòa Mẫu Hộ tịch, kế toán.",
    ],
)
def test_names_that_rightly_stand_are_left(words: str) -> None:
    assert found(place, words) == []


def test_a_commune_that_was_merged_is_known_everywhere() -> None:
    merged = "- Xã thành lập từ sáp nhập xã Thử Một và xã Thử Hai.\n"
    later = "- Hồ sơ của xã Thử Một đã số hóa xong."
    assert found(place, merged + later) == []
    assert found(place, later) == ["xã Thử Một"]


def test_one_letter_or_accent_makes_another_name() -> None:
    assert found(place, "- Trên địa bàn xã Hòa Mận có 05 trường.") == ["xã Hòa Mận"]
    assert found(place, "- Trên địa bàn xã Hòa Mâu có 05 trường.") == ["xã Hòa Mâu"]
    assert found(place, "- Trên địa bàn xã Hoa Mau có 05 trường.") == []


def test_the_own_name_can_be_given() -> None:
    assert "xã Hòa Mẫu" in found(place, "", own="Thử Nghiệm")
    assert found(place, "", own="xã Hòa Mẫu") == []


def test_a_letterhead_of_another_place_is_pointed_out() -> None:
    head = HEAD.replace("Hòa Mẫu, ngày", "Thử Nghiệm, ngày")
    assert found(place, "", head=head) == ["Thử Nghiệm"]


def test_without_a_clear_own_name_nothing_is_said() -> None:
    assert found(place, "- Trên địa bàn xã Thử Nghiệm có 05 trường.", head="BÁO CÁO\n") == []
