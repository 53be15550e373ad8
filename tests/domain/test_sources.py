"""A source is cited with the day of its page, as exactly as the page gives it."""

import pytest

from bot.domain.guides import Source
from bot.reports.sources import cited
from bot.voices import Voices
from tests.house import CONTENT


@pytest.mark.parametrize(
    ("written", "said"),
    {
        "2026-07-19": "19/07/2026",
        "2025-07": "07/2025",
        "2024": "2024",
        "no date": "không ghi ngày",
    }.items(),
)
def test_the_day_of_a_page_is_said(written: str, said: str) -> None:
    voice = Voices(CONTENT / "words").voice("vi")
    words = voice.say(cited([Source("https://dichvucong.gov.vn", written)]))
    assert words == f"Nguồn:\n– https://dichvucong.gov.vn ({said})"
