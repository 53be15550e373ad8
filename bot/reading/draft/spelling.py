"""Names of communes as they are compared: the same name written otherwise, or nearly the same."""

import re
import unicodedata

from rapidfuzz.distance import DamerauLevenshtein

from bot.domain.text import fold

_ALIKE = str.maketrans({"k": "c", "q": "c", "y": "i"})
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# What follows a name in large letters and is no part of it: "XÃ HÒA MẪU CỘNG HÒA XÃ HỘI".
_COAT = re.compile(
    r"(?:CỘNG H|ĐỘC LẬP|ĐẢNG (?:CỘNG|BỘ|Ủ|U)|TRUNG TÂM|HỘI (?:ĐỒNG|LIÊN|NÔNG|PHỤ|CỰU|NGHỊ|THI|"
    r"KHUYẾN)|"
    r"BAN (?:CHỈ|THƯỜNG|CHẤP|QUẢN|NHÂN|TỔ)|TỔ (?:CÔNG|SỐ|KHẢO|ĐỀ)|BỘ PHẬN|PHÒNG (?:KINH|VĂN)|"
    r"VĂN PHÒNG|MẶT TRẬN|UBND|HĐND|UBMT|MTTQ|ỦY BAN|UỶ BAN|NĂM(?! CĂN)|THÁNG|QUÝ I|QUÝ [1-4]|"
    r"TUẦN|VỀ|TRÊN|TRONG|GIAI ĐOẠN|CÔNG (?:AN|ĐOÀN|TÁC)|ĐOÀN (?:THANH|TNCS|KHẢO)|TRƯỜNG (?:M|T)|"
    r"TRẠM Y|KẾT QUẢ|TÌNH HÌNH|CHỦ TỊCH|PHÓ CHỦ|BÍ THƯ|BÁO CÁO|SỐ[ :]|TỪ NGÀY|SÁU THÁNG|CHÍN THÁNG|"
    r"THỰC HIỆN|PHỤC VỤ|TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ|DỰ THẢO|VÀ|ĐẾN)"
)


def key(name: str) -> str:
    """Return a name as it is compared: without accents, c as k, i as y."""
    return " ".join(fold(name).replace("-", " ").translate(_ALIKE).split())


def spelt(name: str) -> str:
    """Return a name with its accents, wherever in a syllable the tone stands: "hoà" as "hòa"."""
    words = name.casefold().replace("-", " ").translate(_ALIKE).split()
    return " ".join(map(_syllable, words))


def has_accents(name: str) -> bool:
    """Tell whether a name is typed with accents at all."""
    return fold(name) != " ".join(name.casefold().split())


def near(one: str, other: str) -> bool:
    """Tell whether two comparable names differ by a letter or two: a slip of the hand."""
    if one == other or one.count(" ") != other.count(" "):
        return False
    # In a short name a letter makes a quarter of it; two would make another name.
    allowed = 1 if len(other) < 10 else 2
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed


def uncoated(text: str, start: int, name: str) -> str:
    """Return a name in large letters without the words of the letterhead behind it."""
    for blank in re.finditer(" ", name):
        if _COAT.match(text, start + blank.end()):
            return name[: blank.start()]
    return name


def _syllable(word: str) -> str:
    spread = unicodedata.normalize("NFD", word)
    tone = "".join(sign for sign in spread if sign in _TONES)
    return "".join(sign for sign in spread if sign not in _TONES) + tone
