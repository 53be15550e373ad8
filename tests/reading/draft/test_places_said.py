"""How reports name their own commune and others: each family said in several ways."""

import unicodedata

import pytest

from bot.reading.draft.place import place
from tests.reading.draft.letters import found

OTHER = "xã Thử Nghiệm"


@pytest.mark.parametrize(
    "words",
    [
        "- Đảng ủy, HĐND, UBND, UBMTTQ xã Thử Nghiệm.",
        "- Công tác chuyển đổi số tại xã Thử Nghiệm có chuyển biến.",
        "- Xã đã phù hợp với điều kiện của xã Thử Nghiệm.",
        "- Công an xã Thử Nghiệm phối hợp Đoàn Thanh niên mở 05 buổi hướng dẫn.",
        "- Bộ phận Tiếp nhận và Trả kết quả của UBND xã Thử Nghiệm có 04 quầy.",
        "- Trung tâm Phục vụ hành chính công xã Thử Nghiệm tiếp nhận 120 hồ sơ.",
        "- Đối với nhân dân xã Thử Nghiệm, việc nộp hồ sơ đã thành nếp.",
        "- Hội Liên hiệp Phụ nữ xã Thử Nghiệm có 11 chi hội.",
        "- Xã Thử Nghiệm đã ban hành 12 kế hoạch.",
        "- Trong kỳ, xã Thử Nghiệm tiếp tục duy trì 05 tổ.",
        "- Đề nghị UBND tỉnh quan tâm, cấp thêm máy cho xã Thử Nghiệm.",
        "- Trường THCS xã Thử Nghiệm có 300 học sinh.",
        "- Tổng số hộ dân xã Thử Nghiệm là 900 hộ.",
        "- Trên đây là báo cáo của UBND phường Thử Nghiệm.",
        "- Trang Zalo của thị trấn Thử Nghiệm có 900 người quan tâm.",
        "- Hệ thống camera của đặc khu Thử Nghiệm có 08 mắt.",
    ],
)
def test_another_name_for_the_own_one_is_pointed_out(words: str) -> None:
    shown = found(place, words)
    assert len(shown) == 1
    assert shown[0].endswith("Thử Nghiệm")


@pytest.mark.parametrize(
    "words",
    [
        "- Cử 03 cán bộ sang xã Thử Nghiệm học tập cách làm.",
        "- Đoàn công tác xã Thử Nghiệm đến tham quan mô hình.",
        "- Công dân xã Thử Nghiệm đến nộp hồ sơ phi địa giới: 12 hồ sơ.",
        "- Phía bắc giáp xã Thử Nghiệm, phía nam giáp biển.",
        "- Xã Thử Nghiệm (giáp ranh) cho mượn 02 máy tính.",
        "- Dự lễ ra quân cấp tỉnh tại xã Thử Nghiệm.",
        "- Điểm cầu đặt tại trụ sở UBND xã Thử Nghiệm.",
        "- So với xã Thử Nghiệm, tỷ lệ của xã cao hơn 2 điểm.",
        "- Tỷ lệ nộp trực tuyến cao hơn xã Thử Nghiệm.",
        "- Nhiều cách làm hay, chẳng hạn của xã Thử Nghiệm.",
        "- Người dân đến từ xã Thử Nghiệm chiếm một phần.",
        "- Ký kết với UBND xã Thử Nghiệm về dùng chung đường truyền.",
        "- Đồng chí Chủ tịch nguyên là cán bộ của xã Thử Nghiệm.",
        "- Cán bộ được điều động từ UBND xã Thử Nghiệm.",
        "- Công ty TNHH Mẫu ở xã Thử Nghiệm tài trợ 10 máy.",
        "- Ông Mẫu, hộ khẩu tại xã Thử Nghiệm, tạm trú ở thôn Một.",
        "- Xã được hình thành từ xã Thử Nghiệm và xã Thử Hai; trụ sở xã Thử Hai làm nhà văn hóa.",
        "- Dự án do ba bên làm, có đối tác là xã Thử Nghiệm. Phần của xã Thử Nghiệm kể riêng.",
        "- Quyên góp cho bà con xã Thử Nghiệm bị bão 20 suất quà.",
        "- Ban Chỉ huy Quân sự xã Thử Nghiệm mời, xã cử 02 người dự.",
        "- Xã Quyết tâm giữ vững danh hiệu. Xã Nhà nước đầu tư.",
        "- Xã nhà có 05 thôn. Xã ta, xã mình đều vui.",
        "- Hợp tác với các xã: Thử Nghiệm, Thử Hai.",
        "- Mượn hội trường của xã Thử Nghiệm.",
        # Nearly the own name.
        "- Hỗ trợ xã Hoàng Mẫu kinh nghiệm tập huấn.",
    ],
)
def test_who_names_another_commune_rightly_is_left(words: str) -> None:
    assert found(place, words) == []


HEADS = (
    "HỘI LHPN TỈNH MẪU\nBAN THƯỜNG VỤ HỘI LHPN XÃ HÒA MẪU\n\nBÁO CÁO\nCông tác Hội\n\n",
    "ỦY BAN NHÂN DÂN XÃ HÒA MẪU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nBÁO CÁO\nNăm 2025\n\n",
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ HÒA MẪU\nBÁO CÁO KẾT QUẢ CỦA XÃ HÒA MẪU NĂM 2025\n\n",
    "HỘI ĐỒNG NHÂN DÂN PHƯỜNG HÒA MẪU\nSố: 05/BC-HĐND\nHòa Mẫu, ngày 05/9/2025\nBÁO CÁO\n\n",
    "UBND THỊ TRẤN HÒA MẪU\tCỘNG HÒA XÃ HỘI\nBÁO CÁO\nThị trấn Hòa Mẫu có 09 khu phố.\n",
    "UBND XÃ HÒA MẪU - BỘ PHẬN MỘT CỬA\nTIN TUẦN SỐ 47\n",
    "Đảng ủy xã Hòa Mẫu\nBáo cáo kết quả năm 2025 của xã Hoà Mẫu\n",
    unicodedata.normalize("NFD", "CÔNG AN XÃ HÒA MẪU\nBÁO CÁO\nCông an xã Hòa Mẫu báo cáo\n"),
)


@pytest.mark.parametrize("head", HEADS)
def test_every_letterhead_says_the_own_name(head: str) -> None:
    assert found(place, "- Trên địa bàn xã Thử Nghiệm có 05 trường.", head=head) == [OTHER]
    assert found(place, "- Máy lấy số ở xã Hòa Mẩu hỏng 02 ngày.", head=head) == ["xã Hòa Mẩu"]
    assert found(place, "- Giáp xã Thử Nghiệm; thuộc xã Hòa Mẫu.", head=head) == []


@pytest.mark.parametrize("wrong", ["Hòa Mẫn", "Hòa Mậu", "Hoa Mẫu", "Hóa Mẫu", "Hòa Mẫui"])
@pytest.mark.parametrize(
    "words",
    [
        "- Phụ trách mạng của xã {} kiêm 03 việc.",
        "- Mô hình tuyến đường hoa tại xã {} dài 3,4 km.",
        "- Kết luận: xã {} giữ nền nếp.",
    ],
)
def test_the_own_name_misspelt_is_pointed_out(words: str, wrong: str) -> None:
    assert found(place, words.format(wrong)) == [f"xã {wrong}"]


def test_a_name_cut_by_the_end_of_a_line_is_whole() -> None:
    line = "- Thực hiện chỉ đạo của cấp trên về việc đẩy mạnh dịch vụ công trên địa bàn của xã"
    assert found(place, f"{line} Hòa\nMẫu, các thôn đã tổ chức ra quân.") == []
    assert found(place, f"{line}\nHòa Mẫu, các thôn đã tổ chức ra quân.") == []


@pytest.mark.parametrize(
    "name", ["Ea Mẫu", "Mẫu Sơn Hạ", "Quyết Thắng", "Trường Mẫu", "Hội An Mẫu"]
)
def test_names_of_two_and_three_syllables(name: str) -> None:
    head = f"UBND XÃ {name.upper()}\nBÁO CÁO\nUBND xã {name} báo cáo\n"
    right = f"- Trên địa bàn xã {name} có 05 trường."
    assert found(place, right.replace(name, "Lạ Kỳ"), head=head)[0] == "xã Lạ Kỳ"

    assert "xã Lạ Kỳ" not in found(place, right, head=head)
