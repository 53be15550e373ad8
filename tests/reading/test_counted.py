"""When a figure was counted: days and windows as people write them, never one still to come."""

from datetime import date

import pytest

from bot.domain.errors import Unclear
from bot.domain.text import fold
from bot.reading.counted import day, window, written

# A Saturday.
TODAY = date(2026, 11, 21)

_DAYS = {
    "31/12/2024": "2024-12-31", "31.12.2024": "2024-12-31", "31-12-2024": "2024-12-31",
    "2024-12-31": "2024-12-31", "ngày 31 tháng 12 năm 2024": "2024-12-31", "31/12": "2025-12-31",
    "21/11": "2026-11-21", "hôm nay": "2026-11-21", "hôm qua": "2026-11-20",
    "cuối tháng 10": "2026-10-31", "cuối tháng 12": "2025-12-31", "hết quý III": "2026-09-30",
    "cuối tháng trước": "2026-10-31", "cuối năm 2024": "2024-12-31", "cuối năm ngoái": "2025-12-31",
    "cuối tháng 2/2024": "2024-02-29", "cuối tháng 2 năm nay": "2026-02-28",
    "29/2/2024": "2024-02-29", "tính đến 31/10/2024": "2024-10-31",
    "đến hết ngày 31/10": "2026-10-31",
    "1/1/2000": "2000-01-01",
}  # fmt: skip
_WINDOWS = {
    "quý 3": ("2026-07-01", "2026-09-30"), "quý III": ("2026-07-01", "2026-09-30"),
    "quý III/2024": ("2024-07-01", "2024-09-30"), "quý 4 năm 2024": ("2024-10-01", "2024-12-31"),
    "tháng 10": ("2026-10-01", "2026-10-31"), "tháng 12": ("2025-12-01", "2025-12-31"),
    "tháng 2 năm 2024": ("2024-02-01", "2024-02-29"), "tháng 10/2024": ("2024-10-01", "2024-10-31"),
    "15/10–14/11": ("2026-10-15", "2026-11-14"), "15/10 - 14/11": ("2026-10-15", "2026-11-14"),
    "15/10/2024 – 14/11/2024": ("2024-10-15", "2024-11-14"),
    "từ 15/10 đến 14/11": ("2026-10-15", "2026-11-14"),
    "từ ngày 1/1 đến ngày 31/10": ("2026-01-01", "2026-10-31"),
    "15/12 – 14/12": ("2024-12-15", "2025-12-14"),
    "15/12/2023-14/12/2024": ("2023-12-15", "2024-12-14"),
    "6 tháng đầu năm": ("2026-01-01", "2026-06-30"),
    "6 tháng cuối năm 2024": ("2024-07-01", "2024-12-31"),
    "9 tháng": ("2026-01-01", "2026-09-30"), "9 tháng đầu năm 2024": ("2024-01-01", "2024-09-30"),
    "năm 2024": ("2024-01-01", "2024-12-31"), "năm ngoái": ("2025-01-01", "2025-12-31"),
    "quý trước": ("2026-07-01", "2026-09-30"), "tháng trước": ("2026-10-01", "2026-10-31"),
    "2026-Q3": ("2026-07-01", "2026-09-30"), "2026-11@nd09": ("2026-10-15", "2026-11-14"),
    "21/11 – 21/11": ("2026-11-21", "2026-11-21"),
}  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), _DAYS.items())
def test_a_day_is_understood(said: str, meant: str) -> None:
    assert {day(words, TODAY).isoformat() for words in (said, fold(said), said.upper())} == {meant}


@pytest.mark.parametrize(("said", "meant"), _WINDOWS.items())
def test_a_window_is_understood(said: str, meant: tuple[str, str]) -> None:
    for words in (said, fold(said), said.upper()):
        first, last = window(words, TODAY)
        assert (first.isoformat(), last.isoformat()) == meant


@pytest.mark.parametrize("said", ["22/11/2026", "cuối tháng 11", "cuối năm nay", "31/12/2026"])
def test_a_day_to_come_is_refused(said: str) -> None:
    with pytest.raises(Unclear, match="still to come"):
        day(said, TODAY)


@pytest.mark.parametrize(
    "said", ["quý 4", "quý này", "tháng 11", "năm nay", "15/10/2026–14/12/2026"]
)
def test_a_window_that_is_not_over_is_refused(said: str) -> None:
    with pytest.raises(Unclear, match="not over yet"):
        window(said, TODAY)


@pytest.mark.parametrize(
    "said",
    ["", "x", "32/1", "29/2/2025", "tháng 10", "31/12/24", "31", "2024", "cuối", "cuối tháng 13",
     "0/0/2024", "10000000/1/2024", "{day}", "▒▒▒"],
)  # fmt: skip
def test_what_is_no_day_is_asked_about(said: str) -> None:
    with pytest.raises(Unclear, match="day of counting"):
        day(said, TODAY)


@pytest.mark.parametrize(
    "said",
    ["", "x", "quý 5", "quý", "tháng 13", "tháng", "năm", "14/11/2026 – 15/10/2026", "15/10",
     "15/10 – ", "– 14/11", "tuần sau", "quý V", "31/2 – 1/3/2026", "▒▒▒ – ▒▒▒"],
)  # fmt: skip
def test_what_is_no_window_is_asked_about(said: str) -> None:
    with pytest.raises(Unclear, match="first and the last day"):
        window(said, TODAY)


def test_a_slip_of_the_year_is_noticed() -> None:
    for said in ("31/12/1024", "31/12/1999"):
        with pytest.raises(Unclear, match="too long ago"):
            day(said, TODAY)


@pytest.mark.parametrize("said", ["31/12", "hôm nay", "cuối tháng 10", "2024", ""])
def test_in_a_sheet_a_day_has_its_year(said: str) -> None:
    assert written("31/12/2024", TODAY) == date(2024, 12, 31)
    with pytest.raises(Unclear, match="with its year"):
        written(said, TODAY)
