"""Numbers and days of documents, cited in every way and by every body."""

import pytest

from bot.reading.draft.order import order
from tests.reading.draft.letters import found


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ((
            "- Thực hiện Thông báo số 88/TB-UBND ngày 14/11/2025, Thông báo số 92/TB-UBND "
            "ngày 11/11/2025 của UBND xã."
        ), ["88/TB", "92/TB"]),
        ((
            "- Tờ trình số 12/TTr-UBND ngày 10/3/2025; Tờ trình số 15/TTr-UBND ngày "
            "02/3/2025."
        ), ["12/TTr", "15/TTr"]),
        ((
            "- Công văn 40/UBND-VX ngày 10.3.2025 và Công văn 45/UBND-VX ngày 02.3.2025 "
            "của UBND xã."
        ), ["40/UBND", "45/UBND"]),
        ((
            "- Giấy mời số 7/GM-UBND, ngày 10/3/2025; Giấy mời số 9/GM-UBND, ngày "
            "02/3/2025."
        ), ["7/GM", "9/GM"]),
        ((
            "- Báo cáo số 7/BC-UBND (ngày 10/3/2025); Báo cáo số 9/BC-UBND (ngày "
            "02/3/2025)."
        ), ["7/BC", "9/BC"]),
        ((
            "- Kết luận số 7-KL/ĐU ngày 10/3/2025; Kết luận số 9-KL/ĐU ngày 02/3/2025 của "
            "Đảng ủy xã."
        ), ["7-KL", "9-KL"]),
        ((
            "- Nghị quyết số 7/NQ-HĐND ngày 10/3/2025; Nghị quyết số 7/NQ-HĐND ngày "
            "12/3/2025 của HĐND xã."
        ), ["7/NQ", "7/NQ"]),
        ((
            "- Quyết định số 31/QĐ-UBND ngày 6 tháng 8 năm 2025; Quyết định số 18/QĐ-UBND "
            "ngày 5 tháng 9 năm 2025 của Chủ tịch UBND xã."
        ), ["31/QĐ", "18/QĐ"]),
        ((
            "- Ban hành các kế hoạch: số 31/KH-UBND ngày 06/8/2025, số 18/KH-UBND ngày "
            "05/9/2025."
        ), ["31/KH", "18/KH"]),
        ((
            "- Kế hoạch số 031/KH-UBND ngày 06/8/2025, Kế hoạch số 018/KH-UBND ngày "
            "05/9/2025."
        ), ["031/KH", "018/KH"]),
        ((
            "- Kế hoạch 31/KH–UBND ngày 06/8/2025, Kế hoạch 18/KH–UBND ngày 05/9/2025."
        ), ["31/KH", "18/KH"]),
        ((
            "- Kế hoạch số 31/KHUBND ngày 06/8/2025, Kế hoạch số 18/KHUBND ngày 05/9/2025."
        ), ["31/KH", "18/KH"]),
        ((
            "- Kế hoạch số: 31/KH-UBND, ban hành ngày 06/8/2025; Kế hoạch số: 18/KH-UBND, "
            "ban hành ngày 05/9/2025."
        ), ["31/KH", "18/KH"]),
        ((
            "- Quyết định số 31/2025/QĐ-UBND ngày 06/8/2025, Quyết định số 18/2025/QĐ-UBND "
            "ngày 05/9/2025 của UBND xã."
        ), ["31/", "18/"]),
        ((
            "- Hướng dẫn số 31/HD-BCĐ ngày 06/8/2025, Hướng dẫn số 18/HD-BCĐ ngày "
            "05/9/2025 của Ban Chỉ đạo xã."
        ), ["31/HD", "18/HD"]),
        ((
            "Số hiệu\tNgày\tTrích yếu\n31/KH-UBND\t06/8/2025\tMột\n"
            "18/KH-UBND\t05/9/2025\tHai"
        ), ["31/KH", "18/KH"]),
    ],
)  # fmt: skip
def test_one_of_two_is_pointed_out(words: str, quotes: list[str]) -> None:
    shown = found(order, words)
    assert len(shown) == 1
    assert any(quote in shown[0] for quote in quotes)


@pytest.mark.parametrize(
    "words",
    [
        (
            "- Thông báo số 88/TB-UBND ngày 14/11/2025 của UBND tỉnh; Thông báo số "
            "92/TB-UBND ngày 11/11/2025 của UBND xã."
        ),
        "- Tờ trình số 12/TTr-UBND ngày 10/3/2025; Tờ trình số 15/TTr-HĐND ngày 02/3/2025.",
        (
            "- Kế hoạch số 31/KH-UBND ngày 06/8/2025; kế hoạch nói trên (số 31/KH-UBND, "
            "ngày 06 tháng 8 năm 2025)."
        ),
        "- Kế hoạch số 31/KH-UBND ngày 06/8/2024; Kế hoạch số 18/KH-UBND ngày 05/9/2025.",
        "- Kế hoạch số 31/KH-UBND ngày 28/12/2024; Kế hoạch số 01/KH-UBND ngày 02/01/2025.",
        "- Quyết định số 06/QĐ-TTg ngày 06/01/2022; Quyết định số 749/QĐ-TTg ngày 03/6/2020.",
        (
            "- Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; Nghị quyết số "
            "7-NQ/ĐU ngày 25/12/2024 của Đảng ủy xã."
        ),
        "- Quyết định số 31/QĐ-UBND ngày 06/8/2025; Công văn số 18/UBND-VP ngày 05/9/2025.",
        "- Quyết định số 31/QĐ-UBND ngày 06/8/2025 và số 32/QĐ-UBND cùng ngày 06/8/2025.",
        (
            "- Thực hiện Kế hoạch số 190/KH-UBND ngày 05/01/2025 của UBND tỉnh, UBND xã "
            "ban hành Kế hoạch số 12/KH-UBND ngày 20/01/2025."
        ),
        (
            "- Theo Công văn số 88/STTTT-CĐS ngày 14/11/2025 của Sở, Công văn số "
            "92/STTTT-CĐS ngày 11/11/2025."
        ),
        (
            "- Kế hoạch số 31/KH-ĐTN ngày 06/8/2025 của Đoàn xã; Kế hoạch số 18/KH-HPN "
            "ngày 05/9/2025 của Hội xã."
        ),
        (
            "- Thực hiện Quyết định số 310/QĐ-UBND ngày 06/8/2025, Quyết định số "
            "330/QĐ-UBND ngày 05/9/2025 của UBND tỉnh và Quyết định số 45/QĐ-UBND ngày "
            "10/9/2025 của UBND xã."
        ),
    ],
)  # fmt: skip
def test_what_can_be_is_left(words: str) -> None:
    assert found(order, words) == []
