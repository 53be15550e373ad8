"""Statements that exclude each other, and those that only seem to."""

import pytest

from bot.reading.draft.statements import statements
from tests.reading.draft.letters import found


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("- Văn bản đi đều được ký số.\n- Văn bản đi 40, không ký số: 3 văn bản.", "đi đều được"),
        ("- 100% văn bản đi được ký số. Văn bản đi: ký số 37/40 văn bản.", "100% văn bản đi"),
        ("- Tất cả cán bộ, công chức được tập huấn. Còn 3 công chức chưa được tập huấn.", "Tất cả"),
        ("- 100% thôn có sóng 4G. Còn 02 thôn chưa có sóng.", "100% thôn có sóng"),
        ("- 100% hồ sơ được giải quyết đúng hạn. Quá hạn 7 hồ sơ.", "100% hồ sơ được"),
        ("- Không có hồ sơ quá hạn. Trả quá hạn 7 hồ sơ.", "Không có hồ sơ quá hạn"),
        ("- Không để xảy ra trường hợp trễ hạn; có 2 hồ sơ trễ hạn.", "Không để xảy ra"),
        ("- Từ 0 đến 14 tuổi: 99 người; từ 14 tuổi trở lên: 900 người.", "0 đến 14 tuổi"),
    ],
)
def test_contradictions_are_pointed_out(words: str, quote: str) -> None:
    shown = found(statements, words)
    assert len(shown) == 1
    assert quote in shown[0]


@pytest.mark.parametrize(
    "words",
    [
        "- 100% văn bản đi (trừ văn bản mật) được ký số; không ký số: 3 văn bản.",
        "- Văn bản đi đều được ký số.\n- Văn bản đến 90, không ký số: 3 văn bản.",
        "- Phấn đấu 100% văn bản đi được ký số.\n- Văn bản đi không ký số: 3 văn bản.",
        "II. NHIỆM VỤ\n- 100% văn bản đi được ký số.\nIII. KẾT QUẢ\n- Văn bản đi không ký số: 3.",
        "- 100% hồ sơ hộ tịch được giải quyết đúng hạn. Quá hạn 7 hồ sơ.",
        "- Không có hồ sơ quá hạn; trước hạn 20 hồ sơ, quá hạn 0 hồ sơ.",
        "- 100% cán bộ, công chức có máy tính. Có 20/20 cán bộ, công chức có máy tính.",
        "- 100% cán bộ, công chức có máy tính. 15/20 cán bộ, công chức có máy tính xách tay.",
        "- Từ 0 đến dưới 14 tuổi: 99 người; từ 14 tuổi trở lên: 900 người.",
        "- Dưới 14 tuổi: 99 người; từ 14 tuổi trở lên: 900 người.",
        "- 100% thôn có sóng 4G. Còn 02 thôn chưa có nhà văn hóa.",
    ],
)
def test_what_goes_together_is_left(words: str) -> None:
    assert found(statements, words) == []
