"""What the shipped template says, line by line: its kind, and its words with the fields.

What stands in square brackets is for an official to write, and is marked in yellow.
"""

from enum import Enum


class Kind(Enum):
    """How a line looks; a tag vanishes with its paragraph."""

    TAG = "tag"
    TEXT = "text"
    GROUND = "ground"  # what the report is founded on
    PART = "part"  # I.
    HEADING = "heading"  # 1.
    ROW = "row"
    ANNEX = "annex"
    TITLE = "title"
    BESIDE = "beside"  # in brackets below a title
    NOTE = "note"
    CLOSE = "close"  # the last words, which the signature follows
    LEAD = "lead"  # a note that stands above its table


_NUMBER = "(Kèm theo Báo cáo số [……]/BC-UBND ngày [……] của Ủy ban nhân dân {{ ten_day_du }})"
_SEALED = (
    (Kind.TAG, "if la_ban_nhap"),
    (Kind.NOTE, "Bản dự thảo: kỳ chưa chốt, số liệu còn có thể thay đổi."),
    (Kind.TAG, "else"),
    (Kind.NOTE, ("Số liệu đã chốt ngày {{ ngay_chot }}, mã số liệu: {{ ma_so_lieu }}. "
                "Bộ chỉ tiêu: {{ ban_chi_tieu }}.")),
    (Kind.TAG, "endif"),
)  # fmt: skip

BODY: tuple[tuple[Kind, str], ...] = (
    (Kind.TAG, "if theo_nd09"),
    (Kind.GROUND, ("Căn cứ Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019 của Chính phủ quy "
                  "định về chế độ báo cáo của cơ quan hành chính nhà nước;")),
    (Kind.TAG, "endif"),
    (Kind.GROUND, ("[Cán bộ xã viết: căn cứ kế hoạch hoặc văn bản yêu cầu báo cáo; không có thì bỏ "
                  "dòng này.]")),
    (Kind.TEXT, ("Ủy ban nhân dân {% if not loai_xa %}[xã/phường] {% endif %}{{ ten_day_du }} báo "
                "cáo kết quả hoạt động của Tổ công nghệ số cộng đồng và các chỉ tiêu xã hội số "
                "{{ ky }}, số liệu từ ngày {{ tu_ngay }} đến hết ngày {{ den_ngay }}"
                "{% if theo_nd09 %} (kỳ báo cáo theo Nghị định số 09/2019/NĐ-CP){% endif %}, "
                "như sau:")),
    (Kind.TAG, "if ky_chua_het"),
    (Kind.TEXT, ("Kỳ báo cáo chưa hết: số liệu mới tính đến ngày {{ tinh_den_ngay }}; so sánh với "
                "cả kỳ trước chỉ để tham khảo.")),
    (Kind.TAG, "endif"),
    (Kind.PART, "I. CÔNG TÁC TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"),
    (Kind.HEADING, "1. Tổ, thành viên và việc báo cáo"),
    (Kind.TAG, "if not bao_cao_to"),
    (Kind.TEXT, "Chưa có tổ nào trong danh sách."),
    (Kind.TAG, "else"),
    (Kind.TEXT, ("Trong {{ to.tong }} tổ có {{ to.co_viec }} tổ đã báo việc giúp người dân"
                "{% if to.ten_co_viec %} ({{ to.ten_co_viec }}){% endif %}; {{ to.khong_viec }} tổ "
                "báo trong kỳ không có việc{% if to.ten_khong_viec %} ({{ to.ten_khong_viec }})"
                "{% endif %}; {{ to.chua_bao }} tổ chưa báo{% if to.ten_chua_bao %} "
                "({{ to.ten_chua_bao }}){% endif %}.")),
    (Kind.TAG, "endif"),
    (Kind.TAG, "if to.co_to_chua_bao"),
    (Kind.TEXT, "Chưa báo không có nghĩa là không có việc: các số dưới đây chưa gồm những tổ này."),
    (Kind.TAG, "endif"),
    (Kind.TAG, "for n in cac_nhom"),
    (Kind.TAG, "if n.ma == 'to-cong-nghe-so'"),
    (Kind.TAG, "for c in n.co_so"),
    (Kind.ROW, "- {{ c.cau }}."),
    (Kind.TAG, "endfor"),
    (Kind.TAG, "endif"),
    (Kind.TAG, "endfor"),
    (Kind.HEADING, "2. Việc đã giúp người dân"),
    (Kind.TAG, "if not da_co_bao_cao"),
    (Kind.TEXT, "Chưa tổ nào báo trong kỳ này, nên chưa có số liệu."),
    (Kind.TAG, "endif"),
    (Kind.TAG, "if da_co_bao_cao and not cac_viec"),
    (Kind.TEXT, "Các tổ đã báo đều không có việc."),
    (Kind.TAG, "endif"),
    (Kind.TAG, "if da_co_bao_cao and cac_viec"),
    (Kind.TEXT, "Mỗi loại việc tính theo đơn vị riêng, không cộng lẫn với nhau:"),
    (Kind.TAG, "for v in cac_viec"),
    (Kind.ROW, ("- {{ v.ten }}: {{ v.chu }} ({{ v.so_sanh }})"
               "{% if loop.last %}.{% else %};{% endif %}")),
    (Kind.TAG, "endfor"),
    (Kind.TAG, "endif"),
    (Kind.TAG, "if nguoi_duoc_giup"),
    (Kind.TEXT, ("{{ nguoi_duoc_giup }} người; tính theo câu trả lời của thành viên về người đến "
                "lần đầu, nên là một khoảng, không phải số đếm từng người.")),
    (Kind.TAG, "endif"),
    (Kind.TAG, "if dieu_chinh"),
    (Kind.TEXT, "Trong các số trên có phần điều chỉnh cho kỳ đã chốt trước đây:"),
    (Kind.TAG, "for d in dieu_chinh"),
    (Kind.ROW, "- {{ d.noi_dung }}."),
    (Kind.TAG, "endfor"),
    (Kind.TAG, "endif"),
    (Kind.PART, "II. XÃ HỘI SỐ"),
    (Kind.TEXT, ("Mỗi tỷ lệ ghi kèm tử số, mẫu số, nơi cung cấp và ngày của số liệu; số ước tính "
                "có ghi là ước tính.")),
    (Kind.TAG, "for n in cac_nhom"),
    (Kind.TAG, ("if n.ma != 'to-cong-nghe-so' and n.ma != 'viec-cua-to' and n.ma != 'mot-cua' and "
               "n.ma != 'van-ban' and n.ma != 'cong-so'")),
    (Kind.HEADING, "{{ n.ten }}"),
    (Kind.TAG, "for c in n.co_so"),
    (Kind.ROW, "- {{ c.cau }}.{% if c.co_muc_tieu %} {{ c.muc_tieu }}{% endif %}"),
    (Kind.TAG, "endfor"),
    (Kind.TAG, "if n.ten_thieu"),
    (Kind.TEXT, "Còn {{ n.thieu }} chỉ tiêu chưa có số liệu, có tên tại Phụ lục II."),
    (Kind.TAG, "endif"),
    (Kind.TAG, "endif"),
    (Kind.TAG, "endfor"),
    (Kind.PART, "III. DỊCH VỤ CÔNG TRỰC TUYẾN"),
    (Kind.HEADING, "1. Tổ giúp người dân"),
    (Kind.ROW, ("- Hướng dẫn làm dịch vụ công: {{ viec.dvc_huong_dan.chu }} "
               "({{ viec.dvc_huong_dan.so_sanh }});")),
    (Kind.ROW, ("- Giúp nộp hồ sơ trên mạng: {{ viec.dvc_nop_ho_so.chu }} "
               "({{ viec.dvc_nop_ho_so.so_sanh }}).")),
    (Kind.TEXT, ("Hướng dẫn, nộp hồ sơ và giải quyết hồ sơ là ba việc khác nhau, không cộng với "
                "nhau.")),
    (Kind.HEADING, "2. Bộ phận một cửa"),
    (Kind.TAG, "for n in cac_nhom"),
    (Kind.TAG, "if n.ma == 'mot-cua'"),
    (Kind.TAG, "for c in n.co_so"),
    (Kind.ROW, "- {{ c.cau }}.{% if c.co_muc_tieu %} {{ c.muc_tieu }}{% endif %}"),
    (Kind.TAG, "endfor"),
    (Kind.TAG, "if not n.co_so"),
    (Kind.TEXT, "Chưa có số liệu của bộ phận một cửa trong kỳ này."),
    (Kind.TAG, "endif"),
    (Kind.TAG, "endif"),
    (Kind.TAG, "endfor"),
    (Kind.PART, "IV. KHÓ KHĂN, VƯỚNG MẮC"),
    (Kind.TAG, "if vuong_mac"),
    (Kind.TEXT, "Có {{ chua_xong }} giúp mà chưa xong (không tính vào các số trên), vì:"),
    (Kind.TAG, "for v in vuong_mac"),
    (Kind.ROW, "- {{ v.ten }}: {{ v.chu }}{% if loop.last %}.{% else %};{% endif %}"),
    (Kind.TAG, "endfor"),
    (Kind.TAG, "endif"),
    (Kind.TAG, "if can_kiem_tra"),
    (Kind.TEXT, "Số liệu còn phải đối chiếu:"),
    (Kind.TAG, "for k in can_kiem_tra"),
    (Kind.ROW, "- {{ k.noi_dung }}{% if loop.last %}.{% else %};{% endif %}"),
    (Kind.TAG, "endfor"),
    (Kind.TAG, "endif"),
    (Kind.TAG, "if da_giai_trinh"),
    (Kind.TEXT, "Số liệu khác thường đã được giải trình:"),
    (Kind.TAG, "for k in da_giai_trinh"),
    (Kind.ROW, "- {{ k.noi_dung }}{% if loop.last %}.{% else %};{% endif %}"),
    (Kind.TAG, "endfor"),
    (Kind.TAG, "endif"),
    (Kind.TEXT, "[Cán bộ xã viết: khó khăn, vướng mắc khác và nguyên nhân.]"),
    (Kind.PART, "V. KIẾN NGHỊ, PHƯƠNG HƯỚNG"),
    (Kind.HEADING, "1. Kiến nghị"),
    (Kind.TEXT, "[Cán bộ xã viết: kiến nghị với cấp trên, nói rõ với cơ quan nào.]"),
    (Kind.HEADING, "2. Phương hướng kỳ tới"),
    (Kind.TEXT, "[Cán bộ xã viết: việc làm trong kỳ tới, ai làm, xong ngày nào.]"),
    (Kind.CLOSE, ("Trên đây là báo cáo kết quả hoạt động của Tổ công nghệ số cộng đồng và các "
                 "chỉ tiêu xã hội số {{ ky }} của Ủy ban nhân dân {{ ten_day_du }}./.")),
)  # fmt: skip

WORK_TABLE = (
    (("TT", 1.0), ("Loại việc", 5.4), ("Đơn vị", 2.1), ("Kỳ này", 1.7), ("Kỳ trước", 1.8),
     ("Tăng, giảm", 1.8), ("Theo thôn", 11.4)),
    ("v", "cac_viec"),
    ("{{ loop.index }}", "{{ v.ten }}", "{{ v.don_vi }}", "{{ v.so }}", "{{ v.ky_truoc }}",
     "{{ v.tang_giam }}", "{{ v.theo_thon }}"),
)  # fmt: skip
TEAMS_TABLE = (
    (("TT", 1.0), ("Tổ", 12.2), ("Số tuần có báo việc", 4.0), ("Số tuần báo không có việc", 4.0),
     ("Số tuần chưa báo", 4.0)),
    ("t", "bao_cao_to"),
    ("{{ loop.index }}", "{{ t.ten }}", "{{ t.co_viec }}", "{{ t.khong_viec }}",
     "{{ t.chua_bao }}"),
)  # fmt: skip
RATES_TABLE = (
    (("TT", 1.0), ("Chỉ tiêu", 5.6), ("Tử số", 1.7), ("Mẫu số", 1.7), ("Đơn vị", 2.1),
     ("Kết quả", 2.8), ("Nguồn, ngày số liệu", 5.3), ("Mục tiêu", 5.0)),
    ("c", "n.co_so"),
    ("{{ loop.index }}", "{{ c.ten }}", "{{ c.tu_so }}", "{{ c.mau_so }}", "{{ c.don_vi }}",
     "{{ c.ket_qua }}", "{{ c.nguon }}{% if c.da_hoi %}; {{ c.da_hoi }}{% endif %}",
     "{{ c.muc_tieu }}"),
)  # fmt: skip

WORK_ANNEX = (
    (Kind.ANNEX, "Phụ lục I"),
    (Kind.TITLE, "Việc các tổ đã giúp người dân {{ ky }}"),
    (Kind.BESIDE, "(từ ngày {{ tu_ngay }} đến hết ngày {{ den_ngay }})"),
    (Kind.BESIDE, _NUMBER),
    (Kind.HEADING, "1. Việc đã giúp, theo đơn vị riêng của từng loại"),
    (Kind.TAG, "if cac_viec"),
)
# What stands below a table, and what is said where it would have no row.
WORK_END = (
    (Kind.TAG, "else"),
    (Kind.NOTE, "Kỳ này và kỳ trước chưa ghi việc nào."),
    (Kind.TAG, "endif"),
)
WEEKS_ANNEX = (
    (Kind.HEADING, "2. Báo cáo của các tổ theo tuần"),
    (Kind.TAG, "if bao_cao_to"),
    (Kind.LEAD, ("Tính mọi tuần có ngày trong kỳ, mỗi tuần tính cả tuần; tuần chưa đến thì không "
                "tính.")),
)  # fmt: skip
WEEKS_END = (
    (Kind.TAG, "else"),
    (Kind.NOTE, "Chưa có tổ nào trong danh sách."),
    (Kind.TAG, "endif"),
    (Kind.NOTE, "Thôn, tổ theo địa giới ngày {{ dia_ban_ngay }}."),
    *_SEALED,
)
RATES_ANNEX = (
    (Kind.ANNEX, "Phụ lục II"),
    (Kind.TITLE, "Các chỉ tiêu {{ ky }}"),
    (Kind.BESIDE, "(từ ngày {{ tu_ngay }} đến hết ngày {{ den_ngay }})"),
    (Kind.BESIDE, _NUMBER),
)
RATES_END = (
    (Kind.TAG, "for n in cac_nhom"),
    (Kind.TAG, "if n.ten_thieu"),
    (Kind.NOTE, "{{ n.ten }} – chưa có số liệu: {{ n.ten_thieu }}."),
    (Kind.TAG, "endif"),
    (Kind.TAG, "endfor"),
    *_SEALED,
)
