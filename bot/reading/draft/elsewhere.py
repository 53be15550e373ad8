"""How a report says that it means another commune: neighbours, partners, former ones, visits."""

import re

# The own commune is meant behind these; behind "với", "giáp", "các xã" another may be.
OWN_PLACE = re.compile(
    r"(?<!\w)(?:địa bàn|của|cho|ubnd|[uủ][yỷ] ban(?: nhân dân)?|hđnd|hội đồng nhân dân|"
    r"đảng [uủ][yỷ]|cấp [uủ][yỷ]|(?:đài )?phát thanh|đài|loa|"
    r"đảng bộ|chi bộ|toàn|khắp|trong|tại|ở|nhân dân|người dân|bà con|hộ dân|nội bộ|công an|"
    r"trạm y tế|trang thông tin điện tử|cổng thông tin điện tử|trang ttđt|trang|zalo|fanpage|"
    r"facebook|mặt trận|(?:ub)?mttq(?: việt nam| vn)?|đu|hội \w+(?: \w+)?|đoàn \w+(?: \w+)?|"
    r"bộ phận một cửa|"
    r"một cửa|hành chính công|cộng đồng|chuyển đổi số|chỉ đạo|tổ công nghệ số|đề án 06|trụ sở|số|"
    r"dân cư|hành chính|kqgqtthc|tthc|truyền thanh|quân sự|nông thôn mới|cán bộ|công chức|"
    r"lãnh đạo|chủ tịch|bí thư|năm|văn hóa|văn hoá|thành viên|đoàn viên|hội viên|phụ nữ|"
    r"thanh niên|nông dân|cựu chiến binh|tuổi|chính quyền|thường trực|văn phòng|trung tâm|"
    r"mầm non|tiểu học|thcs|trung học cơ sở|chợ|thư viện|nhà văn hóa|ban quản lý|lực lượng|"
    r"trưởng thôn|các thôn|thôn thuộc|phòng|thông tin|dữ liệu|thanh tra|vp|lhpn|nhà|tttt|kt-xh)\s$",
    re.IGNORECASE,
)
# At the beginning of a statement the name is its subject, if a deed of the own commune follows.
SUBJECT = re.compile(
    r"\s(?:là xã|đã|có \d|gồm|hiện|tiếp tục|triển khai|tổ chức|tiếp nhận|ban hành|thực hiện|"
    r"báo cáo|"
    r"luôn|chưa|đạt|xác định|phấn đấu|chỉ đạo|thành lập|bố trí|quán triệt|được)(?!\w)"
)
# Who names a neighbour, a partner, a former commune or a visit says so before the name …
_BEFORE = re.compile(
    r"\bgiáp\b|lân cận|láng giềng|\bgần xã|\bcách xã|\bcác (?:xã|phường)\b|"
    r"(?:hai|ba|bốn|năm|\d) (?:xã|phường)|xã bạn|đơn vị bạn|đối tác|một phần|gồm địa bàn|"
    r"\bqua địa bàn|\bđặt (?:tại|ở)\b|\bnằm (?:tại|ở|trên)\b|điểm cầu|\btừ (?:ubnd|công an)|"
    r"(?:đến|tới|về|tham|cử .{0,30}) dự|phát biểu|kính mời|tiếp đoàn|đón đoàn|đón tiếp|"
    r"đoàn công tác|"
    r"\bdự\b(?! (?:án|kiến|thảo|toán|phòng|báo|thi))|chuyển (?:đến|\d)|bàn giao|"
    r"s[áa]t? nhập|hợp nhất|nhập vào|chia tách|tách ra|tách từ|điều chỉnh địa giới|trước đây|"
    r"\bcũ\b|trước (?:khi|ngày|sắp xếp)|sau sắp xếp|sắp xếp|nguyên trạng|tiền thân|\bnguyên\b|"
    r"thành lập (?:trên cơ sở|từ|mới)|hình thành|"
    r"(?<!đối )(?<!hợp )(?<!gắn )(?<!liền )\bvới (?:[^\s,]+ ){0,7}xã$|so với|giao lưu|"
    r"học tập|học hỏi|kinh nghiệm|cách làm|tham quan|\bthăm\b|trao đổi|"
    r"phối hợp (?:[^\s,]+ ){0,8}xã$|phối hợp[^;.]{0,40},[^;.]{0,40}xã$|liên xã|liên kết|"
    r"\bcụm\b(?! dân)|khu vực|huyện khác|địa phương khác|xã khác|"
    r"\bđến từ\b|chuyển từ|\btạm trú|thường trú|hộ khẩu|\bquê\b|kết nghĩa|tuyến đường|đường liên|"
    r"\bđi xã\b|so sánh|ví dụ|chẳng hạn|tương tự|giống như|\bnhư (?:ở )?(?:[uU]\S+ )?xã|khác với|"
    r"noi gương|học theo|theo gương|điểm sáng|mô hình của|cao hơn|thấp hơn|nhiều hơn|ít hơn|"
    r"nhanh hơn|chậm hơn|kém|đứng (?:sau|trước)|sau xã|xếp (?:thứ|hạng)|hỗ trợ xã|giúp xã|"
    r"nhân rộng|"
    r"\bmượn\b|\bthuê\b|\bnhờ\b|dùng chung|điều động|biệt phái|luân chuyển|tăng cường (?:từ|sang)|"
    r"chuyển công tác|công tác tại|\bsang\b|\btừ xã\b|\bvề xã\b|\bđến xã\b|\bthuộc xã\b|đấu mối|"
    r"hội thi|hội thao|hội diễn|mít tinh|\bgiúp\b|ủng hộ|cứu trợ|quyên góp|chia sẻ|phi địa giới|"
    r"(?:công ty|doanh nghiệp|htx|hợp tác xã|khách|đại lý|thương lái|"
    r"du khách)\s(?:[^\s,;]+ ){0,5}xã$|"
    r"do (?:ubnd )?(?:huyện|tỉnh|sở|phòng|cấp trên|thành phố)\b.{0,40}tổ chức|"
    r"cấp (?:tỉnh|huyện|cụm)[^;.]{0,30}\b(?:tại|ở)\b|giải (?:nhất|nhì|ba)|ngoài xã|ngoài địa bàn",
    re.IGNORECASE,
)
# … or behind it.
_BEHIND = re.compile(
    r"^\s?\(?(?:cũ\b|đối tác|xã bạn|giáp|láng giềng|trước|nay |nơi |kết nghĩa|cùng (?:huyện|"
    r"tỉnh|cụm))"
    r"|^.{0,30}(?:\(cũ\)|đến (?:dự|thăm|học|nộp|làm|tham)|(?:về|sang) (?:dự|thăm|học)|sang |"
    r"\bmời\b|"
    r"bị (?:lũ|bão|sạt|thiên)|(?:tặng|giúp|hỗ trợ|cử|cho) (?:\S+ ){0,3}xã\b|bàn giao|trước ngày|"
    r"sáp nhập|phát biểu|dự hội|trao đổi|chia sẻ|nhường|cho mượn|tổ chức cho cụm|giáp ranh|"
    r"do (?:tỉnh|huyện))",
    re.IGNORECASE,
)
# So the own name misspelt, or a slip from it, is told from a neighbour that is called nearly so.
_BESIDE = re.compile(
    r"\bgiáp\b|lân cận|láng giềng|\bcác (?:xã|phường)\b|(?:hai|ba|bốn|\d) (?:xã|phường)|"
    r"xã bạn|khác|"
    r"(?<!đối )(?<!hợp )(?<!gắn )(?<!liền )\bvới (?:[^\s,]+ ){0,5}xã$|\btừ (?:\S+ ){0,2}xã$|"
    r"\bsang xã|đến dự|kết nghĩa|đối tác|hỗ trợ xã|giúp (?:đỡ )?xã|(?:công dân|người dân) xã$|"
    r"\bdùng (?:\S+ ){0,3}xã$|chia sẻ|học tập|giao lưu",
    re.IGNORECASE,
)
# A commune that is joined with the own one, or stands by it, is known throughout the report.
_JOINED = re.compile(
    r"s[áa]t? nhập|hợp nhất|nhập vào|\(cũ\)|\bcũ\b|sắp xếp|trước đây|tiền thân|chia tách|"
    r"một phần xã|"
    r"gồm địa bàn|thành lập (?:trên cơ sở|từ|mới)|hình thành (?:từ|trên)|đối tác|xã bạn|kết nghĩa|"
    r"điều chỉnh địa giới",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"^\s?(?:\(cũ\)|cũ\b|trước|,|và|với|hoặc|;|\+|-)?\s?(?:xã|phường|thị trấn)\s", re.IGNORECASE
)


def says_other(before: str, behind: str) -> bool:
    """Tell whether the words around a name say that it is not the own one."""
    return bool(_BEFORE.search(before) or _BEHIND.search(behind))


def joined(sentence: str) -> bool:
    """Tell whether a sentence says of a commune that it is one with ours, was, or is a partner."""
    return bool(_JOINED.search(sentence))


def says_beside(before: str) -> bool:
    """Tell whether the words before a name that is nearly the own one say it is a neighbour's."""
    return bool(_BESIDE.search(before) or _JOINED.search(before))
