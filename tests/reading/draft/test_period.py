"""Periods without dates, and titles that the dates contradict."""

import pytest

from bot.reading.draft.period import period
from tests.reading.draft.letters import found

HEAD = "UBND XÃ HÒA MẪU\nBÁO CÁO\nKết quả hoạt động {title}\n\nUBND xã Hòa Mẫu báo cáo {window}:\n"


@pytest.mark.parametrize(
    ("title", "window", "quotes"),
    [
        ("quý III năm 2025", "như sau", ["quý III năm 2025"]),
        ("tháng 10 năm 2025", "như sau", ["tháng 10 năm 2025"]),
        ("6 tháng đầu năm 2025", "như sau", ["6 tháng đầu năm 2025"]),
        ("tuần 45", "như sau", ["tuần 45"]),
        ("năm 2025", "(từ ngày 01/01/2025 đến ngày 12/3/2025)", ["năm 2025"]),
        ("quý III năm 2025", "(từ ngày 01/4/2025 đến ngày 30/6/2025)", ["quý III năm 2025"]),
        ("9 tháng năm 2025", "(từ 15/12/2024 đến 14/6/2025)", ["9 tháng năm 2025"]),
        ("từ 06/10 đến 12/10/2025", "(từ ngày 29/9/2025 đến ngày 05/10/2025)", ["từ 06/10 đến"]),
    ],
)
def test_titles_without_their_days_are_pointed_out(
    title: str, window: str, quotes: list[str]
) -> None:
    shown = found(period, "", head=HEAD.format(title=title, window=window))
    assert len(shown) == len(quotes)
    assert all(one.startswith(quote) for quote, one in zip(quotes, shown, strict=True))


@pytest.mark.parametrize(
    ("title", "window"),
    [
        ("năm 2025", "như sau"),
        ("năm 2025", "(từ ngày 15/12/2024 đến ngày 14/12/2025)"),
        ("năm 2025", "(số liệu từ 01/01/2025 - 31/12/2025)"),
        ("quý III năm 2025", "(từ ngày 15/6/2025 đến ngày 14/9/2025)"),
        ("quý III năm 2025", "(01/7 – 30/9/2025)"),
        ("quý III/2025", "(từ ngày 01 tháng 7 năm 2025 đến ngày 30 tháng 9 năm 2025)"),
        ("quý III năm 2025", "(số liệu tính đến ngày 14/9/2025)"),
        ("tháng 10 năm 2025", "(từ 15/9 đến 14/10/2025)"),
        ("6 tháng đầu năm 2025", "(từ ngày 15/12/2024 đến hết ngày 14/6/2025)"),
        ("tuần 45", "(từ thứ hai, ngày 03/11/2025 đến chủ nhật, ngày 09/11/2025)"),
        ("ngày 20 tháng 10 năm 2025", "như sau"),
    ],
)
def test_both_schemes_and_a_year_alone_are_right(title: str, window: str) -> None:
    assert found(period, "", head=HEAD.format(title=title, window=window)) == []


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("- Trong quý III năm 2025 không có phản ánh.", ["quý III năm 2025"]),
        ("- Trong tháng 9 năm 2025 tiếp nhận 12 hồ sơ.", ["tháng 9 năm 2025"]),
        ("- Trong tháng 9 năm 2025 có ngày hội.", []),
        ("- So với quý II năm 2025 tăng 5%.", []),
        ("IV. NHIỆM VỤ QUÝ IV\n- Trong quý IV năm 2025 mở 02 lớp.", []),
        ("- Phát 4 lần/tuần; học 06 tháng; họp hằng quý.", []),
    ],
)
def test_periods_of_the_text(words: str, quotes: list[str]) -> None:
    head = HEAD.format(title="công tác", window="như sau")
    assert found(period, words, head=head) == quotes


def test_days_of_an_event_are_no_window() -> None:
    event = "- Đợt cao điểm từ ngày 01/10/2025 đến ngày 10/10/2025 có 20 người."
    head = HEAD.format(title="năm 2025", window="như sau")
    assert found(period, event, head=head) == []
