"""Numbers and days of documents: of one body, one kind and one year."""

import pytest

from bot.reading.draft.order import order
from tests.reading.draft.letters import found


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        (
            (
                "- Kế hoạch số 30/KH-UBND ngày 15/3/2025; Kế hoạch số 25/KH-UBND ngày 20/4/2025; "
                "Kế hoạch số 31/KH-UBND ngày 21/4/2025; Kế hoạch số 26/KH-UBND ngày 20/4/2025."
            ),
            ["30/KH-UBND ngày 15/3/2025"],
        ),
        (
            (
                "- Quyết định số 29/QĐ-UBND ngày 10/3/2025; ngày 15/3/2025 UBND xã ban hành "
                "Quyết định số 30/QĐ-UBND; ngày 20 tháng 4 năm 2025 "
                "ban hành Quyết định số 25/QĐ-UBND; ngày 21/4/2025 ban hành Quyết định số "
                "31/QĐ-UBND."
            ),
            ["25/QĐ-UBND"],
        ),
        (
            "- Công văn số 5/UBND-VP ngày 01/3/2025; Công văn số 5/UBND-VP ngày 09/3/2025.",
            ["5/UBND-VP ngày 09/3/2025"],
        ),
        (
            (
                "- Quyết định số 40-QĐ/ĐU ngày 01/3/2025 của Đảng ủy xã; Quyết định số 40-QĐ/ĐU "
                "ngày 05/5/2025 của Đảng ủy xã."
            ),
            ["ngày 05/5/2025"],
        ),
    ],
)
def test_numbers_against_their_days_are_pointed_out(words: str, quotes: list[str]) -> None:
    shown = found(order, words)
    assert len(shown) == len(quotes)
    assert all(quote in one for quote, one in zip(quotes, shown, strict=True))


@pytest.mark.parametrize(
    "words",
    [
        "- Kế hoạch số 5/KH-UBND ngày 01/3/2025, nhắc lại Kế hoạch số 5/KH-UBND ngày 01/3/2025.",
        "- Quyết định số 5/QĐ-UBND ngày 01/3/2025; Kế hoạch số 4/KH-UBND ngày 02/3/2025.",
        "- Quyết định số 50/QĐ-UBND ngày 01/3/2024; Quyết định số 4/QĐ-UBND ngày 02/3/2025.",
        (
            "- Quyết định số 90/QĐ-UBND ngày 01/3/2025 của UBND tỉnh; Quyết định số 4/QĐ-UBND ngày "
            "02/5/2025 của UBND xã."
        ),
        "- Quyết định số 9/QĐ-UBND ngày 02/3/2025; Quyết định số 4/QĐ-UBND ngày 01/02/2025.",
        (
            "- Kế hoạch số 90/KH-UBND ngày 10/01/2025 của UBND tỉnh, "
            "Kế hoạch số 8/KH-UBND ngày 15/01/2025."
        ),
        "- Quyết định số 9/QĐ-UBND ngày 02/3/2025; Quyết định số 8/QĐ-UBND ngày 02/3/2025.",
        (
            "- Quyết định số 57/QĐ-UBND ngày 20/02/2025 của UBND xã Thử Một (cũ); Quyết định số "
            "12/QĐ-UBND ngày 08/7/2025 của UBND xã."
        ),
        (
            "- Hệ thống được UBND huyện phê duyệt (theo Quyết định số 2240/QĐ-UBND ngày "
            "28/10/2025); "
            "UBND xã ban hành Quyết định số 210/QĐ-UBND ngày 05/11/2025."
        ),
        (
            "- Căn cứ Kế hoạch số 190/KH-UBND ngày 05/01/2025 về chuyển đổi số, UBND xã ban hành "
            "Kế hoạch số 12/KH-UBND ngày 20/01/2025."
        ),
    ],
)
def test_other_bodies_kinds_and_years_are_left(words: str) -> None:
    assert found(order, words) == []
