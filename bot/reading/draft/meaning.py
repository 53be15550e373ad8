"""Words as they are compared where statements meet: one for each thing, none that says nothing."""

import re

# Several words for one thing, the thing in one word.
_SAME = tuple(
    (re.compile(shape, re.IGNORECASE), f" {one} ")
    for shape, one in (
        (r"văn bản", "vănbản"),
        (r"hồ sơ|\bhs\b", "hồsơ"),
        (r"(?:người )?(?:hoạt động )?không chuyên trách", "khôngchuyêntrách"),
        (r"cán bộ|công chức|viên chức|\bcbcc(?:vc)?\b|người lao động", "nhânviên"),
        (r"hộ gia đình|hộ dân|gia đình", "hộ"),
        (r"thủ tục hành chính|thủ tục|\btthc\b", "thủtục"),
        (
            r"\bmáy(?: vi tính| tính(?! bảng)| trạm)?\b(?! (?:in|quét|scan|lấy|ảnh|chủ|bay|pos))",
            "máytính",
        ),
        (r"\b(?:thôn|xóm|ấp|bản|buôn|khu phố|tổ dân phố|khóm|làng)\b", "thôn"),
        (r"tổ (?:công nghệ số(?: cộng đồng)?|cnscđ|cnsxh|số)", "tổcns"),
        (r"trường học|\btrường\b", "trường"),
        (r"báo cáo", "báocáo"),
        (r"học sinh", "họcsinh"),
        (r"học viên", "họcviên"),
        (r"hội viên", "hộiviên"),
        (r"đảng viên", "đảngviên"),
        (r"thành viên", "thànhviên"),
        (r"doanh nghiệp", "doanhnghiệp"),
        (r"phản ánh|kiến nghị", "phảnánh"),
        (r"người dân|công dân|nhân dân|bà con", "ngườidân"),
        (r"số hoá", "số hóa"),
        (r"(?:quá|trễ|chậm|muộn)(?: thời)? (?:hạn|hẹn)|chậm muộn", "quáhạn"),
        (r"(?:dịch vụ )?(?:bưu chính công ích|bưu chính|bưu điện)", "bưuchính"),
        (r"camera|ca-mê-ra", "camera"),
        (r"wi-?fi", "wifi"),
        (r"vi-?rút|virus", "virus"),
    )
)
_KIND_WORDS = (
    "vănbản hồsơ nhânviên khôngchuyêntrách hộ thủtục máytính thôn tổcns trường họcsinh "
    "hộiviên đảngviên thànhviên doanhnghiệp báocáo họcviên phảnánh ngườidân đoànviên camera "
    "sạp chợ thuyền"
)
_KINDS = frozenset(_KIND_WORDS.split())
_EMPTY_WORDS = (
    "các những số tổng trên địa bàn toàn xã phường của thuộc tại trong kỳ đã được đều điều có "
    "đang là "
    "và hiện nay đến cấp này đó thực hiện hoàn thành đầy đủ trang bị cài đặt lắp kịp thời vẫn còn "
    "nào bị cho với mỗi từng một việc làm theo quy định qua khi năm quý tháng tuần ở hết xong rồi "
    "ủy ban nhân dân ubnd cơ quan đơn vị"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
# Behind these stands why, where or when.
_REASON = re.compile(
    r"\b(?:do|vì|nên|bởi|tại|ở|vào|theo|để|nhưng|chủ yếu|gồm|thuộc|trước khi|khi|trong|trên|từ)\b",
    re.IGNORECASE,
)


def words(said: str) -> frozenset[str]:
    """Return the words of a statement that say something."""
    return frozenset(all_words(said)) - _EMPTY


def kinds(said: str) -> frozenset[str]:
    """Return what is counted in some words: the first thing that can be."""
    return frozenset(next(((one,) for one in all_words(said) if one in _KINDS), ()))


def deed_words(said: str) -> frozenset[str]:
    """Return the words for what things have or have had done, without why and where."""
    cut = _REASON.search(said)
    return words(said[: cut.start()] if cut else said)


def all_words(said: str) -> list[str]:
    for shape, one in _SAME:
        said = shape.sub(one, said)
    return re.findall(r"\w+", said.lower())
