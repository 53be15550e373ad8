"""What people leave of a form in a draft, and brackets and dots that mean something."""

import pytest

from bot.reading.draft.template import template
from tests.reading.draft.letters import found


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("- Danh sách đầu mối: (tên, chức vụ, số điện thoại).", "(tên, chức vụ, số điện thoại)"),
        ("- Người phụ trách: (họ tên).", "(họ tên)"),
        ("- Đồng chí (họ và tên) trực tuần tới.", "(họ và tên)"),
        ("- Giao đồng chí ……… (điền tên) lau máy.", "(điền tên)"),
        ("- Kết quả nổi bật (nếu có thì nêu rõ từng việc).", "nêu rõ từng việc"),
        ("- Khó khăn [nhập nội dung vào đây].", "[nhập nội dung vào đây]"),
        ("- Tiếp nhận {số lượng} hồ sơ.", "{số lượng}"),
        ("- <Bổ sung ảnh tại đây>", "<Bổ sung ảnh tại đây>"),
        ("- Số hộ: ____ hộ.", "____"),
        ("- Cán bộ phụ trách: Nguyễn Văn A, điện thoại nội bộ.", "Nguyễn Văn A"),
        ("- Bà Trần Thị B là tổ trưởng.", "Trần Thị B"),
        ("- Họp ngày xx/xx/2025 tại hội trường.", "xx/xx/2025"),
        ("- Họp ngày dd/mm/yyyy tại hội trường.", "dd/mm/yyyy"),
        ("- Ban hành ngày … tháng … năm 2025.", "ngày … tháng …"),
        ("- Kế hoạch số /KH-UBND ngày 05/3/2025.", "số /KH-UBND"),
        ("- Có XX hộ tham gia.", "XX"),
        ("- Tỷ lệ đạt X%.", "X%"),
        ("- Tỷ lệ đạt xx,x%.", "xx,x%"),
        ("- Có ... /... thôn đạt.", "... /..."),
        ("- Nguyên nhân: nêu rõ chủ quan, khách quan.", "nêu rõ chủ quan"),
        ("- Thôn tiêu biểu (kể tên).", "(kể tên)"),
        ("- Hình 1 (chèn ảnh ra quân).", "(chèn ảnh ra quân)"),
        ("- Số tiền (viết bằng chữ, ghi rõ đơn vị tính).", "ghi rõ đơn vị tính"),
        ("- Kết quả khảo sát (số liệu sẽ bổ sung).", "(số liệu sẽ bổ sung)"),
        ("- Kết quả khảo sát (chưa có số liệu).", "(chưa có số liệu)"),
        ("- Số lượt truy cập: [...] lượt.", "[...]"),
        ("- Số lượt truy cập: (…) lượt.", "(…)"),
        ("- Số lượt truy cập: (...) lượt.", "(...)"),
        ("- Chủ tịch: [Họ tên].", "[Họ tên]"),
        ("- Tăng ??% so với trước.", "??%"),
        ("- TODO: hỏi lại thôn Một.", "TODO"),
        ("- Mô hình: <tên mô hình>.", "<tên mô hình>"),
        ("- Bài học: (trình bày ngắn gọn 3 - 5 dòng).", "(trình bày ngắn gọn 3 - 5 dòng)"),
        ("- Đánh giá (tối đa 200 từ).", "(tối đa 200 từ)"),
        ("- Số liệu (lấy từ hệ thống, điền sau).", "điền sau"),
        ("- Tỷ lệ hài lòng: chưa điền.", "chưa điền"),
        ("- Tiếp nhận ...... phản ánh.", "......"),
        ("- Trạm y tế: ………….", ": ………….") ,
        ("- Tên đơn vị (ghi đầy đủ, không viết tắt).", "(ghi đầy đủ, không viết tắt)"),
        ("- Kiến nghị (nêu những nội dung cần cấp trên giải quyết).", "(nêu những nội dung"),
        ("- Phụ lục (đính kèm danh sách - bổ sung sau).", "bổ sung sau"),
        ("- Nội dung: Click vào đây để nhập văn bản.", "để nhập văn bản"),
    ],
)  # fmt: skip
def test_what_is_left_of_a_form_is_pointed_out(words: str, quote: str) -> None:
    shown = found(template, words)
    assert len(shown) == 1
    assert quote in shown[0] or shown[0] in quote


@pytest.mark.parametrize(
    "words",
    [
        "- Khen thưởng (nếu có) theo quy định.",
        "- Hướng dẫn bà con khai đủ (họ tên, ngày sinh, địa chỉ) khi nộp.",
        "- Không đăng thông tin cá nhân (tên, số điện thoại) lên mạng.",
        "- Kế hoạch (có danh sách kèm theo) đã gửi các thôn.",
        "- Quyết định số 5/QĐ-UBND (ghi rõ trong phụ lục 1) đã ban hành.",
        "- Báo cáo đã nêu rõ nguyên nhân; các thôn đã ghi rõ số liệu.",
        "- Đồng chí Nguyễn Văn An, đồng chí Trần Thị Bé Thử.",
        "- Vitamin A, hạng A, thôn B, nhóm X, lớp 5X, quý X.",
        "- Trang bị loa, đèn, ... (không quy ra tiền).",
        "- Hội nghị (từ 7 giờ 30 đến 11 giờ) đông đủ.",
        '- Mạng {nội bộ} và "sổ tay" <b>điện tử</b>.',
        "- Nhập số liệu vào hệ thống của tỉnh trước ngày 15.",
        "- Điền kinh đạt 02 giải; liệt kê đủ tài sản.",
        "- Nghị quyết Đại hội XX; thế kỷ XXI; phụ lục XXX.",
        "- Tỷ lệ % hồ sơ; 5x5 m; 2 x 3 = 6.",
        "- Ngày tháng năm sinh được che bớt.",
        "- Bà con hỏi: làm ở đâu? mất bao lâu?? cần gì?",
        "- Các bước (1), (2), (a), (b), (i) đều xong.",
        "- Số điện thoại đường dây nóng 19990000 (giờ hành chính).",
        "- Cán bộ đầu mối (01 người/thôn) trực hằng ngày.",
        "- Hai bên trao đổi qua email to-so@mau.gov.vn (dùng chung).",
        "- Nêu cao tinh thần; nêu gương người tốt; ghi nhận đóng góp.",
        "- Bổ sung 02 máy tính; cập nhật số liệu hằng tuần.",
        '- Chấm điểm "tốt", "khá", … theo hướng dẫn (mục 3).',
    ],
)  # fmt: skip
def test_what_means_something_is_left(words: str) -> None:
    assert found(template, words) == []
