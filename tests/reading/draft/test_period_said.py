"""Periods in every way a title and its dates are written."""

import pytest

from bot.reading.draft.period import period
from tests.reading.draft.letters import found

HEAD = "UBND XÃ HÒA MẪU\nBÁO CÁO\nKết quả hoạt động {title}\n\nUBND xã Hòa Mẫu báo cáo {window}:\n"


@pytest.mark.parametrize(
    ("title", "window"),
    [
        ("quý II năm 2025", "(từ ngày 15/12/2024 đến ngày 14/6/2025)"),
        ("Quý 3/2025", "(số liệu từ 15/3/2025 đến 14/6/2025)"),
        ("quý IV/2025", "(kỳ số liệu: 01/7/2025 - 30/9/2025)"),
        ("6 tháng đầu năm 2025", "(từ 15/12/2024 đến 14/3/2025)"),
        ("06 tháng cuối năm 2025", "(từ 01/01/2025 đến 30/6/2025)"),
        ("sáu tháng đầu năm 2025", "(thời gian lấy số liệu: 01/01/2025 – 30/9/2025)"),
        ("9 tháng đầu năm 2025", "(từ 15/12/2024 đến 14/12/2025)"),
        ("tháng 9 năm 2025", "(từ 15/7/2025 đến 14/8/2025)"),
        ("tháng 11/2025", "(từ 01/10/2025 đến 31/10/2025)"),
        ("tháng Chín năm 2025", "(từ 15/7/2025 đến 14/8/2025)"),
        ("năm 2025", "(từ 15/12/2024 đến 14/6/2025)"),
        ("năm 2025", "(từ 15/12/2023 đến 14/12/2024)"),
        ("tuần 47 năm 2025", "(từ ngày 03/11/2025 đến ngày 13/11/2025)"),
        ("quý III năm 2025", "như sau"),
        ("tuần 47", "như sau"),
        ("11 tháng năm 2025", "như sau"),
        ("tháng 11/2025", "như sau"),
        ("9 tháng đầu năm 2025", "như sau"),
        ("quý I/2025", "như sau"),
        ("quý 1 năm 2025", "như sau"),
        ("QUÝ III-2025", "như sau"),
        ("6 THÁNG ĐẦU NĂM 2025", "như sau"),
    ],
)
def test_a_title_that_its_dates_contradict_or_lack(title: str, window: str) -> None:
    assert len(found(period, "", head=HEAD.format(title=title, window=window))) == 1


@pytest.mark.parametrize(
    ("title", "window"),
    [
        ("quý II năm 2025", "(15/3/2025 – 14/6/2025)"),
        ("quý II năm 2025", "(từ 01/4 đến hết 30/6/2025)"),
        ("Quý I/2025", "(số liệu từ 15/12/2024 đến 14/3/2025)"),
        ("quý 4 năm 2025", "(kỳ số liệu: 15/9/2025 - 14/12/2025)"),
        ("6 tháng đầu năm 2025", "(thời gian lấy số liệu: 15/12/2024 – 14/6/2025)"),
        ("6 tháng cuối năm 2025", "(từ 15/6/2025 đến 14/12/2025)"),
        ("9 tháng đầu năm 2025", "(từ 01.01.2025 đến 30.9.2025)"),
        ("tháng 11/2025", "(15/10/2025-14/11/2025)"),
        ("tháng 11/2025", "(từ 15/10 đến 14/11/2025)"),
        ("tháng 01/2025", "(từ 15/12/2024 đến 14/01/2025)"),
        ("tháng 02 năm 2025", "(từ ngày 01 đến ngày 28/02/2025)"),
        ("năm 2025", "(tính từ 15/12/2024 tới 14/12/2025)"),
        ("năm 2025, nhiệm vụ năm 2026", "(từ 01/01/2025 đến 31/12/2025)"),
        ("tuần 47", "(từ 17/11/2025 đến 23/11/2025)"),
        ("tuần 47 (17/11 - 23/11/2025)", "như sau"),
        ("tuần (17/11/2025 – 21/11/2025)", "như sau"),
        ("quý III năm 2025", "(tính đến 14/9/2025)"),
        ("quý III và 9 tháng đầu năm 2025", (
            "(quý III: 15/6/2025 - 14/9/2025; 9 tháng: 15/12/2024 - 14/9/2025)"
        )),
        ("tháng 9 và 9 tháng đầu năm 2025", "(từ 15/8/2025 đến 14/9/2025)"),
        ("cao điểm 30 ngày", "(từ 01/10/2025 đến 30/10/2025)"),
        ("quý I năm 2025, phương hướng quý II năm 2025", "(từ 15/12/2024 đến 14/3/2025)"),
        ("từ ngày 01/7/2025 đến ngày 30/9/2025", "như sau"),
        ("năm học 2024 - 2025", "(từ 05/9/2024 đến 31/5/2025)"),
        ("giai đoạn 2021 - 2025", "(từ 01/01/2021 đến 31/12/2025)"),
        ("02 năm 2024, 2025", "(từ 01/01/2024 đến 31/12/2025)"),
        ("01 năm thực hiện Đề án", "(từ 01/10/2024 đến 30/9/2025)"),
        ("11 tháng năm 2025", "(từ 15/12/2024 đến 14/11/2025)"),
    ],
)  # fmt: skip
def test_a_title_with_its_dates_is_left(title: str, window: str) -> None:
    assert found(period, "", head=HEAD.format(title=title, window=window)) == []


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("- Trong quý III/2025 tiếp nhận 90 hồ sơ.", ["quý III/2025"]),
        ("- Trong tuần 45 hướng dẫn 90 lượt.", ["tuần 45"]),
        ("- Kết quả 6 tháng đầu năm 2025: 90 hồ sơ.", ["6 tháng đầu năm 2025"]),
        ("- Trong 9 tháng năm 2025 có 90 lượt hướng dẫn.", ["9 tháng năm 2025"]),
        ("- Quý sau sẽ làm tiếp; hằng tháng có giao ban.", []),
        ("- Mở lớp trong 03 tháng; hội thi kéo dài 02 tuần.", []),
        ("- Cùng kỳ quý III năm 2024 tiếp nhận 80 hồ sơ.", []),
        ("- Trong quý III (15/6/2025 - 14/9/2025) tiếp nhận 90 hồ sơ.", []),
        ("- Đến hết quý IV năm 2026 phấn đấu 95%.", []),
    ],
)
def test_periods_amid_the_text(words: str, quotes: list[str]) -> None:
    head = HEAD.format(title="công tác", window="như sau")
    assert found(period, words, head=head) == quotes
