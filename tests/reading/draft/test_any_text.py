"""Whatever is given as a report: no crash, quotes that stand in their line, a bounded time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.drafts import Correction
from bot.reading.draft import Context, draft
from bot.reading.draft.order import order
from bot.reading.draft.period import period
from bot.reading.draft.place import place
from bot.reading.draft.statements import statements
from bot.reading.draft.template import template
from bot.reading.draft.written import written
from tests.reading.draft.letters import HEAD

WORDS = (place, template, written, order, period, statements)
_PIECES = st.sampled_from(
    [
        "xã Hòa Mẫu", "xã Thử", "…", "98,%", "100% %", ", ,", "%", "(nêu rõ", ")", "[số]", "xxx",
        "5/KH-UBND ngày 31/02/2025", "0/QĐ-UBND ngày 1/1/2025", "quý IV năm 9999", "tuần 99/2025",
        "từ 1/1 đến 31/12/2025", "không ký số: 3", "100% văn bản được ký số", "BÁO CÁO", "TM. ",
        "\n", "\t", "\n\n", " ", "- ", "1. ", "II. ", "từ 14 tuổi trở lên", "0 đến 14 tuổi", "\x00",
    ]
)  # fmt: skip


def _checked(text: str) -> list[Correction]:
    report = draft(text)
    found = [one for checker in WORDS for one in checker(report, Context())]
    for one in found:
        assert one.quote in report.lines[one.line - 1].text
        assert 0 < len(one.quote) <= 80
    return found


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    _checked(text)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_pieces_of_a_report_are_taken(text: str) -> None:
    _checked(text)


@pytest.mark.parametrize(
    "piece",
    [
        "." * 9,
        ", ",
        "1 ",
        "1.",
        "3 hồ sơ chưa ",
        "xã Á ",
        "(nêu rõ ",
        "[",
        "98,5% ",
        "từ ngày 1/1 đến ",
        "_",
        "5/KH-UB ",
    ],
)
def test_the_time_grows_with_the_length(piece: str) -> None:
    # Four times as much may take four times as long, and the machine may be busy.
    small, large = HEAD + piece * 2_500, HEAD + piece * 20_000
    _checked(small)
    begun = time.process_time()
    _checked(small)
    once = time.process_time() - begun
    _checked(large)
    assert time.process_time() - begun - once < 30 * max(once, 0.01)
