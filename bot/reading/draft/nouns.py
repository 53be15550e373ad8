"""The noun behind a number: "12 chi hội có …" counts "chi hội", whatever that is."""

import re
from typing import TypeAlias

Noun: TypeAlias = tuple[str, ...]

_WORDS = 3
_WORD = re.compile(r" ?([^\W\d_]+²?)")
# Where a noun ends: what links it to the rest of the sentence.
_LINKING = (
    "ai bằng bị cho chưa chỉ chiếm có còn cùng của cả cần dưới do dùng gồm hay hoặc hơn hiện khi "
    "không khoảng kiêm là làm lên mà mỗi mới nay nên này nhưng như nữa nói ở phải qua rất sau sẽ "
    "so tại tham theo thì thuộc thực trên trong trước trực từ tức tương và vào về vẫn với vì xong "
    "đã đang đạt đều đến để được đi đó"
)
_LINKS = frozenset(_LINKING.split())
# Nouns of one syllable: what follows says more of them, and may be left out.
_SHORT = (
    "anh ấp bản bài bà buôn buổi bức ca cái cháu chị chợ con cuốn cuộc cụ cụm dân đ đám điểm "
    "đồng đơn đội em giấy gói ha hộ khẩu khóm khu kg km kênh lần làng loa lô lớp lượt m m² mẫu mắt "
    "mục nhóm người nhà phiếu phòng quầy sạp số tấn tạ thẻ thôn thửa tin tờ tổ trạm trang trụ "
    "trường tuyến vụ vốn xóm xưởng ý"
)
_SINGLE = frozenset(_SHORT.split())


def noun_at(text: str, at: int) -> Noun:
    """Return up to three words behind a number, as far as they can be one noun; lower case."""
    found: list[str] = []
    while len(found) < _WORDS:
        word = _WORD.match(text, at)
        if not word or word[1].lower() in _LINKS:
            break
        if found and word[1][0].isupper() and not found[-1][0].isupper():
            break
        found.append(word[1])
        at = word.end()
    return tuple(word.lower() for word in found)


def same(one: Noun, other: Noun) -> bool:
    """Tell whether two nouns may be the same: "hộ nghèo" and "hộ", not "máy in", "máy tính".

    A noun that is not said is none.
    """
    if not one or not other or one[0] != other[0]:
        return False
    return len(one) < 2 or len(other) < 2 or one[0] in _SINGLE or one[1] == other[1]


def spoken(noun: Noun) -> str:
    """Return the words of a noun that name it: one syllable, or two."""
    return noun[0] if noun and noun[0] in _SINGLE else " ".join(noun[:2])
