"""Figures of a draft beside the closed book: only where both surely say the same thing."""

from decimal import Decimal

import pytest

from bot.domain.text import Phrase
from bot.reading.draft.own import Known, differing
from tests.reading.draft.letters import HEAD, TAIL

BOOK = (
    Known("Kích hoạt VNeID mức 2", "tài khoản", Decimal(99), "Kỳ mẫu"),
    Known("Hộ có điện thoại thông minh", "", Decimal("90.909"), "Kỳ mẫu"),
    Known("Khác", "lượt", Decimal(1), "Kỳ mẫu"),
)


def _said(words: str) -> list[str]:
    found = list(differing(f"{HEAD}{words}\n{TAIL}", BOOK))
    for one in found:
        assert isinstance(one.why, Phrase)
        assert one.why.message.startswith("The closed book of")
    return [one.quote for one in found]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("- Kích hoạt VNeID mức 2: 90 tài khoản.", "Kích hoạt VNeID mức 2: 90 tài khoản"),
        ("- Kich hoat VNeID muc 2 được 1.099 tài khoản.", "Kich hoat VNeID muc 2 được 1.099"),
        ("- Hộ có điện thoại thông minh đạt 91,0%.", "Hộ có điện thoại thông minh đạt 91,0%"),
    ],
)
def test_another_value_is_told(words: str, quote: str) -> None:
    assert len(_said(words)) == 1
    assert _said(words)[0].startswith(quote)


@pytest.mark.parametrize(
    "words",
    [
        "- Kích hoạt VNeID mức 2: 99 tài khoản.",
        "- Kích hoạt VNeID mức 2: 90 người.",
        "- Kích hoạt VNeID mức 1: 90 tài khoản.",
        "- Hộ có điện thoại thông minh đạt 90,9%, tức 91%.",
        "- Phấn đấu kích hoạt VNeID mức 2: 200 tài khoản.",
        "- So với cùng kỳ, kích hoạt VNeID mức 2: 80 tài khoản.",
        "- Thôn Một: kích hoạt VNeID mức 2: 9 tài khoản.",
        "- Khác: 9 lượt.",
        "II. NHIỆM VỤ\n- Kích hoạt VNeID mức 2: 200 tài khoản.",
    ],
)
def test_the_same_or_other_things_are_left(words: str) -> None:
    assert _said(words) == []
