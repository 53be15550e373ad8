"""What is recorded without asking: activities, counts, days, villages, services, attendees."""

import pytest

from tests.reading.entry.conftest import Read, shown

ACTIVITIES = {
    "kích hoạt định danh mức 2 cho 5 bác": "vneid_kich_hoat 5",
    "làm vneid cho 6 cô": "vneid_kich_hoat 6",
    "cài rồi kích hoạt vneid cho 4 chú": "vneid_kich_hoat 4",
    "tk mức 2: 6": "vneid_kich_hoat 6",
    "kích hoạt lại vneid giúp 4 dì": "vneid_khac 4",
    "tải vneid cho 6 người": "vneid_khac 6 !vneid-cai-dat",
    "gắn cà vẹt vào vneid cho 4 anh": "vneid_khac 4 !vneid-tich-hop-dang-ky-xe",
    "trích lục kết hôn cho bà Sửu": "dvc_nop_ho_so 1 !dvc-trich-luc-ho-tich",
    "vừa trích lục kết hôn cho mẹ chồng": "dvc_nop_ho_so 1 !dvc-trich-luc-ho-tich",
    "em đăng ký khai tử cho ông cụ": "dvc_nop_ho_so 1 !dvc-dang-ky-khai-tu",
    "đổi số điện thoại vneid 2 cụ": "vneid_khac 2 !vneid-doi-so-dien-thoai",
    "quên passcode: 5 người": "vneid_khac 5 !vneid-quen-passcode",
    "dạy 6 chị tra cứu hồ sơ": "dvc_huong_dan 6 !dvc-tra-cuu-ho-so",
    "đóng phạt nguội giúp 4 anh": "dvc_huong_dan 4 !dvc-nop-phat-giao-thong",
    "hướng dẫn 6 bác nộp hồ sơ tạm vắng": "dvc_huong_dan 6 !cu-tru-khai-bao-tam-vang",
    "hướng dẫn 4 dì gửi kiến nghị trên cổng": "dvc_huong_dan 4 !dvc-phan-anh-kien-nghi",
    "4 bác nộp 6 hồ sơ": "dvc_nop_ho_so 6",
    "làm 4 hồ sơ trích lục khai tử": "dvc_nop_ho_so 4 !dvc-trich-luc-ho-tich",
    "nộp 4 hồ sơ bhyt": "dvc_nop_ho_so 4 !dvc-bhyt-ho-gia-dinh",
    "nộp 6 hồ sơ đổi căn cước": "dvc_nop_ho_so 6 !can-cuoc-tu-14",
    "rủ 4 bác đi đổi căn cước": "can_cuoc_van_dong 4",
    "chở 6 cụ ra công an làm mức 2": "can_cuoc_van_dong 6",
    "mở mobile money cho 4 dì": "tai_khoan_thanh_toan 4",
    "mở tài khoản ngân hàng hưởng trợ cấp cho 6 cụ": "an_sinh_tai_khoan 6",
    "tạo qr cho 4 sạp cá": "qr_ho_kinh_doanh 4",
    "dạy 6 dì quét mã trả tiền": "ky_nang_so 6",
    "cấp chữ ký số trên vneid cho 6 anh": "chu_ky_so 6",
    "tra cứu bhyt giúp 6 cụ": "suc_khoe_bao_hiem 6",
    "đưa 4 hộ lên tiktok shop": "tmdt_gian_hang 4",
    "dạy 4 chị bán hàng online": "ky_nang_so 4",
    "cài viber cho 4 chú": "app_cai_dat 4",
    "tập huấn kns 24 đoàn viên": "ky_nang_so 24",
    "dặn 6 cụ cảnh giác link lạ": "an_toan_so 6",
    "tuyên truyền chuyện lừa đảo 44 người": "tuyen_truyen 1 ^44",
    "gửi 4 kiến nghị lên xã": "phan_anh 4",
}
COUNTS = {
    "4 mã qr cho 6 hộ": "qr_ho_kinh_doanh 6",
    "mở 6 tài khoản ngân hàng cho 4 cô": "tai_khoan_thanh_toan 4",
    "4 vneid (1 nam 3 nữ)": "vneid_kich_hoat 4",
    "vneid x6": "vneid_kich_hoat 6",
    "thêm 4 cks": "chu_ky_so 4",
    "vừa kích hoạt vneid cho chú Ba": "vneid_kich_hoat 1",
    "cài zalo cho dì Sáu với cô Tư": "app_cai_dat 2",
    "kích hoạt vneid cho hai mẹ con": "vneid_kich_hoat 2",
    "nộp hai mươi mốt hồ sơ": "dvc_nop_ho_so 21",
    "nộp một trăm lẻ hai hồ sơ": "dvc_nop_ho_so 102",
    "hai chục vneid": "vneid_kich_hoat 20",
    "07 dvc": "dvc_huong_dan 7",
    "ba vneid": "vneid_kich_hoat 3",
    # Not counts.
    "đội 3 kích hoạt 4 vneid lúc 9h30": "vneid_kich_hoat 4",
    "theo đề án 06 nộp 4 hồ sơ ct07 phí 20 ngàn": "dvc_nop_ho_so 4 !cu-tru-xac-nhan-ct07",
    "kích hoạt vneid cho cụ Năm 90 tuổi": "vneid_kich_hoat 1",
    "vneid 2 cho 6 bác": "vneid_kich_hoat 6",
    "2 buổi tuyên truyền, mỗi buổi 40 người, phát 90 tờ rơi": "tuyen_truyen 2 ^80",
}
DAYS_AND_VILLAGES = {
    "bữa qua 4 dvc": "dvc_huong_dan 4 @11-17",
    "4 ngày trước 6 dvc": "dvc_huong_dan 6 @11-14",
    "cn 4 vneid": "vneid_kich_hoat 4 @11-15",
    "4 vneid thứ sáu tuần trước": "vneid_kich_hoat 4 @11-13",
    "thứ hai tuần rồi 4 vneid": "vneid_kich_hoat 4 @11-09",
    "ngày 9 tháng 10 6 cks": "chu_ky_so 6 @10-09",
    "14.11 nộp 4 hồ sơ": "dvc_nop_ho_so 4 @11-14",
    "hồi trưa 6 cks": "chu_ky_so 6",
    "tay phuoc 4 cks": "chu_ky_so 4 Tây Phước",
    "4 cks thôn an khuơg": "chu_ky_so 4 An Khương",
    "4 cks thôn Bàu Sen": "chu_ky_so 4",
    "kích hoạt vneid cho dì Phước ở an bình": "vneid_kich_hoat 1 An Bình",
    "6 vneid xóm 4": "vneid_kich_hoat 6",
}
SPELT = {
    "kichs hoatj 6 vneid owr Gof Ddas": "vneid_kich_hoat 6 Gò Đá",
    "no65p 4 ho62 so7 khai tu73": "dvc_nop_ho_so 4 !dvc-dang-ky-khai-tu",
    "kich hoatt 6 vneid": "vneid_kich_hoat 6",
    "tuyên chuyền 64 ngừoi": "tuyen_truyen 1 ^64",
    "nop 4ho so kethon": "dvc_nop_ho_so 4 !dvc-dang-ky-ket-hon",
    "hdan 4 ng dvctt": "dvc_huong_dan 4",
    "day 24 hs lop 8 goi video": "ky_nang_so 24",
}
SEVERAL = {
    "4 cks, 6 dvc": "chu_ky_so 4; dvc_huong_dan 6",
    "cks 4 dvc 6": "chu_ky_so 4; dvc_huong_dan 6",
    "tổng 10: 4 cks 6 dvc": "chu_ky_so 4; dvc_huong_dan 6",
    "hôm kia 4 cks, hôm qua 6": "chu_ky_so 4 @11-16; chu_ky_so 6 @11-17",
    "Gò Đá 4 cks 6 dvc, Thọ An 8 cks": (
        "chu_ky_so 4 Gò Đá; dvc_huong_dan 6 Gò Đá; chu_ky_so 8 Thọ An"
    ),
    "4 hs khai sinh, 6 hs khai tử ở Gò Đá": (
        "dvc_nop_ho_so 4 Gò Đá !dvc-dang-ky-khai-sinh; dvc_nop_ho_so 6 Gò Đá !dvc-dang-ky-khai-tu"
    ),
    "vneid: cài 4 máy, quên mật khẩu 6 người": (
        "vneid_khac 4 !vneid-cai-dat; vneid_khac 6 !vneid-quen-mat-khau"
    ),
    "1/ cks 4 người 2/ dvc 6 người": "chu_ky_so 4; dvc_huong_dan 6",
}
# What is told around a deed is left out: wishes, failures, questions, people, days.
STORIES = {
    "dì Lựu nhờ cài viber, xong rồi": "app_cai_dat 1",
    "chú Đông muốn có cks, hôm nay em làm cho chú rồi": "chu_ky_so 1",
    "thím Xuân cần đổi bằng lái, em chỉ thím nộp hồ sơ trên cổng": (
        "dvc_huong_dan 1 !dvc-cap-doi-gplx"
    ),
    "em làm cks cho dượng Hạ rồi, mai dượng đi xa": "chu_ky_so 1",
    "mạng lỗi hoài, mãi mới kích hoạt được vneid cho mợ Cúc": "vneid_kich_hoat 1",
    "cụ Lam quên mật khẩu vneid, vào không được, tôi lấy lại cho cụ xong": (
        "vneid_khac 1 !vneid-quen-mat-khau"
    ),
    "bác Đào hỏi hoài nên nay em mở momo cho bác": "tai_khoan_thanh_toan 1",
    "thím Mơ bấm lộn mất app, em cài lại vneid cho thím xong": "vneid_khac 1 !vneid-cai-dat",
    "nhà có 6 người mà chỉ gặp cô Sen, em kích hoạt vneid cho cô": "vneid_kich_hoat 1",
    "có 4 dì ghé chơi, em cài vssid cho 4 dì luôn": "suc_khoe_bao_hiem 4",
    "tháng trước bác Na làm mất, hôm nay em nộp hồ sơ đổi bằng lái cho bác": (
        "dvc_nop_ho_so 1 !dvc-cap-doi-gplx"
    ),
    "bé Bưởi sinh hôm 9/11, hôm nay em nộp hồ sơ khai sinh cho bé": (
        "dvc_nop_ho_so 1 !dvc-dang-ky-khai-sinh"
    ),
    "cài vneid cho cụ Sim xong, cụ đăng nhập được liền": "vneid_khac 1 !vneid-cai-dat",
    "làm mã qr cho 4 sạp, nãy có khách chuyển khoản thử": "qr_ho_kinh_doanh 4",
    "nộp hồ sơ khai tử cho chú Ổi giúp thím": "dvc_nop_ho_so 1 !dvc-dang-ky-khai-tu",
    "hướng dẫn 4 chủ trọ thông báo lưu trú": "dvc_huong_dan 4 !cu-tru-thong-bao-luu-tru",
    "bốn cô biết đóng phạt trên mạng nhờ em chỉ": "dvc_huong_dan 4 !dvc-nop-phat-giao-thong",
    "dặn 4 bác đừng cho ai mã otp": "an_toan_so 4",
    "cô Khế bị người ta gọi dọa, em nhắc cô cúp máy khỏi bị lừa đảo": "an_toan_so 1",
    "em gửi báo cáo: dạy 6 bác gọi video": "ky_nang_so 6",
    "em với Mai dạy 6 bác gọi video": "ky_nang_so 6",
    "tụi em 4 người xuống Gò Đá hướng dẫn 6 người nộp hồ sơ": "dvc_huong_dan 6 Gò Đá",
    "làm mã qr cho 6 sạp, còn 2 sạp đi vắng": "qr_ho_kinh_doanh 6",
    "tra cứu bhyt cho cô Sen, thẻ còn hạn tới tháng 12": "suc_khoe_bao_hiem 1",
    "lớp kns có 24 học viên, thiếu 2 người bệnh": "ky_nang_so 24",
    "em với bác trưởng thôn ghé nhà dì Lựu cài vneid": "vneid_khac 1 !vneid-cai-dat",
    "tuyên truyền không bấm link lạ, chừng 40 người nghe": "tuyen_truyen 1 ^40",
    "nộp hồ sơ khai sinh cho con gái thứ hai của chị Mận": (
        "dvc_nop_ho_so 1 !dvc-dang-ky-khai-sinh"
    ),
    "thôn Gò Tâm 6 cks": "chu_ky_so 6",
    "cài app tỉnh bốn lăm máy": "app_cai_dat 45",
    "4 dvc Gò Đá, 2 dvc Thọ An, 6 dvc An Bình": (
        "dvc_huong_dan 4 Gò Đá; dvc_huong_dan 2 Thọ An; dvc_huong_dan 6 An Bình"
    ),
}
TABLE = STORIES | ACTIVITIES | COUNTS | DAYS_AND_VILLAGES | SPELT | SEVERAL


@pytest.mark.parametrize(("said", "wanted"), TABLE.items(), ids=TABLE)
def test_a_record(read: Read, said: str, wanted: str) -> None:
    reading = read(said)
    assert (reading.doubt, reading.guess) == (None, ())
    assert sorted(map(shown, reading.items)) == sorted(wanted.split("; "))


def test_the_order_of_clauses_does_not_matter(read: Read) -> None:
    one, other = read("4 cks, 6 dvc, 8 vneid"), read("8 vneid, 4 cks, 6 dvc")
    assert set(one.items) == set(other.items)
    assert len(one.items) == 3
