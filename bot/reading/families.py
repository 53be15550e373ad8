"""Vietnamese family names (họ): what a whole name begins with."""

FAMILIES = frozenset(
    {"nguyễn", "trần", "lê", "phạm", "huỳnh", "hoàng", "phan", "vũ", "võ", "đặng", "bùi",
     "đỗ", "hồ", "ngô", "dương", "lý", "đinh", "trịnh", "lâm", "mai", "trương", "lương",
     "cao", "tạ", "thái", "hà", "quách", "tô", "la", "lưu", "triệu", "kiều", "vương", "đoàn",
     "đào", "tăng", "phùng", "hứa", "nghiêm", "ninh", "giang", "tôn", "lại", "chu", "kim",
     "nông", "giàng", "quàng"}
)  # fmt: skip
# Hardly ever another word: so written, and these few even without accents.
NOTHING_ELSE = frozenset(
    {"nguyễn", "trần", "huỳnh", "bùi", "lê", "đặng", "trịnh", "hoàng", "vũ", "võ"}
)
NOTHING_ELSE_BARE = frozenset({"nguyen", "tran", "huynh", "bui"})
# Behind a family name they make a whole name certain.
MIDDLE = ("văn", "thị")
